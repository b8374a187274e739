//! Endpoint slices.

use serde::Deserialize;

/// The body of an `EndpointSlice`, which has no `spec`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EndpointSlice {
    /// The pods.
    pub endpoints: Vec<SliceEndpoint>,
    /// Their ports.
    pub ports: Vec<SlicePort>,
}

/// A pod behind a service.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SliceEndpoint {
    /// Its addresses.
    pub addresses: Vec<String>,
    /// Its name under a headless service.
    pub hostname: Option<String>,
}

/// A port of the pods.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SlicePort {
    /// Name of the service's port.
    pub name: Option<String>,
    /// Number.
    pub port: Option<u16>,
}
