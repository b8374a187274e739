//! Who reaches the same pods past a waypoint.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::ambient::Ambient;
use super::super::capture::Capture;
use crate::model::ztunnel::service::Service;
use crate::model::ztunnel::workload::Workload;

/// A way past a waypoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum Bypass {
    /// Clients with a sidecar go to the pods themselves.
    Sidecars {
        /// Which.
        workloads: Vec<String>,
    },
    /// Clients without a ztunnel send plaintext to the pods.
    Uncaptured {
        /// Which.
        workloads: Vec<String>,
    },
    /// Another service over the same pods has no waypoint, or another.
    Service {
        /// Which.
        service: String,
    },
    /// The address of a pod: the waypoint of a service does not count there.
    PodAddress {
        /// The pods that have no waypoint of their own.
        workloads: Vec<String>,
    },
}

impl fmt::Display for Bypass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sidecars { workloads } => write!(f, "clients with a sidecar: {}", workloads.join(", ")),
            Self::Uncaptured { workloads } => write!(f, "clients without a ztunnel: {}", workloads.join(", ")),
            Self::Service { service } => write!(f, "service {service} over the same pods"),
            Self::PodAddress { workloads } => write!(f, "the addresses of {}", workloads.join(", ")),
        }
    }
}

/// The ways past the waypoint of a service. What guards the pods then is only a policy that allows nobody but the
/// waypoint.
pub(super) fn bypasses(ambient: &Ambient, service: &Service) -> Vec<Bypass> {
    let state = ambient.any();
    let dump = &state.ztunnel.dump;
    let pods: BTreeSet<&str> = service.endpoints.values().map(|endpoint| endpoint.workload_uid.as_str()).collect();
    let waypoints = dump.services.iter().map(|user| &user.waypoint);
    let waypoints = waypoints.chain(dump.workloads.iter().map(|user| &user.waypoint)).flatten();
    let waypoints: BTreeSet<String> = waypoints.map(|gateway| gateway.destination.to_string()).collect();
    let gateways: BTreeSet<&str> = dump
        .services
        .iter()
        .filter(|other| waypoints.contains(&other.id()))
        .flat_map(|other| other.endpoints.values().map(|endpoint| endpoint.workload_uid.as_str()))
        .collect();
    let (mut sidecars, mut uncaptured) = (Vec::new(), Vec::new());
    let clients = dump.workloads.iter().filter(|workload| !workload.node.is_empty());
    for workload in clients.filter(|workload| !gateways.contains(workload.uid.as_str())) {
        match ambient.capture(workload) {
            Capture::Sidecar(_) => sidecars.push(workload.id()),
            // A ztunnel is no client.
            Capture::Uncaptured(_) if workload.service_account != "ztunnel" => uncaptured.push(workload.id()),
            Capture::Uncaptured(_) | Capture::Captured(_) | Capture::Unknown(_) => {}
        }
    }
    let shares_pods = |other: &&Service| {
        other.endpoints.values().any(|endpoint| pods.contains(endpoint.workload_uid.as_str()))
            && other.waypoint != service.waypoint
            && !other.vips.is_empty()
    };
    let own = pods.iter().filter_map(|uid| state.workload(uid)).filter(|workload| workload.waypoint.is_none());
    let own: Vec<String> = own.map(Workload::id).collect();
    let mut found = Vec::new();
    found.extend((!sidecars.is_empty()).then_some(Bypass::Sidecars { workloads: sidecars }));
    found.extend((!uncaptured.is_empty()).then_some(Bypass::Uncaptured { workloads: uncaptured }));
    found.extend(dump.services.iter().filter(shares_pods).map(|other| Bypass::Service { service: other.id() }));
    found.extend((!own.is_empty()).then_some(Bypass::PodAddress { workloads: own }));
    found
}
