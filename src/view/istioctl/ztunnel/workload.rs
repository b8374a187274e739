//! `ztunnel-config workload`.

use super::super::go_sort;
use super::super::listing::Listing;
use super::super::objects::Objects;
use super::name::waypoint;
use super::pick::{is, pick};
use crate::model::Ztunnel;
use crate::model::ztunnel::workload::Workload;

/// istioctl's flags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--workload-namespace`.
    pub namespace: Option<String>,
    /// `--workload-node`.
    pub node: Option<String>,
    /// `--address`.
    pub address: Option<String>,
}

impl Filter {
    /// Whether a workload is shown.
    pub fn passes(&self, workload: &Workload) -> bool {
        let address = self.address.as_deref();
        is(self.namespace.as_deref(), &workload.namespace)
            && is(self.node.as_deref(), &workload.node)
            && address.is_none_or(|wanted| {
                wanted.is_empty() || workload.workload_ips.iter().any(|ip| is(Some(wanted), &ip.to_string()))
            })
    }
}

/// The workloads.
pub fn table(ztunnel: &Ztunnel, filter: &Filter) -> Listing {
    let mut workloads: Vec<&Workload> =
        ztunnel.dump.workloads.iter().filter(|workload| filter.passes(workload)).collect();
    go_sort::sort(&mut workloads, |left, right| {
        let key = |workload: &Workload| format!("{}.{}", workload.namespace, workload.name);
        (key(left), &left.node) < (key(right), &right.node)
    });
    let rows = workloads.into_iter().map(|workload| {
        let ips: Vec<String> = workload.workload_ips.iter().map(ToString::to_string).collect();
        vec![
            workload.namespace.clone(),
            workload.name.clone(),
            if ips.is_empty() { workload.hostname.clone() } else { ips.join(",") },
            workload.node.clone(),
            waypoint(ztunnel, workload.waypoint.as_ref()).to_owned(),
            workload.protocol.word().to_owned(),
        ]
    });
    Listing {
        titles: vec!["NAMESPACE", "POD NAME", "ADDRESS", "NODE", "WAYPOINT", "PROTOCOL"],
        rows: rows.collect(),
        padding: 1,
        notes: Vec::new(),
    }
}

/// The workloads as they stand in the dump.
pub fn objects<'a>(ztunnel: &'a Ztunnel, filter: &Filter) -> Objects<'a> {
    pick(ztunnel, |sections| sections.workloads, |workload| filter.passes(workload), None)
}
