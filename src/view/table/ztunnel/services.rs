//! `meshdbg ztunnel services -o wide`.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::row::{Cells, Column, Row, column};
use crate::model::ztunnel::service::{LoadBalancer, Scope, Service};
use crate::model::ztunnel::workload::Health;
use crate::simulate::ztunnel::State;
use crate::view::document::Role;
use crate::view::istioctl::ztunnel::service::Filter;

/// A service.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ServiceRow {
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Host.
    pub host: String,
    /// Virtual addresses.
    pub vips: Vec<String>,
    /// `PORT→PORT OF THE POD`.
    pub ports: Vec<String>,
    /// Waypoints for its addresses.
    pub waypoints: Vec<String>,
    /// How an endpoint is chosen.
    pub balancing: String,
    /// Endpoints that are ready.
    pub ready: usize,
    /// The endpoints; those that are not ready with a `!`.
    pub endpoints: Vec<String>,
}

impl Row for ServiceRow {
    const KIND: &'static str = "services";
    const COLUMNS: &'static [Column] = &[
        column("namespace", "NAMESPACE"),
        column("name", "NAME"),
        column("host", "HOST"),
        column("vip", "VIP"),
        column("ports", "PORTS"),
        column("waypoint", "WAYPOINT"),
        column("balancing", "BALANCING"),
        column("ready", "READY"),
        column("endpoints", "ENDPOINTS"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.plain(&self.namespace);
        cells.add(Role::Name, &self.name);
        cells.plain(&self.host);
        cells.list(Role::Plain, &self.vips);
        cells.list(Role::Plain, &self.ports);
        cells.list(Role::Plain, &self.waypoints);
        cells.plain(&self.balancing);
        let role = if self.ready == 0 { Role::Bad } else { Role::Plain };
        cells.add(role, format_args!("{}/{}", self.ready, self.endpoints.len()));
        cells.list(Role::Plain, &self.endpoints);
    }
}

/// The services that pass, by their names.
pub fn rows(state: &State, filter: &Filter) -> Vec<ServiceRow> {
    let mut shown: Vec<&Service> = state.ztunnel.dump.services.iter().filter(|one| filter.passes(one)).collect();
    shown.sort_by_key(|one| (&one.namespace, &one.name));
    shown.into_iter().map(|one| row(state, one)).collect()
}

fn row(state: &State, service: &Service) -> ServiceRow {
    let weights: u32 = service.weighted_waypoints.iter().map(|each| each.weight).sum();
    let weighted = service.weighted_waypoints.iter().map(|each| {
        let percent = f64::from(each.weight) * 100.0 / f64::from(weights.max(1));
        format!("{} {percent:.0}%", each.waypoint.destination)
    });
    // Where weights are given they count, and the one without a weight is for older ztunnels.
    let single = service.waypoint.iter().filter(|_| weights == 0).map(|gateway| gateway.destination.to_string());
    let port = |(port, target): (&u16, &u16)| match target {
        0 => format!("{port}→its own"),
        _ if port == target => port.to_string(),
        _ => format!("{port}→{target}"),
    };
    let endpoints: Vec<(String, bool)> = service
        .endpoints
        .values()
        .map(|endpoint| {
            let workload = state.workload(&endpoint.workload_uid);
            let name = workload.map_or_else(|| endpoint.workload_uid.clone(), |workload| workload.name.clone());
            (name, workload.is_some() && endpoint.status == Health::Healthy)
        })
        .collect();
    ServiceRow {
        namespace: service.namespace.clone(),
        name: service.name.clone(),
        host: service.hostname.clone(),
        vips: service.vips.iter().map(|vip| vip.ip.to_string()).collect(),
        ports: service.ports.iter().map(port).collect(),
        waypoints: weighted.chain(single).collect(),
        balancing: service.load_balancer.as_ref().map(balancing).unwrap_or_default(),
        ready: endpoints.iter().filter(|(_, ready)| *ready).count(),
        endpoints: endpoints.into_iter().map(|(name, ready)| if ready { name } else { format!("!{name}") }).collect(),
    }
}

fn balancing(balancer: &LoadBalancer) -> String {
    let scopes: Vec<&str> = balancer.routing_preferences.iter().map(Scope::word).collect();
    let by = if scopes.is_empty() { String::new() } else { format!(" by {}", scopes.join(", ")) };
    format!("{}{by}", balancer.mode.word())
}
