//! The whole way of a request as `trace --batch` writes it, in the words of access logs.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::outcome::{Disposition, Flag};
use super::request::{Protocol, Request, Transport};
use super::trace::{Hop, HopKind, Trace, Way};
use crate::base::name::ProxyId;

/// What happens to a request on its whole way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Followed {
    /// The id of the question.
    pub id: Value,
    /// The ways it may take; their shares add up to 1.
    pub ways: Vec<FollowedWay>,
    /// Why the verdict is not certain; empty where it is.
    pub undetermined: Vec<String>,
}

/// One way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FollowedWay {
    /// Share of the requests that take it, from 0 to 1.
    pub share: f64,
    /// The proxies passed, the first first.
    pub hops: Vec<FollowedHop>,
    /// How it ends.
    #[serde(rename = "final")]
    pub end: FollowedEnd,
}

/// What the access log of one proxy says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FollowedHop {
    /// The proxy.
    pub proxy: ProxyId,
    /// What the log tells of.
    pub kind: HopKind,
    /// The listener.
    pub listener: Option<String>,
    /// The filter chain.
    pub chain: Option<String>,
    /// The route.
    pub route: Option<String>,
    /// The cluster.
    pub cluster: Option<String>,
    /// The endpoints that may be picked.
    pub upstreams: Vec<String>,
    /// `%RESPONSE_CODE%`; 0 where there is none.
    pub code: u16,
    /// `%RESPONSE_FLAGS%`.
    pub flags: BTreeSet<Flag>,
    /// `%RESPONSE_CODE_DETAILS%`.
    pub details: Option<String>,
    /// The host, as it is sent on.
    pub authority: Option<String>,
    /// The path, as it is sent on.
    pub path: Option<String>,
    /// Whom the client's certificate names.
    pub peer: Option<String>,
    /// `%CONNECTION_TERMINATION_DETAILS%`.
    pub close: Option<String>,
    /// What became of the request here.
    pub disposition: Disposition,
}

/// How a way ends.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FollowedEnd {
    /// The HTTP status that the client sees; 0 where it sees none.
    pub code: u16,
    /// What became of the request, at the last proxy that got it.
    pub disposition: Disposition,
    /// `proxy NAMESPACE/POD`, `app NAMESPACE/POD ADDRESS` or `app outside ADDRESS`: where it was decided.
    pub decided_by: String,
    /// Who wrote what the client gets, in the same words.
    pub answered_by: String,
}

/// A trace in these words.
pub fn followed(id: Value, trace: Trace) -> Followed {
    let request = trace.request;
    let ways = trace.ways.into_iter().map(|found| way(found, &request));
    Followed { id, ways: ways.collect(), undetermined: trace.undetermined }
}

fn way(mut way: Way, request: &Request) -> FollowedWay {
    forget_unlogged(&mut way);
    let end = end(&way, request);
    let hops = way.hops.into_iter().map(|hop| FollowedHop {
        proxy: hop.proxy,
        kind: hop.kind,
        listener: hop.outcome.listener,
        chain: hop.outcome.chain,
        route: hop.outcome.route,
        cluster: hop.outcome.cluster,
        upstreams: hop.outcome.upstreams,
        code: hop.outcome.code,
        flags: hop.outcome.flags,
        details: hop.outcome.details,
        authority: hop.outcome.authority,
        path: hop.outcome.path,
        peer: hop.peer,
        close: hop.outcome.close,
        disposition: hop.outcome.disposition,
    });
    FollowedWay { share: way.share, hops: hops.collect(), end }
}

/// Where no listener of a gateway has the port, the kernel refuses the connection, and only the proxy before logs it.
fn forget_unlogged(way: &mut Way) {
    let is_unlogged = |hop: &Hop| {
        hop.kind != HopKind::Ztunnel && hop.outcome.disposition == Disposition::Closed && hop.outcome.listener.is_none()
    };
    if let [.., before, last] = way.hops.as_slice()
        && is_unlogged(last)
    {
        way.end.disposition = before.outcome.disposition;
        way.hops.pop();
    }
}

/// The status that is known of the client's end: an HTTP/1 client tells what it read; for all others the log of the first
/// proxy does, and a connection of bytes has none there.
fn code(way: &Way, request: &Request) -> u16 {
    let first = way.hops.first().map_or(way.end.code, |first| first.outcome.code);
    // A server that takes a handshake for bad HTTP says so in plaintext, which the client's TLS does not read.
    let is_plaintext = way.hops.iter().all(|hop| !hop.outcome.handshake);
    let is_refused = way.hops.last().is_some_and(|hop| hop.outcome.code == 400);
    let is_unreadable = request.transport != Transport::Plaintext && is_plaintext && is_refused;
    if request.protocol == Protocol::Http1 && !is_unreadable { way.end.code } else { first }
}

/// The end. A proxy that closes a connection once it has connected further has opened an empty one: who tells by the
/// last access log finds the end of that.
fn end(way: &Way, request: &Request) -> FollowedEnd {
    let (mut disposition, mut decided_by) = (way.end.disposition, way.end.decided_by.recorded());
    let mut answered_by = way.end.answered_by.recorded();
    let closed = |hop: &Hop| hop.outcome.disposition == Disposition::RbacDenied && hop.kind == HopKind::Tcp;
    if let [first, .., last] = way.hops.as_slice()
        && closed(first)
        && last.outcome.disposition == Disposition::TcpForwarded
    {
        let upstream = last.outcome.upstreams.first().map_or("", String::as_str);
        disposition = last.outcome.disposition;
        decided_by = format!("app {} {upstream}", last.proxy);
        answered_by.clone_from(&decided_by);
    }
    FollowedEnd { code: code(way, request), disposition, decided_by, answered_by }
}
