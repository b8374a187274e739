//! The proxies and resources of a capture, linked: whose each Envoy object is, and what refers to what.
//!
//! | what | where |
//! |---|---|
//! | what istiod writes into the configuration | [`marked`] |
//! | what its names say | [`named`] |
//! | the owners of every object, worked out from the resources; and back | [`owners`] |
//! | why an object is not there | [`absent`] |
//! | whether proxies hold what istiod sent them | [`sync`] |
//! | which object refers to which | [`references`] |
//! | hosts as Istio reads them | [`hosts`] |
//! | whose statistics are | [`stats`] |
//! | whose the policies of ztunnels are | [`ztunnel_policy`] |
//! | the names that people use, of services and of proxies | [`services`], [`select`] |

pub mod absent;
pub mod hosts;
pub mod marked;
pub mod mesh;
pub mod named;
pub mod owners;
pub mod references;
pub mod select;
pub mod services;
pub mod stats;
pub mod sync;
pub mod ztunnel_policy;

pub use mesh::Mesh;
