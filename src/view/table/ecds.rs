//! `meshdbg ecds`: filters that come by their own discovery service, such as Wasm plugins.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, State};
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::view::document::Role;

/// A filter configuration.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EcdsRow {
    /// Its name, to which filters refer.
    pub name: String,
    /// Message type of its configuration.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Its state.
    pub state: State,
    /// When it was loaded.
    pub updated: String,
    /// Version of the control plane; empty with delta xDS.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// Why Envoy refused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Row for EcdsRow {
    const KIND: &'static str = "ecds";
    const COLUMNS: &'static [Column] = &[
        column("name", "NAME"),
        column("type", "TYPE"),
        column("state", "STATE"),
        wide("updated", "UPDATED"),
        wide("version", "VERSION"),
        column("error", "ERROR"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.name);
        cells.plain(&self.type_name);
        cells.add(self.state.role(), self.state);
        cells.plain(&self.updated);
        cells.plain(&self.version);
        cells.add(Role::Bad, self.error.as_deref().unwrap_or_default());
    }
}

/// The filters by ECDS of a proxy. A dump without any has no section for them: that is no gap.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<EcdsRow> {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for (index, entry) in proxy.dump.ecds.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => {
                let filter = decoded.ecds_filter.unwrap_or_default();
                let error = decoded.error_state;
                rows.push(EcdsRow {
                    name: filter.name,
                    type_name: filter.typed_config.map(|config| config.type_name).unwrap_or_default(),
                    state: if error.is_some() { State::Rejected } else { entry.state.into() },
                    updated: decoded.last_updated,
                    version: decoded.version_info,
                    error: error.map(|error| error.details),
                });
            }
            Err(error) => gaps.push(format!("ECDS filter {index} of the dump cannot be read: {error}")),
        }
    }
    if rows.is_empty() && !proxy.dump.has(Section::Listeners) {
        gaps.extend(proxy.dump.gap(Section::Ecds));
    }
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}
