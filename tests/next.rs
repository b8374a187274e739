//! What a trace that fails says to run next can be run, and tells something.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::Value;

use crate::support::lines::{arguments_as, listed};
use crate::support::run::{run, split};

#[test]
fn every_next_step_can_be_run() {
    let mut asked: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for file in listed() {
        let lines = file.lines.iter().filter(|line| line.starts_with("trace"));
        asked.extend(lines.map(|line| (file.sources.clone(), arguments_as("json", &file.sources, line))));
    }
    let steps: Vec<Vec<(String, i32, String)>> = asked
        .par_iter()
        .map(|(sources, arguments)| {
            let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            let Ok(answer) = serde_json::from_str::<Value>(&ran.stdout) else { return Vec::new() };
            let fails = matches!(answer["verdict"].as_str(), Some("fails" | "fails-partly"));
            let next = answer["next"].as_array().cloned().unwrap_or_default();
            let explained = answer["missing"].as_array().is_some_and(|missing| !missing.is_empty());
            // A failure has a next step, unless it is known why an object is missing, or the request itself is bad.
            let is_bad = ran.stdout.contains("\"bad_request\"");
            assert!(!fails || explained || is_bad || !next.is_empty(), "{arguments:?} has no next step");
            assert!(answer["verdict"] != "succeeds" || next.is_empty(), "{arguments:?}");
            let step = |next: &Value| {
                let line = next["run"].as_str().unwrap();
                let mut arguments = split(line.strip_prefix("meshdbg ").unwrap());
                for source in sources {
                    arguments.extend(["--from".to_owned(), source.clone()]);
                }
                let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
                (line.to_owned(), ran.code, ran.stderr)
            };
            next.iter().map(step).collect()
        })
        .collect();
    let mut commands: BTreeMap<String, usize> = BTreeMap::new();
    for (line, code, stderr) in steps.into_iter().flatten() {
        let command = line.split(' ').nth(1).unwrap().to_owned();
        assert!(code != 2, "{line}\n{stderr}");
        *commands.entry(command).or_default() += 1;
    }
    assert!(commands.len() >= 3, "{commands:?}");
}
