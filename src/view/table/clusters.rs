//! `meshdbg clusters`.

use std::ops::Range;

use memchr::memmem::Finder;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::brief_cluster::Brief;
use super::row::{Cells, Column, Row, Rows, column, wide};
use super::{OfProxy, State};
use crate::base::name::ClusterName;
use crate::base::origin::Owner;
use crate::correlate::{Mesh, marked};
use crate::model::Proxy;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::cluster::Cluster;
use crate::model::envoy::entry::{ClusterEntry, ErrorState};
use crate::model::envoy::metadata::Metadata;
use crate::view::document::Role;
use crate::view::words;

/// A cluster.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClusterRow {
    /// Its name.
    pub name: String,
    /// Host of the service that it stands for; else its name.
    pub fqdn: String,
    /// Port of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
    /// Subset of the DestinationRule.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subset: String,
    /// `outbound`, `inbound`, `inbound-vip`; empty where the name does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub direction: String,
    /// How its endpoints are found.
    #[serde(rename = "type")]
    pub discovery: String,
    /// Its state.
    pub state: State,
    /// Whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// Why Envoy refused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// When it was loaded.
    pub updated: String,
    /// What else there is to know; only in wide tables and in JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<Details>>,
}

/// What wide tables show of a cluster.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Details {
    /// How an endpoint is picked.
    pub balancing: String,
    /// TLS to the endpoints.
    pub tls: String,
    /// Which HTTP it speaks.
    pub protocol: String,
    /// Limits.
    pub circuit_breakers: String,
    /// Passive health checks.
    pub outlier_detection: String,
    /// Version of the control plane; empty with delta xDS.
    pub version: String,
}

impl Row for ClusterRow {
    const KIND: &'static str = "clusters";
    const COLUMNS: &'static [Column] = &[
        column("fqdn", "SERVICE FQDN"),
        column("port", "PORT"),
        column("subset", "SUBSET"),
        column("direction", "DIRECTION"),
        column("type", "TYPE"),
        column("state", "STATE"),
        column("owner", "OWNER"),
        wide("name", "NAME"),
        wide("balancing", "BALANCING"),
        wide("tls", "TLS"),
        wide("protocol", "PROTOCOL"),
        wide("limits", "CIRCUIT BREAKERS"),
        wide("outliers", "OUTLIER DETECTION"),
        wide("updated", "UPDATED"),
        wide("version", "VERSION"),
        column("error", "ERROR"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.fqdn);
        match self.port {
            Some(port) => cells.plain(port),
            None => cells.plain(""),
        }
        cells.plain(&self.subset);
        cells.plain(&self.direction);
        cells.plain(&self.discovery);
        cells.add(self.state.role(), self.state);
        cells.list(Role::Plain, &self.owners);
        cells.plain(&self.name);
        let details = self.details.as_deref();
        let mut of_details = |get: fn(&Details) -> &String| match details {
            Some(details) => cells.plain(get(details)),
            None => cells.plain(""),
        };
        of_details(|details| &details.balancing);
        of_details(|details| &details.tls);
        of_details(|details| &details.protocol);
        of_details(|details| &details.circuit_breakers);
        of_details(|details| &details.outlier_detection);
        cells.plain(&self.updated);
        cells.plain(details.map_or("", |details| &details.version));
        cells.add(Role::Bad, self.error.as_deref().unwrap_or_default());
    }
}

/// The clusters of a proxy, in the order of the dump; with their details, or (faster) without. Each is read when it is
/// looked at: a hundred thousand rows would take more room than the dump.
#[derive(Debug)]
pub struct ClusterRows<'m> {
    mesh: &'m Mesh,
    proxy: &'m Proxy,
    with_details: bool,
    refused: Finder<'static>,
}

impl<'m> ClusterRows<'m> {
    /// Nothing is read yet.
    pub fn new(mesh: &'m Mesh, proxy: &'m Proxy, with_details: bool) -> Self {
        Self { mesh, proxy, with_details, refused: Finder::new("\"error_state\"") }
    }

    fn of_entry(&self, index: usize) -> Vec<ClusterRow> {
        let entry = &self.proxy.dump.clusters[index];
        let read = if self.with_details { full(self.mesh, entry) } else { brief(self.mesh, &self.refused, entry) };
        read.unwrap_or_else(|error| vec![unreadable(index, entry, &error)])
    }
}

