//! Services.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// `spec` of a `Service`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ServiceSpec {
    /// `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The address; `None` for a headless service.
    #[serde(rename = "clusterIP")]
    pub cluster_ip: String,
    /// All addresses.
    #[serde(rename = "clusterIPs")]
    pub cluster_ips: Vec<String>,
    /// Addresses from outside that lead to it.
    #[serde(rename = "externalIPs")]
    pub external_ips: Vec<String>,
    /// Ports.
    pub ports: Vec<ServicePort>,
    /// The pods behind it.
    pub selector: BTreeMap<String, String>,
}

impl ServiceSpec {
    /// Whether pods with these labels are behind it. Without a selector none is by its labels.
    pub fn selects(&self, labels: &BTreeMap<String, String>) -> bool {
        !self.selector.is_empty() && self.selector.iter().all(|(key, value)| labels.get(key) == Some(value))
    }

    /// Whether it leads into the cluster from outside.
    pub fn is_for_outside(&self) -> bool {
        matches!(self.kind.as_str(), "LoadBalancer" | "NodePort") || !self.external_ips.is_empty()
    }
}

/// A port of a service.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ServicePort {
    /// Name; Istio reads the protocol off it.
    pub name: String,
    /// Says the protocol outright.
    pub app_protocol: String,
    /// `TCP`, `UDP`.
    pub protocol: String,
    /// Number.
    pub port: u16,
    /// Number or name of the pod's port.
    pub target_port: Value,
}
