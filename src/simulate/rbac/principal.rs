//! Who does it: principals.

use ipnet::IpNet;

use super::clause::of_address;
use super::config;
use super::engine::Subject;
use super::permission::{header_holds, path_holds, sourced_metadata};
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::simulate::matcher::header::HeaderMatch;
use crate::simulate::matcher::metadata::{FilterStateMatch, MetadataMatch};
use crate::simulate::matcher::string::StringMatch;

/// A compiled principal.
#[derive(Debug, Clone)]
pub enum Principal {
    /// All of them.
    All(Vec<Principal>),
    /// Any of them.
    Any(Vec<Principal>),
    /// Not this one.
    Not(Box<Principal>),
    /// Everybody.
    Everybody(bool),
    /// Any TLS connection, even without a client certificate.
    AnyTls,
    /// A name of the client's certificate.
    Name(StringMatch),
    /// An address.
    Address(AddressKind, IpNet),
    /// A header.
    Header(HeaderMatch),
    /// The path without query.
    Path(StringMatch),
    /// Metadata of the stream.
    Metadata(MetadataMatch),
    /// Filter state.
    FilterState(FilterStateMatch),
    /// Not modelled.
    Unknown(String),
}

/// Which address of the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// Of the connection, as a PROXY header may have changed it.
    Source,
    /// Of the peer itself.
    Direct,
    /// Of the client, as `x-forwarded-for` tells it.
    Remote,
}

impl Principal {
    /// Compiles a principal.
    pub fn new(config: &config::Principal) -> Self {
        let each = |set: &config::PrincipalSet| set.ids.iter().map(Self::new).collect();
        let address = |kind, range: &crate::model::envoy::address::CidrRange| {
            range
                .network()
                .map_or_else(|| Self::Unknown(format!("address range {range}")), |network| Self::Address(kind, network))
        };
        if let Some(set) = &config.and_ids {
            Self::All(each(set))
        } else if let Some(set) = &config.or_ids {
            Self::Any(each(set))
        } else if let Some(id) = &config.not_id {
            Self::Not(Box::new(Self::new(id)))
        } else if let Some(any) = config.any {
            Self::Everybody(any)
        } else if let Some(authenticated) = &config.authenticated {
            authenticated.principal_name.as_ref().map_or(Self::AnyTls, |name| Self::Name(StringMatch::new(name)))
        } else if let Some(range) = &config.source_ip {
            address(AddressKind::Source, range)
        } else if let Some(range) = &config.direct_remote_ip {
            address(AddressKind::Direct, range)
        } else if let Some(range) = &config.remote_ip {
            address(AddressKind::Remote, range)
        } else if let Some(header) = &config.header {
            Self::Header(HeaderMatch::new(header))
        } else if let Some(path) = &config.url_path {
            Self::Path(StringMatch::new(&path.path))
        } else if let Some(metadata) = &config.metadata {
            Self::Metadata(MetadataMatch::new(metadata))
        } else if let Some(sourced) = &config.sourced_metadata {
            sourced_metadata(sourced).map_or_else(Self::Unknown, Self::Metadata)
        } else if let Some(state) = &config.filter_state {
            Self::FilterState(FilterStateMatch::new(state))
        } else if let Some(custom) = &config.custom {
            Self::Unknown(format!("principal {}", custom.name))
        } else {
            Self::Unknown("a principal without a known identifier".to_owned())
        }
    }

    /// Whether the subject is this.
    pub fn holds(&self, subject: &Subject, notes: &mut Notes) -> Truth {
        match self {
            Self::All(ids) => {
                notes.group(|| "all of".to_owned(), |notes| Truth::all(ids, |id| id.holds(subject, notes)))
            }
            Self::Any(ids) => {
                notes.group(|| "any of".to_owned(), |notes| Truth::any(ids, |id| id.holds(subject, notes)))
            }
            Self::Not(id) => notes.group(|| "not".to_owned(), |notes| !id.holds(subject, notes)),
            Self::Everybody(any) => notes.fact(*any, || ("anybody".to_owned(), String::new())),
            Self::AnyTls => {
                let tls = subject.connection.tls.is_some();
                notes.fact_on(
                    || Some(Field::Tls),
                    tls,
                    || ("over TLS".to_owned(), if tls { "it is" } else { "it is plaintext" }.to_owned()),
                )
            }
            Self::Name(name) => {
                let tls = subject.connection.tls.as_ref();
                // Without a certificate Envoy compares the empty string.
                let peer = tls.map(|tls| tls.peer.as_deref().unwrap_or_default());
                let holds = peer.map_or(Truth::No, |peer| name.matches(peer, notes));
                notes.fact_on(
                    || Some(Field::SourcePrincipal),
                    holds,
                    || {
                        let found = match peer {
                            None => "the connection is plaintext".to_owned(),
                            Some("") => "the client has no certificate".to_owned(),
                            Some(peer) => format!("it is {peer}"),
                        };
                        (format!("principal: {name}"), found)
                    },
                )
            }
            Self::Address(kind, range) => {
                let ip = match kind {
                    AddressKind::Source => subject.connection.source,
                    AddressKind::Direct => subject.connection.direct_source,
                    AddressKind::Remote => subject.remote,
                };
                notes.fact_on(
                    || Some(Field::SourceAddress),
                    range.contains(&ip),
                    || (of_address(*kind, range), format!("it is {ip}")),
                )
            }
            Self::Header(header) => header_holds(header, subject, notes),
            Self::Path(path) => path_holds(path, subject, notes),
            Self::Metadata(metadata) => metadata.matches(subject.metadata, notes),
            Self::FilterState(state) => {
                let fact = subject.connection.filter_state.get(state.key());
                state.matches(fact.map(|fact| fact.text.as_str()), notes)
            }
            Self::Unknown(what) => notes.unknown(format!("{what} is not modelled")),
        }
    }
}