impl Rows<ClusterRow> for ClusterRows<'_> {
    fn parts(&self) -> usize {
        self.proxy.dump.clusters.len()
    }

    fn visit(&self, parts: Range<usize>, each: &mut dyn FnMut(&ClusterRow)) {
        parts.for_each(|index| self.of_entry(index).iter().for_each(&mut *each));
    }
}

/// All clusters of a proxy at once.
pub fn rows(mesh: &Mesh, proxy: &Proxy, with_details: bool) -> OfProxy<ClusterRow> {
    let all = ClusterRows::new(mesh, proxy, with_details);
    let rows = (0..all.parts()).into_par_iter().flat_map_iter(|index| all.of_entry(index)).collect();
    OfProxy { proxy: proxy.id.clone(), rows, gaps: gaps(proxy) }
}

/// What is not in the dump and would have been a row.
pub fn gaps(proxy: &Proxy) -> Vec<String> {
    proxy.dump.gap(Section::Clusters).into_iter().collect()
}

fn brief(mesh: &Mesh, refused: &Finder, entry: &Entry<ClusterEntry>) -> Result<Vec<ClusterRow>, String> {
    // What was refused stands behind the cluster: then all of it is read.
    if refused.find(entry.item.text()).is_some() {
        let mut rows = full(mesh, entry)?;
        for row in &mut rows {
            row.details = None;
        }
        return Ok(rows);
    }
    let found = Brief::of(entry.item.text())?;
    let discovery = found.custom_type.unwrap_or_else(|| found.discovery.word().to_owned());
    Ok(vec![row(mesh, &found.name, discovery, &found.metadata, entry, String::new())])
}

fn full(mesh: &Mesh, entry: &Entry<ClusterEntry>) -> Result<Vec<ClusterRow>, String> {
    let decoded = entry.item.decode().map_err(|error| error.to_string())?;
    let cluster = &decoded.cluster;
    let discovery = cluster.type_word().to_owned();
    let mut row = row(mesh, &cluster.name, discovery, &cluster.metadata, entry, decoded.last_updated);
    row.details = Some(Box::new(details(cluster, decoded.version_info)));
    Ok(with_error(row, decoded.error_state))
}

fn row(
    mesh: &Mesh,
    name: &str,
    discovery: String,
    metadata: &Metadata,
    entry: &Entry<ClusterEntry>,
    updated: String,
) -> ClusterRow {
    let parts = ClusterName::parse(name);
    ClusterRow {
        fqdn: parts.map(|parts| parts.host).filter(|host| !host.is_empty()).unwrap_or(name).to_owned(),
        port: parts.map(|parts| parts.port),
        subset: parts.map_or("", |parts| parts.subset).to_owned(),
        direction: parts.map_or("", |parts| parts.direction).to_owned(),
        name: name.to_owned(),
        discovery,
        state: entry.state.into(),
        owners: marked::of_cluster(mesh, metadata),
        error: None,
        updated,
        details: None,
    }
}

/// A refused update is a row of its own; what was there before stands beside it.
fn with_error(row: ClusterRow, error: Option<ErrorState>) -> Vec<ClusterRow> {
    let Some(error) = error else {
        return vec![row];
    };
    let rejected = ClusterRow {
        state: State::Rejected,
        error: Some(error.details),
        updated: error.last_update_attempt,
        details: None,
        ..row.clone()
    };
    // A cluster that was never accepted has nothing in it but its name.
    if row.updated.is_empty() { vec![rejected] } else { vec![row, rejected] }
}

fn unreadable(index: usize, entry: &Entry<ClusterEntry>, error: &str) -> ClusterRow {
    ClusterRow {
        name: format!("#{index}"),
        fqdn: format!("#{index}"),
        port: None,
        subset: String::new(),
        direction: String::new(),
        discovery: String::new(),
        state: entry.state.into(),
        owners: Vec::new(),
        error: Some(format!("cannot be read: {error}")),
        updated: String::new(),
        details: None,
    }
}

fn details(cluster: &Cluster, version: String) -> Details {
    Details {
        balancing: words::cluster::balancing(cluster),
        tls: words::cluster::upstream_tls(cluster),
        protocol: words::cluster::protocol(cluster),
        circuit_breakers: words::cluster::circuit_breakers(cluster),
        outlier_detection: words::cluster::outlier_detection(cluster),
        version,
    }
}
