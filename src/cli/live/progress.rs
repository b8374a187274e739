//! How far a snapshot is, on stderr.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar with proxies done, bytes, rate and remaining time; nothing where nobody looks.
pub(super) struct Progress {
    bar: ProgressBar,
    bytes: u64,
}

impl Progress {
    pub(super) fn new(proxies: usize, is_shown: bool) -> Self {
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(proxies as u64), target);
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} proxies  {msg}  {elapsed} gone, {eta} to go");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        if is_shown {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self { bar, bytes: 0 }
    }

    /// A proxy is done.
    pub(super) fn done(&mut self, bytes: u64) {
        self.bytes += bytes;
        self.bar.inc(1);
        let elapsed = self.bar.elapsed().as_millis().max(1);
        let rate = u128::from(self.bytes) / elapsed;
        self.bar.set_message(format!("{} MB, {}.{} MB/s", self.bytes / 1_000_000, rate / 1000, rate % 1000 / 100));
    }

    /// Says something beside the bar.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
