//! Ztunnels on the way: the one of the client's node, and the one of the server's.

use std::net::SocketAddr;

use super::application;
use super::follow::{Start, Walker};
use super::guard::{self, Guard};
use super::inside::Tunnel;
use super::reply::{Actor, Reply};
use super::tail::{Tail, note};
use crate::base::evidence::Notes;
use crate::base::name::ProxyId;
use crate::model::ztunnel::workload::Workload;
use crate::simulate::asked::Asked;
use crate::simulate::departure::Departure;
use crate::simulate::outcome::{Disposition, Outcome};
use crate::simulate::request::{Direction, Request, Transport as Tls};
use crate::simulate::trace::{Hop, HopKind, Stage, Step};
use crate::simulate::ztunnel::{self, Arrival, Arrived, Branch, Leg, Peer, Transport, Verdict, Way};

impl<'m> Walker<'_, 'm> {
    /// From a workload that a ztunnel knows; `None` where none does.
    pub(super) fn leave_workload(&mut self, start: &Start) -> Option<Vec<Tail>> {
        let pod = start.pod.as_ref()?;
        let ambient = self.ambient.as_ref()?;
        let workload = ambient.pod(&pod.namespace, &pod.name)?;
        let request = Request { peer: None, direction: Direction::Inbound, ..start.request.clone() };
        let mut notes = Notes::new(self.wanted.explain);
        let outbound = ztunnel::outbound(ambient.before(workload), workload, request.destination, &mut notes);
        let (id, evidence) = (ambient.before(workload).ztunnel.id.clone(), notes.take_evidence());
        let captured = outbound.capture.is_captured();
        let mut tails = Vec::new();
        for Branch { share, way } in outbound.branches {
            let mut hop = captured.then(|| hop(&id, workload, Direction::Outbound));
            if let Some(hop) = &mut hop {
                hop.steps.push(
                    Step::new(Stage::Capture, format!("ztunnel of {}", workload.id()))
                        .because(outbound.capture.reason())
                        .shown_by(evidence.clone()),
                );
            }
            for mut tail in self.by_way(&request, workload, &way, captured, hop) {
                tail.share *= share;
                tails.push(tail);
            }
        }
        Some(tails)
    }

    /// One way out of a ztunnel; without a hop where none carries the connection.
    fn by_way(
        &mut self,
        request: &Request,
        source: &Workload,
        way: &Way<'m>,
        captured: bool,
        hop: Option<Hop>,
    ) -> Vec<Tail> {
        let departure = Departure::of_client(request.destination, Asked::plain(request).wire());
        let end = application::End {
            departure: &departure,
            client_speaks_http: request.protocol.is_http(),
            asked_for: request.destination,
        };
        let mut hop = hop;
        let tails = match way {
            Way::Workload(leg) | Way::Waypoint { leg, .. } => {
                if let Some(hop) = &mut hop {
                    hop.steps.push(chosen(way, leg));
                    hop.outcome.upstreams = vec![leg.connect.to_string()];
                }
                self.by_leg(request, source, leg, &end)
            }
            Way::Passthrough(address) => {
                if let Some(hop) = &mut hop {
                    let step = Step::new(Stage::Endpoint, address.to_string());
                    hop.steps.push(step.because("no workload and no service of the mesh: it goes there as it is"));
                    hop.outcome.upstreams = vec![address.to_string()];
                }
                self.deliver(*address, &|to, direction| plain(request, to, direction), &end)
            }
            Way::Refused { refusal, .. } => {
                let why = refusal.to_string();
                return match hop {
                    Some(hop) => vec![refused(hop, Disposition::NoHost, why)],
                    None => vec![Tail { reply: Reply::Reset, ..end.outside(&request.destination.to_string()) }],
                };
            }
            Way::Undetermined(reason) => {
                let id = hop.as_ref().map_or_else(|| ProxyId::new("", source.id()), |hop| hop.proxy.clone());
                vec![self.unknown(&id, reason.clone())]
            }
        };
        match hop.filter(|_| captured) {
            Some(hop) => tails.into_iter().map(|tail| before(hop.clone(), tail)).collect(),
            None => tails,
        }
    }

    /// To a pod: in a tunnel, or as it is.
    fn by_leg(&mut self, request: &Request, source: &Workload, leg: &Leg, end: &application::End) -> Vec<Tail> {
        let Peer::Address(to) = &leg.connect else {
            return vec![end.outside(&leg.connect.to_string())];
        };
        match leg.transport {
            Transport::Plaintext => self.deliver(*to, &|to, direction| plain(request, to, direction), end),
            Transport::Hbone { authority } => {
                let request = Request {
                    destination: authority,
                    destination_known: true,
                    peer: Some(source.identity()),
                    ..request.clone()
                };
                self.enter_tunnel(Tunnel { request, client: None, to: *to }, end)
            }
        }
    }

    /// Plaintext to an address behind which a ztunnel may stand.
    pub(super) fn admit_plaintext(&mut self, to: SocketAddr, asked: &Asked, tail: Tail) -> Vec<Tail> {
        let request = asked.request.as_ref();
        let arrival = Arrival { source: request.source, destination: to, arrived: Arrived::Plaintext };
        self.admit(&arrival, tail)
    }

    /// What is in a tunnel to a pod.
    pub(super) fn admit_tunnel(&mut self, request: Request, to: SocketAddr, end: &application::End) -> Vec<Tail> {
        let peer = request.peer.unwrap_or_default();
        let destination = request.destination;
        let arrival = Arrival { source: request.source, destination, arrived: Arrived::Hbone { peer } };
        let tail = end.outside(&destination.to_string());
        let workload = self.ambient.as_ref().and_then(|ambient| ambient.at(to.ip()));
        match workload.map(|workload| (workload, self.ambient.as_ref().map(|ambient| ambient.capture(workload)))) {
            None => vec![Tail { reply: Reply::Reset, ..tail }],
            Some((_, Some(capture))) if capture.is_captured() => self.admit(&arrival, tail),
            // A waypoint or a sidecar ends it.
            Some((workload, _)) => vec![self.unread(ProxyId::new(&workload.namespace, &workload.name))],
        }
    }

    /// Past the ztunnel of a pod's node, if one stands before the pod.
    fn admit(&mut self, arrival: &Arrival, tail: Tail) -> Vec<Tail> {
        let Some(ambient) = &self.ambient else { return vec![tail] };
        let Some(workload) = ambient.at(arrival.destination.ip()) else { return vec![tail] };
        let state = ambient.before(workload);
        let inbound = ztunnel::inbound(state, workload, arrival);
        let tail = named(tail, workload, inbound.verdict != Verdict::Unguarded);
        if inbound.verdict == Verdict::Unguarded {
            return vec![tail];
        }
        let mut hop = guard::hop(state, workload, arrival);
        if self.wanted.explain {
            hop.steps = Guard { mesh: self.engine.mesh, state, workload }.steps(arrival, &inbound);
        }
        if let Verdict::Undetermined(reason) = &inbound.verdict {
            let id = hop.proxy.clone();
            let unknown = self.unknown(&id, reason.clone());
            return vec![before(hop, unknown)];
        }
        vec![match inbound.verdict.error() {
            None => before(hop, tail),
            Some(error) => {
                let disposition = match inbound.verdict {
                    Verdict::Refused(_) => Disposition::Closed,
                    _ => Disposition::RbacDenied,
                };
                refused(hop, disposition, error)
            }
        }]
    }
}

