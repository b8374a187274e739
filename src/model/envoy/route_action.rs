//! What a route does.

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;
use super::route_config::HeaderOption;
use super::scalar::{Int, ProtoDuration, RuntimeFraction};
use super::string_match::{Extension, RegexSubstitution};
use super::tls::DataSource;

/// `route.v3.RouteAction`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteAction {
    /// To this cluster.
    pub cluster: Option<String>,
    /// To the cluster that this header names.
    pub cluster_header: Option<String>,
    /// To one of several, at random.
    pub weighted_clusters: Option<WeightedClusters>,
    /// To the cluster that a plugin of the table names.
    pub cluster_specifier_plugin: Option<String>,
    /// To the cluster that a plugin names.
    pub inline_cluster_specifier_plugin: Option<serde_json::Map<String, serde_json::Value>>,
    /// Answer where the cluster is unknown; absent is 503.
    pub cluster_not_found_response_code: String,
    /// Subset of endpoints.
    pub metadata_match: Option<Metadata>,
    /// Replaces the matched prefix.
    pub prefix_rewrite: String,
    /// Replaces parts of the path.
    pub regex_rewrite: Option<RegexSubstitution>,
    /// A URI template rewrites the path.
    pub path_rewrite_policy: Option<Extension>,
    /// A format string for the path (Envoy 1.37).
    pub path_rewrite: String,
    /// The host to send.
    pub host_rewrite_literal: String,
    /// The host to send: a format string since Envoy 1.37, a literal in API v2.
    pub host_rewrite: String,
    /// The host to send is that of the endpoint.
    pub auto_host_rewrite: bool,
    /// The host to send stands in this header.
    #[serde(alias = "auto_host_rewrite_header")]
    pub host_rewrite_header: String,
    /// The host to send is cut out of the path.
    pub host_rewrite_path_regex: Option<RegexSubstitution>,
    /// Notes the original host in `x-forwarded-host`.
    pub append_x_forwarded_host: bool,
    /// Time for the whole answer; absent is 15 s, `0s` is none.
    pub timeout: Option<ProtoDuration>,
    /// Time without any byte.
    pub idle_timeout: Option<ProtoDuration>,
    /// Retries.
    pub retry_policy: Option<RetryPolicy>,
    /// Copies of the request.
    pub request_mirror_policies: Vec<MirrorPolicy>,
    /// `HIGH` uses the circuit breakers of that priority.
    pub priority: String,
    /// Hashing for ring hash and maglev.
    pub hash_policy: Vec<HashPolicy>,
    /// Old form of `max_stream_duration.grpc_timeout_header_max`.
    pub max_grpc_timeout: Option<ProtoDuration>,
    /// Old form of `max_stream_duration.grpc_timeout_header_offset`.
    pub grpc_timeout_offset: Option<ProtoDuration>,
    /// Upgrades switched on or off.
    pub upgrade_configs: Vec<UpgradeConfig>,
    /// Redirects of the upstream are followed.
    pub internal_redirect_policy: Option<InternalRedirectPolicy>,
    /// Old form of it.
    pub internal_redirect_action: String,
    /// Time for the whole stream.
    pub max_stream_duration: Option<MaxStreamDuration>,
    /// What a rate limit filter counts.
    pub rate_limits: Vec<serde_json::Map<String, serde_json::Value>>,
    /// The CORS policy before it moved to the filter.
    pub cors: Option<serde_json::Map<String, serde_json::Value>>,
    /// Retries as an extension.
    pub retry_policy_typed_config: Option<super::super::any::TypedConfig>,
}

/// `route.v3.WeightedCluster`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WeightedClusters {
    /// The clusters, in the order of their cumulated weights.
    pub clusters: Vec<WeightedCluster>,
    /// Deprecated: what the weights must add up to.
    pub total_weight: Option<u32>,
    /// Runtime may override weights as `PREFIX.CLUSTER`.
    pub runtime_key_prefix: String,
    /// This header brings the random number.
    pub header_name: String,
    /// The hash policy brings the random number.
    pub use_hash_policy: bool,
}

/// `WeightedCluster.ClusterWeight`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WeightedCluster {
    /// The cluster.
    pub name: String,
    /// The cluster stands in this header.
    pub cluster_header: String,
    /// Its weight.
    pub weight: u32,
    /// Subset of endpoints.
    pub metadata_match: Option<Metadata>,
    /// Headers added to requests.
    pub request_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from requests.
    pub request_headers_to_remove: Vec<String>,
    /// Headers added to responses.
    pub response_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from responses.
    pub response_headers_to_remove: Vec<String>,
    /// Filter configuration, by filter name.
    pub typed_per_filter_config: std::collections::BTreeMap<String, super::super::any::TypedConfig>,
    /// The host to send.
    pub host_rewrite_literal: String,
}

/// `RouteAction.RequestMirrorPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MirrorPolicy {
    /// The cluster.
    pub cluster: String,
    /// The cluster stands in this header.
    pub cluster_header: String,
    /// Share of the requests; absent is all.
    pub runtime_fraction: Option<RuntimeFraction>,
}

