//! Input made to do harm.

use super::make::{DUMP, SERVICE, gzip, header, long, member, write, zstd};
use super::{Case, End};

use End::{Refused, Usable};

const TEN_GIB: u64 = 10 << 30;

fn nested(open: &str, middle: &str, close: &str) -> String {
    const DEEP: usize = 10_000;
    format!("{}{middle}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// Each of these ends soon, and takes little.
pub(super) const HOSTILE: &[Case] = &[
    Case {
        what: "members that climb out of a tar",
        make: |folder| {
            let climbs = [member("../escaped.json", DUMP), member("a/../../escaped.json", DUMP)];
            let good = member("web/config_dump.json", DUMP);
            write(folder, "all.tar.gz", gzip([&climbs.concat()[..], &good, &[0; 1024]].concat()));
        },
        read: &["all.tar.gz"],
        end: Usable(1, 0),
        says: &["all.tar.gz!../escaped.json: its name climbs out with `..`", "not read"],
    },
    Case {
        what: "a member of 10 GiB that is a dump, packed to little",
        make: |folder| {
            let start =
                [member("web/config_dump.json", DUMP), header("huge.json", TEN_GIB), b"{\"configs\": [".to_vec()];
            write(folder, "all.tar.zst", [zstd(start.concat()), long(b' ', 10 << 10, |piece| zstd(piece))].concat());
        },
        read: &["all.tar.zst"],
        end: Usable(1, 0),
        says: &["all.tar.zst!huge.json", "more than 1 GiB", "?resource="],
    },
    Case {
        what: "a member of 10 GiB that is none",
        make: |folder| {
            let start = [member("web/config_dump.json", DUMP), header("core", TEN_GIB)].concat();
            write(folder, "all.tar.zst", [zstd(start), long(0, 10 << 10, |piece| zstd(piece))].concat());
        },
        read: &["all.tar.zst"],
        end: Usable(1, 0),
        says: &["all.tar.zst", "more than 4 GiB", "the rest of it was not read", "Unpack it and name a part"],
    },
    Case {
        what: "a member that claims 10 GiB",
        make: |folder| {
            let start = [member("web/config_dump.json", DUMP), header("lie.json", TEN_GIB), DUMP.into()];
            write(folder, "all.tar", start.concat());
        },
        read: &["all.tar"],
        end: Usable(1, 0),
        says: &["all.tar", "lie.json"],
    },
    Case {
        what: "a dump that unpacks to more than is read",
        make: |folder| {
            let start = zstd("{\"configs\": [");
            write(folder, "bomb.json.zst", [start, long(b' ', 1100, |piece| zstd(piece))].concat());
            write(folder, "dump.json", DUMP);
        },
        read: &["bomb.json.zst", "dump.json"],
        end: Usable(1, 0),
        says: &["bomb.json.zst", "more than 1 GiB", "?resource="],
    },
    Case {
        what: "gzip of nothing but zeros",
        make: |folder| write(folder, "bomb.gz", long(0, 4 << 10, |piece| gzip(piece))),
        read: &["bomb.gz"],
        end: Refused,
        says: &["bomb.gz", "binary"],
    },
    Case {
        what: "gzip in gzip in gzip …",
        make: |folder| write(folder, "bomb.gz", (0..30).fold(DUMP.as_bytes().to_vec(), |inner, _| gzip(inner))),
        read: &["bomb.gz"],
        end: Refused,
        says: &["bomb.gz", "deep in one another", "unpack it"],
    },
    Case {
        what: "JSON nested deeply in place of a dump",
        make: |folder| write(folder, "deep.json", nested("[", "", "]")),
        read: &["deep.json"],
        end: Refused,
        says: &["deep.json", "JSON list"],
    },
    Case {
        what: "JSON objects nested deeply",
        make: |folder| write(folder, "deep.json", nested("{\"a\":", "1", "}")),
        read: &["deep.json"],
        end: Refused,
        says: &["deep.json", "no config dump"],
    },
    Case {
        what: "a dump nested deeply where sections belong",
        make: |folder| write(folder, "deep.json", format!("{{\"configs\": [{}]}}", nested("[", "", "]"))),
        read: &["deep.json"],
        end: Refused,
        says: &["deep.json", "line 1 column"],
    },
    Case {
        what: "a cluster nested deeply",
        make: |folder| {
            let deep = nested("{\"a\":", "1", "}");
            write(
                folder,
                "dump.json",
                DUMP.replace("\"name\": \"a\"", &format!("\"name\": \"a\", \"metadata\": {deep}")),
            );
        },
        read: &["dump.json"],
        end: Usable(1, 0),
        says: &[],
    },
    Case {
        what: "a resource nested deeply, as JSON",
        make: |folder| {
            let head = r#"{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": "#;
            write(folder, "deep.json", format!("{head}{}}}", nested("[", "", "]")));
            write(folder, "good.yaml", SERVICE);
        },
        read: &["deep.json", "good.yaml"],
        end: Usable(0, 1),
        says: &["deep.json", "recursion limit", "left out"],
    },
    Case {
        what: "a resource nested deeply, as YAML",
        make: |folder| {
            write(folder, "deep.yaml", format!("{SERVICE}spec: {}\n---\n{SERVICE}", nested("[", "", "]")));
        },
        read: &["deep.yaml"],
        end: Usable(0, 1),
        says: &["deep.yaml:", "nested deeper", "left out"],
    },
    Case {
        what: "a resource nested deeply, by indents",
        make: |folder| {
            let lines: String = (0..10_000).flat_map(|depth| [" ".repeat(depth + 2), "a:\n".to_owned()]).collect();
            write(folder, "deep.yaml", format!("{SERVICE}spec:\n{lines}---\n{SERVICE}"));
        },
        read: &["deep.yaml"],
        end: Usable(0, 1),
        says: &["deep.yaml:", "nested deeper", "left out"],
    },
    Case {
        what: "YAML aliases that multiply",
        make: |folder| {
            let list = |n: usize| format!("  l{}: &l{} [{}]\n", n + 1, n + 1, vec![format!("*l{n}"); 10].join(", "));
            let lists: String = (0..9).map(list).collect();
            write(folder, "laughs.yaml", format!("{SERVICE}spec:\n  l0: &l0 [a, a, a]\n{lists}---\n{SERVICE}"));
        },
        read: &["laughs.yaml"],
        end: Usable(0, 1),
        says: &["laughs.yaml:13: ", "repeats itself", "left out"],
    },
    Case {
        what: "a string that never ends",
        make: |folder| write(folder, "dump.json", format!("{{\"configs\": [{{\"@type\": \"{}", "a".repeat(5 << 20))),
        read: &["dump.json"],
        end: Refused,
        says: &["dump.json", "EOF", "take it again"],
    },
];
