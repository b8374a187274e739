//! Where a connection goes that a captured workload opens (ztunnel's `OutboundConnection::build_request`).

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use super::balance::{Purpose, candidates, visible};
use super::capture::Capture;
use super::gateway::{is_waypoint, through};
use super::refusal::Refusal;
use super::state::State;
use crate::base::evidence::{Notes, Truth};
use crate::model::ztunnel::certificate;
use crate::model::ztunnel::service::{Mode, Service};
use crate::model::ztunnel::workload::{Protocol, Workload};

/// Where a connection goes.
#[derive(Debug, Clone)]
pub struct Outbound<'a> {
    /// Whether a ztunnel carries the client's connections; where not, nobody but the kernel chooses.
    pub capture: Capture,
    /// The service whose address was asked for.
    pub service: Option<&'a Service>,
    /// The ways that it may go; their shares add up to 1.
    pub branches: Vec<Branch<'a>>,
}

/// A way with its share of the connections.
#[derive(Debug, Clone)]
pub struct Branch<'a> {
    /// The share.
    pub share: f64,
    /// The way.
    pub way: Way<'a>,
}

/// A way of a connection.
#[derive(Debug, Clone)]
pub enum Way<'a> {
    /// To a pod of a waypoint.
    Waypoint {
        /// `NAMESPACE/HOST` of the waypoint.
        waypoint: String,
        /// To which pod.
        leg: Leg<'a>,
    },
    /// To the workload itself.
    Workload(Leg<'a>),
    /// As it is, to the address that was asked for: it is no workload and no service of the mesh, or the service has the
    /// mode `Passthrough`.
    Passthrough(SocketAddr),
    /// Nowhere.
    Refused {
        /// Why.
        refusal: Refusal,
        /// Where it would have gone.
        leg: Option<Leg<'a>>,
    },
    /// It cannot be told.
    Undetermined(String),
}

/// A connection to a pod.
#[derive(Debug, Clone)]
pub struct Leg<'a> {
    /// The pod, or whatever else is the workload. Where it has `native_tunnel`, the tunnel ends in its sidecar.
    pub workload: &'a Workload,
    /// The address that is dialled.
    pub connect: Peer,
    /// What is spoken.
    pub transport: Transport,
}

/// Whom a connection is dialled to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Peer {
    /// An address.
    Address(SocketAddr),
    /// A name that the ztunnel resolves, of a `ServiceEntry` with DNS.
    Name(String, u16),
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => write!(f, "{address}"),
            Self::Name(host, port) => write!(f, "{host}:{port}"),
        }
    }
}

/// What is spoken on a leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// A tunnel with mTLS: CONNECT for an authority. The client's identity is that of the source workload.
    Hbone {
        /// For a waypoint the address that was asked for, else that of the pod with its own port.
        authority: SocketAddr,
    },
    /// What the application speaks, as it is.
    Plaintext,
}

/// Where a connection goes that a workload opens to an address. Where no ztunnel carries it, this is
/// [`uncaptured`](super::uncaptured): what a sidecar does instead is for its Envoy to say.
pub fn outbound<'a>(state: &State<'a>, source: &Workload, target: SocketAddr, notes: &mut Notes) -> Outbound<'a> {
    let capture = state.capture(source);
    notes.fact(truth(&capture), || {
        (format!("a ztunnel carries the connections of {}", source.id()), capture.reason().to_owned())
    });
    if !capture.is_captured() {
        return Outbound { capture, ..super::uncaptured(state, source, target, notes) };
    }
    let service = state.service_at(&source.network, target.ip(), &source.namespace);
    notes.fact(service.is_some(), || {
        let found = service.map_or_else(|| "no service has this address".to_owned(), Service::id);
        (format!("{} is the address of a service", target.ip()), found)
    });
    let mut branches = match service {
        Some(service) => to_service(state, source, service, target, notes),
        None => to_address(state, source, target, notes),
    };
    for branch in &mut branches {
        present_certificate(state, source, branch, notes);
    }
    Outbound { capture, service, branches }
}

