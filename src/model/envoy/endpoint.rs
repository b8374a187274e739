//! Endpoints, as configured and as EDS sent them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::metadata::Metadata;
use super::scalar::FractionalPercent;

/// `endpoint.v3.ClusterLoadAssignment`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClusterLoadAssignment {
    /// The EDS name of the cluster.
    pub cluster_name: String,
    /// Endpoints by locality and priority.
    pub endpoints: Vec<LocalityEndpoints>,
    /// Overprovisioning and drops.
    pub policy: AssignmentPolicy,
    /// Endpoints that `endpoint_name` refers to.
    pub named_endpoints: BTreeMap<String, Endpoint>,
}

/// `ClusterLoadAssignment.Policy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AssignmentPolicy {
    /// Shares of requests that are dropped.
    pub drop_overloads: Vec<DropOverload>,
    /// Percent; absent is 140.
    pub overprovisioning_factor: Option<u32>,
    /// Health of a priority is weighted by endpoint weights.
    pub weighted_priority_health: bool,
}

/// `Policy.DropOverload`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DropOverload {
    /// Name.
    pub category: String,
    /// Share.
    pub drop_percentage: FractionalPercent,
}

/// `endpoint.v3.LocalityLbEndpoints`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LocalityEndpoints {
    /// Where they are.
    pub locality: Locality,
    /// The endpoints.
    pub lb_endpoints: Vec<LbEndpoint>,
    /// Weight of the locality; 0 and absent are the same.
    pub load_balancing_weight: Option<u32>,
    /// 0 is preferred.
    pub priority: u32,
    /// Endpoints come by LEDS, which a dump does not show.
    pub leds_cluster_locality_config: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `core.v3.Locality`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(default)]
pub struct Locality {
    /// Region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// Zone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub zone: String,
    /// Sub-zone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sub_zone: String,
}

impl std::fmt::Display for Locality {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [&self.region, &self.zone, &self.sub_zone];
        let known = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
        for (index, part) in parts.iter().take(known).enumerate() {
            if index > 0 {
                f.write_str("/")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// `endpoint.v3.LbEndpoint`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LbEndpoint {
    /// Where it is.
    pub endpoint: Endpoint,
    /// Or its name in `named_endpoints`.
    pub endpoint_name: String,
    /// What EDS says of its health.
    pub health_status: HealthStatus,
    /// Metadata for subsets, transport sockets and tunnels.
    pub metadata: Metadata,
    /// Weight; 0 and absent are 1.
    pub load_balancing_weight: Option<u32>,
}

/// `endpoint.v3.Endpoint`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Endpoint {
    /// Address.
    pub address: Address,
    /// Host name, for `auto_host_rewrite`.
    pub hostname: String,
    /// Addresses of other families that are tried too.
    pub additional_addresses: Vec<AdditionalAddress>,
}

/// `Endpoint.AdditionalAddress`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AdditionalAddress {
    /// The address.
    pub address: Address,
}

/// `core.v3.HealthStatus`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(from = "String", rename_all = "UPPERCASE")]
pub enum HealthStatus {
    /// Not said: counts as healthy.
    #[default]
    Unknown,
    /// Healthy.
    Healthy,
    /// Unhealthy.
    Unhealthy,
    /// Going away: unhealthy.
    Draining,
    /// A health check timed out: unhealthy.
    Timeout,
    /// Used only where healthy ones do not suffice.
    Degraded,
}

impl From<String> for HealthStatus {
    fn from(name: String) -> Self {
        match name.as_str() {
            "HEALTHY" => Self::Healthy,
            "UNHEALTHY" => Self::Unhealthy,
            "DRAINING" => Self::Draining,
            "TIMEOUT" => Self::Timeout,
            "DEGRADED" => Self::Degraded,
            _ => Self::Unknown,
        }
    }
}

impl HealthStatus {
    /// Envoy's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "UNKNOWN",
            Self::Healthy => "HEALTHY",
            Self::Unhealthy => "UNHEALTHY",
            Self::Draining => "DRAINING",
            Self::Timeout => "TIMEOUT",
            Self::Degraded => "DEGRADED",
        }
    }
}
