//! One proxy after the other, with all branches.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;

use super::again::{Tried, Tries};
use super::arrive::arrive;
use super::place::{Place, Places, Sidecar, is_agent};
use super::reply::{Actor, Reply};
use super::tail::{Tail, ended, finish, joined, note};
use super::{application, edge, merge, waypoint};
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::model::ProxyKind;
use crate::simulate::asked::Asked;
use crate::simulate::choice::{Choice, ForkKind};
use crate::simulate::departure::Departure;
use crate::simulate::engine::{Engine, ProxyEngine};
use crate::simulate::explore::{self, Passage, Wanted, explore_asked};
use crate::simulate::outcome::{Disposition, Outcome};
use crate::simulate::request::{Direction, Request};
use crate::simulate::tls::{Failure, TlsClient};
use crate::simulate::trace::{Hop, HopKind, Trace};
use crate::simulate::ztunnel::Ambient;

/// More proxies than this are a loop.
const MOST_HOPS: usize = 12;
/// More ways than this are not followed.
const MOST_WAYS: usize = 1024;

/// Where a way begins.
#[derive(Debug, Clone)]
pub struct Start {
    /// The first proxy; without one the client connects to the destination itself.
    pub proxy: Option<ProxyId>,
    /// The pod of a client without a proxy of its own.
    pub pod: Option<ProxyId>,
    /// The request as the client sends it.
    pub request: Request,
    /// A client that is no proxy: its certificate is known by name.
    pub client: Option<Arc<TlsClient>>,
    /// Whether its time is given, or that of the capture.
    pub at_is_known: bool,
}

/// Follows a request through all proxies that it meets.
pub fn walk(engine: &Engine, start: &Start, wanted: &Wanted) -> Trace {
    let mut walker = Walker {
        engine,
        places: Places::new(engine.mesh),
        ambient: Ambient::of(engine.mesh),
        wanted: Wanted { follow: true, ..wanted.clone() },
        owners: BTreeSet::new(),
        remarks: Vec::new(),
        undetermined: Vec::new(),
        lacking: BTreeSet::new(),
        trail: Vec::new(),
        ways: 0,
        at_is_known: start.at_is_known,
    };
    let past =
        walker.ambient.as_ref().filter(|_| wanted.explain).and_then(|ambient| waypoint::remark(engine, ambient, start));
    walker.remarks.extend(past);
    let request = &start.request;
    let tails = match start.proxy.as_ref().and_then(|id| engine.proxy(id)) {
        Some(proxy) => walker.through(proxy, &Asked { client: start.client.clone(), ..explore::asked(proxy, request) }),
        None => walker.straight(start),
    };
    let client_speaks_http = request.protocol.is_http();
    let ways = merge::merge(tails, wanted.explain).into_iter().map(|tail| finish(tail, client_speaks_http)).collect();
    Trace {
        request: request.clone(),
        ways,
        undetermined: walker.undetermined,
        remarks: walker.remarks,
        owners: walker.owners.into_iter().collect(),
        lacking: walker.lacking.into_iter().collect(),
    }
}

/// What is known on the way.
pub(super) struct Walker<'e, 'm> {
    pub(super) engine: &'e Engine<'m>,
    places: Places<'m>,
    pub(super) ambient: Option<Ambient<'m>>,
    pub(super) wanted: Wanted,
    owners: BTreeSet<Owner>,
    remarks: Vec<String>,
    undetermined: Vec<String>,
    /// Proxies whose dumps would be needed.
    lacking: BTreeSet<ProxyId>,
    /// The proxies passed so far, with where the request was going.
    trail: Vec<(ProxyId, Direction, SocketAddr, Option<String>, String)>,
    ways: usize,
    at_is_known: bool,
}

