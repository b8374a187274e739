//! The real Envoy as a process.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A machine may be busy with many of them.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running Envoy; stops when dropped.
pub(crate) struct Envoy {
    process: Child,
    admin: PathBuf,
    log: PathBuf,
}

/// Where the admin port of a lab is: a socket file, so that no port of the mesh is taken.
pub(crate) fn admin(folder: &Path) -> PathBuf {
    folder.join("admin")
}

impl Envoy {
    /// Starts it, and waits until it takes traffic.
    ///
    /// # Errors
    /// With what it says itself, where it does not.
    pub(crate) fn start(binary: &Path, folder: &Path, bootstrap: &Value) -> Result<Self, String> {
        let mut envoy = Self::spawn(binary, folder, bootstrap)?;
        envoy.wait()?;
        Ok(envoy)
    }

    /// Starts it.
    ///
    /// # Errors
    /// Where it cannot be run.
    pub(crate) fn spawn(binary: &Path, folder: &Path, bootstrap: &Value) -> Result<Self, String> {
        let config = folder.join("bootstrap.json");
        std::fs::write(&config, serde_json::to_vec(bootstrap).unwrap()).unwrap();
        let log = folder.join("envoy.log");
        let process = Command::new(binary)
            .arg("-c")
            .arg(&config)
            .args(["--concurrency", "1", "--disable-hot-restart", "--log-level", "warning", "--log-path"])
            .arg(&log)
            .args(["--skip-deprecated-logs", "--file-flush-interval-msec", "5"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        Ok(Self { process, admin: admin(folder), log })
    }

    /// Waits until it takes traffic.
    ///
    /// # Errors
    /// With what it says itself, where it does not.
    pub(crate) fn wait(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline && self.process.try_wait().unwrap().is_none() {
            if self.is_live() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        Err(self.last_words())
    }

    fn last_words(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Stops everything where it has ended: nothing that follows would mean anything.
    pub(crate) fn check(&mut self) {
        if let Some(status) = self.process.try_wait().unwrap() {
            panic!("the real Envoy has ended ({status}): {}", self.last_words());
        }
    }

    fn is_live(&self) -> bool {
        let Ok(mut socket) = UnixStream::connect(&self.admin) else {
            return false;
        };
        let mut answer = String::new();
        let asked = socket.write_all(b"GET /ready HTTP/1.1\r\nhost: admin\r\nconnection: close\r\n\r\n");
        asked.and_then(|()| socket.read_to_string(&mut answer)).is_ok() && answer.contains("LIVE")
    }
}

impl Drop for Envoy {
    fn drop(&mut self) {
        // It may have ended itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
