//! A client and an endpoint: what the one offers, and what the other makes of it. The handshake is the one of every
//! trace.

use std::net::SocketAddr;

use schemars::JsonSchema;
use serde::Serialize;

use super::accepts::accepts;
use crate::base::name::{ClusterName, ProxyId};
use crate::model::ProxyKind;
use crate::simulate::asked::Asked;
use crate::simulate::connection::Wire;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::engine::{Engine, ProxyEngine};
use crate::simulate::explore::{Wanted, explore_asked};
use crate::simulate::outcome::Disposition;
use crate::simulate::request::{Direction, Protocol, Request, Transport};
use crate::simulate::retry::Retry;
use crate::simulate::upstream::pick::Group;
use crate::simulate::walk::arrive::arrive;
use crate::simulate::walk::place::{Place, Places, Sidecar};

/// How TLS between a client and an endpoint comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They do not come together.
    Fails,
    /// It cannot be told.
    Unknown,
    /// Nothing is encrypted.
    Plaintext,
    /// Only the server shows a certificate.
    Simple,
    /// The server passes the client's TLS on.
    PassedThrough,
    /// It goes through a tunnel of ambient (HBONE), which is mutual TLS.
    Tunnel,
    /// Both show certificates, and accept each other's.
    Mutual,
}

impl Verdict {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fails => "fails",
            Self::Unknown => "unknown",
            Self::Plaintext => "plaintext",
            Self::Simple => "TLS",
            Self::PassedThrough => "TLS, passed through",
            Self::Tunnel => "HBONE",
            Self::Mutual => "mutual TLS",
        }
    }
}

/// The other end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Its workload; absent outside of what was read.
    pub server: Option<String>,
    /// Its proxy, where it was read.
    pub proxy: Option<ProxyId>,
    /// What it takes, in a word.
    pub mode: &'static str,
    /// How it comes out.
    pub verdict: Verdict,
    /// Why it fails, or is not known; else empty.
    pub why: String,
}

/// What comes of a connection of a proxy to an address.
pub fn meet(engine: &Engine, places: &Places, from: &ProxyEngine, departure: &Departure, to: SocketAddr) -> Met {
    let offers = departure.client.is_some();
    let is_own = departure.carried == Carried::Bytes(Wire::Tls);
    let of_mesh = departure
        .client
        .as_ref()
        .and_then(|client| client.certificate()?.uri())
        .is_some_and(|name| name.starts_with("spiffe://"));
    let bare = |server: Option<String>, mode| {
        let (verdict, why) = match (offers, of_mesh) {
            (true, true) if server.is_some() => {
                (Verdict::Fails, "mutual TLS of the mesh arrives at a pod without a proxy".to_owned())
            }
            (true, true) => (Verdict::Mutual, String::new()),
            (true, false) => (Verdict::Simple, String::new()),
            (false, _) if is_own => (Verdict::PassedThrough, String::new()),
            (false, _) => (Verdict::Plaintext, String::new()),
        };
        Met { server, proxy: None, mode, verdict, why }
    };
    match places.at(to) {
        Place::Proxy(id) => match engine.proxy(&id) {
            // Which name the application asks a gateway for is not known here.
            Some(server) if is_own && server.proxy.kind != ProxyKind::Sidecar => {
                let mode = accepts(server, to.port()).unwrap_or_default().word(server.proxy.kind);
                let name = Some(engine.mesh.workload(&id));
                Met { server: name, proxy: Some(id), mode, verdict: Verdict::PassedThrough, why: String::new() }
            }
            Some(server) => at_proxy(from, server, departure, to, of_mesh),
            None => unread(&id),
        },
        Place::Pod { pod, sidecar: Sidecar::Yes } => unread(&pod),
        Place::Pod { pod, sidecar: Sidecar::No | Sidecar::Unknown } => {
            bare(Some(engine.mesh.workload(&pod)), "no proxy")
        }
        Place::Service { .. } | Place::Outside => bare(None, "outside"),
    }
}

fn unread(id: &ProxyId) -> Met {
    Met {
        server: Some(id.to_string()),
        proxy: None,
        mode: "not read",
        verdict: Verdict::Unknown,
        why: format!("the proxy of {id} was not read"),
    }
}

