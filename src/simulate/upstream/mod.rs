//! From a cluster to an endpoint: which endpoints may be picked, and how the proxy speaks to them.

pub mod balance;
pub mod cluster;
pub mod host;
pub mod pick;
pub mod priority;
pub mod protocol;
pub mod socket;
pub mod subset;
