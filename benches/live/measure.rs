//! Times, memory and sizes of runs of the binary on the cluster.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::live::lab::Lab;

/// What is measured against what.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Side {
    Bare,
    Ours,
}

/// The medians of both sides, run in turn so that what else the machine does meets both; the first of each does not
/// count.
pub(crate) fn in_turn(runs: usize, run: impl Fn(Side)) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..=runs {
        for (side, times) in [Side::Bare, Side::Ours].into_iter().zip(&mut times) {
            let start = now();
            run(side);
            if round > 0 {
                times.push(start.elapsed());
            }
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

/// A run of the binary.
pub(crate) struct Run {
    status: ExitStatus,
    /// The most memory that it had, in bytes.
    pub(crate) peak: f64,
}

impl Run {
    /// Runs it as a user of the cluster who may do all that is needed.
    pub(crate) fn of(lab: &Lab, arguments: &[&str]) -> Self {
        // The processes have other numbers in /proc, which is that of the machine outside: a shell says which.
        let note = lab.folder.join("process");
        let mut command = Command::new("sh");
        command.args(["-c", r#"read number rest < /proc/self/stat; echo $number > "$0"; exec "$@""#]).arg(&note);
        command
            .arg(env!("CARGO_BIN_EXE_meshdbg"))
            .args(arguments)
            .args(["--context", "both"])
            .env("KUBECONFIG", &lab.kubeconfig);
        command.current_dir(&lab.folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut peak = 0.0_f64;
        loop {
            peak = peak.max(high_water(&note));
            if let Some(status) = child.try_wait().unwrap() {
                return Self { status, peak };
            }
            pause();
        }
    }

    /// Ends the benchmark where it went wrong.
    pub(crate) fn code_is(self, allowed: &[i32]) -> Self {
        assert!(self.status.code().is_some_and(|code| allowed.contains(&code)), "it ended with {}", self.status);
        self
    }
}

/// A snapshot that was taken. It stays until all is measured: ext4 goes slowly where many files were removed a moment ago.
pub(crate) struct Taken {
    folder: PathBuf,
    pub(crate) peak: f64,
}

/// Takes a snapshot.
pub(crate) fn snapshot(lab: &Lab, which: &[&str]) -> Taken {
    static TAKEN: AtomicUsize = AtomicUsize::new(0);
    let name = format!("./bench-{}", TAKEN.fetch_add(1, Ordering::Relaxed));
    let run = Run::of(lab, &[&["snapshot", "-o", &name], which].concat()).code_is(&[0]);
    Taken { folder: lab.folder.join(name), peak: run.peak }
}

impl Taken {
    /// Bytes on the disk, and of the documents in it.
    #[expect(clippy::cast_precision_loss, reason = "for a reader")]
    pub(crate) fn sizes(&self) -> (f64, f64) {
        let files = walkdir::WalkDir::new(&self.folder).into_iter().map(|entry| entry.unwrap().metadata().unwrap());
        let stored: u64 = files.filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()).sum();
        let capture = meshdbg::collect::read(&[meshdbg::collect::Source::Path(self.folder.clone())]).unwrap();
        let raw: usize = capture.documents.iter().map(|document| document.text.len()).sum();
        (stored as f64, raw as f64)
    }
}

#[expect(clippy::cast_precision_loss, reason = "for a reader")]
fn high_water(note: &Path) -> f64 {
    let number = std::fs::read_to_string(note).unwrap_or_default();
    let text = std::fs::read_to_string(format!("/proc/{}/status", number.trim())).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kibibytes.unwrap_or_default() as f64 * 1024.0
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn now() -> Instant {
    Instant::now()
}

fn pause() {
    std::thread::sleep(Duration::from_millis(2));
}
