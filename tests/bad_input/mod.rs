//! Input that is broken, misnamed, hostile or not there: each leads to a message that names the file and the place and
//! says what to do, through the library and through the binary; never to a panic or a hang, and nothing is written.

mod attempt;
mod cases;
mod hostile;
mod make;
mod mutate;

use std::path::Path;

use attempt::{Outcome, by_binary, by_library};

/// What becomes of the input.
#[derive(Debug, Clone, Copy)]
enum End {
    /// There is nothing to work with: exit code 2.
    Refused,
    /// So many proxies and resources are there all the same: a warning.
    Usable(usize, usize),
}

/// One bad input.
struct Case {
    /// What is wrong with it.
    what: &'static str,
    /// Makes it in a folder.
    make: fn(&Path),
    /// The files to read of that folder, in the order in which they are named.
    read: &'static [&'static str],
    /// What becomes of it.
    end: End,
    /// One message holds all of these: the file, the place in it, the next step.
    says: &'static [&'static str],
}

fn check(case: &Case, how: &str, outcome: &Outcome) {
    let Case { what, says, .. } = case;
    let found =
        says.is_empty() || outcome.messages.iter().any(|message| says.iter().all(|words| message.contains(words)));
    assert!(found, "{what} ({how}): no message with {says:?} in {:#?}", outcome.messages);
    assert!(!outcome.messages.iter().any(|message| message.contains("panicked")), "{what} ({how}): {outcome:?}");
    match (case.end, outcome.usable) {
        (End::Refused, None) => {}
        (End::Usable(proxies, resources), Some(found)) if found == (proxies, resources) => {}
        (end, found) => panic!("{what} ({how}): {end:?} expected, found {found:?}: {:#?}", outcome.messages),
    }
}

fn run(cases: &[Case]) {
    for case in cases {
        let folder = tempfile::tempdir().unwrap();
        (case.make)(folder.path());
        let before = make::listing(folder.path());
        let paths: Vec<_> = case.read.iter().map(|name| folder.path().join(name)).collect();
        check(case, "library", &by_library(&paths));
        // The binary prints no count of resources, and asks for an Envoy.
        let mut through_cli = by_binary(folder.path(), case.read, "");
        if let End::Usable(proxies, resources) = case.end {
            assert_eq!(through_cli.usable.is_some(), proxies > 0, "{}: {:?}", case.what, through_cli.messages);
            through_cli.usable = Some((proxies, resources));
        }
        check(case, "binary", &through_cli);
        assert_eq!(before, make::listing(folder.path()), "{}: something was written", case.what);
    }
}

#[test]
fn broken_input_says_what_is_wrong_and_what_to_do() {
    run(cases::BROKEN);
}

#[test]
fn files_that_cannot_be_read_say_so() {
    run(cases::UNREADABLE);
}

#[test]
fn a_pipe_says_what_is_wrong_with_what_came() {
    let cases: [(&str, &[&str], &str); 4] = [
        (make::DUMP, &["-"], ""),
        (&make::DUMP[..100], &["-"], "stdin: broken JSON: EOF while parsing"),
        ("", &["-"], "stdin: is empty; take it again"),
        (make::DUMP, &["-", "-"], "stdin: is named twice"),
    ];
    for (text, files, says) in cases {
        let folder = tempfile::tempdir().unwrap();
        let outcome = by_binary(folder.path(), files, text);
        assert_eq!(outcome.usable.is_some(), says.is_empty(), "{outcome:?}");
        assert!(says.is_empty() || outcome.messages.iter().any(|message| message.contains(says)), "{outcome:?}");
    }
}

#[cfg(unix)]
#[test]
fn files_without_permission_say_so() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    make::write(folder.path(), "good/config_dump.json", make::DUMP);
    make::write(folder.path(), "shut.json", make::DUMP);
    let shut = folder.path().join("shut.json");
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::File::open(&shut).is_ok() {
        // Root may read everything.
        return;
    }
    for (files, end) in [(&["shut.json"][..], None), (&["."], Some((1, 0)))] {
        let paths: Vec<_> = files.iter().map(|name| folder.path().join(name)).collect();
        let outcome = by_library(&paths);
        assert_eq!(outcome.usable, end);
        let says = ["shut.json: cannot be read", "check its permissions"];
        assert!(outcome.messages.iter().any(|message| says.iter().all(|words| message.contains(words))), "{outcome:?}");
    }
}

#[test]
fn hostile_input_does_no_harm() {
    run(hostile::HOSTILE);
}
