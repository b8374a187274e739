//! What is asked about: one request, as its sender makes it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A request, or a TCP connection.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Request {
    /// Which way through the proxy.
    pub direction: Direction,
    /// The sender's address; its port is never known.
    pub source: IpAddr,
    /// Where the sender connects to.
    pub destination: SocketAddr,
    /// Whether that address was looked up or only stands for one.
    pub destination_known: bool,
    /// The name whose address it is, where only DNS outside of the mesh knows that address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destination_name: Option<String>,
    /// TLS of the sender.
    pub transport: Transport,
    /// SNI of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sni: Option<String>,
    /// ALPN of the sender, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alpn: Vec<String>,
    /// URI SAN of the sender's certificate; none: it has no certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<String>,
    /// What the sender speaks.
    pub protocol: Protocol,
    /// Method.
    pub method: String,
    /// Host; none: no host header at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Target: a path, an absolute URL, `*`, or host and port of a CONNECT.
    pub path: String,
    /// Header lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<(String, String)>,
    /// Claims of a valid token that the request is taken to carry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Value>,
    /// The time of the request.
    pub at: Timestamp,
}

/// Which way a request goes through a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the workload, redirected to its sidecar.
    Outbound,
    /// To the workload, redirected to its sidecar; or through a waypoint.
    Inbound,
    /// Straight to a port of the proxy.
    Gateway,
}

impl Direction {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Outbound => "outbound",
            Self::Inbound => "inbound",
            Self::Gateway => "gateway",
        }
    }
}

/// TLS of the sender.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// None.
    #[default]
    Plaintext,
    /// TLS without a client certificate.
    Tls,
    /// TLS with a client certificate.
    Mtls,
}

/// What the sender speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// HTTP/1.1.
    #[default]
    Http1,
    /// HTTP/2.
    Http2,
    /// gRPC over HTTP/2.
    Grpc,
    /// Bytes.
    Tcp,
}

impl Protocol {
    /// Whether it is HTTP/2 on the wire.
    pub fn is_http2(self) -> bool {
        matches!(self, Self::Http2 | Self::Grpc)
    }

    /// Whether it is HTTP at all.
    pub fn is_http(self) -> bool {
        self != Self::Tcp
    }
}

impl Default for Request {
    fn default() -> Self {
        Self {
            direction: Direction::Outbound,
            source: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            destination: SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0),
            destination_known: false,
            destination_name: None,
            transport: Transport::Plaintext,
            sni: None,
            alpn: Vec::new(),
            peer: None,
            protocol: Protocol::Http1,
            method: "GET".to_owned(),
            authority: None,
            path: "/".to_owned(),
            headers: Vec::new(),
            claims: None,
            at: Timestamp::UNIX_EPOCH,
        }
    }
}
