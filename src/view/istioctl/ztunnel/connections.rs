//! `ztunnel-config connections`.

use std::collections::BTreeMap;

use super::super::listing::Listing;
use super::super::objects::Objects;
use super::pick::pick;
use crate::model::Ztunnel;
use crate::model::ztunnel::connections::{Connection, WorkloadState};

/// istioctl's flags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--workload-namespace`.
    pub namespace: Option<String>,
    /// `--direction`: `inbound` or `outbound`.
    pub direction: Option<String>,
    /// `--raw`: addresses, not names.
    pub raw: bool,
}

impl Filter {
    /// Whether the connections of a workload are shown.
    pub fn passes(&self, workload: &WorkloadState) -> bool {
        let namespace = self.namespace.as_deref().filter(|namespace| !namespace.is_empty());
        namespace.is_none_or(|namespace| workload.info.namespace == namespace)
    }

    /// Whether connections of a direction are shown.
    pub fn shows(&self, direction: &str) -> bool {
        let opposite = if direction == "inbound" { "outbound" } else { "inbound" };
        self.direction.as_deref() != Some(opposite)
    }
}

/// The open connections.
pub fn table(ztunnel: &Ztunnel, filter: &Filter) -> Listing {
    let names = Names::new(ztunnel, filter.raw);
    let mut workloads: Vec<&WorkloadState> =
        ztunnel.dump.captured.iter().flat_map(BTreeMap::values).filter(|workload| filter.passes(workload)).collect();
    workloads.sort_by_key(|workload| (&workload.info.namespace, &workload.info.name));
    let mut rows = Vec::new();
    for workload in workloads {
        let name = format!("{}.{}", workload.info.name, workload.info.namespace);
        let row = |direction: &str, local: &str, remote: &str, target: String, of: &Connection| {
            vec![name.clone(), direction.to_owned(), names.of(local), names.of(remote), target, of.protocol.clone()]
        };
        let inbound = workload.connections.inbound.iter().filter(|_| filter.shows("inbound"));
        rows.extend(inbound.map(|of| row("Inbound", &of.actual_dst, &of.src, of.original_dst.clone(), of)));
        let outbound = workload.connections.outbound.iter().filter(|_| filter.shows("outbound"));
        rows.extend(outbound.map(|of| row("Outbound", &of.src, &of.actual_dst, names.of(&of.original_dst), of)));
    }
    Listing {
        titles: vec!["WORKLOAD", "DIRECTION", "LOCAL", "REMOTE", "REMOTE TARGET", "PROTOCOL"],
        rows,
        padding: 1,
        notes: Vec::new(),
    }
}

/// The workloads that the ztunnel holds, with their connections, as they stand in the dump.
pub fn objects<'a>(ztunnel: &'a Ztunnel, filter: &Filter) -> Objects<'a> {
    let less = |left: &WorkloadState, right: &WorkloadState| {
        (&left.info.namespace, &left.info.name) < (&right.info.namespace, &right.info.name)
    };
    pick(ztunnel, |sections| sections.workload_state, |workload| filter.passes(workload), Some(less))
}

/// The names of addresses: of a service by its first, of a workload by its first.
struct Names(BTreeMap<String, String>);

impl Names {
    fn new(ztunnel: &Ztunnel, raw: bool) -> Self {
        let mut by_address = BTreeMap::new();
        if !raw {
            for workload in &ztunnel.dump.workloads {
                let name = format!("{}.{}", workload.name, workload.namespace);
                by_address.extend(workload.workload_ips.first().map(|ip| (ip.to_string(), name)));
            }
            for service in &ztunnel.dump.services {
                by_address.extend(service.vips.first().map(|vip| (vip.ip.to_string(), service.hostname.clone())));
            }
        }
        Self(by_address)
    }

    /// `ADDRESS:PORT` with the name for the address, where there is one.
    fn of(&self, address: &str) -> String {
        let Some((ip, port)) = address.rsplit_once(':') else { return address.to_owned() };
        let name = self.0.get(ip.trim_matches(['[', ']']));
        name.map_or_else(|| address.to_owned(), |name| format!("{name}:{port}"))
    }
}
