//! The HTTP connection manager.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::address::CidrRange;
use super::filter_chain::Filter;
use super::matcher_tree::Matcher;
use super::route_action::UpgradeConfig;
use super::route_config::RouteConfiguration;
use super::scalar::{ProtoDuration, one_or_more};
use super::string_match::Extension;

/// Message types of the HTTP connection manager.
pub const HTTP_CONNECTION_MANAGER: &[&str] = &[
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    "envoy.config.filter.network.http_connection_manager.v2.HttpConnectionManager",
];

/// `http_connection_manager.v3.HttpConnectionManager`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "Envoy's own switches")]
pub struct HttpConnectionManager {
    /// `AUTO`, `HTTP1`, `HTTP2`, `HTTP3`.
    pub codec_type: String,
    /// Prefix of its statistics: `inbound_…`, `outbound_…`.
    pub stat_prefix: String,
    /// The route table comes by RDS.
    pub rds: Option<Rds>,
    /// The route table is inline.
    pub route_config: Option<RouteConfiguration>,
    /// The route table is chosen by a scope.
    pub scoped_routes: Option<ScopedRoutes>,
    /// HTTP filters, in order.
    #[serde(deserialize_with = "one_or_more")]
    pub http_filters: Vec<Filter>,
    /// Adds `user-agent` and `x-envoy-downstream-service-cluster`.
    pub add_user_agent: bool,
    /// Limits and underscores.
    pub common_http_protocol_options: CommonHttpOptions,
    /// HTTP/1.
    pub http_protocol_options: Http1Options,
    /// HTTP/2.
    pub http2_protocol_options: Http2Options,
    /// Value of the `server` response header; absent is `envoy`.
    pub server_name: String,
    /// `OVERWRITE`, `APPEND_IF_ABSENT`, `PASS_THROUGH`.
    pub server_header_transformation: String,
    /// The scheme is overwritten.
    pub scheme_header_transformation: Option<Map<String, Value>>,
    /// Absent is 60 KiB.
    pub max_request_headers_kb: Option<u32>,
    /// Time without any byte.
    pub stream_idle_timeout: Option<ProtoDuration>,
    /// The client's address is the peer's, not one out of `x-forwarded-for`.
    pub use_remote_address: bool,
    /// Proxies in front whose `x-forwarded-for` is believed.
    pub xff_num_trusted_hops: u32,
    /// Other ways to tell the client's address.
    pub original_ip_detection_extensions: Vec<Extension>,
    /// Header changes before anything else.
    pub early_header_mutation_extensions: Vec<Extension>,
    /// Which addresses are internal.
    pub internal_address_config: Option<InternalAddresses>,
    /// `x-forwarded-for` is left alone.
    pub skip_xff_append: bool,
    /// Value of `via`.
    pub via: String,
    /// Absent is true.
    pub generate_request_id: Option<bool>,
    /// A client's `x-request-id` is kept.
    pub preserve_external_request_id: bool,
    /// What happens to `x-forwarded-client-cert`.
    pub forward_client_cert_details: String,
    /// What goes into it.
    pub set_current_client_cert_details: ClientCertDetails,
    /// The same, chosen by request.
    pub forward_client_cert_matcher: Option<Matcher>,
    /// `expect: 100-continue` is forwarded.
    pub proxy_100_continue: bool,
    /// Upgrades that are let through.
    pub upgrade_configs: Vec<UpgradeConfig>,
    /// Normalizes paths (RFC 3986); absent is the runtime's `http_connection_manager.normalize_path`.
    pub normalize_path: Option<bool>,
    /// `//` becomes `/`.
    pub merge_slashes: bool,
    /// What happens to `%2F`.
    pub path_with_escaped_slashes_action: EscapedSlashes,
    /// Newer normalization.
    pub path_normalization_options: Option<Map<String, Value>>,
    /// Rewrites Envoy's own answers.
    pub local_reply_config: Option<Map<String, Value>>,
    /// The host loses a port that equals the listener's.
    pub strip_matching_host_port: bool,
    /// The host loses any port.
    pub strip_any_host_port: bool,
    /// The host loses a dot at its end.
    pub strip_trailing_host_dot: bool,
    /// Adds `x-forwarded-port`.
    pub append_x_forwarded_port: bool,
    /// Adds `proxy-status` to responses.
    pub proxy_status_config: Option<Map<String, Value>>,
    /// Another header validator.
    pub typed_header_validation_config: Option<Extension>,
    /// Keeps or overwrites `x-forwarded-proto`.
    pub forward_proto_config: Option<Map<String, Value>>,
}

