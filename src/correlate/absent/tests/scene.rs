//! Made-up meshes: resources as YAML, and what a proxy of namespace `shop` holds.

use bytes::Bytes;
use serde_json::{Value, json};

use crate::base::capture::{Capture, Document, DocumentKind};
use crate::base::section::Extent;
use crate::correlate::Mesh;
use crate::correlate::absent::{Absence, Code, Kind, Wanted, why};
use crate::model;

/// What a proxy holds beside its bootstrap.
#[derive(Default, Clone)]
pub(super) struct Dump {
    pub(super) listeners: Vec<Value>,
    pub(super) clusters: Vec<Value>,
    pub(super) warming: Vec<Value>,
    pub(super) routes: Vec<Value>,
    pub(super) endpoints: Vec<Value>,
}

impl Dump {
    fn text(&self, node: &str, labels: &Value) -> String {
        let message = |name: &str| format!("type.googleapis.com/envoy.admin.v3.{name}");
        json!({"configs": [
            {"@type": message("BootstrapConfigDump"), "bootstrap": {"node": {"id": node, "metadata": {"LABELS": labels}}}},
            {"@type": message("ListenersConfigDump"), "dynamic_listeners": self.listeners},
            {"@type": message("ClustersConfigDump"), "dynamic_active_clusters": self.clusters,
             "dynamic_warming_clusters": self.warming},
            {"@type": message("RoutesConfigDump"), "dynamic_route_configs": self.routes},
            {"@type": message("EndpointsConfigDump"), "dynamic_endpoint_configs": self.endpoints},
        ]})
        .to_string()
    }
}

/// Who is asked.
pub(super) const SIDECAR: &str = "sidecar~10.0.0.1~client-0.shop~shop.svc.cluster.local";
pub(super) const OTHER: &str = "sidecar~10.0.0.2~client-1.shop~shop.svc.cluster.local";
pub(super) const GATEWAY: &str = "router~10.0.0.3~edge-0.edge~edge.svc.cluster.local";

/// A mesh of proxies and resources; each resource is one line of YAML.
pub(super) fn mesh(proxies: &[(&str, &Dump)], resources: &str) -> Mesh {
    let document = |kind, bundle: &str, text: String| Document {
        kind,
        place: format!("{bundle}.file"),
        bundle: bundle.to_owned(),
        proxy: None,
        extent: Extent::Whole,
        text: Bytes::from(text),
    };
    let mut documents: Vec<Document> = proxies
        .iter()
        .map(|(node, dump)| {
            let labels = if node.starts_with("router") { json!({"istio": "edge"}) } else { json!({"app": "client"}) };
            document(DocumentKind::ConfigDump, node, dump.text(node, &labels))
        })
        .collect();
    let yaml: Vec<&str> = resources.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    documents.push(document(DocumentKind::ResourcesYaml, "resources", yaml.join("\n---\n")));
    Mesh::new(model::read(Capture { documents, ..Capture::default() }))
}

/// What is answered of the first proxy.
pub(super) fn ask(mesh: &Mesh, kind: Kind, name: &str) -> Absence {
    why(mesh, &mesh.proxies[0], &Wanted::new(kind, name))
}

/// The codes of an answer.
pub(super) fn codes(answer: &Absence) -> Vec<Code> {
    answer.reasons.iter().map(|reason| reason.code).collect()
}
