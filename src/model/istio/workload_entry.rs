//! Workloads outside of Kubernetes.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `spec` of a `WorkloadEntry`, and one of the `endpoints` of a `ServiceEntry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WorkloadEntrySpec {
    /// Address, name or socket.
    pub address: String,
    /// Its ports by the names of the service's.
    pub ports: BTreeMap<String, u16>,
    /// Labels.
    pub labels: BTreeMap<String, String>,
}
