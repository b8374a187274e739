//! A proxy as the client of a TLS connection that it opens.

use super::credentials::{Chain, Credentials};
use crate::simulate::engine::ProxyEngine;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::upstream::socket::ClientTls;

/// What a proxy offers to the server, and what it asks of it.
#[derive(Debug, Clone, Default)]
pub struct TlsClient {
    /// The server name that it asks for.
    pub sni: Option<String>,
    /// The protocols that it offers, in its order.
    pub alpn: Vec<String>,
    /// Its certificate, and whom it trusts.
    pub credentials: Credentials,
    /// Whether it is a proxy of the mesh, whose log was read.
    pub is_proxy: bool,
}

impl TlsClient {
    /// Of a transport socket. SNI and ALPN are those of the connection: filters may have set others.
    pub fn new(engine: &ProxyEngine, socket: &ClientTls, sni: Option<String>, alpn: Vec<String>) -> Self {
        let mut credentials = Credentials::of(&socket.context, engine);
        // `auto_sni_san_validation`: the server must be who it is asked as.
        if socket.verifies_sni
            && let Some(name) = &sni
        {
            credentials.names = vec![StringMatch::exact(name)];
        }
        Self { sni, alpn, credentials, is_proxy: true }
    }

    /// A client that is no proxy, of whom only the name is known.
    pub fn named(peer: &str) -> Self {
        let credentials = Credentials { shows: Some(Chain::of_client(peer)), ..Credentials::default() };
        Self { credentials, ..Self::default() }
    }

    /// The certificate that it shows when it is asked for one.
    pub fn certificate(&self) -> Option<&Chain> {
        self.credentials.shows.as_ref()
    }
}