impl<'m> Walker<'_, 'm> {
    /// Through a proxy, and on from there.
    pub(super) fn through(&mut self, engine: &ProxyEngine<'m>, asked: &Asked) -> Vec<Tail> {
        // Without a time of the capture, it is as late as the newest thing that a proxy on the way holds.
        let later = engine.as_of().filter(|as_of| !self.at_is_known && *as_of > asked.request.at);
        if let Some(at) = later {
            let request = Request { at, ..asked.request.as_ref().clone() };
            return self.through(engine, &Asked { request: Cow::Owned(request), ..asked.clone() });
        }
        let request = asked.request.as_ref();
        let id = &engine.proxy.id;
        let here =
            (id.clone(), request.direction, request.destination, request.authority.clone(), request.path.clone());
        if self.trail.contains(&here) || self.trail.len() >= MOST_HOPS {
            return vec![self.unknown(id, format!("the request comes back to {id} again and again: a loop"))];
        }
        let explored = explore_asked(engine, asked, &self.wanted);
        self.owners.extend(explored.owners);
        note(&mut self.undetermined, &explored.undetermined);
        note(&mut self.remarks, &explored.remarks);
        self.trail.push(here);
        let mut tries = Tries::default();
        for passage in explored.passages {
            self.passed(engine, asked, passage, &mut tries);
        }
        self.trail.pop();
        let Tried { tails, remarks, undetermined } = tries.settle();
        note(&mut self.undetermined, &undetermined);
        note(&mut self.remarks, &remarks);
        tails
    }

    /// On from one way through a proxy.
    fn passed(&mut self, engine: &ProxyEngine<'m>, asked: &Asked, passage: Passage, tries: &mut Tries) {
        let Passage { choices, steps, outcome, leaving, broken, undetermined } = passage;
        let hop = Hop {
            proxy: engine.proxy.id.clone(),
            workload: self.engine.mesh.workload(&engine.proxy.id),
            stands_before: None,
            alike: Vec::new(),
            kind: kind(&outcome),
            direction: asked.request.direction,
            peer: peer(asked, &outcome, broken.as_ref()),
            choices,
            steps,
            outcome,
            edge: None,
        };
        let Some(departure) = leaving else {
            return tries.end(ended(hop, broken.as_ref(), undetermined));
        };
        let targets = self.targets(&departure);
        let several = targets.len() > 1;
        for (address, share) in targets {
            let mut tails = Vec::new();
            let mut hop = hop.clone();
            if several {
                hop.choices.push(Choice {
                    fork: ForkKind::Endpoint,
                    at: departure.cluster.clone(),
                    picked: address.clone(),
                    share: Some(share),
                });
            }
            if !hop.outcome.upstreams.is_empty() {
                hop.outcome.upstreams = vec![address.clone()];
            }
            for tail in self.onward(engine, asked, &departure, &address) {
                self.ways += 1;
                let takes = self.wanted.explain.then(|| edge::takes(self.engine, &tail, &address)).flatten();
                tails.push(joined(hop.clone(), tail, &departure, takes, broken.as_ref(), share, &undetermined));
            }
            tries.first(&departure, &hop, &address, tails);
        }
    }

    /// The endpoints that a departure may go to, with their shares; those that are picked, if any is.
    pub(super) fn targets(&self, departure: &Departure) -> Vec<(String, f64)> {
        let members = &departure.group.members;
        let picked = |address: &&String| {
            let ip = address.rsplit_once(':').map_or(address.as_str(), |(ip, _)| ip);
            let by = self.wanted.picks.iter().filter(|pick| pick.fork == Some(ForkKind::Endpoint));
            by.into_iter().any(|pick| pick.label == **address || pick.label == ip)
        };
        let any = members.keys().any(|address| picked(&address));
        let open: Vec<(&String, u32)> = members
            .iter()
            .filter(|(address, _)| !any || picked(address))
            .map(|(address, member)| (address, member.weight))
            .collect();
        // A listing of ways has an end.
        let open = if self.ways > MOST_WAYS { open.into_iter().take(1).collect() } else { open };
        let total: u32 = open.iter().map(|(_, weight)| weight).sum();
        open.into_iter()
            .map(|(address, weight)| (address.clone(), f64::from(weight) / f64::from(total.max(1))))
            .collect()
    }

    /// From a proxy to an address.
    pub(super) fn onward(
        &mut self,
        from: &ProxyEngine<'m>,
        asked: &Asked,
        departure: &Departure,
        address: &str,
    ) -> Vec<Tail> {
        let end = application::End {
            departure,
            client_speaks_http: asked.request.protocol.is_http(),
            asked_for: asked.request.destination,
        };
        if let (Some(listener), Some(outer)) = (&departure.group.internal, &departure.outer) {
            return self.inside(from, asked, departure, address, listener, outer);
        }
        let Ok(socket) = address.parse::<SocketAddr>() else {
            return vec![end.outside(address)];
        };
        let own = from.proxy.addresses();
        let is_home = asked.request.direction == Direction::Inbound && own.contains(&socket.ip());
        if socket.ip().is_loopback() || from.proxy.kind == ProxyKind::Sidecar && is_home {
            return vec![end.behind(&from.proxy.id, address)];
        }
        let next = |socket, direction| arrive(from, asked, departure, socket, direction);
        self.deliver(socket, &next, &end)
    }

    /// From a client without a proxy to its destination.
    fn straight(&mut self, start: &Start) -> Vec<Tail> {
        let request = &start.request;
        if let Some(tails) = self.leave_workload(start) {
            return tails;
        }
        let wire = Asked::plain(request).wire();
        let departure = Departure::of_client(request.destination, wire);
        let end = application::End {
            departure: &departure,
            client_speaks_http: request.protocol.is_http(),
            asked_for: request.destination,
        };
        let next = |destination, direction| {
            let request = Request { direction, destination, ..request.clone() };
            Asked { client: start.client.clone(), ..Asked::owned(request) }
        };
        self.deliver(request.destination, &next, &end)
    }

    /// What is at an address.
    pub(super) fn place(&self, address: SocketAddr) -> Place {
        self.places.at(address)
    }

    /// To whatever is at an address.
    pub(super) fn deliver(
        &mut self,
        socket: SocketAddr,
        next: &dyn Fn(SocketAddr, Direction) -> Asked<'static>,
        end: &application::End,
    ) -> Vec<Tail> {
        match self.places.at(socket) {
            Place::Proxy(id) => match self.engine.proxy(&id) {
                Some(proxy) if is_agent(proxy.proxy, socket, self.trail.last().map(|(before, ..)| before)) => {
                    vec![end.behind(&id, &socket.to_string())]
                }
                Some(proxy) => self.through(proxy, &next(socket, direction(proxy.proxy.kind))),
                None => vec![self.unread(id)],
            },
            Place::Pod { pod, sidecar: Sidecar::Yes } => vec![self.unread(pod)],
            // istiod marks the endpoints that take the mesh's TLS: there is a proxy.
            Place::Pod { pod, sidecar: Sidecar::Unknown } if end.departure.is_for_mesh() => vec![self.unread(pod)],
            Place::Pod { pod, sidecar: Sidecar::No | Sidecar::Unknown } => {
                let tail = end.alone(pod, &socket.to_string());
                self.admit_plaintext(socket, &next(socket, Direction::Inbound), tail)
            }
            Place::Outside => {
                let tail = end.outside(&socket.to_string());
                self.admit_plaintext(socket, &next(socket, Direction::Inbound), tail)
            }
            Place::Service { endpoints, .. } => {
                let behind = |endpoint: &String| endpoint.parse().map(|socket| self.places.at(socket));
                let is_bare = |place| {
                    matches!(place, Place::Outside | Place::Pod { sidecar: Sidecar::No | Sidecar::Unknown, .. })
                };
                if endpoints.iter().all(|endpoint| behind(endpoint).is_ok_and(is_bare)) {
                    return vec![end.outside(&socket.to_string())];
                }
                #[expect(clippy::cast_precision_loss, reason = "a service has a handful of pods")]
                let share = 1.0 / endpoints.len() as f64;
                let sockets = endpoints.iter().filter_map(|endpoint| endpoint.parse().ok());
                let mut tails: Vec<Tail> =
                    sockets.flat_map(|endpoint: SocketAddr| self.deliver(endpoint, next, end)).collect();
                for tail in &mut tails {
                    tail.share *= share;
                }
                tails
            }
        }
    }

    /// A proxy that takes connections, and whose dump was not read.
    pub(super) fn unread(&mut self, id: ProxyId) -> Tail {
        let reason = format!("the proxy of {id} was not read: what it does with the request is not known");
        let tail = self.unknown(&id, reason);
        self.lacking.insert(id);
        tail
    }

    pub(super) fn unknown(&mut self, id: &ProxyId, reason: String) -> Tail {
        note(&mut self.undetermined, std::slice::from_ref(&reason));
        Tail {
            share: 1.0,
            hops: Vec::new(),
            reply: Reply::Unknown,
            answered_by: Actor::Proxy(id.clone()),
            disposition: Some(Disposition::Undetermined),
            decided_by: Actor::Proxy(id.clone()),
            undetermined: vec![reason],
            steps: Vec::new(),
            door: None,
            is_tried_again: false,
        }
    }
}

/// What the access log of a hop tells of.
fn kind(outcome: &Outcome) -> HopKind {
    // A stream that the HTTP/2 codec resets is logged as a request too, without a code.
    let is_reset = outcome.disposition == Disposition::Other;
    if outcome.code > 0 || is_reset {
        HopKind::Http
    } else if outcome.cluster.is_some() {
        HopKind::Tcp
    } else {
        HopKind::Conn
    }
}

/// Whom the client's certificate names, as far as the handshake came to it.
fn peer(asked: &Asked, outcome: &Outcome, broken: Option<&Failure>) -> Option<String> {
    let shown = match broken {
        None => outcome.handshake,
        Some(Failure::Certificate(_)) => true,
        Some(_) => false,
    };
    asked.request.peer.clone().filter(|peer| shown && peer.contains("://"))
}

/// Which way a connection goes through a proxy at whose address it arrives.
fn direction(kind: ProxyKind) -> Direction {
    match kind {
        ProxyKind::Sidecar | ProxyKind::Waypoint => Direction::Inbound,
        ProxyKind::Gateway | ProxyKind::Standalone => Direction::Gateway,
    }
}
