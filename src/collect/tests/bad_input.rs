//! What cannot be used: why, and what next.

use super::input::*;
use crate::collect::{Error, Source, read};

fn error_of(sources: &[Source]) -> String {
    read(sources).unwrap_err().to_string()
}

#[test]
fn a_file_of_no_use_says_why_and_what_next() {
    let cases: [(&str, &[u8], &str); 12] = [
        ("empty", b"", "x: is empty"),
        ("other JSON", b"{\"a\": 1}", "x: is JSON (`a` "),
        ("a list", b"[{\"name\": \"a\"}]", "pilot-agent request GET"),
        ("no JSON", b"{\"conf", "x: is not whole JSON (EOF while parsing a string at line 1"),
        ("prose", b"hello\n", "x: is neither"),
        ("binary", b"\x7fELF\0\0\0", "x: is a binary file"),
        ("UTF-16", b"\xff\xfe{\0}\0", "Out-File -Encoding utf8"),
        ("zip", b"PK\x03\x04abc", "x: is a zip archive"),
        ("Envoy", b"Failed to convert protobuf message to JSON string: could not find @type 'a.B'", "?resource="),
        ("Envoy", b"nosuch not found in config dump", "(nosuch not found in config dump)"),
        ("Envoy", b"bootstrap is not a repeated field. Use ?mask=", "with ?mask="),
        ("kubectl", b"Error from server (NotFound): pods \"a\" not found", "kubectl failed"),
    ];
    for (what, bytes, message) in cases {
        let error = error_of(&[packed("x", bytes)]);
        assert!(error.contains(message), "{what}: {error}");
    }
}

#[test]
fn what_cannot_be_opened_says_so() {
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path(), &[("config_dump.json", DUMP)]);
    let at = |name: &str| [Source::Path(folder.path().join(name))];
    let root = folder.path().display();

    let error = error_of(&at("config_dmp.json"));
    assert_eq!(
        error,
        format!("{root}/config_dmp.json: no such file or directory; did you mean {root}/config_dump.json?")
    );
    assert!(error_of(&at("zzz")).ends_with("/zzz: no such file or directory"));
    assert!(error_of(&at("no/such/folder")).ends_with("no such file or directory"));

    std::fs::create_dir(folder.path().join("bare")).unwrap();
    assert!(error_of(&at("bare")).contains("/bare: holds no files; save one with"));
    write_all(folder.path(), &[("bare/a.log", "x\n"), ("bare/b.log", "y\n")]);
    assert!(error_of(&at("bare")).contains("/bare: none of its 2 files is a config dump"));
    write_all(folder.path(), &[("bare/config_dump.json", "Failed to convert protobuf message")]);
    let error = error_of(&at("bare"));
    assert!(error.contains("none of its 3 files is a usable"), "{error}");
    assert!(error.contains("bare/config_dump.json: is a message, not a dump"), "{error}");
}

#[test]
fn one_bad_source_among_good_ones_is_a_gap() {
    let capture = read(&[packed("bad", "{}"), packed("good", DUMP)]).unwrap();
    assert_eq!(capture.documents.len(), 1);
    assert_eq!(capture.gaps.len(), 1);
    assert_eq!(capture.gaps[0].place, "bad");

    assert!(error_of(&[packed("first", "{}"), packed("second", "")]).starts_with("first: is an empty JSON"));
    let missing = Source::Path("no/such/path".into());
    assert!(matches!(read(&[packed("good", DUMP), missing]), Err(Error::Missing { .. })));
}

#[test]
fn an_unknown_snapshot_format_is_refused() {
    let files = [("s/manifest.json", "{\"format\": 2}"), ("s/proxies/shop.web/config_dump.json", DUMP)];
    let error = error_of(&[packed("a", tar(&files))]);
    assert!(error.starts_with("a!s/manifest.json: the snapshot has format 2"), "{error}");
    let alone = error_of(&[packed("manifest.json", "{\"format\": 1}")]);
    assert!(alone.contains("name the folder around it"), "{alone}");
}

