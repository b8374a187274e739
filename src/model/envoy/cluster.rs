//! Clusters.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::super::any::TypedConfig;
use super::address::Address;
use super::endpoint::ClusterLoadAssignment;
use super::load_balancing::{CommonLbConfig, LbSubsetConfig, LoadBalancingPolicy, OriginalDstLbConfig};
use super::matcher_tree::Matcher;
use super::metadata::Metadata;
use super::scalar::{Int, ProtoDuration};
use super::tls::TransportSocket;

/// `cluster.v3.Cluster`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Cluster {
    /// Name.
    pub name: String,
    /// How endpoints are found; absent is `STATIC`.
    #[serde(rename = "type")]
    pub discovery: DiscoveryType,
    /// A type by extension.
    pub cluster_type: Option<ClusterType>,
    /// EDS.
    pub eds_cluster_config: EdsConfig,
    /// Time to connect; absent is 5 s.
    pub connect_timeout: Option<ProtoDuration>,
    /// How an endpoint is picked.
    pub lb_policy: LbPolicy,
    /// Endpoints of static and DNS clusters.
    pub load_assignment: Option<ClusterLoadAssignment>,
    /// API v2: endpoints.
    #[serde(alias = "hidden_envoy_deprecated_hosts")]
    pub hosts: Vec<Address>,
    /// Active health checks.
    pub health_checks: Vec<HealthCheck>,
    /// Limits.
    pub circuit_breakers: CircuitBreakers,
    /// API v2: HTTP/2 upstream.
    pub http2_protocol_options: Option<Map<String, Value>>,
    /// Protocol options, by name.
    pub typed_extension_protocol_options: BTreeMap<String, TypedConfig>,
    /// Passive health checks.
    pub outlier_detection: Option<OutlierDetection>,
    /// Source address of connections.
    pub upstream_bind_config: Option<BindConfig>,
    /// Subsets by metadata.
    pub lb_subset_config: Option<LbSubsetConfig>,
    /// `ORIGINAL_DST`.
    pub original_dst_lb_config: Option<OriginalDstLbConfig>,
    /// Panic threshold, localities.
    pub common_lb_config: CommonLbConfig,
    /// TLS or plaintext; absent is plaintext.
    pub transport_socket: Option<TransportSocket>,
    /// API v2: an `UpstreamTlsContext`.
    #[serde(alias = "hidden_envoy_deprecated_tls_context")]
    pub tls_context: Option<Box<RawValue>>,
    /// TLS or plaintext by endpoint metadata; the first match wins.
    pub transport_socket_matches: Vec<TransportSocketMatch>,
    /// TLS or plaintext by a matcher tree.
    pub transport_socket_matcher: Option<Matcher>,
    /// Marks.
    pub metadata: Metadata,
    /// API v2: `USE_DOWNSTREAM_PROTOCOL`.
    pub protocol_selection: String,
    /// Network filters of connections to endpoints.
    pub filters: Vec<super::filter_chain::Filter>,
    /// Load balancing by extension.
    pub load_balancing_policy: Option<LoadBalancingPolicy>,
    /// `ALL`, `V4_ONLY`, …
    pub dns_lookup_family: String,
    /// Another kind of upstream.
    pub upstream_config: Option<super::string_match::Extension>,
}

/// `Cluster.DiscoveryType`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum DiscoveryType {
    /// Endpoints stand in the configuration.
    #[default]
    Static,
    /// Every address of a name is an endpoint.
    StrictDns,
    /// The first address of a name is the endpoint.
    LogicalDns,
    /// Endpoints come by EDS.
    Eds,
    /// The endpoint is where the connection was going.
    OriginalDst,
    /// A type that is not known here.
    Other(String),
}

impl From<String> for DiscoveryType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "STATIC" => Self::Static,
            "STRICT_DNS" => Self::StrictDns,
            "LOGICAL_DNS" => Self::LogicalDns,
            "EDS" => Self::Eds,
            "ORIGINAL_DST" => Self::OriginalDst,
            _ => Self::Other(name),
        }
    }
}

