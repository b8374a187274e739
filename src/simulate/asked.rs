//! What arrives at a listener: a request, perhaps wrapped in a CONNECT of ambient's HBONE.

use std::borrow::Cow;
use std::sync::Arc;

use super::connection::Wire;
use super::request::{Protocol, Request, Transport};
use super::tls::TlsClient;

/// A request as a listener gets it.
#[derive(Debug, Clone)]
pub struct Asked<'r> {
    /// The request; for HBONE the outer CONNECT.
    pub request: Cow<'r, Request>,
    /// The `:scheme` that its HTTP/2 client writes.
    pub scheme: &'static str,
    /// What travels inside of the CONNECT.
    pub inside: Option<Box<Asked<'r>>>,
    /// The client's side of TLS, where the client is a proxy of the mesh.
    pub client: Option<Arc<TlsClient>>,
}

impl<'r> Asked<'r> {
    /// A request as it is.
    pub fn plain(request: &'r Request) -> Self {
        Self { request: Cow::Borrowed(request), scheme: scheme_of(request), inside: None, client: None }
    }

    /// A request that lives as long as it likes.
    pub fn owned(request: Request) -> Asked<'static> {
        Asked { scheme: scheme_of(&request), request: Cow::Owned(request), inside: None, client: None }
    }

    /// The request in an HBONE tunnel, as a ztunnel sends it to a waypoint: mTLS with h2 to port 15008 of the proxy,
    /// CONNECT to the destination, and the request inside, in plaintext.
    pub fn in_tunnel(request: &'r Request, proxy: std::net::IpAddr) -> Self {
        let outer = Request {
            destination: std::net::SocketAddr::new(proxy, 15008),
            transport: Transport::Mtls,
            sni: None,
            alpn: vec!["h2".to_owned()],
            protocol: Protocol::Http2,
            method: "CONNECT".to_owned(),
            authority: Some(request.destination.to_string()),
            path: request.destination.to_string(),
            headers: Vec::new(),
            claims: None,
            ..request.clone()
        };
        let inner =
            Request { transport: Transport::Plaintext, sni: None, alpn: Vec::new(), peer: None, ..request.clone() };
        // A client writes the scheme by the security that it sees, though the request inside is in plaintext.
        let inside = Self { request: Cow::Owned(inner), scheme: scheme_of(request), inside: None, client: None };
        Self { request: Cow::Owned(outer), scheme: "https", inside: Some(Box::new(inside)), client: None }
    }

    /// What somebody sends in a tunnel to an address, on behalf of the request's peer.
    pub fn tunnelled(request: &Request, to: std::net::SocketAddr) -> Asked<'static> {
        let tunnel = Asked::in_tunnel(request, to.ip());
        let outer = Request { destination: to, ..tunnel.request.into_owned() };
        let inside = tunnel.inside.map(|inside| {
            // TLS of the client itself stays as it is.
            let own = Request { peer: None, ..request.clone() };
            let request = if own.transport == Transport::Mtls { inside.request.into_owned() } else { own };
            Box::new(Asked { scheme: scheme_of(&request), request: Cow::Owned(request), inside: None, client: None })
        });
        Asked { request: Cow::Owned(outer), scheme: "https", inside, client: None }
    }

    /// What comes over the wire first.
    pub fn wire(&self) -> Wire {
        if self.request.transport == Transport::Plaintext { self.wire_inside_tls() } else { Wire::Tls }
    }

    /// What comes once TLS is taken off.
    pub fn wire_inside_tls(&self) -> Wire {
        match self.request.protocol {
            Protocol::Http1 => Wire::Http1,
            Protocol::Http2 | Protocol::Grpc => Wire::Http2,
            Protocol::Tcp => Wire::Bytes,
        }
    }
}

fn scheme_of(request: &Request) -> &'static str {
    if request.transport == Transport::Plaintext { "http" } else { "https" }
}
