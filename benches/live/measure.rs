//! Times, memory and sizes of runs of the binary on the cluster.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
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

/// What a snapshot took.
pub(crate) struct Taken {
    pub(crate) peak: f64,
    pub(crate) stored: f64,
    pub(crate) raw: f64,
}

/// Takes a snapshot, and takes it away.
#[expect(clippy::cast_precision_loss, reason = "for a reader")]
pub(crate) fn snapshot(lab: &Lab, which: &[&str]) -> Taken {
    let target = lab.folder.join("bench");
    let arguments = [&["snapshot", "-o", "./bench"], which].concat();
    let run = Run::of(lab, &arguments).code_is(&[0]);
    let files = walkdir::WalkDir::new(&target).into_iter().map(|entry| entry.unwrap().metadata().unwrap());
    let stored: u64 = files.filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()).sum();
    let capture = meshdbg::collect::read(&[meshdbg::collect::Source::Path(target.clone())]).unwrap();
    let raw: usize = capture.documents.iter().map(|document| document.text.len()).sum();
    std::fs::remove_dir_all(&target).unwrap();
    Taken { peak: run.peak, stored: stored as f64, raw: raw as f64 }
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
