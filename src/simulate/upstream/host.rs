//! The endpoints of a cluster, with all that is known of their health.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::model::envoy::address::{Address, InternalAddress};
use crate::model::envoy::cluster::Cluster;
use crate::model::envoy::endpoint::{ClusterLoadAssignment, HealthStatus, LbEndpoint, Locality};
use crate::model::envoy::metadata::Metadata;
use crate::model::status::{HostHealth, HostStatus};

/// An endpoint.
#[derive(Debug, Clone)]
pub struct Host {
    /// As the access log prints it.
    pub address: String,
    /// Addresses of other families that Envoy tries too.
    pub alternatives: Vec<String>,
    /// A listener inside of the same Envoy.
    pub internal: Option<InternalAddress>,
    /// Host name, for host rewriting.
    pub hostname: String,
    /// Health.
    pub health: Health,
    /// Why it is not healthy; empty where it is.
    pub ailment: &'static str,
    /// Weight, at least 1.
    pub weight: u32,
    /// 0 is preferred.
    pub priority: u32,
    /// Where it is.
    pub locality: Locality,
    /// Weight of its locality, if it has one.
    pub locality_weight: Option<u32>,
    /// Metadata for subsets (`envoy.lb`).
    pub subset: Map<String, Value>,
    /// Metadata for transport sockets (`envoy.transport_socket_match`).
    pub socket: Map<String, Value>,
    /// All metadata, for tunnels.
    pub metadata: Metadata,
}

/// The three states that load balancing knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// Used.
    Healthy,
    /// Used where healthy ones do not suffice.
    Degraded,
    /// Not used, except in panic.
    Unhealthy,
}

/// Health out of all sources (`HostImplBase::coarseHealth`).
pub fn health(flags: &HostHealth) -> (Health, &'static str) {
    let eds = eds_health(flags.eds_health_status);
    if flags.failed_active_health_check {
        (
            Health::Unhealthy,
            if flags.pending_active_hc { "waits for its first health check" } else { "failed its health check" },
        )
    } else if flags.failed_outlier_check {
        (Health::Unhealthy, "ejected by outlier detection")
    } else if eds.0 == Health::Unhealthy {
        eds
    } else if flags.failed_active_degraded_check {
        (Health::Degraded, "degraded by its health check")
    } else {
        eds
    }
}

/// Health as EDS says it.
fn eds_health(status: HealthStatus) -> (Health, &'static str) {
    match status {
        HealthStatus::Unknown | HealthStatus::Healthy => (Health::Healthy, ""),
        HealthStatus::Degraded => (Health::Degraded, "degraded in EDS"),
        HealthStatus::Unhealthy => (Health::Unhealthy, "unhealthy in EDS"),
        HealthStatus::Draining => (Health::Unhealthy, "draining in EDS"),
        HealthStatus::Timeout => (Health::Unhealthy, "timed out in EDS"),
    }
}

/// Endpoints as configured or as EDS sent them.
pub fn of_assignment(assignment: &ClusterLoadAssignment) -> Vec<Host> {
    assignment
        .endpoints
        .iter()
        .flat_map(|group| {
            group.lb_endpoints.iter().map(|endpoint| {
                let mut host = of_endpoint(endpoint, assignment);
                host.priority = group.priority;
                host.locality = group.locality.clone();
                host.locality_weight = group.load_balancing_weight.filter(|weight| *weight > 0);
                host
            })
        })
        .collect()
}

/// Endpoints of API v2 (`hosts`).
pub fn of_addresses(cluster: &Cluster) -> Vec<Host> {
    cluster.hosts.iter().map(|address| of_address(address, "")).collect()
}

fn of_endpoint(endpoint: &LbEndpoint, assignment: &ClusterLoadAssignment) -> Host {
    let place = assignment.named_endpoints.get(&endpoint.endpoint_name).unwrap_or(&endpoint.endpoint);
    let mut host = of_address(&place.address, &place.hostname);
    host.alternatives = place.additional_addresses.iter().map(|other| other.address.to_string()).collect();
    (host.health, host.ailment) = eds_health(endpoint.health_status);
    host.weight = endpoint.load_balancing_weight.unwrap_or(1).max(1);
    host.describe(&endpoint.metadata);
    host
}

fn of_address(address: &Address, hostname: &str) -> Host {
    Host {
        address: address.to_string(),
        alternatives: Vec::new(),
        internal: address.envoy_internal_address.clone(),
        hostname: hostname.to_owned(),
        health: Health::Healthy,
        ailment: "",
        weight: 1,
        priority: 0,
        locality: Locality::default(),
        locality_weight: None,
        subset: Map::new(),
        socket: Map::new(),
        metadata: Metadata::default(),
    }
}

/// The live hosts of `/clusters`, with the metadata that only EDS tells.
pub fn of_status(statuses: &[HostStatus], configured: &[Host]) -> Vec<Host> {
    let by_address: BTreeMap<&str, &Host> = configured.iter().map(|host| (host.address.as_str(), host)).collect();
    statuses
        .iter()
        .map(|status| {
            let mut host = of_address(&status.address, &status.hostname);
            (host.health, host.ailment) = health(&status.health_status);
            host.weight = status.weight.unwrap_or(1).max(1);
            host.priority = status.priority;
            host.locality = status.locality.clone();
            // A DNS cluster has one configured endpoint, by name, for all its addresses.
            let known = by_address.get(host.address.as_str()).copied().or(if configured.len() == 1 {
                configured.first()
            } else {
                None
            });
            if let Some(known) = known {
                host.locality_weight = known.locality_weight;
                host.alternatives.clone_from(&known.alternatives);
                host.describe(&known.metadata);
                if host.hostname.is_empty() {
                    host.hostname.clone_from(&known.hostname);
                }
            }
            host
        })
        .collect()
}

impl Host {
    fn describe(&mut self, metadata: &Metadata) {
        let map = |filter: &str| metadata.get::<Map<String, Value>>(filter).unwrap_or_default();
        self.subset = map("envoy.lb");
        self.socket = map("envoy.transport_socket_match");
        self.metadata = metadata.clone();
    }
}
