//! Role-based access control, shared by the HTTP and the network filter: policies of permissions and principals.

pub mod config;
pub mod engine;
pub mod permission;
pub mod principal;
