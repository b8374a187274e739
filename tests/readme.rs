//! The session in the README is what the binary prints. Run with `UPDATE=1` to write it anew.

use std::path::Path;

use crate::support::run::{run, split};

#[test]
fn the_session_is_real() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let kept = std::fs::read_to_string(&path).unwrap();
    let mut fresh = String::new();
    let mut inside = false;
    let mut commands = 0;
    for line in kept.lines() {
        if line == "```console" {
            inside = true;
        } else if line == "```" && inside {
            inside = false;
        }
        let command = line.strip_prefix("$ meshdbg ").filter(|_| inside);
        if !inside || line == "```console" || command.is_some() {
            fresh.push_str(line);
            fresh.push('\n');
        }
        if let Some(command) = command {
            let arguments = split(command);
            let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            assert_ne!(ran.code, 2, "{command}: {}", ran.stderr);
            fresh.push_str(&ran.stdout);
            commands += 1;
        }
    }
    assert!(commands >= 4, "the README shows no session");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &fresh).unwrap();
        return;
    }
    assert!(kept == fresh, "the session in README.md is old: UPDATE=1 cargo test readme writes it anew");
}
