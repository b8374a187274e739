//! Services with their endpoints.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::address::{GatewayAddress, NetworkAddress};
use super::workload::Health;

/// A service of the mesh.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Service {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
    /// Host.
    pub hostname: String,
    /// Its virtual addresses.
    pub vips: Vec<NetworkAddress>,
    /// Port of the service to port of the pod; 0 where each endpoint has its own.
    pub ports: BTreeMap<u16, u16>,
    /// Its endpoints, by id.
    pub endpoints: BTreeMap<String, Endpoint>,
    /// The waypoint for connections to its addresses.
    pub waypoint: Option<GatewayAddress>,
    /// Several waypoints that share them.
    pub weighted_waypoints: Vec<WeightedWaypoint>,
    /// How an endpoint is chosen.
    pub load_balancer: Option<LoadBalancer>,
    /// Identities that its endpoints may have beside their own.
    pub subject_alt_names: Vec<String>,
    /// Address families that it has: `IPv4`, `IPv6` or `Dual`.
    pub ip_families: Option<String>,
    /// Of several services with its name, the one that counts.
    pub canonical: bool,
    /// Who may see it; `Public` is everybody.
    pub visibility: Option<String>,
}

impl Service {
    /// `NAMESPACE/HOST`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.namespace, self.hostname)
    }

    /// How an endpoint is chosen.
    pub fn balancer(&self) -> LoadBalancer {
        self.load_balancer.clone().unwrap_or_default()
    }
}

/// An endpoint of a service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Endpoint {
    /// The workload.
    pub workload_uid: String,
    /// Port of the service to port of this endpoint.
    pub port: BTreeMap<u16, u16>,
    /// Whether it is ready.
    pub status: Health,
}

impl Default for Endpoint {
    fn default() -> Self {
        Self { workload_uid: String::new(), port: BTreeMap::new(), status: Health::Healthy }
    }
}

/// A waypoint with its share.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WeightedWaypoint {
    /// The waypoint.
    #[serde(alias = "gateway", alias = "address")]
    pub waypoint: GatewayAddress,
    /// Its weight.
    #[serde(default)]
    pub weight: u32,
}

/// How an endpoint is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LoadBalancer {
    /// What nearness does.
    pub mode: Mode,
    /// What makes an endpoint near, the most important first.
    pub routing_preferences: Vec<Scope>,
    /// Which endpoints count.
    pub health_policy: HealthPolicy,
}

impl Default for LoadBalancer {
    fn default() -> Self {
        Self { mode: Mode::Standard, routing_preferences: Vec::new(), health_policy: HealthPolicy::OnlyHealthy }
    }
}

/// What nearness does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Mode {
    /// Nothing: any endpoint.
    Standard,
    /// Only endpoints that are near in every way.
    Strict,
    /// The nearest, whatever they are.
    Failover,
    /// No endpoint is chosen: the connection goes to the address that was asked for.
    Passthrough,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Mode {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Standard" => Self::Standard,
            "Strict" => Self::Strict,
            "Failover" => Self::Failover,
            "Passthrough" => Self::Passthrough,
            _ => Self::Other(text),
        }
    }
}

impl Mode {
    /// The word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Standard => "Standard",
            Self::Strict => "Strict",
            Self::Failover => "Failover",
            Self::Passthrough => "Passthrough",
            Self::Other(word) => word,
        }
    }
}

/// What two workloads can have in common.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Scope {
    /// The region.
    Region,
    /// The zone.
    Zone,
    /// The part of the zone.
    Subzone,
    /// The node.
    Node,
    /// The cluster.
    Cluster,
    /// The network.
    Network,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Scope {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Region" => Self::Region,
            "Zone" => Self::Zone,
            "Subzone" => Self::Subzone,
            "Node" => Self::Node,
            "Cluster" => Self::Cluster,
            "Network" => Self::Network,
            _ => Self::Other(text),
        }
    }
}

impl Scope {
    /// The word in a sentence.
    pub fn word(&self) -> &str {
        match self {
            Self::Region => "region",
            Self::Zone => "zone",
            Self::Subzone => "subzone",
            Self::Node => "node",
            Self::Cluster => "cluster",
            Self::Network => "network",
            Self::Other(word) => word,
        }
    }
}

/// Which endpoints count.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum HealthPolicy {
    /// Those that are ready.
    OnlyHealthy,
    /// All.
    AllowAll,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for HealthPolicy {
    fn from(text: String) -> Self {
        match text.as_str() {
            "OnlyHealthy" => Self::OnlyHealthy,
            "AllowAll" => Self::AllowAll,
            _ => Self::Other(text),
        }
    }
}
