//! Routes: `HTTPRoute`, `GRPCRoute`, `TLSRoute`, `TCPRoute`.

use serde::Deserialize;

/// `spec` of a route.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RouteSpec {
    /// The Gateways or Services it binds to.
    pub parent_refs: Vec<ParentReference>,
    /// Hosts; none is every host of its parents.
    pub hostnames: Vec<String>,
    /// Rules.
    pub rules: Vec<Rule>,
}

/// `parentRefs[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ParentReference {
    /// Kind; absent is `Gateway`.
    pub kind: Option<String>,
    /// Namespace; absent is that of the route.
    pub namespace: Option<String>,
    /// Name.
    pub name: String,
    /// The listener of the Gateway.
    pub section_name: Option<String>,
    /// Port.
    pub port: Option<u16>,
}

/// `rules[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Rule {
    /// Name.
    pub name: Option<String>,
    /// Where to.
    pub backend_refs: Vec<BackendReference>,
}

/// `backendRefs[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BackendReference {
    /// Kind; absent is `Service`.
    pub kind: Option<String>,
    /// Name.
    pub name: String,
    /// Namespace; absent is that of the route.
    pub namespace: Option<String>,
}
