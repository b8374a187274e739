//! Kubernetes objects, the parts that say where a service lives.

pub mod endpoint_slice;
pub mod pod;
pub mod service;
