//! The rules: each says of some objects where they come from, as istiod makes them.
//!
//! | objects | rule |
//! |---|---|
//! | outbound listeners and chains of sidecars | [`listeners`] |
//! | inbound chains, clusters and routes | [`inbound`], [`peer_authentication`] |
//! | chains and virtual hosts of gateways | [`gateway`] |
//! | chains and clusters of waypoints | [`waypoint`] |
//! | chains that pass bytes on | [`connections`] |
//! | virtual hosts of sidecars | [`hosts`] |
//! | routes | [`routes`], [`virtual_service`], [`gateway_api`], [`ingress`] |
//! | clusters and endpoints | [`clusters`], [`policy`], [`endpoints`] |
//! | what a Sidecar blocks and lets in | [`sidecar`] |
//! | RBAC and JWT filters | [`authorization`] |
//! | statistics, access logs, tracing | [`telemetry`] |
//! | whatever an EnvoyFilter patched | [`envoy_filter`] |
//! | filters of extensions | [`extensions`] |
//! | what the mesh's own configuration says | [`mesh_config`] |

pub mod authorization;
pub mod clusters;
pub mod connections;
pub mod endpoints;
pub mod envoy_filter;
pub mod extensions;
pub mod gateway;
pub mod gateway_api;
pub mod hosts;
pub mod inbound;
pub mod ingress;
pub mod listeners;
pub mod mesh_config;
pub mod peer_authentication;
pub mod policy;
pub mod routes;
pub mod sidecar;
pub mod telemetry;
pub mod virtual_service;
pub mod waypoint;

use super::view::Rule;

/// All rules. Their order does not matter: each adds to the same graph.
pub const RULES: [Rule; 16] = [
    listeners::own,
    inbound::own,
    gateway::own,
    waypoint::own,
    connections::own,
    hosts::own,
    routes::own,
    clusters::own,
    endpoints::own,
    peer_authentication::own,
    sidecar::own,
    authorization::own,
    telemetry::own,
    envoy_filter::own,
    extensions::own,
    mesh_config::own,
];