/// `route.v3.RetryPolicy`.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct RetryPolicy {
    /// Conditions.
    pub retry_on: String,
    /// Tries after the first; absent is 1.
    pub num_retries: Option<u32>,
    /// Time for each try.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_try_timeout: Option<ProtoDuration>,
    /// Status codes for `retriable-status-codes`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retriable_status_codes: Vec<u32>,
    /// Endpoints that a retry leaves out.
    #[serde(skip_serializing)]
    pub retry_host_predicate: Vec<Extension>,
    /// How many times another endpoint is looked for in place of one that is left out; absent is 1.
    #[serde(skip_serializing)]
    pub host_selection_retry_max_attempts: Option<Int>,
    /// Priorities that a retry prefers.
    #[serde(skip_serializing)]
    pub retry_priority: Option<Extension>,
}

/// `RouteAction.HashPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashPolicy {
    /// By a header.
    pub header: Option<HashHeader>,
    /// By a cookie, which Envoy sets where it is missing and a lifetime is given.
    pub cookie: Option<HashCookie>,
    /// By the address of the client.
    pub connection_properties: Option<HashConnection>,
    /// By a query parameter.
    pub query_parameter: Option<HashQuery>,
    /// By filter state.
    pub filter_state: Option<HashFilterState>,
    /// Stop here if a hash was found.
    pub terminal: bool,
}

/// `HashPolicy.Header`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashHeader {
    /// The header.
    pub header_name: String,
    /// Rewrites its value first.
    pub regex_rewrite: Option<RegexSubstitution>,
}

/// `HashPolicy.Cookie`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashCookie {
    /// The cookie.
    pub name: String,
    /// Lifetime of a cookie that Envoy sets; absent: it sets none.
    pub ttl: Option<ProtoDuration>,
    /// Path of that cookie.
    pub path: String,
    /// Attributes of that cookie.
    pub attributes: Vec<CookieAttribute>,
}

/// `HashPolicy.CookieAttribute`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CookieAttribute {
    /// Name.
    pub name: String,
    /// Value.
    pub value: String,
}

/// `HashPolicy.ConnectionProperties`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashConnection {
    /// By the source address.
    pub source_ip: bool,
}

/// `HashPolicy.QueryParameter`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashQuery {
    /// The parameter.
    pub name: String,
}

/// `HashPolicy.FilterState`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HashFilterState {
    /// The key.
    pub key: String,
}

/// `UpgradeConfig` of a route or of the connection manager.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UpgradeConfig {
    /// `websocket`, `CONNECT`, …
    pub upgrade_type: String,
    /// Absent is true.
    pub enabled: Option<bool>,
    /// CONNECT is terminated here.
    pub connect_config: Option<serde_json::Map<String, serde_json::Value>>,
    /// Filters for upgraded requests (connection manager only).
    pub filters: Vec<super::filter_chain::Filter>,
}

/// `route.v3.InternalRedirectPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InternalRedirectPolicy {
    /// Absent is 1.
    pub max_internal_redirects: Option<u32>,
    /// Absent is 302.
    pub redirect_response_codes: Vec<u32>,
}

/// `RouteAction.MaxStreamDuration`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MaxStreamDuration {
    /// Time for the whole stream; `0s` is none.
    pub max_stream_duration: Option<ProtoDuration>,
    /// A client's `grpc-timeout` counts up to this; `0s` is without limit.
    pub grpc_timeout_header_max: Option<ProtoDuration>,
    /// Taken off a client's `grpc-timeout`.
    pub grpc_timeout_header_offset: Option<ProtoDuration>,
}

/// `route.v3.RedirectAction`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Redirect {
    /// To https.
    pub https_redirect: bool,
    /// To this scheme.
    pub scheme_redirect: String,
    /// To this host.
    pub host_redirect: String,
    /// To this port.
    pub port_redirect: u32,
    /// To this path.
    pub path_redirect: String,
    /// To the path with its matched prefix replaced.
    pub prefix_rewrite: String,
    /// To the path with parts of it replaced.
    pub regex_rewrite: Option<RegexSubstitution>,
    /// To this path: a format string.
    pub path_rewrite: String,
    /// Name of the status; absent is `MOVED_PERMANENTLY`.
    pub response_code: String,
    /// Without the query.
    pub strip_query: bool,
}

impl Redirect {
    /// The status code.
    pub fn status(&self) -> u16 {
        match self.response_code.as_str() {
            "FOUND" => 302,
            "SEE_OTHER" => 303,
            "TEMPORARY_REDIRECT" => 307,
            "PERMANENT_REDIRECT" => 308,
            _ => 301,
        }
    }
}

/// `route.v3.DirectResponseAction`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DirectResponse {
    /// Status code.
    pub status: Int,
    /// Body.
    pub body: Option<DataSource>,
    /// Body as a format.
    pub body_format: Option<serde_json::Map<String, serde_json::Value>>,
}

/// What a matcher tree of a virtual host may end in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteList {
    /// Routes; the first that matches wins.
    pub routes: Vec<super::route_config::Route>,
}
