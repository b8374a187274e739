//! Virtual services.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// `spec` of a `VirtualService`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct VirtualServiceSpec {
    /// Hosts, as written; empty for one that others delegate to.
    pub hosts: Vec<String>,
    /// Gateways, as written; absent is `mesh`.
    pub gateways: Vec<String>,
    /// HTTP rules.
    pub http: Vec<HttpRule>,
    /// Rules by SNI.
    pub tls: Vec<ConnectionRule>,
    /// Rules by address and port.
    pub tcp: Vec<ConnectionRule>,
    /// Namespaces that see it.
    pub export_to: Vec<String>,
}

/// `http[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct HttpRule {
    /// Name.
    pub name: String,
    /// Matches; none is every request.
    #[serde(rename = "match")]
    pub matches: Vec<HttpMatch>,
    /// Another VirtualService that goes on.
    pub delegate: Option<Delegate>,
    /// Where to.
    pub route: Vec<RouteDestination>,
    /// A redirect, whose presence is all that matters here.
    pub redirect: Option<Value>,
    /// A direct response, likewise.
    pub direct_response: Option<Value>,
}

/// `http[].match[]`. Matchers stay as they are written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct HttpMatch {
    /// Name.
    pub name: String,
    /// Path.
    pub uri: Option<BTreeMap<String, String>>,
    /// Method.
    pub method: Option<Value>,
    /// Authority.
    pub authority: Option<Value>,
    /// Scheme.
    pub scheme: Option<Value>,
    /// Headers.
    pub headers: BTreeMap<String, Value>,
    /// Headers that must not match.
    pub without_headers: BTreeMap<String, Value>,
    /// Query parameters.
    pub query_params: BTreeMap<String, Value>,
    /// The port the request was sent to.
    pub port: Option<u16>,
    /// Labels of the client.
    pub source_labels: BTreeMap<String, String>,
    /// Namespace of the client.
    pub source_namespace: String,
    /// Gateways; absent is those of the whole.
    pub gateways: Vec<String>,
}

/// `http[].delegate`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Delegate {
    /// Name.
    pub name: String,
    /// Namespace; empty is that of the delegating one.
    pub namespace: String,
}

/// `tls[]` or `tcp[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ConnectionRule {
    /// Matches; none is every connection.
    #[serde(rename = "match")]
    pub matches: Vec<ConnectionMatch>,
    /// Where to.
    pub route: Vec<RouteDestination>,
}

/// `tls[].match[]` or `tcp[].match[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ConnectionMatch {
    /// Server names of the client's hello.
    pub sni_hosts: Vec<String>,
    /// Destination addresses.
    pub destination_subnets: Vec<String>,
    /// Destination port.
    pub port: Option<u16>,
    /// Labels of the client.
    pub source_labels: BTreeMap<String, String>,
    /// Namespace of the client.
    pub source_namespace: String,
    /// Gateways; absent is those of the whole.
    pub gateways: Vec<String>,
}

/// `route[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteDestination {
    /// The service.
    pub destination: Destination,
}

/// `route[].destination`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Destination {
    /// Host, as written.
    pub host: String,
    /// Subset.
    pub subset: String,
    /// Port.
    pub port: Option<PortSelector>,
}

/// `destination.port`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct PortSelector {
    /// Number.
    pub number: u16,
}
