//! Input as accidents leave it.

use super::make::{DUMP, SERVICE, gzip, member, write, zstd};
use super::{Case, End};

use End::{Refused, Usable};

/// Files with something else in them than was meant.
pub(super) const BROKEN: &[Case] = &[
    Case {
        what: "a dump that breaks off",
        make: |folder| write(folder, "config_dump.json", &DUMP[..DUMP.len() - 20]),
        read: &["config_dump.json"],
        end: Refused,
        says: &["config_dump.json", "EOF", "line 5 column", "take it again"],
    },
    Case {
        what: "a dump that breaks off before anything is known",
        make: |folder| write(folder, "dump", "{\"con"),
        read: &["dump"],
        end: Refused,
        says: &["dump: ", "is not whole JSON", "line 1 column 5", "take it again"],
    },
    Case {
        what: "a dump that breaks off beside a good one",
        make: |folder| {
            write(folder, "a/config_dump.json", DUMP);
            write(folder, "b/config_dump.json", &DUMP[..DUMP.len() - 20]);
        },
        read: &["."],
        end: Usable(1, 0),
        says: &["b/config_dump.json", "line 5 column", "take it again"],
    },
    Case {
        what: "a packed dump that breaks off",
        make: |folder| write(folder, "dump.json.gz", &gzip(DUMP)[..100]),
        read: &["dump.json.gz"],
        end: Refused,
        says: &["dump.json.gz", "middle of its compressed data", "take it again"],
    },
    Case {
        what: "JSON that is no dump",
        make: |folder| write(folder, "package.json", r#"{"name": "web", "version": "1.0.0"}"#),
        read: &["package.json"],
        end: Refused,
        says: &["package.json", "`name`", "no config dump", "/config_dump"],
    },
    Case {
        what: "JSON that istioctl printed",
        make: |folder| write(folder, "clusters.json", r#"[{"name": "outbound|80||a", "type": "EDS"}]"#),
        read: &["clusters.json"],
        end: Refused,
        says: &["clusters.json", "istioctl proxy-config", "config_dump?include_eds"],
    },
    Case {
        what: "a dump with something else in its place",
        make: |folder| write(folder, "dump.json", r#"{"configs": {"a": 1}}"#),
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "line 1 column", "expected a sequence", "another shape than Envoy prints", "unchanged"],
    },
    Case {
        what: "one broken listener among good clusters",
        make: |folder| {
            let broken = r#" {"@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump", "dynamic_listeners": [{"name": 7}]},"#;
            write(folder, "dump.json", DUMP.replacen('\n', &format!("\n{broken}\n"), 1));
        },
        read: &["dump.json"],
        end: Usable(1, 0),
        says: &[],
    },
    Case {
        what: "an error text of Envoy",
        make: |folder| {
            let text =
                "Failed to convert protobuf message to JSON string: INVALID_ARGUMENT: could not find @type 'x.Y'";
            write(folder, "saved.json", text);
        },
        read: &["saved.json"],
        end: Refused,
        says: &["saved.json", "could not find @type 'x.Y'", "?resource=dynamic_active_clusters"],
    },
    Case {
        what: "an error text of kubectl",
        make: |folder| write(folder, "dump.json", "Error from server (NotFound): pods \"web\" not found\n"),
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "pods \"web\" not found", "take it again"],
    },
    Case {
        what: "an empty file",
        make: |folder| write(folder, "dump.json", ""),
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "is empty", "take it again"],
    },
    Case {
        what: "an empty file in an archive",
        make: |folder| write(folder, "all.tar.zst", zstd([member("config_dump.json", ""), vec![0; 1024]].concat())),
        read: &["all.tar.zst"],
        end: Refused,
        says: &["all.tar.zst!config_dump.json", "is empty", "take it again"],
    },
    Case {
        what: "a directory without dumps",
        make: |folder| {
            write(folder, "logs/a.log", "12:00 ready\n");
            write(folder, "logs/b.log", "12:01 done\n");
        },
        read: &["logs"],
        end: Refused,
        says: &["logs: none of its 2 files is a config dump", "kubectl exec"],
    },
    Case {
        what: "a directory without anything",
        make: |folder| std::fs::create_dir(folder.join("bare")).unwrap(),
        read: &["bare"],
        end: Refused,
        says: &["bare: holds no files", "kubectl exec"],
    },
    Case {
        what: "a broken document among good ones",
        make: |folder| {
            let broken = "apiVersion: v1\nkind: Service\nmetadata: {name: [broken\n";
            write(folder, "dump.json", DUMP);
            write(folder, "all.yaml", format!("{SERVICE}---\n{broken}---\n{}", SERVICE.replace("web", "api")));
        },
        read: &["dump.json", "all.yaml"],
        end: Usable(1, 2),
        says: &["all.yaml:9: broken YAML: unclosed bracket", "the others count"],
    },
    Case {
        what: "a tab where YAML wants spaces",
        make: |folder| write(folder, "all.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n"),
        read: &["all.yaml"],
        end: Refused,
        says: &["all.yaml:4: broken YAML: tabs", "correct it"],
    },
    Case {
        what: "bytes that are no UTF-8 in a dump",
        make: |folder| {
            let mut bytes = DUMP.as_bytes().to_vec();
            bytes[DUMP.find("\"a\"").unwrap() + 1] = 0xff;
            write(folder, "dump.json", bytes);
        },
        read: &["dump.json"],
        end: Usable(1, 0),
        says: &["dump.json", "is not UTF-8 at byte", "replaced"],
    },
    Case {
        what: "nothing but bytes that are no UTF-8",
        make: |folder| write(folder, "dump.json", [0xff, 0xc3, 0x28, 0xa0, 0xa1, 0xfc, 0x0a].repeat(100)),
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "is neither", "/config_dump"],
    },
    Case {
        what: "UTF-16",
        make: |folder| {
            let text: Vec<u8> = std::iter::once(0xfeff).chain(DUMP.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            write(folder, "dump.json", text);
        },
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "UTF-16", "utf8"],
    },
    Case {
        what: "a zip",
        make: |folder| write(folder, "report.zip", b"PK\x03\x04\x14\0\0\0"),
        read: &["report.zip"],
        end: Refused,
        says: &["report.zip", "zip archive", "unpack it"],
    },
    Case {
        what: "a snapshot of another time",
        make: |folder| {
            write(folder, "s/manifest.json", r#"{"format": 9}"#);
            write(folder, "s/proxies/shop.web-1/config_dump.json", DUMP);
        },
        read: &["s"],
        end: Refused,
        says: &["s/manifest.json", "format 9", "reads format 1", "take it again"],
    },
];

