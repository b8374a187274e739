//! `meshdbg ztunnel workloads -o wide`.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column};
use crate::model::ztunnel::service::Service;
use crate::model::ztunnel::workload::{Health, Workload};
use crate::simulate::ztunnel::{Capture, State};
use crate::view::document::Role;
use crate::view::istioctl::ztunnel::workload::Filter;

/// A workload.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WorkloadRow {
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Addresses, or the name that is resolved.
    pub addresses: Vec<String>,
    /// Node.
    pub node: String,
    /// How its connections arrive.
    pub protocol: String,
    /// Whether a ztunnel carries its connections.
    pub captured: Capture,
    /// Waypoint for its addresses.
    pub waypoint: String,
    /// Whether it is ready.
    pub status: String,
    /// Its weight among endpoints.
    pub weight: u32,
    /// Identity.
    pub identity: String,
    /// Policies that it names.
    pub policies: Vec<String>,
    /// Its services.
    pub services: Vec<String>,
    /// Region, zone and part of it.
    pub locality: String,
    /// Network.
    pub network: String,
}

impl Row for WorkloadRow {
    const KIND: &'static str = "workloads";
    const COLUMNS: &'static [Column] = &[
        column("namespace", "NAMESPACE"),
        column("name", "NAME"),
        column("address", "ADDRESS"),
        column("node", "NODE"),
        column("protocol", "PROTOCOL"),
        column("captured", "CAPTURED"),
        column("waypoint", "WAYPOINT"),
        column("status", "STATUS"),
        column("weight", "WEIGHT"),
        column("identity", "IDENTITY"),
        column("policies", "POLICIES"),
        column("services", "SERVICES"),
        column("locality", "LOCALITY"),
        column("network", "NETWORK"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.plain(&self.namespace);
        cells.add(Role::Name, &self.name);
        cells.list(Role::Plain, &self.addresses);
        cells.plain(&self.node);
        cells.plain(&self.protocol);
        match self.captured {
            Capture::Captured(_) => cells.add(Role::Good, "yes"),
            Capture::Sidecar(_) => cells.plain("by its sidecar"),
            Capture::Uncaptured(_) => cells.plain("no"),
            Capture::Unknown(_) => cells.add(Role::Warning, "unknown"),
        }
        cells.plain(&self.waypoint);
        let role = if self.status == Health::Healthy.word() { Role::Plain } else { Role::Bad };
        cells.add(role, &self.status);
        cells.plain(self.weight);
        cells.plain(&self.identity);
        cells.list(Role::Plain, &self.policies);
        cells.list(Role::Plain, &self.services);
        cells.plain(&self.locality);
        cells.plain(&self.network);
    }
}

/// The workloads that pass, by their names.
pub fn rows(state: &State, filter: &Filter) -> Vec<WorkloadRow> {
    let mut shown: Vec<&Workload> = state.ztunnel.dump.workloads.iter().filter(|one| filter.passes(one)).collect();
    shown.sort_by_key(|one| (&one.namespace, &one.name));
    shown.into_iter().map(|one| row(state, one)).collect()
}

fn row(state: &State, workload: &Workload) -> WorkloadRow {
    let ips = workload.workload_ips.iter().map(ToString::to_string);
    let hostname = Some(workload.hostname.clone()).filter(|_| workload.workload_ips.is_empty());
    // Their order is luck, and differs from node to node.
    let mut services = workload.services.clone();
    services.sort();
    let locality = [&workload.locality.region, &workload.locality.zone, &workload.locality.subzone];
    WorkloadRow {
        namespace: workload.namespace.clone(),
        name: workload.name.clone(),
        addresses: ips.chain(hostname).collect(),
        node: workload.node.clone(),
        protocol: workload.protocol.word().to_owned(),
        captured: state.capture(workload),
        waypoint: workload.waypoint.as_ref().map(|gateway| gateway.destination.to_string()).unwrap_or_default(),
        status: workload.status.word().to_owned(),
        weight: workload.capacity,
        identity: workload.identity(),
        policies: workload.authorization_policies.clone(),
        services: services.iter().map(|id| host(state, id)).collect(),
        locality: locality.map(String::as_str).join("/").trim_end_matches('/').to_owned(),
        network: workload.network.clone(),
    }
}

/// The short name of a service, `NAMESPACE/HOST`.
fn host(state: &State, id: &str) -> String {
    let service = id.split_once('/').and_then(|(namespace, hostname)| state.service(namespace, hostname));
    service.map_or_else(|| id.to_owned(), |Service { namespace, name, .. }| format!("{namespace}/{name}"))
}