#[test]
fn bytes_that_are_no_utf8_are_replaced() {
    let mut dump = DUMP.as_bytes().to_vec();
    let at = DUMP.find("web-1").unwrap();
    dump[at] = 0xff;
    let yaml = b"apiVersion: v1\nkind: \xc3\n".to_vec();
    for (bytes, offset) in [(dump, at), (yaml, 21)] {
        let capture = read(&[packed("x", bytes)]).unwrap();
        let text = std::str::from_utf8(&capture.documents[0].text).unwrap();
        assert!(text.contains('\u{fffd}'));
        assert_eq!(capture.gaps.len(), 1);
        let reason = &capture.gaps[0].reason;
        assert!(reason.starts_with(&format!("is not UTF-8 at byte {offset};")), "{reason}");
    }
}

#[test]
fn secrets_do_not_get_through_a_source() {
    let secret = "apiVersion: v1\nkind: Secret\ndata:\n  tls.key: dG9wc2VjcmV0\n";
    let json = r#"{"apiVersion":"v1","kind":"Secret","data":{"k":"dG9wc2VjcmV0"}}"#;
    let broken = "kind: A\n---\nkind: Secret\ndata: {{ dG9wc2VjcmV0 }}\n";
    let files = [("a.yaml", secret), ("b.json", json), ("c.yaml", broken), ("d.json", &json[..58])];
    let capture = read(&[packed("x", tar(&files))]).unwrap();
    assert_eq!(capture.documents.len(), 3);
    for document in &capture.documents {
        let text = std::str::from_utf8(&document.text).unwrap();
        assert!(!text.contains("dG9w"), "{text}");
    }
    let places: Vec<&str> = capture.gaps.iter().map(|gap| &*gap.place).collect();
    assert_eq!(places, ["x!c.yaml", "x!d.json"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn links_are_followed_but_not_in_circles() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        write_all(root, &[("in/a/config_dump.json", DUMP), ("out/clusters.json", CLUSTERS)]);
        symlink(root.join("in"), root.join("in/a/up")).unwrap();
        symlink(root.join("in/a"), root.join("in/again")).unwrap();
        symlink(root.join("out"), root.join("in/outside")).unwrap();
        symlink(root.join("nowhere"), root.join("in/dangling")).unwrap();
        let capture = read(&[Source::Path(root.join("in"))]).unwrap();
        assert_eq!(
            summary(&capture, root.to_str().unwrap()),
            ["ConfigDump in/a/config_dump.json in in/a", "ClustersJson in/outside/clusters.json in in/outside"]
        );
        let gaps: Vec<&str> = capture.gaps.iter().map(|gap| &*gap.reason).collect();
        assert_eq!(gaps.len(), 2, "{gaps:?}");
        assert!(gaps[0].starts_with("is a symlink to a folder around it"), "{gaps:?}");
        assert!(gaps[1].starts_with("is a symlink that leads nowhere"), "{gaps:?}");
    }

    #[test]
    fn what_never_ends_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listener = UnixListener::bind(&socket).unwrap();
        let error = error_of(&[Source::Path(socket)]);
        assert!(error.contains("is a socket, not a file or directory; pipe it in"), "{error}");
        let error = error_of(&[Source::Path("/dev/zero".into())]);
        assert!(error.starts_with("/dev/zero: is a device"), "{error}");

        write_all(folder.path(), &[("config_dump.json", DUMP)]);
        let capture = read(&[Source::Path(folder.path().to_owned())]).unwrap();
        assert_eq!(capture.documents.len(), 1);
        assert_eq!(capture.gaps[0].reason, "is a socket, not a file; not read");
    }

    #[test]
    fn permissions_are_respected() {
        let folder = tempfile::tempdir().unwrap();
        write_all(folder.path(), &[("config_dump.json", DUMP), ("shut.json", DUMP)]);
        let shut = folder.path().join("shut.json");
        std::fs::set_permissions(&shut, PermissionsExt::from_mode(0o000)).unwrap();
        if std::fs::read(&shut).is_ok() {
            // Root may read everything.
            return;
        }
        assert!(error_of(&[Source::Path(shut)]).contains("check its permissions"));
        let capture = read(&[Source::Path(folder.path().to_owned())]).unwrap();
        assert_eq!(capture.documents.len(), 1);
        assert!(capture.gaps[0].reason.contains("check its permissions"));
    }
}
