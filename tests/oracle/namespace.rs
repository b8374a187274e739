//! A network of the test's own: the test runs itself again in fresh user, network and process namespaces, where every
//! IPv4 address is local ("`AnyIP`"), so that all clients, services and endpoints of a mesh keep their addresses and
//! nothing leaves it. No root and no packet filter is needed. When it ends, the kernel ends everything in it.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Says, inside, where the Envoy is.
pub(crate) const INSIDE: &str = "ORACLE_ENVOY";

const SET_UP: &str = r#"ip link set lo up &&
ip route add local 0.0.0.0/0 dev lo src 127.0.0.1 &&
echo "40000 60999" > /proc/sys/net/ipv4/ip_local_port_range &&
exec timeout 900 "$0" "$@""#;

fn unshare() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--", "sh", "-c", SET_UP]);
    command
}

/// Why there can be none here.
pub(crate) fn missing() -> Option<String> {
    match unshare().arg("true").output() {
        Err(error) => Some(format!("unshare cannot be run: {error}")),
        Ok(output) if !output.status.success() => {
            Some(format!("no namespace of its own: {}", String::from_utf8_lossy(&output.stderr).trim()))
        }
        Ok(_) => None,
    }
}

/// Runs a test of this binary inside.
pub(crate) fn run_inside(test: &str, envoy: &Path) -> ExitStatus {
    unshare()
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(INSIDE, envoy)
        .stdout(Stdio::null())
        .status()
        .unwrap()
}
