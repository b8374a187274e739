//! Network filters: what happens to a connection between its filter chain and HTTP or an endpoint.
//!
//! Envoy runs all filters twice over: first `onNewConnection` of each, then `onData` of each. That order shows: the TCP
//! proxy connects upstream before RBAC looks at the first bytes.
//!
//! # Adding a network filter
//! One file here with a type that implements [`NetworkFilter`] and a `build` function, and a line in
//! [`registry::REGISTRY`]. A filter without a line shows in every trace that meets it as not modelled.

pub mod chain;
pub mod ext_authz;
pub mod limit;
pub mod rbac;
pub mod registry;
pub mod set_filter_state;
pub mod sni_cluster;
pub mod tcp_proxy;

pub use chain::{NetworkChain, NetworkFilter};
