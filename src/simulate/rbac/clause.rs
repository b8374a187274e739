//! Permissions and principals in one shape, to be read without a request: in words, and for whether they can hold.

use ipnet::IpNet;

use super::permission::Permission;
use super::principal::{AddressKind, Principal};
use crate::model::envoy::listener::Int32Range;
use crate::simulate::matcher::header::HeaderMatch;
use crate::simulate::matcher::string::StringMatch;

/// A condition of a policy, or several.
#[derive(Debug, Clone)]
pub enum Clause {
    /// All of them.
    All(Vec<Clause>),
    /// Any of them.
    Any(Vec<Clause>),
    /// Not this one.
    Not(Box<Clause>),
    /// Everything, or nothing.
    Everything(bool),
    /// One condition.
    One(Condition),
}

/// One condition.
#[derive(Debug, Clone)]
pub struct Condition {
    /// What it looks at.
    pub of: Of,
    /// What it wants.
    pub wants: Wants,
    /// Both in words, as the evidence has them.
    pub text: String,
}

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A name in the client's certificate.
    Principal,
    /// Whether TLS is spoken.
    Tls,
    /// A header, also `:method` and `:authority`.
    Header(String),
    /// The path.
    Path,
    /// The port of the destination.
    Port,
    /// The server name of the TLS handshake.
    ServerName,
    /// A token.
    Token(String),
    /// An address of the client.
    Source,
    /// Something else.
    Other,
}

/// What a condition wants.
#[derive(Debug, Clone)]
pub enum Wants {
    /// A text.
    Text(StringMatch),
    /// A port in `[start, end)`.
    Port(Int32Range),
    /// Something that only a request tells.
    Any,
}

/// Istio's waypoints keep the client's identity here.
const PEER: &str = "io.istio.peer_principal";
const TOKENS: &str = "envoy.filters.http.jwt_authn";

impl Clause {
    /// Of what is done.
    pub fn of_permission(permission: &Permission) -> Self {
        let each = |rules: &[Permission]| rules.iter().map(Self::of_permission).collect();
        match permission {
            Permission::All(rules) => Self::All(each(rules)),
            Permission::Any(rules) => Self::Any(each(rules)),
            Permission::Not(rule) => Self::Not(Box::new(Self::of_permission(rule))),
            Permission::Everything(any) => Self::Everything(*any),
            Permission::Header(header) => of_header(header),
            Permission::Path(path) => one(Of::Path, Wants::Text(path.clone()), format!("path: {path}")),
            Permission::Template(template) => one(Of::Path, Wants::Any, format!("path: template {}", template.text)),
            Permission::DestinationIp(range) => one(Of::Other, Wants::Any, format!("destination in {range}")),
            Permission::DestinationPort(range) => one(Of::Port, Wants::Port(*range), of_port(*range)),
            Permission::Metadata(metadata) => of_metadata(metadata.filter(), metadata.to_string()),
            Permission::ServerName(name) => one(Of::ServerName, Wants::Text(name.clone()), format!("SNI: {name}")),
            Permission::Unknown(what) => one(Of::Other, Wants::Any, what.clone()),
        }
    }

    /// Of who does it.
    pub fn of_principal(principal: &Principal) -> Self {
        let each = |ids: &[Principal]| ids.iter().map(Self::of_principal).collect();
        match principal {
            Principal::All(ids) => Self::All(each(ids)),
            Principal::Any(ids) => Self::Any(each(ids)),
            Principal::Not(id) => Self::Not(Box::new(Self::of_principal(id))),
            Principal::Everybody(any) => Self::Everything(*any),
            Principal::AnyTls => one(Of::Tls, Wants::Any, "over TLS".to_owned()),
            Principal::Name(name) => one(Of::Principal, Wants::Text(name.clone()), format!("principal: {name}")),
            Principal::Address(kind, range) => one(Of::Source, Wants::Any, of_address(*kind, range)),
            Principal::Header(header) => of_header(header),
            Principal::Path(path) => one(Of::Path, Wants::Text(path.clone()), format!("path: {path}")),
            Principal::Metadata(metadata) => of_metadata(metadata.filter(), metadata.to_string()),
            Principal::FilterState(state) => match state.text().filter(|_| state.key() == PEER) {
                Some(name) => one(Of::Principal, Wants::Text(name.clone()), format!("principal: {name}")),
                None => one(Of::Other, Wants::Any, state.to_string()),
            },
            Principal::Unknown(what) => one(Of::Other, Wants::Any, what.clone()),
        }
    }
}

fn one(of: Of, wants: Wants, text: String) -> Clause {
    Clause::One(Condition { of, wants, text })
}

fn of_header(header: &HeaderMatch) -> Clause {
    let wants = header.value().map_or(Wants::Any, |value| Wants::Text(value.clone()));
    one(Of::Header(header.name().to_owned()), wants, header.to_string())
}

fn of_metadata(filter: &str, text: String) -> Clause {
    let of = text.split(": ").next().unwrap_or_default().to_owned();
    one(if filter == TOKENS { Of::Token(of) } else { Of::Other }, Wants::Any, text)
}

/// A range of ports in words.
pub(super) fn of_port(range: Int32Range) -> String {
    if range.end == range.start + 1 {
        format!("destination port: {}", range.start)
    } else {
        format!("destination port: in [{}, {})", range.start, range.end)
    }
}

/// A range of addresses in words.
pub(super) fn of_address(kind: AddressKind, range: &IpNet) -> String {
    let word = match kind {
        AddressKind::Source => "source",
        AddressKind::Direct => "peer",
        AddressKind::Remote => "client",
    };
    format!("{word} address in {range}")
}
