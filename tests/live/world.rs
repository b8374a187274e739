//! A machine of the test's own: the test runs itself again in fresh user, network and process namespaces. Every IPv4
//! address is local there, so that each pod has its own and every port is free; nothing leaves it, and when it ends, the
//! kernel ends everything in it.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Says, inside, where the tools are.
pub(crate) const INSIDE: &str = "LIVE_TOOLS";

const SET_UP: &str = r#"ip link set lo up &&
ip route add local 0.0.0.0/0 dev lo src 127.0.0.1 &&
echo "40000 60000" > /proc/sys/net/ipv4/ip_local_port_range &&
exec timeout 1500 "$0" "$@""#;

fn unshare() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--", "sh", "-c", SET_UP]);
    command
}

/// Why there can be none here.
pub(crate) fn missing() -> Option<String> {
    for tool in ["go", "python3", "curl", "ip", "timeout"] {
        let found = Command::new("sh").args(["-c", &format!("command -v {tool}")]).stdout(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            return Some(format!("{tool} is not installed"));
        }
    }
    match unshare().arg("true").output() {
        Err(error) => Some(format!("unshare cannot be run: {error}")),
        Ok(output) if !output.status.success() => {
            Some(format!("no namespace of its own: {}", String::from_utf8_lossy(&output.stderr).trim()))
        }
        Ok(_) => None,
    }
}

/// Runs this binary inside.
pub(crate) fn run_inside(arguments: &[&str], tools: &Path, stdout: Stdio) -> ExitStatus {
    unshare().arg(std::env::current_exe().unwrap()).args(arguments).env(INSIDE, tools).stdout(stdout).status().unwrap()
}
