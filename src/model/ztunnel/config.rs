//! What a ztunnel was started with, as far as it decides by it.

use serde::Deserialize;

use super::address::HBONE_PORT;

/// `config`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    /// Its node.
    pub local_node: String,
    /// Its network.
    pub network: String,
    /// Where tunnels arrive, and the port by which it reaches other ztunnels.
    pub inbound_addr: String,
    /// Ports of pods at which it takes nothing: its own.
    pub illegal_ports: Vec<u16>,
    /// The namespace whose services win where several have the same address.
    #[serde(rename = "preferedServiceNamespace")]
    pub preferred_service_namespace: Option<String>,
    /// The pod that it runs in.
    pub ztunnel_workload: Option<Pod>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            local_node: String::new(),
            network: String::new(),
            inbound_addr: String::new(),
            illegal_ports: vec![15001, 15006, HBONE_PORT],
            preferred_service_namespace: None,
            ztunnel_workload: None,
        }
    }
}

impl Config {
    /// The port at which tunnels arrive.
    pub fn hbone_port(&self) -> u16 {
        self.inbound_addr.rsplit_once(':').and_then(|(_, port)| port.parse().ok()).unwrap_or(HBONE_PORT)
    }
}

/// The pod of a ztunnel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Pod {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
}

/// `version`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Version {
    /// The version, or the commit.
    pub version: String,
}
