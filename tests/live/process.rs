//! Processes that end with the test.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running process; stops when dropped.
pub(crate) struct Process {
    name: String,
    child: Child,
    log: std::path::PathBuf,
}

impl Process {
    /// Starts it; what it says goes to a file.
    pub(crate) fn start(name: &str, command: &mut Command, logs: &Path) -> Self {
        let log = logs.join(format!("{name}.log"));
        let file = std::fs::File::create(&log).unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        Self { name: name.to_owned(), child, log }
    }

    /// Waits until something holds; ends the test with the process's own words where it does not.
    pub(crate) fn wait_until(&mut self, limit: Duration, ready: impl Fn() -> bool) {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline && self.child.try_wait().unwrap().is_none() {
            if ready() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take(30).collect();
        panic!("{} is not ready:\n{}", self.name, last.into_iter().rev().collect::<Vec<_>>().join("\n"));
    }
}

impl Process {
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Ends it at once, in the middle of whatever it does.
    pub(crate) fn kill(&self) {
        let killed = Command::new("kill").args(["-KILL", &self.child.id().to_string()]).status();
        assert!(killed.unwrap().success(), "{} is gone already", self.name);
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
