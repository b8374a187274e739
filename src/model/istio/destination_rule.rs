//! Destination rules.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::selector::WorkloadSelector;
use super::virtual_service::PortSelector;

/// `spec` of a `DestinationRule`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct DestinationRuleSpec {
    /// The host, as written; may be a wildcard.
    pub host: String,
    /// The policy of all subsets.
    pub traffic_policy: Option<TrafficPolicy>,
    /// Subsets.
    pub subsets: Vec<Subset>,
    /// Namespaces that see it.
    pub export_to: Vec<String>,
    /// The clients it is for.
    pub workload_selector: Option<WorkloadSelector>,
}

/// `trafficPolicy`: its parts stay as they are written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TrafficPolicy {
    /// Policies of single ports, which replace the whole.
    pub port_level_settings: Vec<PortPolicy>,
    /// Load balancer, connection pool, outlier detection, TLS and the rest.
    #[serde(flatten)]
    pub parts: Map<String, Value>,
}

/// `portLevelSettings[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PortPolicy {
    /// The port.
    pub port: PortSelector,
    /// Load balancer and the rest.
    #[serde(flatten)]
    pub parts: Map<String, Value>,
}

/// `subsets[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Subset {
    /// Name.
    pub name: String,
    /// Labels of its pods.
    pub labels: BTreeMap<String, String>,
    /// Its own policy.
    pub traffic_policy: Option<TrafficPolicy>,
}
