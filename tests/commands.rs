//! Every command on every fixture, as a user runs it: what it prints, what it warns of, and its exit code.
//!
//! `tests/commands/FIXTURE.txt` lists command lines without `--from`; their answers are in the snapshot beside it.

use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;

use crate::support::captures;
use crate::support::run::{Ran, run, split};

/// Certificates are judged at the time of the recording.
const AT: &str = "2026-11-20T14:00:00Z";
/// Of a longer answer the beginning tells enough.
const MOST_LINES: usize = 60;

#[test]
fn answers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands");
    for fixture in captures() {
        let name = fixture.trim_end_matches(".tar.zst").replace('/', "-");
        let file = folder.join(format!("{name}.txt"));
        let lines = std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
        let lines: Vec<&str> = lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let answers: Vec<String> = lines.par_iter().map(|line| answer(&fixture, line)).collect();
        insta::with_settings!({ snapshot_path => "commands", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, answers.concat());
        });
    }
}

fn answer(fixture: &str, line: &str) -> String {
    let arguments = split(line);
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    arguments.extend(["--from", fixture]);
    if !line.starts_with("trace") && !line.contains("--at") {
        arguments.extend(["--at", AT]);
    }
    let Ran { code, stdout, stderr } = run(&arguments);
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