fn at_proxy(from: &ProxyEngine, server: &ProxyEngine, departure: &Departure, to: SocketAddr, of_mesh: bool) -> Met {
    let is_own = departure.carried == Carried::Bytes(Wire::Tls);
    let at = [from.mesh.taken_at, from.as_of(), server.as_of()].into_iter().flatten().max().unwrap_or_default();
    let mut request = Request { destination: to, protocol: Protocol::Tcp, at, ..Request::default() };
    if is_own {
        request.transport = Transport::Tls;
        request.sni = ClusterName::parse(&departure.cluster).map(|name| name.host.to_owned());
        request.alpn = vec!["h2".to_owned(), "http/1.1".to_owned()];
    }
    let direction = match server.proxy.kind {
        ProxyKind::Sidecar | ProxyKind::Waypoint => Direction::Inbound,
        ProxyKind::Gateway | ProxyKind::Standalone => Direction::Gateway,
    };
    let asked = arrive(from, &Asked::plain(&request), departure, to, direction);
    let explored = explore_asked(server, &asked, &Wanted::default());
    let takes = accepts(server, to.port()).unwrap_or_default();
    let (verdict, why) = explored.passages.first().map_or_else(
        || (Verdict::Unknown, explored.undetermined.join("; ")),
        |passage| {
            let opened = passage.outcome.chain.as_deref().is_some_and(|chain| opens_tls(server, chain));
            match (passage.outcome.disposition, departure.client.is_some()) {
                (Disposition::NoChain, true) => {
                    let sni = departure.client.as_ref().and_then(|client| client.sni.as_ref());
                    let sni = sni.map(|sni| format!(", SNI {sni}")).unwrap_or_default();
                    (Verdict::Fails, format!("no filter chain takes what the client offers{sni}"))
                }
                (Disposition::NoChain, false) if is_own => {
                    (Verdict::Fails, "TLS of the application arrives, and no filter chain takes it".to_owned())
                }
                (Disposition::NoChain, false) => {
                    (Verdict::Fails, "plaintext arrives, and no filter chain takes it".to_owned())
                }
                (Disposition::TlsFailed, _) => {
                    let why = passage.broken.as_ref().map_or_else(String::new, crate::simulate::tls::Failure::words);
                    (Verdict::Fails, why)
                }
                (_, false) if is_own => (Verdict::PassedThrough, String::new()),
                (_, false) => (Verdict::Plaintext, String::new()),
                (_, true) if passage.outcome.handshake => (Verdict::Mutual, String::new()),
                (_, true) if opened => (Verdict::Simple, String::new()),
                (_, true) if of_mesh && server.proxy.kind == ProxyKind::Sidecar => {
                    (Verdict::Fails, "the server takes no TLS off: the application gets a TLS handshake".to_owned())
                }
                (disposition, true) if !disposition.is_forwarded() => {
                    (Verdict::Fails, "a TLS handshake arrives where plaintext HTTP is expected".to_owned())
                }
                (_, true) => (Verdict::PassedThrough, String::new()),
            }
        },
    );
    let id = server.proxy.id.clone();
    Met { server: Some(server.mesh.workload(&id)), proxy: Some(id), mode: takes.word(server.proxy.kind), verdict, why }
}

/// Whether a chain is one that terminates TLS.
fn opens_tls(server: &ProxyEngine, id: &str) -> bool {
    let chains =
        server.listeners().all.iter().flat_map(|listener| listener.chains.iter().chain(&listener.default_chain));
    let mut found = chains.filter(|chain| chain.id == id);
    found.next().is_some_and(|chain| chain.tls.get().is_some_and(Option::is_some))
}

/// What leaves for one endpoint.
pub fn departure(
    client: Option<std::sync::Arc<crate::simulate::tls::TlsClient>>,
    wire: Wire,
    cluster: &str,
    address: &str,
) -> Departure {
    Departure {
        cluster: cluster.to_owned(),
        group: Group::of_address(address),
        client,
        tells_addresses: false,
        carried: Carried::Bytes(wire),
        retry: Retry::default(),
        tunnel: None,
        claims_used: false,
        outer: None,
    }
}
