//! The fields of a question. All may be left out.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::simulate::request::{Direction, Protocol, Transport};

/// A question about one request.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// Comes back with the answer.
    pub id: Value,
    /// Whose proxy: `NAMESPACE/POD` or any name that `trace` takes.
    pub proxy: Option<String>,
    /// Who sends it, to follow it through all proxies: `NAMESPACE/POD` or any name that `trace` takes, `internet`.
    pub from: Option<String>,
    /// Where to, by name, address or URL.
    pub to: Option<String>,
    /// Which way through the proxy.
    pub direction: Option<Direction>,
    /// Address of the sender.
    pub src: Option<IpAddr>,
    /// Address and port that the sender connects to.
    pub dst: Option<String>,
    /// TLS of the sender.
    pub transport: Option<Transport>,
    /// SNI of the sender.
    pub sni: Option<String>,
    /// ALPN of the sender; an empty list: none.
    pub alpn: Option<Vec<String>>,
    /// URI SAN of the sender's certificate.
    pub peer: Option<String>,
    /// What the sender speaks.
    pub protocol: Option<Protocol>,
    /// Method.
    pub method: Option<String>,
    /// Host; `null`: the request has none.
    #[serde(deserialize_with = "given")]
    pub authority: Option<Option<String>>,
    /// Request target.
    pub path: Option<String>,
    /// Header lines.
    pub headers: Option<Vec<(String, String)>>,
    /// Claims of a valid token that the request is taken to carry.
    pub jwt_claims: Option<Value>,
    /// The time of the request; else that of the capture.
    pub at: Option<Timestamp>,
}

/// Tells `null` from a field that is not there.
#[expect(clippy::option_option, reason = "absent, null and a value are three things here")]
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}