impl DiscoveryType {
    /// Envoy's word.
    pub fn word(&self) -> &str {
        match self {
            Self::Static => "STATIC",
            Self::StrictDns => "STRICT_DNS",
            Self::LogicalDns => "LOGICAL_DNS",
            Self::Eds => "EDS",
            Self::OriginalDst => "ORIGINAL_DST",
            Self::Other(name) => name,
        }
    }
}

/// `Cluster.LbPolicy`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum LbPolicy {
    /// In turn, from a random start.
    #[default]
    RoundRobin,
    /// The less busy of two random ones.
    LeastRequest,
    /// By hash on a ring.
    RingHash,
    /// At random.
    Random,
    /// By hash in a table.
    Maglev,
    /// The cluster type decides.
    ClusterProvided,
    /// `load_balancing_policy` decides.
    Extension,
    /// A policy that is not known here.
    Other(String),
}

impl From<String> for LbPolicy {
    fn from(name: String) -> Self {
        match name.as_str() {
            "ROUND_ROBIN" => Self::RoundRobin,
            "LEAST_REQUEST" => Self::LeastRequest,
            "RING_HASH" => Self::RingHash,
            "RANDOM" => Self::Random,
            "MAGLEV" => Self::Maglev,
            "CLUSTER_PROVIDED" | "ORIGINAL_DST_LB" => Self::ClusterProvided,
            "LOAD_BALANCING_POLICY_CONFIG" => Self::Extension,
            _ => Self::Other(name),
        }
    }
}

impl LbPolicy {
    /// Envoy's word.
    pub fn word(&self) -> &str {
        match self {
            Self::RoundRobin => "ROUND_ROBIN",
            Self::LeastRequest => "LEAST_REQUEST",
            Self::RingHash => "RING_HASH",
            Self::Random => "RANDOM",
            Self::Maglev => "MAGLEV",
            Self::ClusterProvided => "CLUSTER_PROVIDED",
            Self::Extension => "LOAD_BALANCING_POLICY_CONFIG",
            Self::Other(name) => name,
        }
    }
}

impl Cluster {
    /// Envoy's word for its type: the discovery type or the name of the extension.
    pub fn type_word(&self) -> &str {
        self.cluster_type.as_ref().map_or_else(|| self.discovery.word(), |custom| &custom.name)
    }

    /// The name under which EDS knows its endpoints.
    pub fn endpoints_name(&self) -> &str {
        if self.eds_cluster_config.service_name.is_empty() { &self.name } else { &self.eds_cluster_config.service_name }
    }
}

/// `Cluster.CustomClusterType`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClusterType {
    /// Name: `envoy.clusters.aggregate`, …
    pub name: String,
    /// Configuration.
    pub typed_config: Option<TypedConfig>,
}

/// `clusters.aggregate.v3.ClusterConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AggregateConfig {
    /// Clusters, the preferred first.
    pub clusters: Vec<String>,
}

/// `Cluster.EdsClusterConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EdsConfig {
    /// The name to ask for; absent is the cluster's.
    pub service_name: String,
}

/// `core.v3.HealthCheck`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HealthCheck {
    /// Time between two.
    pub interval: Option<ProtoDuration>,
    /// HTTP.
    pub http_health_check: Option<HttpHealthCheck>,
    /// TCP.
    pub tcp_health_check: Option<Map<String, Value>>,
    /// gRPC.
    pub grpc_health_check: Option<Map<String, Value>>,
}

/// `HealthCheck.HttpHealthCheck`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HttpHealthCheck {
    /// Path that is asked for.
    pub path: String,
    /// Host that is asked for.
    pub host: String,
}

/// `cluster.v3.CircuitBreakers`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CircuitBreakers {
    /// Limits by priority.
    pub thresholds: Vec<Thresholds>,
}

impl CircuitBreakers {
    /// The limits of a priority; `""` is `DEFAULT`.
    pub fn of(&self, priority: &str) -> Option<&Thresholds> {
        self.thresholds.iter().find(|threshold| priority_word(&threshold.priority) == priority_word(priority))
    }
}

