//! Listeners and their listener filters.

use serde::{Deserialize, Serialize};

use super::super::any::TypedConfig;
use super::address::Address;
use super::filter_chain::FilterChain;
use super::matcher_tree::Matcher;
use super::metadata::Metadata;
use super::scalar::ProtoDuration;

/// `listener.v3.Listener`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Listener {
    /// Name.
    pub name: String,
    /// Where it listens.
    pub address: Address,
    /// Further addresses.
    pub additional_addresses: Vec<AdditionalAddress>,
    /// The chains, in the order of the configuration.
    pub filter_chains: Vec<FilterChain>,
    /// Chooses a chain by name; the chains' own match is then ignored.
    pub filter_chain_matcher: Option<Matcher>,
    /// Hands connections off to the listener of their original destination.
    #[serde(alias = "hidden_envoy_deprecated_use_original_dst")]
    pub use_original_dst: bool,
    /// Taken when no chain matches.
    pub default_filter_chain: Option<FilterChain>,
    /// Marks.
    pub metadata: Metadata,
    /// Old place of `bind_to_port`.
    pub deprecated_v1: DeprecatedV1,
    /// Filters that look at the connection before a chain is chosen.
    pub listener_filters: Vec<ListenerFilter>,
    /// How long the listener filters may wait; `0s` is for ever, absent is 15 s.
    pub listener_filters_timeout: Option<ProtoDuration>,
    /// After that time go on with what is known, instead of closing.
    pub continue_on_listener_filters_timeout: bool,
    /// The direction istiod made it for.
    pub traffic_direction: TrafficDirection,
    /// Set on UDP listeners (QUIC).
    pub udp_listener_config: Option<UdpListenerConfig>,
    /// `false`: reached by hand-off only.
    pub bind_to_port: Option<bool>,
    /// Reached from inside of the same Envoy only.
    pub internal_listener: Option<Empty>,
    /// Chains that come by their own discovery service, which a dump does not show.
    pub fcds_config: Option<FcdsConfig>,
}

/// A message whose presence is all that matters.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Empty {}

/// `listener.v3.Listener.FcdsConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FcdsConfig {
    /// Name of the collection.
    pub name: String,
}

/// `listener.v3.UdpListenerConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UdpListenerConfig {
    /// Set where it speaks QUIC.
    pub quic_options: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `listener.v3.AdditionalAddress`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AdditionalAddress {
    /// The address.
    pub address: Address,
}

/// `listener.v3.Listener.DeprecatedV1`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeprecatedV1 {
    /// `false`: reached by hand-off only.
    pub bind_to_port: Option<bool>,
}

/// `core.v3.TrafficDirection`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "String", rename_all = "lowercase")]
pub enum TrafficDirection {
    /// Not said: gateways, static listeners.
    #[default]
    Unspecified,
    /// Into the workload.
    Inbound,
    /// Out of the workload.
    Outbound,
}

impl From<String> for TrafficDirection {
    fn from(name: String) -> Self {
        match name.as_str() {
            "INBOUND" => Self::Inbound,
            "OUTBOUND" => Self::Outbound,
            _ => Self::Unspecified,
        }
    }
}

impl Listener {
    /// Whether the kernel delivers connections to it (`bind_to_port`, default true).
    pub fn is_bound(&self) -> bool {
        self.internal_listener.is_none() && self.bind_to_port.or(self.deprecated_v1.bind_to_port).unwrap_or(true)
    }

    /// Its address and the additional ones.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        std::iter::once(&self.address).chain(self.additional_addresses.iter().map(|more| &more.address))
    }
}

/// `listener.v3.ListenerFilter`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerFilter {
    /// Name.
    pub name: String,
    /// Configuration.
    pub typed_config: Option<TypedConfig>,
    /// The configuration comes by ECDS.
    pub config_discovery: Option<ConfigDiscovery>,
    /// Connections that the filter leaves alone.
    pub filter_disabled: Option<ListenerFilterPredicate>,
}

/// `core.v3.ExtensionConfigSource`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConfigDiscovery {
    /// Used until the discovered configuration is there.
    pub default_config: Option<TypedConfig>,
    /// The first configuration is used without waiting.
    pub apply_default_config_without_warming: bool,
    /// Types that may be discovered.
    pub type_urls: Vec<String>,
}

/// `listener.v3.ListenerFilterChainMatchPredicate`: one of the rules is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerFilterPredicate {
    /// Any of them.
    pub or_match: Option<PredicateSet>,
    /// All of them.
    pub and_match: Option<PredicateSet>,
    /// Not this one.
    pub not_match: Option<Box<ListenerFilterPredicate>>,
    /// Every connection.
    pub any_match: Option<bool>,
    /// Destination port in `[start, end)`.
    pub destination_port_range: Option<Int32Range>,
}

/// `ListenerFilterChainMatchPredicate.MatchSet`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PredicateSet {
    /// The predicates.
    pub rules: Vec<ListenerFilterPredicate>,
}

/// `type.v3.Int32Range`: `[start, end)`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Int32Range {
    /// First value inside.
    pub start: i32,
    /// First value behind.
    pub end: i32,
}
