//! What was read from one or more sources: documents and gaps. Live and offline sources meet in [`Capture`]; nothing
//! after it can tell them apart.

use bytes::Bytes;
use jiff::Timestamp;
use serde::Serialize;

use super::name::ProxyId;
use super::section::Extent;

/// Everything read, in the order of the sources.
#[derive(Debug, Clone, Default)]
pub struct Capture {
    /// What could be read.
    pub documents: Vec<Document>,
    /// What could not be read, and why.
    pub gaps: Vec<Gap>,
    /// When it was taken, if the source says so.
    pub taken_at: Option<Timestamp>,
}

/// One file, response or archive member.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it holds, judged by its content.
    pub kind: DocumentKind,
    /// Where it came from, as the user would name it: a path, `ARCHIVE!MEMBER`, or `stdin`.
    pub place: String,
    /// Documents of one proxy share a bundle: the folder they lie in.
    pub bundle: String,
    /// The proxy, where the layout (not the content) names it; of what istiod says of many, istiod's own pod.
    pub proxy: Option<ProxyId>,
    /// How much was asked for of the lists that it holds.
    pub extent: Extent,
    /// The text, decompressed. Sharing it is free.
    pub text: Bytes,
}

/// How the place of a gap begins that an istiod left which could not be asked.
pub const ISTIOD: &str = "istiod ";

/// How files end that list what an API server returned. A line in one tells nobody where to edit: the name of the object
/// does, as with `kubectl edit`.
pub const LISTING: &str = ".list.json";

/// What a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum DocumentKind {
    /// `/config_dump`: whole, masked, or bare items of `?resource=`.
    ConfigDump,
    /// `/clusters?format=json`.
    ClustersJson,
    /// `/clusters` as text.
    ClustersText,
    /// `/server_info`.
    ServerInfo,
    /// `/certs`.
    Certs,
    /// `/listeners?format=json`.
    Listeners,
    /// `/init_dump`.
    InitDump,
    /// `/runtime`.
    Runtime,
    /// `/stats` in any form.
    Stats,
    /// Kubernetes, Istio or Gateway API objects, as JSON.
    ResourcesJson,
    /// The same as YAML.
    ResourcesYaml,
    /// A ztunnel's `/config_dump`.
    ZtunnelDump,
    /// istiod's `/debug/syncz`: what it sent to whom, and what was acknowledged.
    Syncz,
    /// istiod's `/debug/config_dump?proxyID=…`: what it would send to a proxy.
    IstiodDump,
    /// istiod's `/debug/endpointz`: the endpoints that it knows.
    Endpointz,
}

/// Something that could not be read, or not fully.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Where, as the user would name it.
    pub place: String,
    /// What is missing and why, with the next step where there is one.
    pub reason: String,
}