/// A request as it leaves, to an address.
fn plain(request: &Request, to: SocketAddr, direction: Direction) -> Asked<'static> {
    let mut request = Request { destination: to, direction, ..request.clone() };
    if request.transport == Tls::Plaintext {
        request.peer = None;
    }
    Asked::owned(request)
}

/// The pod at whose application a way ends.
fn named(mut tail: Tail, workload: &Workload, behind_proxy: bool) -> Tail {
    for actor in [&mut tail.answered_by, &mut tail.decided_by] {
        if let Actor::Application { pod, behind_proxy: behind, asked_for, .. } = actor {
            *pod = Some(ProxyId::new(&workload.namespace, &workload.name));
            *behind = behind_proxy;
            *asked_for = None;
        }
    }
    tail
}

pub(super) fn hop(id: &ProxyId, workload: &Workload, direction: Direction) -> Hop {
    Hop {
        proxy: id.clone(),
        kind: HopKind::Ztunnel,
        workload: format!("ztunnel of {}", workload.id()),
        stands_before: Some(ProxyId::new(&workload.namespace, &workload.name)),
        alike: Vec::new(),
        direction,
        peer: None,
        choices: Vec::new(),
        steps: Vec::new(),
        outcome: Outcome { disposition: Disposition::TcpForwarded, share: 1.0, ..Outcome::default() },
        edge: None,
    }
}

/// What a ztunnel chose.
fn chosen(way: &Way, leg: &Leg) -> Step {
    let how = match leg.transport {
        Transport::Hbone { authority } => format!("HBONE to {}, for {authority}", leg.connect),
        Transport::Plaintext => format!("plaintext to {}", leg.connect),
    };
    match way {
        Way::Waypoint { waypoint, .. } => {
            Step::new(Stage::Endpoint, leg.workload.id()).because(format!("a pod of waypoint {waypoint}; {how}"))
        }
        _ => Step::new(Stage::Endpoint, leg.workload.id()).because(how),
    }
}

/// A way that a ztunnel ends.
fn refused(mut hop: Hop, disposition: Disposition, error: String) -> Tail {
    let actor = Actor::Proxy(hop.proxy.clone());
    hop.outcome.disposition = disposition;
    hop.outcome.close = Some(error);
    Tail {
        share: 1.0,
        hops: vec![hop],
        reply: Reply::Reset,
        answered_by: actor.clone(),
        disposition: Some(disposition),
        decided_by: actor,
        undetermined: Vec::new(),
        door: None,
        is_tried_again: false,
        steps: Vec::new(),
    }
}

/// A ztunnel before the rest of a way.
fn before(hop: Hop, tail: Tail) -> Tail {
    let mut hop = hop;
    let mut reasons = Vec::new();
    note(&mut reasons, &tail.undetermined);
    // The ztunnel of the client logs how the tunnel was answered.
    let refused = tail.hops.first().filter(|next| next.kind == HopKind::Ztunnel && next.peer.is_some());
    if refused.is_some_and(|next| next.outcome.disposition == Disposition::RbacDenied) {
        hop.outcome.close = Some("http status: 401 Unauthorized".to_owned());
    }
    let disposition = tail.disposition.unwrap_or(hop.outcome.disposition);
    let mut hops = vec![hop];
    hops.extend(tail.hops);
    Tail { hops, disposition: Some(disposition), undetermined: reasons, ..tail }
}
