//! Where a connection goes that no ztunnel carries: to the address as it is, or to an endpoint that kube-proxy chooses,
//! in plaintext and past every waypoint.

use std::net::SocketAddr;

use super::balance::list;
use super::capture::Capture;
use super::outbound::{Branch, Leg, Outbound, Transport, Way, address, only, refused};
use super::refusal::Refusal;
use super::state::State;
use crate::base::evidence::Notes;
use crate::model::ztunnel::service::{Endpoint, Mode, Scope, Service};
use crate::model::ztunnel::workload::{Health, Workload};

/// Where a connection goes that a workload opens without a ztunnel. Waypoints do not see it, and what is preferred among
/// endpoints is kube-proxy's choice: all that are ready may get it, of `internalTrafficPolicy: Local` those of the node.
pub fn uncaptured<'a>(state: &State<'a>, source: &Workload, target: SocketAddr, notes: &mut Notes) -> Outbound<'a> {
    let capture = state.capture(source);
    if let Capture::Unknown(reason) = &capture {
        let branches = only(Way::Undetermined(reason.clone()));
        return Outbound { capture, service: None, branches };
    }
    let Some(service) = state.service_at(&source.network, target.ip(), &source.namespace) else {
        let way = match state.at(&source.network, target.ip()) {
            None => Way::Passthrough(target),
            Some(workload) => plain(workload, target, target.port()),
        };
        return Outbound { capture, service: None, branches: only(way) };
    };
    let endpoints: Vec<(&Workload, u16)> = service
        .endpoints
        .values()
        .filter_map(|endpoint| ready(state, source, service, endpoint, target.port()))
        .collect();
    notes.remark(|| {
        let names = list(endpoints.iter().map(|(workload, _)| workload.id()));
        format!("no ztunnel carries it: kube-proxy chooses an endpoint of {}: {names}", service.id())
    });
    if endpoints.is_empty() {
        return Outbound { capture, service: Some(service), branches: refused(Refusal::NoHealthyUpstream(target)) };
    }
    let share = 1.0 / f64::from(u32::try_from(endpoints.len()).unwrap_or(u32::MAX));
    let branches =
        endpoints.into_iter().map(|(workload, port)| Branch { share, way: plain(workload, target, port) }).collect();
    Outbound { capture, service: Some(service), branches }
}

fn plain(workload: &Workload, target: SocketAddr, port: u16) -> Way<'_> {
    match address(workload, target, None, port) {
        Ok(connect) => Way::Workload(Leg { workload, connect, transport: Transport::Plaintext }),
        Err(refusal) => Way::Refused { refusal, leg: None },
    }
}

/// An endpoint that is ready, with its port.
fn ready<'a>(
    state: &State<'a>,
    source: &Workload,
    service: &Service,
    endpoint: &Endpoint,
    port: u16,
) -> Option<(&'a Workload, u16)> {
    let workload = state.workload(&endpoint.workload_uid).filter(|_| endpoint.status == Health::Healthy)?;
    let balancer = service.balancer();
    let is_local = balancer.mode == Mode::Strict && balancer.routing_preferences.contains(&Scope::Node);
    if is_local && workload.node != source.node {
        return None;
    }
    let target = service.ports.get(&port)?;
    let port = endpoint.port.get(&port).copied().unwrap_or(*target);
    (port > 0).then_some((workload, port))
}
