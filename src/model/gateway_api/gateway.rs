//! Gateways.

use serde::Deserialize;

/// `spec` of a `Gateway` of `gateway.networking.k8s.io`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GatewaySpec {
    /// The class.
    pub gateway_class_name: String,
    /// Listeners.
    pub listeners: Vec<Listener>,
}

/// `listeners[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Listener {
    /// Name: the section that routes refer to.
    pub name: String,
    /// Port.
    pub port: u16,
    /// `HTTP`, `HTTPS`, `TLS`, `TCP`, `HBONE`.
    pub protocol: String,
    /// Host; empty is every one.
    pub hostname: String,
}
