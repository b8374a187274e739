//! Every command has help with examples, and they run.

use crate::support::run::{run, split};

const COMMANDS: &[&str] = &[
    "trace",
    "explain",
    "explain missing",
    "listeners",
    "chains",
    "routes",
    "clusters",
    "endpoints",
    "secrets",
    "bootstrap",
    "ecds",
    "filters",
    "status",
    "proxy-config",
    "ztunnel",
    "snapshot",
    "stats",
    #[cfg(feature = "live")]
    "log",
    "schema",
    "completions",
];

#[test]
fn every_command_has_examples_that_run() {
    for command in COMMANDS {
        let help = run(&command.split(' ').chain(["--help"]).collect::<Vec<_>>());
        assert_eq!(help.code, 0, "{command}: {}", help.stderr);
        let (_, examples) = help.stdout.split_once("Examples:").unwrap_or_else(|| panic!("{command} has no examples"));
        for line in examples.lines().map(str::trim) {
            let Some(example) = line.strip_prefix("meshdbg ").filter(|line| line.ends_with("--from demo")) else {
                continue;
            };
            let arguments = split(example);
            let ran = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
            let is_batch = example.contains("--batch");
            assert!(is_batch || ran.code != 2, "{example}: {}", ran.stderr);
        }
    }
}

#[test]
fn wrong_usage_is_told_on_stderr() {
    let cases = [
        (&["nonsense"][..], "unrecognized subcommand"),
        (&["trace", "--from", "demo"], "--to"),
        (&["clusters"], "nothing to read"),
        (&["clusters", "--from", "nowhere.json"], "no such file"),
        (&["clusters", "--from", "demo", "-o", "xml"], "invalid value 'xml'"),
        (&["clusters", "--from", "demo", "-A", "--where", "name"], "COLUMN=TEXT"),
        (&["trace", "deploy/frontend-v1", "--to", "nothere", "--from", "demo"], "which port"),
        (&["trace", "nobody", "--to", "reviews:9080", "--from", "demo"], "nearest names"),
    ];
    for (arguments, want) in cases {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.stdout.is_empty(), "{arguments:?}: {}", ran.stdout);
        assert!(ran.stderr.contains(want), "{arguments:?}: {}", ran.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = crate::support::run::meshdbg(&crate::support::fixture(""))
        .args(["routes", "-A", "--from", "demo"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
