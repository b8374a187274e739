//! Real Envoys, one for each recorded proxy.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::process::Process;
use super::replay::{Replay, replay};
use super::xds;
use crate::support;

/// A pod that is recorded.
pub(crate) struct Recorded {
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) address: Ipv4Addr,
    pub(crate) metadata: Value,
}

/// Starts an Envoy for each proxy of the fixture.
pub(crate) fn start(tools: &Path, folder: &Path) -> (Vec<Recorded>, Vec<Process>, Arc<BTreeMap<String, Replay>>) {
    let mut pods = Vec::new();
    let mut replays: BTreeMap<String, Replay> = BTreeMap::new();
    for (path, text) in support::unpacked("live.tar.zst") {
        if !path.ends_with("/config_dump.json") {
            continue;
        }
        let dump: Value = serde_json::from_slice(&text).unwrap();
        let bootstrap =
            dump["configs"].as_array().unwrap().iter().find_map(|section| section.get("bootstrap")).unwrap();
        let node = &bootstrap["node"];
        let address: Ipv4Addr = node["id"].as_str().unwrap().split('~').nth(1).unwrap().parse().unwrap();
        pods.push(Recorded {
            namespace: node["metadata"]["NAMESPACE"].as_str().unwrap().to_owned(),
            name: node["metadata"]["NAME"].as_str().unwrap().to_owned(),
            address,
            metadata: node["metadata"].clone(),
        });
        let replay = replay(&dump, address);
        replays.insert(replay.node.clone(), replay);
    }
    let replays = Arc::new(replays);
    xds::start(&replays, folder);
    let mut envoys = Vec::new();
    for replay in replays.values() {
        let name = replay.node.split('~').nth(2).unwrap_or_default();
        let config = folder.join(format!("{name}.json"));
        std::fs::write(&config, serde_json::to_vec(&replay.bootstrap).unwrap()).unwrap();
        let mut command = Command::new(tools.join("envoy"));
        command.arg("-c").arg(&config).args(["--disable-hot-restart", "--concurrency", "1", "--log-level", "warning"]);
        envoys.push(Process::start(&format!("envoy-{name}"), &mut command, folder));
    }
    for (envoy, replay) in envoys.iter_mut().zip(replays.values()) {
        let admin: Ipv4Addr = replay.node.split('~').nth(1).unwrap().parse().unwrap();
        envoy.wait_until(Duration::from_secs(90), || page(admin, "ready").starts_with(b"LIVE"));
    }
    // Hosts and secrets may still come when the first traffic is taken.
    std::thread::sleep(Duration::from_secs(3));
    (pods, envoys, replays)
}

fn page(admin: Ipv4Addr, name: &str) -> Vec<u8> {
    let url = format!("http://{admin}:15000/{name}");
    let asked = Command::new("curl").args(["-s", "--max-time", "5", &url]).output();
    asked.map(|output| output.stdout).unwrap_or_default()
}
