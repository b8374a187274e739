//! `ztunnel-config service`.

use super::super::go_sort;
use super::super::listing::Listing;
use super::super::objects::Objects;
use super::name::waypoint;
use super::pick::{is, pick};
use crate::model::Ztunnel;
use crate::model::ztunnel::service::Service;
use crate::model::ztunnel::workload::Health;

/// istioctl's flags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--service-namespace`.
    pub namespace: Option<String>,
}

impl Filter {
    /// Whether a service is shown.
    pub fn passes(&self, service: &Service) -> bool {
        is(self.namespace.as_deref(), &service.namespace)
    }
}

fn less(left: &Service, right: &Service) -> bool {
    let key = |service: &Service| (service.namespace.clone(), service.name.clone(), service.hostname.clone());
    key(left) < key(right)
}

/// The services.
pub fn table(ztunnel: &Ztunnel, filter: &Filter) -> Listing {
    let dump = &ztunnel.dump;
    let mut services: Vec<&Service> = dump.services.iter().filter(|service| filter.passes(service)).collect();
    go_sort::sort(&mut services, |left, right| less(left, right));
    let is_healthy = |uid: &str| {
        let workload = dump.workloads.iter().find(|workload| workload.uid == uid);
        workload.is_some_and(|workload| workload.status == Health::Healthy)
    };
    let rows = services.into_iter().map(|service| {
        let vips: Vec<String> = service.vips.iter().map(|vip| vip.ip.to_string()).collect();
        let healthy = service.endpoints.values().filter(|endpoint| is_healthy(&endpoint.workload_uid)).count();
        vec![
            service.namespace.clone(),
            service.name.clone(),
            vips.join(","),
            waypoint(ztunnel, service.waypoint.as_ref()).to_owned(),
            format!("{healthy}/{}", service.endpoints.len()),
        ]
    });
    Listing {
        titles: vec!["NAMESPACE", "SERVICE NAME", "SERVICE VIP", "WAYPOINT", "ENDPOINTS"],
        rows: rows.collect(),
        padding: 1,
        notes: Vec::new(),
    }
}

/// The services as they stand in the dump.
pub fn objects<'a>(ztunnel: &'a Ztunnel, filter: &Filter) -> Objects<'a> {
    pick(ztunnel, |sections| sections.services, |service| filter.passes(service), Some(less))
}
