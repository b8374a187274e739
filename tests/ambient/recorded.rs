//! The recorded requests, with the mesh at that time.

use std::collections::BTreeMap;

use meshdbg::base::capture::{Capture, Document, DocumentKind};
use meshdbg::base::name::ProxyId;
use meshdbg::base::section::Extent;
use meshdbg::correlate::Mesh;
use meshdbg::model::{self, Proxy};
use serde::Deserialize;

use crate::support;

const FIXTURE: &str = "ambient-traffic.tar.zst";

/// A request and what came of it.
#[derive(Deserialize)]
pub(super) struct Request {
    /// The beginning of the client's name.
    pub(super) from: String,
    /// A URL.
    pub(super) to: String,
    /// What it is for.
    pub(super) what: String,
    /// What the client saw: `http`, or `tcp`.
    pub(super) answer: BTreeMap<String, String>,
    /// The lines of each log: `ztunnel:NODE`, `envoy:…`.
    pub(super) logs: BTreeMap<String, Vec<String>>,
}

/// The names of the recordings: `base`, and the variants of the mesh.
pub(super) const NAMES: [&str; 8] = [
    "base",
    "00-waypoint-refuses-own-namespace",
    "01-waypoint-no-endpoints",
    "02-waypoint-label-removed",
    "04-redirection-lost",
    "06-waypoint-listener-not-hbone",
    "08-ca-unreachable",
    "11-auto-allow-waypoint",
];

/// The Envoys of a variant, where they were recorded.
pub(super) fn envoys(name: &str) -> Vec<Proxy> {
    let documents = support::unpacked(FIXTURE).into_iter().filter_map(|(path, text)| {
        let mut parts = path.strip_prefix(name)?.split('/').skip(1);
        let folder = parts.next().filter(|part| *part == "proxies").and(parts.next())?;
        let proxy = ProxyId::from_dotted(folder).filter(|_| path.ends_with("config_dump.json"))?;
        Some(Document {
            kind: DocumentKind::ConfigDump,
            place: path,
            bundle: String::new(),
            proxy: Some(proxy),
            extent: Extent::Whole,
            text: text.into(),
        })
    });
    model::read(Capture { documents: documents.collect(), ..Capture::default() }).proxies
}

/// The mesh of a recording, with the requests that were made then.
pub(super) fn recording(name: &str) -> (Mesh, Vec<Request>) {
    let files = support::unpacked(FIXTURE);
    let requests = files.get(&format!("{name}/traffic.json"));
    let requests = requests.map(|text| serde_json::from_slice(text).unwrap()).unwrap_or_default();
    if name == "base" {
        return (support::mesh("ambient.tar.zst"), requests);
    }
    let documents = files.into_iter().filter_map(|(path, text)| {
        let kind = match path.strip_prefix(name)?.split('/').nth(1)? {
            "ztunnel" => DocumentKind::ZtunnelDump,
            "resources" => DocumentKind::ResourcesYaml,
            _ => return None,
        };
        Some(Document {
            kind,
            place: path,
            bundle: String::new(),
            proxy: None,
            extent: Extent::Whole,
            text: text.into(),
        })
    });
    let capture = Capture { documents: documents.collect(), ..Capture::default() };
    (Mesh::new(model::read(capture)), requests)
}
