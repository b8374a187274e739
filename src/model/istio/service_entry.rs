//! Services outside of Kubernetes.

use serde::Deserialize;

use super::selector::WorkloadSelector;
use super::workload_entry::WorkloadEntrySpec;

/// `spec` of a `ServiceEntry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ServiceEntrySpec {
    /// Its names; may be wildcards.
    pub hosts: Vec<String>,
    /// Its addresses; istiod allocates one where there is none.
    pub addresses: Vec<String>,
    /// Ports.
    pub ports: Vec<EntryPort>,
    /// Its endpoints.
    pub endpoints: Vec<WorkloadEntrySpec>,
    /// Or the workloads that are its endpoints.
    pub workload_selector: Option<WorkloadSelector>,
    /// `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN`, ….
    pub resolution: String,
    /// Namespaces that see it.
    pub export_to: Vec<String>,
}

/// A port.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct EntryPort {
    /// Number.
    pub number: u16,
    /// Protocol.
    pub protocol: String,
    /// Name.
    pub name: String,
    /// The workloads' port; absent is the same.
    pub target_port: Option<u16>,
}

/// `status` of a `ServiceEntry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ServiceEntryStatus {
    /// Addresses that istiod allocated.
    pub addresses: Vec<AllocatedAddress>,
}

/// An address that istiod allocated.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AllocatedAddress {
    /// The address.
    pub value: String,
    /// The host it stands for; absent where there is one host.
    pub host: String,
}
