//! Sidecar scopes.

use serde::Deserialize;

use super::selector::WorkloadSelector;

/// `spec` of a `Sidecar`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SidecarSpec {
    /// The workloads it is for.
    pub workload_selector: Option<WorkloadSelector>,
    /// Ports of the workload.
    pub ingress: Vec<IngressListener>,
    /// What the workload sees.
    pub egress: Vec<EgressListener>,
    /// What happens to what it does not see.
    pub outbound_traffic_policy: Option<OutboundTrafficPolicy>,
}

/// `ingress[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IngressListener {
    /// Port.
    pub port: SidecarPort,
}

/// `egress[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EgressListener {
    /// Port; absent is every port.
    pub port: Option<SidecarPort>,
    /// Address to listen on.
    pub bind: String,
    /// `NAMESPACE/HOST` each.
    pub hosts: Vec<String>,
}

/// A port.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SidecarPort {
    /// Number.
    pub number: u16,
}

/// `outboundTrafficPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OutboundTrafficPolicy {
    /// `REGISTRY_ONLY`, `ALLOW_ANY`, ….
    pub mode: String,
}
