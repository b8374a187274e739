//! `meshdbg bootstrap`: who the proxy is, and its runtime flags.

use schemars::JsonSchema;
use serde::Serialize;

use super::OfProxy;
use super::row::{Cells, Column, Row, column};
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::view::document::Role;

/// A fact of the bootstrap.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BootstrapRow {
    /// What it is.
    pub field: String,
    /// Its value.
    pub value: String,
}

impl Row for BootstrapRow {
    const KIND: &'static str = "bootstrap";
    const COLUMNS: &'static [Column] = &[column("field", "FIELD"), column("value", "VALUE")];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.field);
        cells.plain(&self.value);
    }
}

/// The facts that the bootstrap of a proxy tells.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<BootstrapRow> {
    let node = &proxy.bootstrap.node;
    let metadata = &node.metadata;
    let version =
        proxy.version().map(|version| format!("{}.{}.{}", version.major_number, version.minor_number, version.patch));
    let mut facts: Vec<(String, String)> = [
        ("kind", proxy.kind.word().to_owned()),
        ("node id", node.id.clone()),
        ("node cluster", node.cluster.clone()),
        ("envoy version", version.unwrap_or_default()),
        ("istio version", metadata.istio_version.clone()),
        ("workload", metadata.workload_name.clone()),
        ("service account", metadata.service_account.clone()),
        ("identity", proxy.identity().unwrap_or_default()),
        ("addresses", proxy.addresses().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        ("locality", node.locality.to_string()),
        ("kubernetes cluster", metadata.cluster_id.clone()),
        ("interception", metadata.interception_mode.clone()),
        ("dns capture", metadata.dns_capture.clone()),
        ("admin", proxy.dump.bootstrap.as_ref().map(|_| proxy.bootstrap.admin.address.to_string()).unwrap_or_default()),
        ("zone aware cluster", proxy.bootstrap.cluster_manager.local_cluster_name.clone()),
        ("files", proxy.places.join(", ")),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value))
    .collect();
    facts.extend(metadata.labels.iter().map(|(label, value)| (format!("label {label}"), value.clone())));
    facts.extend(proxy.runtime.iter().map(|(key, value)| {
        (format!("runtime {key}"), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }));
    let rows = facts.into_iter().filter(|(_, value)| !value.is_empty() && value != "no address");
    let gaps = proxy.dump.gap(Section::Bootstrap).into_iter().collect();
    OfProxy { proxy: proxy.id.clone(), rows: rows.map(|(field, value)| BootstrapRow { field, value }).collect(), gaps }
}
