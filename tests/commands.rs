//! Every command on every fixture, as a user runs it: what it prints, what it warns of, and its exit code.
//!
//! A file in `tests/commands/` names its sources in the first line, then says what they are, then lists command lines
//! without `--from`; the answers are in the snapshot beside it.

use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;

use crate::support::captures;
use crate::support::lines::{Listed, arguments, listed};
use crate::support::run::{Ran, run};

/// Of a longer answer the beginning tells enough.
const MOST_LINES: usize = 60;

#[test]
fn answers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands");
    for fixture in captures() {
        let file = folder.join(format!("{}.txt", fixture.trim_end_matches(".tar.zst").replace('/', "-")));
        assert!(file.exists(), "{} is missing: what does {fixture} answer?", file.display());
    }
    for Listed { name, sources, lines } in listed() {
        let answers: Vec<String> = lines.par_iter().map(|line| answer(&sources, line)).collect();
        insta::with_settings!({ snapshot_path => "commands", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, answers.concat());
        });
    }
}

fn answer(sources: &[String], line: &str) -> String {
    let arguments = arguments(sources, line);
    let Ran { code, stdout, stderr } = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let mut text = format!("$ meshdbg {line}\n");
    let lines: Vec<&str> = stdout.lines().collect();
    lines.iter().take(MOST_LINES).for_each(|line| writeln!(text, "{line}").unwrap());
    if lines.len() > MOST_LINES {
        writeln!(text, "[{} more lines]", lines.len() - MOST_LINES).unwrap();
    }
    stderr.lines().for_each(|line| writeln!(text, "! {line}").unwrap());
    writeln!(text, "[exit {code}]\n").unwrap();
    text
}
