//! Every command on every fixture, as a user runs it: what it prints, what it warns of, and its exit code.
//!
//! A file in `tests/commands/` names its sources in the first line, then says what they are, then lists command lines
//! without `--from`; the answers are in the snapshot beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

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
        let file = folder.join(format!("{}.txt", fixture.trim_end_matches(".tar.zst").replace('/', "-")));
        assert!(file.exists(), "{} is missing: what does {fixture} answer?", file.display());
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let sources: Vec<&str> =
            text.lines().next().and_then(|line| line.strip_prefix("from ")).unwrap().split(' ').collect();
        let lines: Vec<&str> = text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let answers: Vec<String> = lines.par_iter().map(|line| answer(&sources, line)).collect();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_path => "commands", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, answers.concat());
        });
    }
}

fn answer(sources: &[&str], line: &str) -> String {
    let arguments = split(line);
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    for source in sources {
        arguments.extend(["--from", source]);
    }
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
