//! Waypoints: their pods, and whether a client is one (ztunnel's `fetch_waypoint`, `check_from_waypoint`).

use std::net::SocketAddr;

use super::balance::{Purpose, candidates};
use super::outbound::{Branch, Leg, Transport, Way, address};
use super::refusal::Refusal;
use super::state::{Found, State};
use crate::base::evidence::Notes;
use crate::model::ztunnel::address::{Destination, GatewayAddress};
use crate::model::ztunnel::workload::Workload;

/// The ways through the pods of a waypoint, for a share of the connections. The tunnel is for the address that was
/// asked for, whatever its port.
pub(super) fn through<'a>(
    state: &State<'a>,
    source: &Workload,
    gateway: &'a GatewayAddress,
    target: SocketAddr,
    share: f64,
    notes: &mut Notes,
) -> Vec<Branch<'a>> {
    let name = || gateway.destination.to_string();
    let port = gateway.hbone_mtls_port;
    let leg = |workload: &'a Workload, port: u16| {
        let wanted = match &gateway.destination {
            Destination::Address(address) => SocketAddr::new(address.ip, port),
            Destination::Host { .. } => target,
        };
        let connect = address(workload, wanted, None, port)?;
        Ok(Leg { workload, connect, transport: Transport::Hbone { authority: target } })
    };
    let way = |leg: Result<Leg<'a>, Refusal>| match leg {
        Ok(leg) => Way::Waypoint { waypoint: name(), leg },
        Err(refusal) => Way::Refused { refusal, leg: None },
    };
    match state.find(&gateway.destination) {
        None => {
            let host = match &gateway.destination {
                Destination::Host { hostname, .. } => hostname.clone(),
                Destination::Address(address) => address.ip.to_string(),
            };
            notes.fact(false, || (format!("waypoint {}", name()), "it is not in the dump".to_owned()));
            vec![Branch { share, way: Way::Refused { refusal: Refusal::NoSuchWaypoint(host), leg: None } }]
        }
        Some(Found::Workload(workload)) => vec![Branch { share, way: way(leg(workload, port)) }],
        Some(Found::Service(service)) => match candidates(state, source, service, port, Purpose::Waypoint, notes) {
            Err(reason) => vec![Branch { share, way: Way::Undetermined(reason) }],
            Ok(pods) if pods.is_empty() => {
                let refusal = Refusal::NoWaypointEndpoint(gateway.clone());
                vec![Branch { share, way: Way::Refused { refusal, leg: None } }]
            }
            Ok(pods) => pods
                .into_iter()
                .map(|pod| Branch { share: share * pod.share, way: way(leg(pod.workload, pod.port)) })
                .collect(),
        },
    }
}

/// Whether a workload is a pod of a waypoint: one of its endpoints has its identity and its address.
pub(super) fn is_waypoint(state: &State, workload: &Workload, gateway: &GatewayAddress) -> bool {
    let is_it = |other: &Workload| {
        other.identity() == workload.identity()
            && other.workload_ips.iter().any(|ip| workload.workload_ips.contains(ip))
    };
    match state.find(&gateway.destination) {
        None => false,
        Some(Found::Workload(other)) => is_it(other),
        Some(Found::Service(service)) => {
            service.endpoints.values().filter_map(|endpoint| state.workload(&endpoint.workload_uid)).any(is_it)
        }
    }
}
