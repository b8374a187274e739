//! Listeners inside of a proxy that a cluster leads to, and the tunnels that they open (HBONE).

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::arrive::arrive;
use super::follow::Walker;
use super::place::Place;
use super::reply::{Actor, Reply};
use super::tail::{Tail, note};
use super::{application, reply};
use crate::model::envoy::address::InternalAddress;
use crate::simulate::asked::Asked;
use crate::simulate::connection::Connection;
use crate::simulate::departure::Departure;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::explore::{Passage, explore_inside};
use crate::simulate::request::Direction;
use crate::simulate::tls::Failure;

/// A listener inside of a proxy has no address of this kind.
const NOWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);

impl<'m> Walker<'_, 'm> {
    /// Through a listener inside of a proxy, and on from there.
    pub(super) fn inside(
        &mut self,
        from: &ProxyEngine<'m>,
        asked: &Asked,
        departure: &Departure,
        address: &str,
        listener: &InternalAddress,
        outer: &Connection,
    ) -> Vec<Tail> {
        let inner = arrive(from, asked, departure, NOWHERE, Direction::Inbound);
        let passed = departure.group.members.get(address).map_or(&[][..], |member| &member.passed);
        let explored = explore_inside(from, listener, outer, passed, &inner, &self.wanted);
        let mut tails = Vec::new();
        for Passage { steps, outcome, leaving, broken, undetermined, .. } in explored.passages {
            let Some(leaving) = leaving else {
                let actor = Actor::Proxy(from.proxy.id.clone());
                tails.push(Tail {
                    share: outcome.share,
                    hops: Vec::new(),
                    reply: reply::of_end(&outcome, broken.as_ref()),
                    answered_by: actor.clone(),
                    disposition: None,
                    decided_by: actor,
                    undetermined,
                    door: broken.as_ref().map(Failure::words),
                    steps,
                    is_tried_again: false,
                });
                continue;
            };
            for (address, share) in self.targets(&leaving) {
                let onward = match (leaving.tunnel.as_deref().map(str::parse), address.parse()) {
                    (Some(Ok(authority)), Ok(to)) => self.tunnel(from, &inner, &leaving, to, authority),
                    _ => self.onward(from, &inner, &leaving, &address),
                };
                for mut tail in onward {
                    tail.share *= share * outcome.share;
                    note(&mut tail.undetermined, &undetermined);
                    tail.steps.splice(0..0, steps.iter().cloned());
                    tails.push(tail);
                }
            }
        }
        tails
    }

    /// In a tunnel that a proxy opens, with its own certificate.
    fn tunnel(
        &mut self,
        from: &ProxyEngine<'m>,
        inner: &Asked,
        leaving: &Departure,
        to: SocketAddr,
        authority: SocketAddr,
    ) -> Vec<Tail> {
        let end = application::End {
            departure: leaving,
            client_speaks_http: inner.request.protocol.is_http(),
            asked_for: authority,
        };
        // What is in the tunnel is not encrypted once more.
        let bare = Departure { client: None, ..leaving.clone() };
        let mut request = arrive(from, inner, &bare, authority, Direction::Inbound).request.into_owned();
        request.peer = leaving.client.as_ref().and_then(|client| client.certificate()?.uri().map(str::to_owned));
        let tunnel = Tunnel { request, client: leaving.client.clone(), to };
        self.enter_tunnel(tunnel, &end)
    }

    /// In a tunnel, to whatever ends it: a proxy, or the ztunnel of the pod's node.
    pub(super) fn enter_tunnel(&mut self, tunnel: Tunnel, end: &application::End) -> Vec<Tail> {
        let Tunnel { request, client, to } = tunnel;
        match self.place(to) {
            Place::Proxy(id) => match self.engine.proxy(&id) {
                Some(proxy) => {
                    let asked = Asked { client, ..Asked::tunnelled(&request, to) };
                    self.through(proxy, &asked)
                }
                None => vec![self.unread(id)],
            },
            Place::Pod { .. } | Place::Outside => self.admit_tunnel(request, to, end),
            Place::Service { .. } => vec![Tail { reply: Reply::Reset, ..end.outside(&to.to_string()) }],
        }
    }
}

/// A connection in a tunnel with mTLS.
pub(super) struct Tunnel {
    /// What is inside, to where the tunnel is for; the peer is who opened the tunnel.
    pub(super) request: crate::simulate::request::Request,
    /// The certificate of who opened it, where it is at hand.
    pub(super) client: Option<std::sync::Arc<crate::simulate::tls::TlsClient>>,
    /// Where the tunnel ends.
    pub(super) to: SocketAddr,
}
