//! The TCP proxy.

use serde::Deserialize;

use super::metadata::Metadata;
use super::route_config::HeaderOption;
use super::scalar::ProtoDuration;

/// Message types of the TCP proxy.
pub const TCP_PROXY: &[&str] =
    &["envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy", "envoy.config.filter.network.tcp_proxy.v2.TcpProxy"];

/// `tcp_proxy.v3.TcpProxy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TcpProxy {
    /// Prefix of its statistics.
    pub stat_prefix: String,
    /// To this cluster.
    pub cluster: String,
    /// To one of several, at random by connection.
    pub weighted_clusters: Option<WeightedTcpClusters>,
    /// Subset of endpoints.
    pub metadata_match: Option<Metadata>,
    /// Idle connections are closed after this; absent is 1 h.
    pub idle_timeout: Option<ProtoDuration>,
    /// Tries to connect; absent is 1.
    pub max_connect_attempts: Option<u32>,
    /// Wraps the bytes in a CONNECT or POST request.
    pub tunneling_config: Option<Tunneling>,
    /// Connections are closed after this.
    pub max_downstream_connection_duration: Option<ProtoDuration>,
    /// When the upstream connection is opened; absent is at once.
    pub upstream_connect_mode: String,
    /// The cluster is fetched on demand.
    pub on_demand: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `TcpProxy.WeightedCluster`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WeightedTcpClusters {
    /// The clusters.
    pub clusters: Vec<WeightedTcpCluster>,
}

/// `TcpProxy.WeightedCluster.ClusterWeight`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WeightedTcpCluster {
    /// The cluster.
    pub name: String,
    /// Its weight.
    pub weight: u32,
    /// Subset of endpoints.
    pub metadata_match: Option<Metadata>,
}

/// `TcpProxy.TunnelingConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Tunneling {
    /// Authority of the request: a format string.
    pub hostname: String,
    /// POST instead of CONNECT.
    pub use_post: bool,
    /// Path of a POST.
    pub post_path: String,
    /// Headers of the request.
    pub headers_to_add: Vec<HeaderOption>,
}
