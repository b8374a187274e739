//! `meshdbg ztunnel connections -o wide`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column};
use crate::model::ztunnel::connections::{Connection, WorkloadState};
use crate::model::ztunnel::workload::Workload;
use crate::simulate::ztunnel::State;
use crate::view::document::Role;
use crate::view::istioctl::ztunnel::connections::Filter;

/// An open connection; a workload without any has one row too.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct ConnectionRow {
    /// `NAMESPACE/NAME`.
    pub workload: String,
    /// `Up` or `Draining`.
    pub state: String,
    /// `inbound` or `outbound`.
    pub direction: String,
    /// Where it comes from.
    pub source: String,
    /// Where the client wanted to go.
    pub wanted: String,
    /// The service that it is.
    pub service: String,
    /// Where it goes.
    pub destination: String,
    /// The workload there, or where an inbound one comes from.
    pub peer: String,
    /// `HBONE` or `TCP`.
    pub protocol: String,
}

impl Row for ConnectionRow {
    const KIND: &'static str = "connections";
    const COLUMNS: &'static [Column] = &[
        column("workload", "WORKLOAD"),
        column("state", "STATE"),
        column("direction", "DIRECTION"),
        column("source", "SOURCE"),
        column("wanted", "WANTED"),
        column("service", "SERVICE"),
        column("destination", "DESTINATION"),
        column("peer", "PEER"),
        column("protocol", "PROTOCOL"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.workload);
        for cell in [
            &self.state,
            &self.direction,
            &self.source,
            &self.wanted,
            &self.service,
            &self.destination,
            &self.peer,
            &self.protocol,
        ] {
            cells.plain(cell);
        }
    }
}

/// The connections that pass, by the names of their workloads.
pub fn rows(state: &State, filter: &Filter) -> Vec<ConnectionRow> {
    let workloads = state.ztunnel.dump.captured.iter().flat_map(BTreeMap::values);
    let mut workloads: Vec<&WorkloadState> = workloads.filter(|workload| filter.passes(workload)).collect();
    workloads.sort_by_key(|workload| (&workload.info.namespace, &workload.info.name));
    workloads.into_iter().flat_map(|workload| of(state, workload, filter)).collect()
}

fn of(state: &State, workload: &WorkloadState, filter: &Filter) -> Vec<ConnectionRow> {
    let base = ConnectionRow {
        workload: format!("{}/{}", workload.info.namespace, workload.info.name),
        state: workload.state.clone(),
        ..ConnectionRow::default()
    };
    let network = &state.ztunnel.dump.config.network;
    let row = |direction: &str, connection: &Connection| {
        let peer = if direction == "inbound" { &connection.src } else { &connection.actual_dst };
        let service =
            ip(&connection.original_dst).and_then(|ip| state.service_at(network, ip, &workload.info.namespace));
        ConnectionRow {
            direction: direction.to_owned(),
            source: connection.src.clone(),
            wanted: connection.original_dst.clone(),
            service: service.map(|service| format!("{}/{}", service.namespace, service.name)).unwrap_or_default(),
            destination: connection.actual_dst.clone(),
            peer: ip(peer).and_then(|ip| state.at(network, ip)).map(Workload::id).unwrap_or_default(),
            protocol: connection.protocol.clone(),
            ..base.clone()
        }
    };
    let inbound =
        workload.connections.inbound.iter().filter(|_| filter.shows("inbound")).map(|one| row("inbound", one));
    let outbound =
        workload.connections.outbound.iter().filter(|_| filter.shows("outbound")).map(|one| row("outbound", one));
    let rows: Vec<ConnectionRow> = inbound.chain(outbound).collect();
    if rows.is_empty() { vec![base] } else { rows }
}

fn ip(address: &str) -> Option<std::net::IpAddr> {
    address.parse::<std::net::SocketAddr>().ok().map(|address| address.ip())
}