/// To a service: through its waypoint, else to an endpoint. A pod's own waypoint does not count here.
fn to_service<'a>(
    state: &State<'a>,
    source: &Workload,
    service: &'a Service,
    target: SocketAddr,
    notes: &mut Notes,
) -> Vec<Branch<'a>> {
    if visible(service, source) == Truth::Unknown {
        let word = service.visibility.as_deref().unwrap_or_default();
        return only(Way::Undetermined(format!("visibility {word} of service {} is not modelled", service.id())));
    }
    let weights: u32 = service.weighted_waypoints.iter().map(|waypoint| waypoint.weight).sum();
    if weights > 0 {
        notes.remark(|| format!("{} shares its connections among waypoints", service.id()));
        let waypoints = service.weighted_waypoints.iter().filter(|waypoint| waypoint.weight > 0);
        let share = |weight: u32| f64::from(weight) / f64::from(weights);
        return waypoints
            .flat_map(|each| through(state, source, &each.waypoint, target, share(each.weight), notes))
            .collect();
    }
    notes.fact(service.waypoint.is_some(), || {
        let found = service.waypoint.as_ref().map(|gateway| gateway.destination.to_string());
        (format!("{} has a waypoint", service.id()), found.unwrap_or_else(|| "none in the dump".to_owned()))
    });
    if let Some(gateway) = &service.waypoint {
        return through(state, source, gateway, target, 1.0, notes);
    }
    if service.balancer().mode == Mode::Passthrough {
        notes.remark(|| "mode Passthrough: no endpoint is chosen".to_owned());
        return only(Way::Passthrough(target));
    }
    match candidates(state, source, service, target.port(), Purpose::Service, notes) {
        Err(reason) => only(Way::Undetermined(reason)),
        Ok(endpoints) if endpoints.is_empty() => refused(Refusal::NoHealthyUpstream(target)),
        Ok(endpoints) => endpoints
            .into_iter()
            .map(|endpoint| {
                let families = service.ip_families.as_deref();
                let way = direct(state, source, endpoint.workload, target, families, endpoint.port);
                Branch { share: endpoint.share, way }
            })
            .collect(),
    }
}

/// To a pod by its address: through its own waypoint, unless the client is that waypoint. The waypoint of a service does
/// not count here.
fn to_address<'a>(state: &State<'a>, source: &Workload, target: SocketAddr, notes: &mut Notes) -> Vec<Branch<'a>> {
    let workload = state.at(&source.network, target.ip());
    notes.fact(workload.is_some(), || {
        let found = workload.map_or_else(|| "no workload has this address".to_owned(), Workload::id);
        (format!("{} is the address of a workload", target.ip()), found)
    });
    let Some(workload) = workload else {
        return only(Way::Passthrough(target));
    };
    notes.fact(workload.waypoint.is_some(), || {
        let found = workload.waypoint.as_ref().map(|gateway| gateway.destination.to_string());
        (format!("{} has a waypoint", workload.id()), found.unwrap_or_else(|| "none in the dump".to_owned()))
    });
    if let Some(gateway) = &workload.waypoint {
        let is_it = notes.fact(is_waypoint(state, source, gateway), || {
            ("the client is that waypoint".to_owned(), format!("it is {}", source.id()))
        });
        if is_it.is_no() {
            return through(state, source, gateway, target, 1.0, notes);
        }
    }
    only(direct(state, source, workload, target, None, target.port()))
}

