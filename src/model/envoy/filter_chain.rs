//! Filter chains, what they match, and their network filters.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::any::{TypedConfig, empty_object};
use super::address::CidrRange;
use super::listener::ConfigDiscovery;
use super::metadata::Metadata;
use super::tls::TransportSocket;

/// `listener.v3.FilterChain`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FilterChain {
    /// Name, if any.
    pub name: String,
    /// What connections it takes.
    pub filter_chain_match: Option<FilterChainMatch>,
    /// Network filters, in order.
    pub filters: Vec<Filter>,
    /// Expects a PROXY header (deprecated).
    #[serde(alias = "hidden_envoy_deprecated_use_proxy_proto")]
    pub use_proxy_proto: bool,
    /// Marks.
    pub metadata: Metadata,
    /// TLS or plaintext; absent is plaintext.
    pub transport_socket: Option<TransportSocket>,
    /// API v2: a `DownstreamTlsContext`.
    #[serde(alias = "hidden_envoy_deprecated_tls_context")]
    pub tls_context: Option<Box<RawValue>>,
}

/// `listener.v3.FilterChainMatch`; an empty field matches everything.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FilterChainMatch {
    /// Destination port.
    pub destination_port: Option<u16>,
    /// Destination addresses.
    pub prefix_ranges: Vec<CidrRange>,
    /// Never implemented by Envoy, which rejects it.
    pub address_suffix: String,
    /// Address of the peer itself, whatever a PROXY header says.
    pub direct_source_prefix_ranges: Vec<CidrRange>,
    /// Whether the peer is local.
    pub source_type: SourceType,
    /// Source addresses.
    pub source_prefix_ranges: Vec<CidrRange>,
    /// Source ports.
    pub source_ports: Vec<u16>,
    /// SNI: exact or `*.` wildcards.
    pub server_names: Vec<String>,
    /// `tls`, `raw_buffer`, …
    pub transport_protocol: String,
    /// ALPN of the client.
    pub application_protocols: Vec<String>,
}

/// `FilterChainMatch.ConnectionSourceType`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum SourceType {
    /// Either.
    #[default]
    Any,
    /// The same address, or loopback.
    SameIpOrLoopback,
    /// Anybody else.
    External,
}

impl From<String> for SourceType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "SAME_IP_OR_LOOPBACK" | "LOCAL" => Self::SameIpOrLoopback,
            "EXTERNAL" => Self::External,
            _ => Self::Any,
        }
    }
}

/// A network filter (`listener.v3.Filter`) or an HTTP filter (`HttpFilter`): the two have the same fields.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Name of the instance: what `typed_per_filter_config` refers to.
    pub name: String,
    /// Configuration.
    pub typed_config: Option<TypedConfig>,
    /// API v2: configuration without a type; the name says what it is.
    #[serde(alias = "hidden_envoy_deprecated_config")]
    pub config: Option<Box<RawValue>>,
    /// The configuration comes by ECDS.
    pub config_discovery: Option<ConfigDiscovery>,
    /// Envoy skips the filter if it does not know it.
    pub is_optional: bool,
    /// Off, unless a route switches it on.
    pub disabled: bool,
}

impl Filter {
    /// The configuration, with the type that an old filter's name stands for.
    pub fn config(&self) -> Option<TypedConfig> {
        if let Some(config) = &self.typed_config {
            return Some(config.clone());
        }
        let type_name = type_of_old_name(&self.name)?;
        let json = self.config.clone().unwrap_or_else(empty_object);
        Some(TypedConfig { type_name: type_name.to_owned(), json })
    }

    /// The message type of its configuration, or what its name stands for, or the bare name.
    pub fn type_name(&self) -> &str {
        match &self.typed_config {
            Some(config) => &config.type_name,
            None => type_of_old_name(&self.name).unwrap_or(&self.name),
        }
    }
}

/// Filters of API v2 carry no type: their well-known name tells it.
fn type_of_old_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "envoy.http_connection_manager" | "envoy.filters.network.http_connection_manager" => {
            "envoy.config.filter.network.http_connection_manager.v2.HttpConnectionManager"
        }
        "envoy.tcp_proxy" | "envoy.filters.network.tcp_proxy" => "envoy.config.filter.network.tcp_proxy.v2.TcpProxy",
        "envoy.filters.network.metadata_exchange" => "envoy.tcp.metadataexchange.config.MetadataExchange",
        "envoy.router" | "envoy.filters.http.router" => "envoy.config.filter.http.router.v2.Router",
        "envoy.cors" | "envoy.filters.http.cors" => "envoy.extensions.filters.http.cors.v3.Cors",
        "envoy.fault" | "envoy.filters.http.fault" => "envoy.config.filter.http.fault.v2.HTTPFault",
        "envoy.grpc_web" => "envoy.extensions.filters.http.grpc_web.v3.GrpcWeb",
        "envoy.health_check" => "envoy.config.filter.http.health_check.v2.HealthCheck",
        "envoy.lua" | "envoy.filters.http.lua" => "envoy.config.filter.http.lua.v2.Lua",
        "envoy.filters.http.rbac" => "envoy.config.filter.http.rbac.v2.RBAC",
        "envoy.filters.network.rbac" => "envoy.config.filter.network.rbac.v2.RBAC",
        "istio_authn" => "istio.envoy.config.filter.http.authn.v2alpha1.FilterConfig",
        "istio.alpn" => "istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig",
        "mixer" => "istio.mixer.v1.config.client.HttpClientConfig",
        _ => return None,
    })
}
