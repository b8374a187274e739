//! Runs the binary as a user does.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a run gave.
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// stdout.
    pub(crate) stdout: String,
    /// stderr.
    pub(crate) stderr: String,
}

/// The binary, without the environment's say in colours and widths, in the folder of the fixtures: what it prints does
/// not hold a path of this machine.
pub(crate) fn meshdbg(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meshdbg"));
    command.current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("COLUMNS");
    // No cluster of this machine is asked.
    command.env("KUBECONFIG", "nowhere/kubeconfig").env_remove("KUBERNETES_SERVICE_HOST");
    command.stdin(Stdio::null());
    command
}

/// Runs the binary in the folder of the fixtures.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    let folder = super::fixture("");
    ran(&meshdbg(&folder).args(arguments).output().unwrap())
}

/// What a run gave, as text.
pub(crate) fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ran {
        code: output.status.code().expect("it ends by itself"),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

/// The arguments of a line, as a shell splits them: blanks, single and double quotes.
pub(crate) fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut inside) = (Vec::new(), String::new(), None, false);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '\'' | '"') => (quote, inside) = (Some(letter), true),
            (None, ' ') if inside => {
                words.push(std::mem::take(&mut word));
                inside = false;
            }
            (None, ' ') => {}
            _ => {
                word.push(letter);
                inside = true;
            }
        }
    }
    if inside {
        words.push(word);
    }
    words
}
