//! Istio resources: the parts that say what istiod makes of them.

pub mod destination_rule;
pub mod envoy_filter;
pub mod gateway;
pub mod mesh_config;
pub mod security;
pub mod selector;
pub mod service_entry;
pub mod sidecar;
pub mod telemetry;
pub mod virtual_service;
pub mod workload_entry;