/// Paths that lead nowhere, or not to a file.
pub(super) const UNREADABLE: &[Case] = &[
    Case {
        what: "a missing file",
        make: |folder| write(folder, "config_dump.json", DUMP),
        read: &["config_dmp.json"],
        end: Refused,
        says: &["config_dmp.json: no such file or directory", "did you mean", "config_dump.json"],
    },
    Case {
        what: "a missing file beside a good one",
        make: |folder| write(folder, "dump.json", DUMP),
        read: &["dump.json", "nowhere/at/all"],
        end: Refused,
        says: &["nowhere/at/all: no such file or directory"],
    },
    #[cfg(unix)]
    Case {
        what: "a symlink loop",
        make: |folder| {
            std::os::unix::fs::symlink("there", folder.join("here")).unwrap();
            std::os::unix::fs::symlink("here", folder.join("there")).unwrap();
        },
        read: &["here"],
        end: Refused,
        says: &["here: is a symlink that leads nowhere, or back to itself", "name what it should lead to"],
    },
    #[cfg(unix)]
    Case {
        what: "a symlink to the folder around it",
        make: |folder| {
            write(folder, "dumps/web/config_dump.json", DUMP);
            std::os::unix::fs::symlink("..", folder.join("dumps/web/up")).unwrap();
            std::os::unix::fs::symlink("../..", folder.join("dumps/web/out")).unwrap();
            std::os::unix::fs::symlink("/", folder.join("dumps/root")).unwrap();
        },
        read: &["dumps"],
        end: Usable(1, 0),
        says: &["dumps/root: is a symlink to a folder around it; not followed"],
    },
    #[cfg(unix)]
    Case {
        what: "a folder with symlinks to nowhere",
        make: |folder| {
            write(folder, "dumps/web/config_dump.json", DUMP);
            std::os::unix::fs::symlink("round", folder.join("dumps/round")).unwrap();
            std::os::unix::fs::symlink("gone", folder.join("dumps/dangling")).unwrap();
        },
        read: &["dumps"],
        end: Usable(1, 0),
        says: &["dumps/dangling: is a symlink that leads nowhere"],
    },
    #[cfg(unix)]
    Case {
        what: "a socket",
        make: |folder| drop(std::os::unix::net::UnixListener::bind(folder.join("admin.sock")).unwrap()),
        read: &["admin.sock"],
        end: Refused,
        says: &["admin.sock: is a socket, not a file", "pipe it in"],
    },
];
