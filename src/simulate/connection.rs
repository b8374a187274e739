//! A connection on its way into a proxy.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use serde_json::{Map, Value};

use super::state::Fact;

/// A connection, as the proxy knows it at some point.
#[derive(Debug, Clone)]
pub struct Connection {
    /// The address of the peer itself.
    pub direct_source: IpAddr,
    /// The source address; a PROXY header may have changed it.
    pub source: IpAddr,
    /// The local address: the restored one, once a filter restored it.
    pub destination: Local,
    /// Whether the local address was restored; an `ORIGINAL_DST` cluster goes by no other.
    pub restored: bool,
    /// `tls`, `raw_buffer`, or empty where no filter has looked.
    pub transport_protocol: &'static str,
    /// SNI that a filter read.
    pub server_name: Option<String>,
    /// ALPN that a filter read, in the client's order.
    pub application_protocols: Vec<String>,
    /// The TLS session, once there is one.
    pub tls: Option<TlsSession>,
    /// Filter state by key.
    pub filter_state: BTreeMap<String, Fact>,
    /// Dynamic metadata by filter.
    pub metadata: Map<String, Value>,
}

/// The local address of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Local {
    /// An IP address and port.
    Ip(SocketAddr),
    /// An internal listener whose original destination nobody restored.
    Internal(String),
}

impl Local {
    /// The IP address, if it is one.
    pub fn ip(&self) -> Option<IpAddr> {
        self.socket().map(|address| address.ip())
    }

    /// Address and port, if it is one.
    pub fn socket(&self) -> Option<SocketAddr> {
        match self {
            Self::Ip(address) => Some(*address),
            Self::Internal(_) => None,
        }
    }
}

impl std::fmt::Display for Local {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ip(address) => address.fmt(f),
            Self::Internal(name) => write!(f, "envoy://{name}/"),
        }
    }
}

/// TLS between the client and the proxy.
#[derive(Debug, Clone, Default)]
pub struct TlsSession {
    /// URI SAN of the client's certificate.
    pub peer: Option<String>,
    /// URI SAN of the proxy's own certificate.
    pub local_identity: Option<String>,
    /// The negotiated ALPN.
    pub alpn: Option<String>,
}

/// What comes over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// A TLS handshake.
    Tls,
    /// HTTP/1.
    Http1,
    /// HTTP/2.
    Http2,
    /// Bytes of some other protocol; the client speaks first.
    Bytes,
}
