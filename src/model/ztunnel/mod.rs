//! What a ztunnel holds, as its admin port prints it (`/config_dump`): the workloads, services and policies of the whole
//! mesh, and the certificates and connections of its own node.
//!
//! Versions differ: a section is a list or a map, and a field that has its default may be absent. Neither may hide
//! anything: an object that cannot be read is a gap beside the others, and a value that nobody knows is kept as it is.

pub mod address;
pub mod certificate;
pub mod config;
pub mod connections;
pub mod dump;
pub mod instance;
pub mod matching;
pub mod policy;
pub mod service;
pub mod workload;

pub use dump::Dump;
pub use instance::Ztunnel;
