//! The proxies and resources of a capture, linked: whose each Envoy object is, and what refers to what.
//!
//! Two sources of ownership are read so far: what istiod marks in the configuration ([`marked`]) and what its names
//! say ([`named`]). [`references`] says what refers to what, and [`absent`] why something is not there. [`services`] and [`select`] turn the names that people use into services and proxies.

pub mod absent;
pub mod marked;
pub mod mesh;
pub mod named;
pub mod owners;
pub mod references;
pub mod select;
pub mod services;

pub use mesh::Mesh;
