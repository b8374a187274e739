//! The command lines in `tests/commands/`.

use std::path::{Path, PathBuf};

use super::run::split;

/// Certificates are judged at the time of the recording.
const AT: &str = "2026-11-20T14:00:00Z";

/// A file of command lines.
pub(crate) struct Listed {
    /// Its name.
    pub(crate) name: String,
    /// What each of its lines reads.
    pub(crate) sources: Vec<String>,
    /// The lines.
    pub(crate) lines: Vec<String>,
}

/// All of them, in order.
pub(crate) fn listed() -> Vec<Listed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let read = |file: PathBuf| {
        let text = std::fs::read_to_string(&file).unwrap();
        let sources = text.lines().next().and_then(|line| line.strip_prefix("from ")).unwrap();
        let lines = text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Listed {
            name: file.file_stem().unwrap().to_string_lossy().into_owned(),
            sources: sources.split(' ').map(str::to_owned).collect(),
            lines: lines.map(str::to_owned).collect(),
        }
    };
    files.into_iter().map(read).collect()
}

/// The arguments of a line.
pub(crate) fn arguments(sources: &[String], line: &str) -> Vec<String> {
    let mut arguments = split(line);
    for source in sources {
        arguments.extend(["--from".to_owned(), source.clone()]);
    }
    if !line.starts_with("trace") && !line.contains("--at") {
        arguments.extend(["--at".to_owned(), AT.to_owned()]);
    }
    arguments
}

/// The same, in another format than the line asks for.
pub(crate) fn arguments_as(format: &str, sources: &[String], line: &str) -> Vec<String> {
    let mut arguments = arguments(sources, line);
    while let Some(at) = arguments.iter().position(|argument| argument == "-o") {
        arguments.drain(at..at + 2);
    }
    arguments.extend(["-o".to_owned(), format.to_owned()]);
    arguments
}
