//! Which workloads a resource is for.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `spec.selector` (security, telemetry, proxy configuration) or `spec.workloadSelector` (networking): the two name
/// their labels differently.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct WorkloadSelector {
    /// Labels, as `security`, `telemetry` and `DestinationRule` write them.
    pub match_labels: BTreeMap<String, String>,
    /// Labels, as `Sidecar`, `ServiceEntry` and `EnvoyFilter` write them.
    pub labels: BTreeMap<String, String>,
}

impl WorkloadSelector {
    /// Whether it names no label: all workloads of its namespace.
    pub fn is_empty(&self) -> bool {
        self.match_labels.is_empty() && self.labels.is_empty()
    }

    /// Whether a workload has all labels named.
    pub fn selects(&self, labels: &BTreeMap<String, String>) -> bool {
        self.match_labels.iter().chain(&self.labels).all(|(key, value)| labels.get(key) == Some(value))
    }
}

/// `spec.targetRef` or one of `spec.targetRefs`: a Gateway, Service or ServiceEntry by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TargetReference {
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Namespace; absent is that of the resource.
    pub namespace: Option<String>,
}
