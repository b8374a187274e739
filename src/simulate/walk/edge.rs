//! TLS from one proxy to the next: what the client offers, and what the server makes of it.

use super::reply::Reply;
use super::tail::Tail;
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::outcome::Disposition;
use crate::simulate::trace::{Edge, EdgeTls, Hop};

/// The connection from a hop to what follows.
pub(super) fn edge(departure: &Departure, hop: &Hop, tail: &Tail) -> Edge {
    let next = tail.hops.first();
    let offer = offer(departure);
    let to = hop.outcome.upstreams.first().cloned().unwrap_or_default();
    let ends_at_door = |disposition| matches!(disposition, Disposition::NoChain | Disposition::TlsFailed);
    let at_door = next.is_some_and(|next| ends_at_door(next.outcome.disposition));
    let refused = match &tail.reply {
        Reply::Refused(why) if why.starts_with("TLS_error") => Some(why.as_str()),
        _ => None,
    };
    let (tls, words) = match (&departure.client, refused) {
        (_, Some(why)) if why.contains("WRONG_VERSION_NUMBER") => {
            (EdgeTls::Fails, format!("{offer}; the other side speaks no TLS here"))
        }
        (_, Some(_)) => (EdgeTls::Fails, format!("{offer}; the client does not accept the server's certificate")),
        (Some(_), None) if at_door => (EdgeTls::Fails, format!("{offer}; the server does not accept it")),
        (None, None) if at_door => (EdgeTls::Fails, format!("{offer}; the server takes none of it")),
        (Some(client), None) => {
            let mutual = next.map_or(client.certificate().is_some(), |next| next.peer.is_some());
            (if mutual { EdgeTls::Mutual } else { EdgeTls::Simple }, offer)
        }
        (None, None) if departure.carried == Carried::Bytes(Wire::Tls) => (EdgeTls::PassedThrough, offer),
        (None, None) => (EdgeTls::Plaintext, offer),
    };
    Edge { to, tls, words }
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
