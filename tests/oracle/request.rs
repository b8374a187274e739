//! A request to play: the same fields as a line of `trace --batch`, all of them given.

use std::net::{Ipv4Addr, SocketAddrV4};

use meshdbg::simulate::request::{Direction, Protocol, Transport};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_rustls::rustls::pki_types::ServerName;

/// A request to play.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Play {
    /// What it was made for: `KIND@OBJECT`.
    pub(crate) id: String,
    pub(crate) proxy: String,
    pub(crate) direction: Direction,
    pub(crate) src: Ipv4Addr,
    pub(crate) dst: SocketAddrV4,
    pub(crate) transport: Transport,
    pub(crate) sni: Option<String>,
    pub(crate) alpn: Vec<String>,
    pub(crate) peer: Option<String>,
    pub(crate) protocol: Protocol,
    pub(crate) method: Option<String>,
    pub(crate) authority: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) jwt_claims: Option<Value>,
}

impl Play {
    /// A request in plaintext before anything is said.
    pub(crate) fn plain(proxy: String, direction: Direction, src: Ipv4Addr, dst: SocketAddrV4) -> Self {
        Self {
            id: String::new(),
            proxy,
            direction,
            src,
            dst,
            transport: Transport::Plaintext,
            sni: None,
            alpn: Vec::new(),
            peer: None,
            protocol: Protocol::Http1,
            method: None,
            authority: None,
            path: None,
            headers: Vec::new(),
            jwt_claims: None,
        }
    }

    /// The line of a batch file.
    pub(crate) fn line(&self) -> String {
        serde_json::to_string(self).unwrap()
    }

    /// The request without what its kind cannot carry: bytes have no path, plaintext has no SNI.
    pub(crate) fn settled(mut self) -> Self {
        if self.transport == Transport::Plaintext {
            self.sni = None;
            self.alpn.clear();
        }
        // No TLS library sends a name that is none.
        let is_name = |sni: &String| {
            !sni.ends_with('.') && matches!(ServerName::try_from(sni.as_str()), Ok(ServerName::DnsName(_)))
        };
        self.sni = self.sni.filter(is_name);
        if self.transport != Transport::Mtls {
            self.peer = None;
        }
        if self.protocol == Protocol::Tcp {
            self.method = None;
            self.authority = None;
            self.path = None;
            self.headers.clear();
        } else {
            // What became HTTP by a change needs all parts of a request.
            self.method.get_or_insert_with(|| "GET".to_owned());
            self.path.get_or_insert_with(|| "/".to_owned());
        }
        // Claims without a token would be a question of another kind: what if there were one?
        let texts = self.headers.iter().map(|(_, value)| value).chain(&self.path);
        if !texts.into_iter().any(|text| text.contains("eyJ") || text.contains("not.a-token")) {
            self.jwt_claims = None;
        }
        self
    }

    /// The header lines that go out, by lower-case name: those asked for, and those that the protocol brings.
    pub(crate) fn sent_headers(&self) -> Vec<(String, String)> {
        let lines = self.headers.iter();
        let mut lines: Vec<(String, String)> = lines
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned()))
            .collect();
        if self.protocol == Protocol::Grpc {
            lines.push(("content-type".to_owned(), "application/grpc".to_owned()));
            lines.push(("te".to_owned(), "trailers".to_owned()));
        }
        lines
    }
}

/// A text as it travels: one byte a character, so that bytes above 0x7f can be sent.
pub(crate) fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

/// The text of bytes that travelled.
pub(crate) fn from_latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}
