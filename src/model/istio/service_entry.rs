//! Services outside of Kubernetes.

use serde::Deserialize;

/// `spec` of a `ServiceEntry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ServiceEntrySpec {
    /// Its names; may be wildcards.
    pub hosts: Vec<String>,
    /// Its addresses; istiod allocates one where there is none.
    pub addresses: Vec<String>,
    /// Ports.
    pub ports: Vec<EntryPort>,
}

/// A port.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EntryPort {
    /// Number.
    pub number: u16,
    /// Protocol.
    pub protocol: String,
    /// Name.
    pub name: String,
}

/// `status` of a `ServiceEntry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ServiceEntryStatus {
    /// Addresses that istiod allocated.
    pub addresses: Vec<AllocatedAddress>,
}

/// An address that istiod allocated.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AllocatedAddress {
    /// The address.
    pub value: String,
    /// The host it stands for; absent where there is one host.
    pub host: String,
}
