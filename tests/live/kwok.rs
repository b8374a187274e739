//! kwok in place of the kubelets: its port-forward and exec lead to processes of this machine.

use std::net::Ipv4Addr;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::process::Process;

/// Where kwok listens as the kubelet of all nodes.
pub(crate) const PORT: u16 = 10250;

/// kwok plays no stages here: the test writes every status itself. It wants one nevertheless.
const NO_STAGE: &str = r#"{"apiVersion":"kwok.x-k8s.io/v1alpha1","kind":"Stage","metadata":{"name":"none"},
"spec":{"resourceRef":{"apiGroup":"v1","kind":"Node"},
"selector":{"matchExpressions":[{"key":".metadata.name","operator":"In","values":["none"]}]},"next":{}}}"#;

/// Programs of the containers, by the address of the pod: kwok starts them outside of it.
const PILOT_AGENT: &str = r#"#!/bin/sh
[ -n "$DISTROLESS" ] && exit 127
[ "$1" = request ] || exit 1
exec /usr/bin/env PATH="$REAL_PATH" curl -sS -X "$2" "http://$ADMIN/$3"
"#;
const PILOT_DISCOVERY: &str = r#"#!/bin/sh
[ "$1" = request ] || exit 1
exec /usr/bin/env PATH="$REAL_PATH" curl -sSf -X "$2" "http://$ADMIN$3"
"#;
const CURL: &str = r#"#!/bin/sh
[ -n "$DISTROLESS" ] && exit 127
for last; do :; done
exec /usr/bin/env PATH="$REAL_PATH" curl -sS -X "$3" "http://$ADMIN/${last#http://127.0.0.1:*/}"
"#;

/// A pod as kwok knows it.
pub(crate) struct Target {
    pub(crate) namespace: String,
    pub(crate) name: String,
    /// The port that is asked for.
    pub(crate) port: u16,
    /// Where it leads.
    pub(crate) address: (Ipv4Addr, u16),
    /// Whether its image has neither pilot-agent nor curl.
    pub(crate) is_distroless: bool,
}

/// Starts kwok.
pub(crate) fn start(tools: &Path, folder: &Path, targets: &[Target]) -> Process {
    let mut documents = vec![NO_STAGE.to_owned()];
    documents.extend(targets.iter().flat_map(rules).map(|rule| rule.to_string()));
    let config = folder.join("kwok.yaml");
    std::fs::write(&config, documents.join("\n---\n")).unwrap();
    let shims = folder.join("shims");
    std::fs::create_dir_all(&shims).unwrap();
    for (name, text) in [("pilot-agent", PILOT_AGENT), ("pilot-discovery", PILOT_DISCOVERY), ("curl", CURL)] {
        let path = shims.join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    let path = std::env::var("PATH").unwrap_or_default();
    let mut kwok = Process::start(
        "kwok",
        Command::new(tools.join("kwok"))
            .env("PATH", format!("{}:{path}", shims.display()))
            .env("REAL_PATH", &path)
            .arg("--kubeconfig")
            .arg(folder.join("kubeconfig"))
            .arg("--config")
            .arg(&config)
            .args(["--manage-all-nodes=true", "--node-ip=127.0.0.1"])
            .arg(format!("--node-port={PORT}"))
            .arg(format!("--server-address=127.0.0.1:{PORT}"))
            .arg("--tls-cert-file")
            .arg(folder.join("server.crt"))
            .arg("--tls-private-key-file")
            .arg(folder.join("server.key")),
        folder,
    );
    kwok.wait_until(Duration::from_mins(1), || std::net::TcpStream::connect(("127.0.0.1", PORT)).is_ok());
    kwok
}

fn rules(target: &Target) -> [Value; 2] {
    let metadata = json!({ "name": target.name, "namespace": target.namespace });
    let (address, port) = target.address;
    let path = std::env::var("PATH").unwrap_or_default();
    let mut environment = vec![
        json!({ "name": "ADMIN", "value": format!("{address}:{port}") }),
        json!({ "name": "REAL_PATH", "value": path }),
    ];
    if target.is_distroless {
        environment.push(json!({ "name": "DISTROLESS", "value": "yes" }));
    }
    [
        json!({
            "apiVersion": "kwok.x-k8s.io/v1alpha1", "kind": "PortForward", "metadata": metadata,
            "spec": { "forwards": [{ "ports": [target.port], "target": { "address": address, "port": port } }] },
        }),
        json!({
            "apiVersion": "kwok.x-k8s.io/v1alpha1", "kind": "Exec", "metadata": metadata,
            "spec": { "execs": [{ "containers": ["istio-proxy", "discovery"], "local": { "envs": environment } }] },
        }),
    ]
}
