//! The proxies and resources of a capture, linked: whose each Envoy object is, and what refers to what.
//!
//! Two sources of ownership are read so far: what istiod marks in the configuration ([`marked`]) and what its names
//! say ([`named`]).

pub mod marked;
pub mod mesh;
pub mod named;

pub use mesh::Mesh;
