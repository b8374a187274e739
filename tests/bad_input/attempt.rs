//! The two ways in: the library, and the binary as a person runs it.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model;
use meshdbg::view::table::{chains, clusters, endpoints, listeners, routes, secrets};

/// What came of an input.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// How many proxies and resources there are; `None` where there is nothing to work with.
    pub(super) usable: Option<(usize, usize)>,
    /// Everything that was said.
    pub(super) messages: Vec<String>,
}

/// Reads paths, and looks at everything in them.
pub(super) fn by_library(paths: &[PathBuf]) -> Outcome {
    let sources: Vec<Source> = paths.iter().cloned().map(Source::Path).collect();
    of_sources(&sources)
}

/// Reads sources, and looks at everything in them.
pub(super) fn of_sources(sources: &[Source]) -> Outcome {
    let capture = match collect::read(sources) {
        Ok(capture) => capture,
        Err(error) => return Outcome { usable: None, messages: vec![error.to_string()] },
    };
    let mesh = Mesh::new(model::read(capture));
    let mut messages: Vec<String> = mesh.gaps.iter().map(|gap| format!("{}: {}", gap.place, gap.reason)).collect();
    for proxy in &mesh.proxies {
        messages.extend(clusters::rows(&mesh, proxy, true).rows.into_iter().filter_map(|row| row.error));
        messages.extend(listeners::rows(&mesh, proxy).rows.into_iter().filter_map(|row| row.error));
        messages.extend(routes::rows(&mesh, proxy).rows.into_iter().filter_map(|row| row.error));
        let _ = (
            chains::rows(&mesh, proxy),
            endpoints::rows(&mesh, proxy),
            secrets::rows(&mesh, proxy, Timestamp::UNIX_EPOCH),
        );
    }
    let found = (mesh.proxies.len(), mesh.resources.len());
    Outcome { usable: (found != (0, 0)).then_some(found), messages }
}

/// Long for any of these inputs, also on a slow machine.
const HANGS: Duration = Duration::from_mins(2);

/// Runs the binary in a folder. `usable` is set where it ends well.
pub(super) fn by_binary(folder: &Path, files: &[&str], stdin: &str) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meshdbg"));
    command.current_dir(folder).args(["clusters", "-A"]);
    for file in files {
        command.args(["--from", file]);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // It may end without reading it.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let mut pipe = child.stderr.take().unwrap();
    let said = std::thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).unwrap();
        text
    });
    let start = now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > HANGS => {
                child.kill().unwrap();
                panic!("{files:?}: still running after {HANGS:?}");
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let messages: Vec<String> = said.join().unwrap().lines().map(str::to_owned).collect();
    let usable = match status.code() {
        Some(0) => Some((0, 0)),
        Some(2) => None,
        other => panic!("{files:?}: ended with {other:?}: {messages:#?}"),
    };
    Outcome { usable, messages }
}

#[expect(clippy::disallowed_methods, reason = "a test must end, whatever the binary does")]
fn now() -> Instant {
    Instant::now()
}
