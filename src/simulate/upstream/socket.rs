//! How the proxy connects to an endpoint: plaintext, TLS, or a listener inside of the same Envoy.

use serde_json::{Map, Value};

use super::host::Host;
use crate::model::envoy::cluster::{Cluster, InternalUpstreamTransport, ProxyProtocolTransport};
use crate::model::envoy::tls::{CommonTlsContext, TransportSocket, UPSTREAM_TLS, UpstreamTlsContext};
use crate::model::item::decode_raw;
use crate::simulate::matcher::string::StringMatch;

/// A transport socket, compiled.
#[derive(Debug, Clone, Default)]
pub struct Socket {
    /// Name of the transport socket match; empty for the cluster's own socket.
    pub name: String,
    /// TLS, if it speaks it.
    pub tls: Option<ClientTls>,
    /// The metadata that it hands to an internal listener.
    pub passthrough: Vec<String>,
    /// Whether a PROXY header tells the endpoint the client's addresses.
    pub tells_addresses: bool,
    /// Parts that are not modelled.
    pub unmodelled: Vec<String>,
}

/// TLS towards an endpoint.
#[derive(Debug, Clone, Default)]
pub struct ClientTls {
    /// The SNI it asks for; empty for none.
    pub sni: String,
    /// The SNI is the endpoint's host name.
    pub auto_host_sni: bool,
    /// ALPN it offers.
    pub alpn: Vec<String>,
    /// Whether it shows a certificate.
    pub has_certificate: bool,
    /// The names that it accepts; empty accepts every name.
    pub names: Vec<StringMatch>,
    /// The server's certificate must be for the SNI.
    pub verifies_sni: bool,
    /// Certificates and roots.
    pub context: CommonTlsContext,
}

/// The sockets of a cluster.
#[derive(Debug, Clone, Default)]
pub struct Sockets {
    /// By endpoint metadata; the first match wins.
    matches: Vec<(Map<String, Value>, Socket)>,
    /// The cluster's own.
    default: Socket,
    /// A matcher chooses, which is not modelled.
    by_matcher: bool,
}

impl Sockets {
    /// Compiles the sockets of a cluster.
    pub fn new(cluster: &Cluster) -> Self {
        let matches = cluster.transport_socket_matches.iter().map(|entry| {
            let socket = Socket { name: entry.name.clone(), ..compile(&entry.transport_socket) };
            (entry.matches.clone(), socket)
        });
        let default = match (&cluster.transport_socket, &cluster.tls_context) {
            (Some(socket), _) => compile(socket),
            (None, Some(old)) => match decode_raw::<UpstreamTlsContext>(old, UPSTREAM_TLS[1]) {
                Ok(decoded) => tls(&decoded.value, decoded.unmodelled),
                Err(error) => unknown(format!("the TLS context cannot be read: {error}")),
            },
            (None, None) => Socket::default(),
        };
        Self { matches: matches.collect(), default, by_matcher: cluster.transport_socket_matcher.is_some() }
    }

    /// The socket for an endpoint: the first whose match is a part of its metadata.
    pub fn of(&self, host: Option<&Host>) -> &Socket {
        let empty = Map::new();
        let metadata = host.map_or(&empty, |host| &host.socket);
        let fits = |wanted: &Map<String, Value>| wanted.iter().all(|(key, value)| metadata.get(key) == Some(value));
        self.matches.iter().find(|(wanted, _)| fits(wanted)).map_or(&self.default, |(_, socket)| socket)
    }

    /// The socket of that name; the cluster's own has none.
    pub fn named(&self, name: &str) -> &Socket {
        self.matches.iter().map(|(_, socket)| socket).find(|socket| socket.name == name).unwrap_or(&self.default)
    }

    /// The sockets that metadata chooses, in order, with the metadata that each wants.
    pub fn matches(&self) -> impl Iterator<Item = (&Map<String, Value>, &Socket)> {
        self.matches.iter().map(|(wanted, socket)| (wanted, socket))
    }

    /// The socket of endpoints that no match takes.
    pub fn default_socket(&self) -> &Socket {
        &self.default
    }

    /// Why the choice cannot be told, if so.
    pub fn unknown(&self) -> Option<&'static str> {
        self.by_matcher.then_some("transport_socket_matcher is not modelled")
    }
}

fn compile(socket: &TransportSocket) -> Socket {
    let Some(config) = &socket.typed_config else {
        let plain = socket.name.is_empty() || socket.name.ends_with("raw_buffer");
        return if plain {
            Socket::default()
        } else {
            unknown(format!("transport socket {} is not modelled", socket.name))
        };
    };
    if config.is(UPSTREAM_TLS) {
        return match config.decode::<UpstreamTlsContext>() {
            Ok(decoded) => tls(&decoded.value, decoded.unmodelled),
            Err(error) => unknown(format!("the TLS context cannot be read: {error}")),
        };
    }
    match config.type_name.rsplit('.').next().unwrap_or_default() {
        "RawBuffer" => Socket::default(),
        "InternalUpstreamTransport" => match config.decode::<InternalUpstreamTransport>() {
            Ok(decoded) => Socket {
                passthrough: decoded.value.passthrough_metadata.into_iter().map(|source| source.name).collect(),
                ..compile(&decoded.value.transport_socket)
            },
            Err(error) => unknown(format!("transport socket {} cannot be read: {error}", socket.name)),
        },
        "ProxyProtocolUpstreamTransport" => match config.decode::<ProxyProtocolTransport>() {
            Ok(decoded) => Socket { tells_addresses: true, ..compile(&decoded.value.transport_socket) },
            Err(error) => unknown(format!("transport socket {} cannot be read: {error}", socket.name)),
        },
        _ => unknown(format!("transport socket {} is not modelled", config.type_name)),
    }
}

fn tls(context: &UpstreamTlsContext, unmodelled: Vec<String>) -> Socket {
    let common = &context.common_tls_context;
    Socket {
        tls: Some(ClientTls {
            sni: context.sni.clone(),
            auto_host_sni: context.auto_host_sni,
            alpn: common.alpn_protocols.clone(),
            has_certificate: !common.tls_certificates.is_empty()
                || !common.tls_certificate_sds_secret_configs.is_empty(),
            names: names(common),
            verifies_sni: context.auto_sni_san_validation,
            context: common.clone(),
        }),
        unmodelled: unmodelled.into_iter().map(|field| format!("upstream TLS field {field} is not modelled")).collect(),
        ..Socket::default()
    }
}

fn names(common: &CommonTlsContext) -> Vec<StringMatch> {
    let combined = common.combined_validation_context.as_ref().map(|combined| &combined.default_validation_context);
    common
        .validation_context
        .iter()
        .chain(combined)
        .flat_map(|validation| {
            let typed = validation.match_typed_subject_alt_names.iter().map(|typed| StringMatch::new(&typed.matcher));
            let untyped = validation.match_subject_alt_names.iter().map(StringMatch::new);
            let old = validation.verify_subject_alt_name.iter().map(StringMatch::exact);
            typed.chain(untyped).chain(old).collect::<Vec<_>>()
        })
        .collect()
}

fn unknown(reason: String) -> Socket {
    Socket { unmodelled: vec![reason], ..Socket::default() }
}
