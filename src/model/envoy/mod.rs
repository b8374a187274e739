//! Envoy's configuration as it stands in a dump: plain structs with the fields that matter here.
//!
//! The law of these types: enums know at least what Envoy knows and keep what they do not know; structs hold a subset
//! of Envoy's fields, under Envoy's names. A field that could change a decision is here, or a trace that meets it says
//! so; a field that cannot is listed with its reason in [`super::harmless`]. The types read API v2 as well: its names
//! are aliases.

pub mod address;
pub mod bootstrap;
pub mod cluster;
pub mod endpoint;
pub mod entry;
pub mod filter_chain;
pub mod http_connection_manager;
pub mod listener;
pub mod load_balancing;
pub mod matcher_tree;
pub mod metadata;
pub mod route_action;
pub mod route_config;
pub mod route_match;
pub mod scalar;
pub mod secret;
pub mod string_match;
pub mod tcp_proxy;
pub mod tls;
