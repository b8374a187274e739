//! What the documents of a capture say, as types: Envoy's configuration and state, Kubernetes, Istio and Gateway API
//! resources. `Capture` in, [`Proxy`], [`Ztunnel`] and [`Resource`] out, with a warning for everything that could not be read.
//!
//! This room knows shapes, not behaviour: what a matcher matches or a filter does is decided in `simulate`.

pub mod any;
pub mod certificate;
pub mod dump;
pub mod envoy;
pub mod gateway_api;
pub mod harmless;
pub mod istio;
pub mod istiod;
pub mod item;
pub mod kubernetes;
pub mod manifests;
pub mod peek;
pub mod position;
pub mod proxy;
pub mod read;
pub mod resource;
pub mod stats;
pub mod status;
pub mod trust;
pub mod ztunnel;

pub use proxy::{Proxy, ProxyKind};
pub use read::{Model, read};
pub use resource::Resource;
pub use ztunnel::Ztunnel;
