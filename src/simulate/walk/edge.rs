//! TLS from one proxy to the next: what the client offers, and what the server makes of it.

use std::net::SocketAddr;

use super::reply::Reply;
use super::tail::Tail;
use crate::simulate::authz::accepts::{Accepts, accepts};
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::engine::Engine;
use crate::simulate::outcome::Disposition;
use crate::simulate::trace::{Edge, EdgeTls, Hop};

/// The connection from a hop to what follows; `takes` is what the port of the next proxy takes, as its chains have it.
pub(super) fn edge(departure: &Departure, hop: &Hop, tail: &Tail, takes: Option<Accepts>) -> Edge {
    let next = tail.hops.first();
    let offer = offer(departure);
    let to = hop.outcome.upstreams.first().cloned().unwrap_or_default();
    let ends_at_door = |disposition| matches!(disposition, Disposition::NoChain | Disposition::TlsFailed);
    let at_door = next.is_some_and(|next| ends_at_door(next.outcome.disposition));
    let refused = match &tail.reply {
        Reply::Refused(why) if why.starts_with("TLS_error") => Some(why.as_str()),
        _ => None,
    };
    let server = next.map_or("the other side", |next| next.workload.as_str());
    let takes = takes.map(|takes| format!("{server} {}", takes.words()));
    let tls = match (&departure.client, refused) {
        (_, Some(_)) => EdgeTls::Fails,
        (_, None) if at_door => EdgeTls::Fails,
        (Some(client), None) => {
            let mutual = next.map_or(client.certificate().is_some(), |next| next.peer.is_some());
            if mutual { EdgeTls::Mutual } else { EdgeTls::Simple }
        }
        (None, None) if departure.carried == Carried::Bytes(Wire::Tls) => EdgeTls::PassedThrough,
        (None, None) => EdgeTls::Plaintext,
    };
    let fails = || match (&tail.door, refused) {
        // What the handshake says of names, roots and dates says more than that it fails.
        (Some(why), _) => why.clone(),
        (None, Some(why)) if why.contains("WRONG_VERSION_NUMBER") => "the other side speaks no TLS here".to_owned(),
        (None, Some(_)) => "the client does not accept the server's certificate".to_owned(),
        (None, None) => "none of its filter chains takes that".to_owned(),
    };
    let parts = [Some(format!("offers {offer}")), takes, (tls == EdgeTls::Fails).then(fails)];
    Edge { to, tls, words: parts.into_iter().flatten().collect::<Vec<_>>().join("; ") }
}

/// What the next proxy takes at the port of an address.
pub(super) fn takes(engine: &Engine, tail: &Tail, address: &str) -> Option<Accepts> {
    let next = tail.hops.first()?;
    accepts(engine.proxy(&next.proxy)?, address.parse::<SocketAddr>().ok()?.port())
}

/// What the client side offers, in words.
fn offer(departure: &Departure) -> String {
    let Some(client) = &departure.client else {
        let own = departure.carried == Carried::Bytes(Wire::Tls);
        return if own { "the client's own TLS, unopened".to_owned() } else { "plaintext".to_owned() };
    };
    match client.certificate().and_then(|chain| chain.uri()) {
        Some(identity) => format!("mutual TLS as {identity}"),
        None => "TLS without a client certificate".to_owned(),
    }
}
