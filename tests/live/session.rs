//! Inside: start the cluster, run the cases, stop.

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::time::{Duration, Instant};

use super::case;
use super::lab::Lab;

/// Runs all cases, and says of each how long it took.
pub(crate) fn inside(tools: &Path) {
    let folder = tempfile::Builder::new().prefix("live-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let started = Instant::now();
    let lab = Lab::start(tools, folder.path(), &["crowd"]);
    eprintln!("the cluster is up after {:.1} s", started.elapsed().as_secs_f32());
    let mut failed = Vec::new();
    let only = std::env::var("LIVE_ONLY").unwrap_or_default();
    for (name, run) in case::ALL.iter().filter(|(name, _)| name.contains(&only)) {
        let started = Instant::now();
        if let Err(failure) = std::panic::catch_unwind(AssertUnwindSafe(|| run(&lab))) {
            failed.push(*name);
            drop(failure);
        }
        eprintln!("{name}: {:.1} s", started.elapsed().as_secs_f32());
    }
    if let Some(seconds) = std::env::var("LIVE_HOLD").ok().and_then(|text| text.parse().ok()) {
        eprintln!("KUBECONFIG={}", lab.kubeconfig.display());
        std::thread::sleep(Duration::from_secs(seconds));
    }
    assert!(failed.is_empty(), "failed: {}", failed.join(", "));
}
