//! Gateways of Istio's own API.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `spec` of a `Gateway` of `networking.istio.io`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GatewaySpec {
    /// Labels of the gateway's pods.
    pub selector: BTreeMap<String, String>,
    /// Servers.
    pub servers: Vec<Server>,
}

/// `servers[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Server {
    /// Port.
    pub port: ServerPort,
    /// Hosts, each with its namespace before a slash or without.
    pub hosts: Vec<String>,
    /// TLS.
    pub tls: Option<ServerTls>,
    /// Address to listen on.
    pub bind: String,
    /// Name.
    pub name: String,
}

/// `servers[].port`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ServerPort {
    /// Number.
    pub number: u16,
    /// Name.
    pub name: String,
    /// `HTTP`, `HTTPS`, `GRPC`, `TLS`, `TCP`, ….
    pub protocol: String,
}

/// `servers[].tls`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ServerTls {
    /// `SIMPLE`, `MUTUAL`, `PASSTHROUGH`, `AUTO_PASSTHROUGH`, `ISTIO_MUTUAL`.
    pub mode: String,
    /// The secret.
    pub credential_name: String,
    /// Plain HTTP is redirected.
    pub https_redirect: bool,
}
