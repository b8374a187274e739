//! What leaves a proxy for an endpoint, as the next one gets it.

use std::sync::Arc;

use super::connection::{Connection, Wire};
use super::engine::ProxyEngine;
use super::http::message::RequestHead;
use super::retry::Retry;
use super::tls::TlsClient;
use super::upstream::cluster::ClusterNode;
use super::upstream::pick::Group;

/// What leaves a proxy.
#[derive(Debug, Clone)]
pub struct Departure {
    /// The cluster.
    pub cluster: String,
    /// Its endpoints, one of which gets it.
    pub group: Group,
    /// TLS towards them, if it is spoken.
    pub client: Option<Arc<TlsClient>>,
    /// Whether a PROXY header tells them the addresses of the client's connection.
    pub tells_addresses: bool,
    /// What travels.
    pub carried: Carried,
    /// What the proxy does when no good answer comes back.
    pub retry: Retry,
    /// A tunnel that the proxy opens to the endpoint first: host and port of its CONNECT.
    pub tunnel: Option<String>,
    /// Whether the claims that the request is taken to carry are gone.
    pub claims_used: bool,
    /// The connection that it came over, where a listener inside of the proxy is next: some of its state goes along.
    pub outer: Option<Box<Connection>>,
}

/// What travels.
#[derive(Debug, Clone, PartialEq)]
pub enum Carried {
    /// A request.
    Http {
        /// As the proxy writes it.
        head: RequestHead,
        /// Over HTTP/2.
        http2: bool,
    },
    /// The bytes of the client, as they came.
    Bytes(Wire),
    /// Nothing: the proxy connects, and then closes.
    Nothing,
}

impl Departure {
    /// What leaves for a group of endpoints of a cluster.
    pub fn new(
        engine: &ProxyEngine,
        cluster: &ClusterNode,
        group: Group,
        sni: Option<String>,
        alpn: Vec<String>,
        carried: Carried,
        retry: Retry,
    ) -> Self {
        let socket = cluster.sockets.named(&group.socket);
        let client = socket.tls.as_ref().map(|tls| Arc::new(TlsClient::new(engine, tls, sni, alpn)));
        let cluster = cluster.config.name.clone();
        let tells_addresses = socket.tells_addresses;
        Self { cluster, group, client, tells_addresses, carried, retry, tunnel: None, claims_used: false, outer: None }
    }

    /// Where it goes on to a listener inside of the proxy, it takes the state of this connection along.
    #[must_use]
    pub fn over(mut self, connection: &Connection) -> Self {
        self.outer = self.group.internal.is_some().then(|| Box::new(connection.clone()));
        self
    }

    /// What a client without a proxy sends.
    pub fn of_client(to: std::net::SocketAddr, wire: Wire) -> Self {
        Self {
            cluster: String::new(),
            group: Group::of_address(&to.to_string()),
            client: None,
            tells_addresses: false,
            carried: Carried::Bytes(wire),
            retry: Retry::default(),
            tunnel: None,
            claims_used: false,
            outer: None,
        }
    }

    /// Whether it goes to endpoints that istiod marks as those of proxies (`tlsMode: istio`).
    pub fn is_for_mesh(&self) -> bool {
        self.group.socket == "tlsMode-istio"
    }

    /// Whether two leave alike; TLS follows from the cluster and its endpoints.
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.cluster, &self.group, &self.carried, &self.retry, &self.tunnel, self.claims_used)
            == (&other.cluster, &other.group, &other.carried, &other.retry, &other.tunnel, other.claims_used)
    }
}