/// To a workload without a waypoint: by the protocol that it takes.
fn direct<'a>(
    state: &State<'a>,
    source: &Workload,
    workload: &'a Workload,
    target: SocketAddr,
    families: Option<&str>,
    port: u16,
) -> Way<'a> {
    if workload.network != source.network {
        let (network, id) = (&workload.network, workload.id());
        return Way::Undetermined(format!(
            "{id} is in network {network:?}, and the way through its gateway is not modelled"
        ));
    }
    match (address(workload, target, families, port), &workload.protocol) {
        (Err(refusal), _) => Way::Refused { refusal, leg: None },
        (Ok(connect), Protocol::Tcp) => Way::Workload(Leg { workload, connect, transport: Transport::Plaintext }),
        (Ok(Peer::Address(authority)), Protocol::Hbone) => {
            let connect = Peer::Address(SocketAddr::new(authority.ip(), state.ztunnel.dump.config.hbone_port()));
            Way::Workload(Leg { workload, connect, transport: Transport::Hbone { authority } })
        }
        (Ok(Peer::Name(host, _)), Protocol::Hbone) => {
            Way::Undetermined(format!("what {host} resolves to is not in the dump, and the tunnel is for its address"))
        }
        (Ok(_), Protocol::Other(word)) => {
            Way::Undetermined(format!("protocol {word} of {} is not modelled", workload.id()))
        }
    }
}

/// The address of a workload: the one that was asked for if it is its own, else the first of the service's families,
/// preferably of the client's (`pick_workload_destination_or_resolve`).
pub(super) fn address(
    workload: &Workload,
    target: SocketAddr,
    families: Option<&str>,
    port: u16,
) -> Result<Peer, Refusal> {
    let at = |ip: IpAddr| Ok(Peer::Address(SocketAddr::new(ip, port)));
    if workload.workload_ips.contains(&target.ip()) {
        return at(target.ip());
    }
    let fits = |ip: &&IpAddr| match families {
        Some("IPv4") => ip.is_ipv4(),
        Some("IPv6") => ip.is_ipv6(),
        _ => true,
    };
    let mut own = workload.workload_ips.iter().filter(fits);
    let same_family = own.clone().find(|ip| ip.is_ipv6() == target.is_ipv6());
    match same_family.or_else(|| own.next()) {
        Some(ip) => at(*ip),
        None if workload.hostname.is_empty() => Err(Refusal::NoDestination(workload.id())),
        None => Ok(Peer::Name(workload.hostname.clone(), port)),
    }
}

/// A tunnel needs the client's certificate, which only the ztunnel of its node holds.
fn present_certificate(state: &State, source: &Workload, branch: &mut Branch, notes: &mut Notes) {
    let (Way::Workload(leg) | Way::Waypoint { leg, .. }) = &branch.way else { return };
    if leg.transport == Transport::Plaintext || !state.ztunnel.is_local_to(source) {
        return;
    }
    let identity = source.identity();
    let state = state.credential(&identity).map(|credential| &credential.state);
    let leg = leg.clone();
    match state {
        Some(certificate::State::Unavailable(reason)) => {
            notes.fact(false, || (format!("certificate of {identity}"), format!("there is none: {reason}")));
            branch.way = Way::Refused { refusal: Refusal::Identity(reason.clone()), leg: Some(leg) };
        }
        // One that is not there yet is asked for when it is needed.
        None | Some(certificate::State::Available | certificate::State::Initializing) => {}
        Some(certificate::State::Other(word)) => {
            branch.way = Way::Undetermined(format!("the certificate of {identity} is {word:?}, which is not modelled"));
        }
    }
}

pub(super) fn only(way: Way<'_>) -> Vec<Branch<'_>> {
    vec![Branch { share: 1.0, way }]
}

pub(super) fn refused<'a>(refusal: Refusal) -> Vec<Branch<'a>> {
    only(Way::Refused { refusal, leg: None })
}

fn truth(capture: &Capture) -> Truth {
    match capture {
        Capture::Captured(_) => Truth::Yes,
        Capture::Sidecar(_) | Capture::Uncaptured(_) => Truth::No,
        Capture::Unknown(_) => Truth::Unknown,
    }
}
