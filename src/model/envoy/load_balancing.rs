//! How a cluster picks endpoints.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::listener::Empty;
use super::scalar::{Int, Percent};
use super::string_match::{Extension, MetadataKey};

/// `Cluster.CommonLbConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CommonLbConfig {
    /// Below this share of healthy endpoints all are used; absent is 50 %.
    pub healthy_panic_threshold: Option<Percent>,
    /// Endpoints of the own zone are preferred.
    pub zone_aware_lb_config: Option<ZoneAwareConfig>,
    /// Localities share by weight.
    pub locality_weighted_lb_config: Option<Empty>,
    /// New endpoints wait for their first health check.
    pub ignore_new_hosts_until_first_hc: bool,
    /// Health states that a named endpoint may have.
    pub override_host_status: Option<Map<String, Value>>,
}

/// `CommonLbConfig.ZoneAwareLbConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ZoneAwareConfig {
    /// Share of the requests; absent is 100 %.
    pub routing_enabled: Option<Percent>,
    /// Smaller clusters do not care for zones; absent is 6.
    pub min_cluster_size: Option<Int>,
    /// In panic there is no endpoint.
    pub fail_traffic_on_panic: bool,
}

/// `Cluster.LbSubsetConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LbSubsetConfig {
    /// `NO_FALLBACK` (default), `ANY_ENDPOINT`, `DEFAULT_SUBSET`.
    pub fallback_policy: String,
    /// The default subset.
    pub default_subset: Map<String, Value>,
    /// Keys that subsets are made of.
    pub subset_selectors: Vec<LbSubsetSelector>,
    /// In panic any endpoint of the cluster is used.
    pub panic_mode_any: bool,
    /// A list in metadata matches any of its elements.
    pub list_as_any: bool,
    /// `FALLBACK_LIST`: criteria may bring a list of fallbacks.
    pub metadata_fallback_policy: String,
}

/// `LbSubsetConfig.LbSubsetSelector`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LbSubsetSelector {
    /// The keys.
    pub keys: Vec<String>,
    /// `NOT_DEFINED` (default: the configuration's), `NO_FALLBACK`, `ANY_ENDPOINT`, `DEFAULT_SUBSET`, `KEYS_SUBSET`.
    pub fallback_policy: String,
    /// Keys of `KEYS_SUBSET`.
    pub fallback_keys_subset: Vec<String>,
    /// One endpoint a subset.
    pub single_host_per_subset: bool,
}

/// `Cluster.OriginalDstLbConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OriginalDstLbConfig {
    /// A header names the endpoint.
    pub use_http_header: bool,
    /// That header; absent is `x-envoy-original-dst-host`.
    pub http_header_name: String,
    /// Another port.
    pub upstream_port_override: Option<u16>,
    /// Metadata names the endpoint.
    pub metadata_key: Option<MetadataKey>,
}

/// `cluster.v3.LoadBalancingPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LoadBalancingPolicy {
    /// The first that Envoy knows is used.
    pub policies: Vec<LoadBalancingPolicyEntry>,
}

/// `LoadBalancingPolicy.Policy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LoadBalancingPolicyEntry {
    /// The policy.
    pub typed_extension_config: Extension,
}
