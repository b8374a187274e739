//! The HTTP filters that are known, by message type.

use super::chain::HttpFilter;
use super::{
    alpn, buffer, cors, csrf, ext_authz, ext_proc, fault, header_mutation, health_check, jwt, local_ratelimit, lua,
    ratelimit, rbac, set_filter_state,
};
use crate::model::any::TypedConfig;
use crate::simulate::http::per_filter::PerRoute;

/// Makes a filter of its configuration; fields that are not modelled go into the list.
pub type Build = fn(&TypedConfig, &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String>;

/// What is known of a type of filter.
pub enum Known {
    /// Modelled here.
    Filter(Build),
    /// The router.
    Router,
    /// No effect on what happens to a request, for the reason given.
    NoEffect(&'static str),
}

/// A type of filter.
pub struct Registration {
    /// Message types, newest first.
    pub types: &'static [&'static str],
    /// What is known of it.
    pub known: Known,
    /// What routes say to it.
    pub per_route: Option<PerRoute>,
}

const fn filter(types: &'static [&'static str], build: Build, per_route: Option<PerRoute>) -> Registration {
    Registration { types, known: Known::Filter(build), per_route }
}

const fn no_effect(types: &'static [&'static str], reason: &'static str) -> Registration {
    Registration { types, known: Known::NoEffect(reason), per_route: Some(super::router::IGNORED) }
}

/// All that are known.
pub const REGISTRY: &[Registration] = &[
    Registration { types: super::router::TYPES, known: Known::Router, per_route: None },
    filter(rbac::TYPES, rbac::build, Some(rbac::PER_ROUTE)),
    filter(jwt::TYPES, jwt::build, Some(jwt::PER_ROUTE)),
    filter(fault::TYPES, fault::build, Some(fault::PER_ROUTE)),
    filter(cors::TYPES, cors::build, Some(cors::PER_ROUTE)),
    filter(csrf::TYPES, csrf::build, Some(csrf::PER_ROUTE)),
    filter(local_ratelimit::TYPES, local_ratelimit::build, Some(local_ratelimit::PER_ROUTE)),
    filter(ratelimit::TYPES, ratelimit::build, Some(ratelimit::PER_ROUTE)),
    filter(ext_authz::TYPES, ext_authz::build, Some(ext_authz::PER_ROUTE)),
    filter(ext_proc::TYPES, ext_proc::build, Some(ext_proc::PER_ROUTE)),
    filter(header_mutation::TYPES, header_mutation::build, Some(header_mutation::PER_ROUTE)),
    filter(set_filter_state::TYPES, set_filter_state::build, Some(set_filter_state::PER_ROUTE)),
    filter(lua::TYPES, lua::build, Some(lua::PER_ROUTE)),
    filter(alpn::TYPES, alpn::build, None),
    filter(buffer::TYPES, buffer::build, Some(buffer::PER_ROUTE)),
    filter(health_check::TYPES, health_check::build, None),
    no_effect(
        &[
            "envoy.extensions.filters.http.grpc_stats.v3.FilterConfig",
            "envoy.config.filter.http.grpc_stats.v2alpha.FilterConfig",
            "stats.PluginConfig",
        ],
        "it counts",
    ),
    no_effect(
        &["io.istio.http.peer_metadata.Config", "envoy.extensions.filters.http.peer_metadata.v3.Config"],
        "it exchanges metadata with the peer's proxy",
    ),
    no_effect(
        &[
            "envoy.extensions.filters.http.compressor.v3.Compressor",
            "envoy.extensions.filters.http.decompressor.v3.Decompressor",
            "envoy.extensions.filters.http.gzip.v3.Gzip",
        ],
        "it changes bodies only",
    ),
    no_effect(
        &[
            "envoy.extensions.filters.http.grpc_web.v3.GrpcWeb",
            "envoy.config.filter.http.grpc_web.v2.GrpcWeb",
            "envoy.extensions.filters.http.grpc_http1_bridge.v3.Config",
        ],
        "it translates gRPC after the route was chosen",
    ),
    no_effect(
        &[
            "envoy.extensions.filters.http.tap.v3.Tap",
            "envoy.extensions.filters.http.admission_control.v3.AdmissionControl",
            "envoy.extensions.filters.http.adaptive_concurrency.v3.AdaptiveConcurrency",
            "envoy.extensions.filters.http.bandwidth_limit.v3.BandwidthLimit",
        ],
        "it watches, or slows down under load",
    ),
    no_effect(
        &["istio.envoy.config.filter.http.authn.v2alpha1.FilterConfig"],
        "it checks what TLS and JWT have checked, and notes it for RBAC",
    ),
];

/// Looks a type up.
pub fn find(type_name: &str) -> Option<&'static Registration> {
    REGISTRY.iter().find(|registration| registration.types.contains(&type_name))
}

/// Looks up the message type of a per-route configuration.
pub fn per_route(type_name: &str) -> Option<PerRoute> {
    REGISTRY.iter().filter_map(|registration| registration.per_route).find(|known| known.types.contains(&type_name))
}
