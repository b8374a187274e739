//! Istio resources, the parts that say where a service lives.

pub mod service_entry;