/// `Rds`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rds {
    /// Name of the route table.
    pub route_config_name: String,
}

/// `ScopedRoutes`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopedRoutes {
    /// Name of the scopes.
    pub name: String,
    /// How the key of a request is built.
    pub scope_key_builder: ScopeKeyBuilder,
    /// Inline scopes.
    pub scoped_route_configurations_list: Option<ScopedRouteList>,
}

/// `ScopedRouteConfigurationsList`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopedRouteList {
    /// The scopes.
    pub scoped_route_configurations: Vec<ScopedRouteConfiguration>,
}

/// `route.v3.ScopedRouteConfiguration`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopedRouteConfiguration {
    /// Name.
    pub name: String,
    /// The route table.
    pub route_configuration_name: String,
    /// The route table, inline.
    pub route_configuration: Option<RouteConfiguration>,
    /// The key of the scope.
    pub key: ScopeKey,
    /// Loaded on demand.
    pub on_demand: bool,
}

/// `ScopedRouteConfiguration.Key`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopeKey {
    /// Parts, in order.
    pub fragments: Vec<ScopeKeyFragment>,
}

/// `ScopedRouteConfiguration.Key.Fragment`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopeKeyFragment {
    /// Its text.
    pub string_key: String,
}

/// `ScopedRoutes.ScopeKeyBuilder`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopeKeyBuilder {
    /// Parts, in order.
    pub fragments: Vec<ScopeKeyFragmentBuilder>,
}

/// `ScopeKeyBuilder.FragmentBuilder`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopeKeyFragmentBuilder {
    /// Cut out of a header.
    pub header_value_extractor: Option<HeaderValueExtractor>,
}

/// `FragmentBuilder.HeaderValueExtractor`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HeaderValueExtractor {
    /// The header.
    pub name: String,
    /// Splits its value; empty: it is one element.
    pub element_separator: String,
    /// Which element.
    pub index: Option<usize>,
    /// The element with this key.
    pub element: Option<KeyValueElement>,
}

/// `HeaderValueExtractor.KvElement`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct KeyValueElement {
    /// Between key and value.
    pub separator: String,
    /// The key.
    pub key: String,
}

/// `core.v3.HttpProtocolOptions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CommonHttpOptions {
    /// Absent is 100.
    pub max_headers_count: Option<u32>,
    /// `ALLOW`, `REJECT_REQUEST`, `DROP_HEADER`.
    pub headers_with_underscores_action: String,
    /// Idle connections are closed after this.
    pub idle_timeout: Option<ProtoDuration>,
    /// Time for any stream.
    pub max_stream_duration: Option<ProtoDuration>,
}

/// `core.v3.Http1ProtocolOptions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Http1Options {
    /// Absolute targets are accepted; absent is true.
    pub allow_absolute_url: Option<bool>,
    /// HTTP/1.0 is accepted.
    pub accept_http_10: bool,
    /// Host of HTTP/1.0 requests without one.
    pub default_host_for_http_10: String,
    /// Methods outside Envoy's list are accepted.
    pub allow_custom_methods: bool,
    /// Both `content-length` and `transfer-encoding` are accepted.
    pub allow_chunked_length: bool,
}

/// `core.v3.Http2ProtocolOptions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Http2Options {
    /// CONNECT upgrades over HTTP/2.
    pub allow_connect: bool,
}

/// `HttpConnectionManager.InternalAddressConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InternalAddresses {
    /// Unix domain sockets are internal.
    pub unix_sockets: bool,
    /// Internal ranges.
    pub cidr_ranges: Vec<CidrRange>,
}

/// `HttpConnectionManager.SetCurrentClientCertDetails`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "Envoy's own switches")]
pub struct ClientCertDetails {
    /// Subject.
    pub subject: bool,
    /// Certificate.
    pub cert: bool,
    /// Chain.
    pub chain: bool,
    /// DNS names.
    pub dns: bool,
    /// URI names.
    pub uri: bool,
}

/// `HttpConnectionManager.PathWithEscapedSlashesAction`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum EscapedSlashes {
    /// They stay.
    #[default]
    Keep,
    /// 400.
    Reject,
    /// 307 to the path with plain slashes.
    UnescapeAndRedirect,
    /// They become plain slashes.
    UnescapeAndForward,
}

impl From<String> for EscapedSlashes {
    fn from(name: String) -> Self {
        match name.as_str() {
            "REJECT_REQUEST" => Self::Reject,
            "UNESCAPE_AND_REDIRECT" => Self::UnescapeAndRedirect,
            "UNESCAPE_AND_FORWARD" => Self::UnescapeAndForward,
            _ => Self::Keep,
        }
    }
}
