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
    /// Whether it takes requests.
    pub conditions: Conditions,
    /// The pod.
    pub target_ref: Option<TargetRef>,
}

/// `endpoints[].conditions`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Ready; not said is yes.
    pub ready: Option<bool>,
}

/// `endpoints[].targetRef`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TargetRef {
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
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
