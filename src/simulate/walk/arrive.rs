//! The request as it arrives at the next proxy.

use std::net::SocketAddr;

use crate::simulate::asked::Asked;
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::engine::ProxyEngine;
use crate::simulate::http::message::RequestHead;
use crate::simulate::request::{Direction, Protocol, Request, Transport};

/// What leaves a proxy, as the next one gets it at an address.
pub fn arrive(
    from: &ProxyEngine,
    before: &Asked,
    departure: &Departure,
    address: SocketAddr,
    direction: Direction,
) -> Asked<'static> {
    let old = before.request.as_ref();
    let own = from.proxy.addresses();
    let mut request = Request {
        direction,
        source: own.first().copied().unwrap_or(old.source),
        destination: address,
        destination_known: true,
        destination_name: None,
        claims: old.claims.clone().filter(|_| !departure.claims_used),
        ..old.clone()
    };
    encrypt(&mut request, departure);
    let mut scheme = before.scheme;
    match &departure.carried {
        Carried::Http { head, http2, .. } => {
            fill(&mut request, head, *http2);
            scheme = if head.scheme == "https" { "https" } else { "http" };
        }
        // TLS inside of TLS: what is in it stays closed to all but the last.
        Carried::Bytes(Wire::Tls) if departure.client.is_some() => request.protocol = Protocol::Tcp,
        Carried::Bytes(_) => {}
        Carried::Nothing => request.protocol = Protocol::Tcp,
    }
    Asked { scheme, client: departure.client.clone(), ..Asked::owned(request) }
}

/// TLS as the proxy speaks it, or that of the client where it passes through.
fn encrypt(request: &mut Request, departure: &Departure) {
    if let Some(client) = &departure.client {
        let certificate = client.certificate();
        request.transport = if certificate.is_some() { Transport::Mtls } else { Transport::Tls };
        request.peer = certificate.and_then(|chain| chain.uri().map(str::to_owned));
        request.sni.clone_from(&client.sni);
        request.alpn.clone_from(&client.alpn);
    } else if departure.carried != Carried::Bytes(Wire::Tls) {
        request.transport = Transport::Plaintext;
        request.peer = None;
        request.sni = None;
        request.alpn = Vec::new();
    }
}

fn fill(request: &mut Request, head: &RequestHead, http2: bool) {
    // A client of gRPC writes these two itself.
    let of_grpc =
        |name: &str, value: &str| matches!((name, value), ("content-type", "application/grpc") | ("te", "trailers"));
    let is_grpc = http2 && head.is_grpc() && head.headers.get("content-type") == Some("application/grpc");
    request.protocol = match (http2, is_grpc) {
        (true, true) => Protocol::Grpc,
        (true, false) => Protocol::Http2,
        (false, _) => Protocol::Http1,
    };
    let lines = head.headers.iter().filter(|(name, value)| !(is_grpc && of_grpc(name, value)));
    request.headers = lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    request.method.clone_from(&head.method);
    request.authority.clone_from(&head.authority);
    request.path = head.path.clone().or_else(|| head.authority.clone()).unwrap_or_default();
}
