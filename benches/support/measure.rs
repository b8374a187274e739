//! Times and memory, of functions and of whole runs of the binary.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The median of some runs, after one that does not count. What is made is dropped outside of the time.
pub(crate) fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    drop(run());
    let times = (0..runs).map(|_| {
        let start = now();
        let made = run();
        let time = start.elapsed();
        drop(made);
        time
    });
    middle(times.collect())
}

/// The median time of some runs of the binary, and its peak memory in bytes where the system tells it.
pub(crate) fn command(runs: usize, arguments: &[&str]) -> (Duration, Option<u64>) {
    let (mut times, mut peak) = (Vec::new(), None);
    for _ in 0..runs {
        let start = now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_meshdbg"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let status = Path::new("/proc").join(child.id().to_string()).join("status");
        let code = loop {
            if let Some(code) = child.try_wait().expect("the binary ends") {
                break code;
            }
            peak = peak.max(high_water(&status));
            std::thread::sleep(Duration::from_micros(500));
        };
        times.push(start.elapsed());
        assert!(matches!(code.code(), Some(0 | 1 | 3)), "{arguments:?} ended with {code}");
    }
    (middle(times), peak)
}

/// The most memory that a process had so far.
fn high_water(status: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// The processor and how many cores may be used.
pub(crate) fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores", model.map_or("unknown processor", |(_, name)| name))
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn now() -> Instant {
    Instant::now()
}