fn priority_word(priority: &str) -> &str {
    if priority.is_empty() { "DEFAULT" } else { priority }
}

/// `CircuitBreakers.Thresholds`. Absent limits are 1,024 (3 retries).
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Thresholds {
    /// `DEFAULT` or `HIGH`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub priority: String,
    /// Connections.
    pub max_connections: Option<u32>,
    /// Requests waiting for a connection.
    pub max_pending_requests: Option<u32>,
    /// Requests at the same time.
    pub max_requests: Option<u32>,
    /// Retries at the same time.
    pub max_retries: Option<u32>,
}

/// `cluster.v3.OutlierDetection`.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct OutlierDetection {
    /// Errors in a row; absent is 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consecutive_5xx: Option<u32>,
    /// Gateway errors in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consecutive_gateway_failure: Option<u32>,
    /// Time between two looks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<ProtoDuration>,
    /// Time out of rotation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_ejection_time: Option<ProtoDuration>,
    /// Share of endpoints that may be out; absent is 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_ejection_percent: Option<u32>,
}

/// `core.v3.BindConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BindConfig {
    /// Source address.
    pub source_address: super::address::SocketAddress,
}

/// `Cluster.TransportSocketMatch`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TransportSocketMatch {
    /// Name.
    pub name: String,
    /// What the endpoint's `envoy.transport_socket_match` metadata must hold; empty matches all.
    #[serde(rename = "match")]
    pub matches: Map<String, Value>,
    /// The socket.
    pub transport_socket: TransportSocket,
}

/// `transport_sockets.internal_upstream.v3.InternalUpstreamTransport`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InternalUpstreamTransport {
    /// Metadata handed to the internal listener.
    pub passthrough_metadata: Vec<MetadataSource>,
    /// The socket below.
    pub transport_socket: TransportSocket,
}

/// `transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ProxyProtocolTransport {
    /// The socket below.
    pub transport_socket: TransportSocket,
}

/// `InternalUpstreamTransport.MetadataValueSource`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MetadataSource {
    /// Whose metadata it is: a map with one of `request`, `route`, `cluster`, `host` as key.
    #[expect(clippy::zero_sized_map_values, reason = "Envoy's shape: what counts is the key, its value is {}")]
    pub kind: BTreeMap<String, super::listener::Empty>,
    /// Name of the metadata.
    pub name: String,
}

/// `upstreams.http.v3.HttpProtocolOptions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HttpProtocolOptions {
    /// One protocol.
    pub explicit_http_config: Option<ExplicitHttpConfig>,
    /// The client's protocol.
    pub use_downstream_protocol_config: Option<Map<String, Value>>,
    /// By ALPN.
    pub auto_config: Option<Map<String, Value>>,
    /// SNI and SAN from the request.
    pub upstream_http_protocol_options: UpstreamHttpOptions,
    /// Limits.
    pub common_http_protocol_options: UpstreamCommonOptions,
    /// HTTP filters of requests to endpoints.
    pub http_filters: Vec<super::filter_chain::Filter>,
}

/// `HttpProtocolOptions.ExplicitHttpConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ExplicitHttpConfig {
    /// HTTP/1.
    pub http_protocol_options: Option<Map<String, Value>>,
    /// HTTP/2.
    pub http2_protocol_options: Option<Map<String, Value>>,
    /// HTTP/3.
    pub http3_protocol_options: Option<Map<String, Value>>,
}

/// `core.v3.UpstreamHttpProtocolOptions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UpstreamHttpOptions {
    /// The SNI is the request's host.
    pub auto_sni: bool,
    /// The server's certificate must name the host.
    pub auto_san_validation: bool,
    /// The SNI stands in this header.
    pub override_auto_sni_header: String,
}

/// The part of `core.v3.HttpProtocolOptions` that matters upstream.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UpstreamCommonOptions {
    /// Idle connections are closed after this.
    pub idle_timeout: Option<ProtoDuration>,
    /// Connections are closed after so many requests.
    pub max_requests_per_connection: Option<Int>,
}
