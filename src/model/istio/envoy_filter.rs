//! Envoy filters: patches to what istiod would send.

use serde::Deserialize;
use serde_json::Value;

use super::selector::{TargetReference, WorkloadSelector};

/// `spec` of an `EnvoyFilter`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct EnvoyFilterSpec {
    /// The workloads it is for.
    pub workload_selector: Option<WorkloadSelector>,
    /// Or the objects it is for.
    pub target_refs: Vec<TargetReference>,
    /// Patches.
    pub config_patches: Vec<ConfigPatch>,
}

/// `configPatches[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ConfigPatch {
    /// `HTTP_FILTER`, `CLUSTER`, ….
    pub apply_to: String,
    /// What it applies to.
    #[serde(rename = "match")]
    pub matches: PatchMatch,
    /// What it does.
    pub patch: Patch,
}

/// `configPatches[].match`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PatchMatch {
    /// `ANY`, `SIDECAR_INBOUND`, `SIDECAR_OUTBOUND`, `GATEWAY`, `WAYPOINT`.
    pub context: String,
    /// Conditions on a listener.
    pub listener: Option<ListenerMatch>,
    /// Conditions on a route table.
    pub route_configuration: Option<RouteConfigurationMatch>,
    /// Conditions on a cluster.
    pub cluster: Option<ClusterMatch>,
}

/// `match.listener`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ListenerMatch {
    /// Port.
    pub port_number: u32,
    /// Name.
    pub name: String,
    /// Conditions on a chain.
    pub filter_chain: Option<FilterChainMatch>,
}

/// `match.listener.filterChain`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct FilterChainMatch {
    /// Name.
    pub name: String,
    /// SNI.
    pub sni: String,
    /// `tls`, `raw_buffer`.
    pub transport_protocol: String,
    /// ALPN values, with commas between them.
    pub application_protocols: String,
    /// Destination port.
    pub destination_port: u32,
    /// Conditions on a network filter.
    pub filter: Option<FilterMatch>,
}

/// `filterChain.filter`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct FilterMatch {
    /// Name of the network filter.
    pub name: String,
    /// Name of the HTTP filter inside.
    pub sub_filter: Option<NamedMatch>,
}

/// A match by name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NamedMatch {
    /// The name.
    pub name: String,
}

/// `match.routeConfiguration`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RouteConfigurationMatch {
    /// Port.
    pub port_number: u32,
    /// Name of the gateway's port.
    pub port_name: String,
    /// `NAMESPACE/NAME` of the gateway.
    pub gateway: String,
    /// Name of the table.
    pub name: String,
    /// Conditions on a virtual host.
    pub vhost: Option<VirtualHostMatch>,
}

/// `routeConfiguration.vhost`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct VirtualHostMatch {
    /// Name.
    pub name: String,
    /// A domain.
    pub domain_name: String,
    /// Conditions on a route.
    pub route: Option<RouteMatch>,
}

/// `vhost.route`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteMatch {
    /// Name.
    pub name: String,
    /// `ANY`, `ROUTE`, `REDIRECT`, `DIRECT_RESPONSE`.
    pub action: String,
}

/// `match.cluster`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ClusterMatch {
    /// Port of the service.
    pub port_number: u32,
    /// Host of the service.
    pub service: String,
    /// Subset.
    pub subset: String,
    /// Name of the cluster.
    pub name: String,
}

/// `configPatches[].patch`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Patch {
    /// `MERGE`, `ADD`, `REMOVE`, `INSERT_BEFORE`, `INSERT_AFTER`, `INSERT_FIRST`, `REPLACE`.
    pub operation: String,
    /// Envoy's configuration, as written.
    pub value: Value,
}
