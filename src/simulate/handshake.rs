//! The TLS handshake with the client.

use super::connection::TlsSession;
use super::engine::ProxyEngine;
use super::matcher::string::StringMatch;
use super::request::{Request, Transport};
use crate::base::evidence::{Notes, Truth};
use crate::model::certificate::certificates;
use crate::model::envoy::filter_chain::FilterChain;
use crate::model::envoy::tls::{CommonTlsContext, DOWNSTREAM_TLS, DataSource, DownstreamTlsContext, ValidationContext};
use crate::model::item::decode_raw;

/// TLS as a filter chain offers it.
#[derive(Debug)]
pub struct ServerTls {
    require_client_certificate: bool,
    require_sni: bool,
    alpn: Vec<String>,
    /// Any of these must match a name of the client; empty accepts every name.
    client_names: Vec<StringMatch>,
    /// Whether the client is asked for a certificate at all.
    asks: bool,
    /// URI SAN of the proxy's own certificate.
    identity: Option<String>,
    /// Fields and parts that are not modelled.
    pub unmodelled: Vec<String>,
}

/// How a handshake fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The client has no certificate.
    NoClientCertificate,
    /// Its certificate has no name that is accepted.
    Name(String),
    /// It names no server.
    NoServerName,
    /// The client does not speak TLS.
    Plaintext,
    /// It cannot be told.
    Unknown(Vec<String>),
}

impl ServerTls {
    /// The TLS context of a chain; `None` for plaintext chains.
    pub fn of_chain(chain: &FilterChain, engine: &ProxyEngine) -> Option<Self> {
        let decoded = if let Some(old) = &chain.tls_context {
            decode_raw::<DownstreamTlsContext>(old, DOWNSTREAM_TLS[1])
        } else {
            let config = chain.transport_socket.as_ref()?.typed_config.as_ref()?;
            if config.type_name.ends_with(".raw_buffer.v3.RawBuffer") {
                return None;
            }
            if !config.is(DOWNSTREAM_TLS) {
                let unmodelled = vec![format!("transport socket {} is not modelled", config.type_name)];
                return Some(Self::unknown(unmodelled));
            }
            config.decode()
        };
        let decoded = match decoded {
            Ok(decoded) => decoded,
            Err(error) => {
                return Some(Self::unknown(vec![format!("the TLS context cannot be read: {error}")]));
            }
        };
        let context = decoded.value;
        let common = &context.common_tls_context;
        let mut unmodelled: Vec<String> =
            decoded.unmodelled.into_iter().map(|field| format!("TLS field {field} is not modelled")).collect();
        let mut tls = Self {
            require_client_certificate: context.require_client_certificate,
            require_sni: context.require_sni,
            alpn: common.alpn_protocols.clone(),
            client_names: Vec::new(),
            asks: context.require_client_certificate,
            identity: own_identity(common, engine),
            unmodelled: Vec::new(),
        };
        for validation in validations(common) {
            tls.asks |= is_checked(validation);
            if validation.custom_validator_config.is_some() {
                unmodelled.push("a custom certificate validator is not modelled".to_owned());
            }
            tls.client_names.extend(names(validation));
        }
        let combined = common.combined_validation_context.as_ref();
        tls.asks |= common.validation_context_sds_secret_config.is_some()
            || combined.is_some_and(|combined| combined.validation_context_sds_secret_config.is_some());
        tls.unmodelled = unmodelled;
        Some(tls)
    }

    fn unknown(unmodelled: Vec<String>) -> Self {
        Self {
            require_client_certificate: false,
            require_sni: false,
            alpn: Vec::new(),
            client_names: Vec::new(),
            asks: true,
            identity: None,
            unmodelled,
        }
    }

    /// Shakes hands. All certificates are taken to come from a trusted root and to be valid.
    ///
    /// # Errors
    /// How it fails.
    pub fn shake(&self, request: &Request, notes: &mut Notes) -> Result<TlsSession, Failure> {
        if request.transport == Transport::Plaintext {
            return Err(Failure::Plaintext);
        }
        if self.require_sni && request.sni.is_none() {
            return Err(Failure::NoServerName);
        }
        // A client shows a certificate only when it is asked for one.
        let peer = request.peer.clone().filter(|_| request.transport == Transport::Mtls && self.asks);
        match &peer {
            None if self.require_client_certificate => return Err(Failure::NoClientCertificate),
            Some(name) if !self.client_names.is_empty() => {
                let accepted = notes.group(
                    || format!("client certificate: {name}"),
                    |notes| {
                        Truth::any(&self.client_names, |accepted| {
                            let holds = accepted.matches(name, notes);
                            notes.fact(holds, || (format!("name: {accepted}"), String::new()))
                        })
                    },
                );
                match accepted {
                    Truth::Yes => {}
                    Truth::No => return Err(Failure::Name(name.clone())),
                    Truth::Unknown => return Err(Failure::Unknown(notes.take_unknown())),
                }
            }
            _ => {}
        }
        // The server's order decides; without a common protocol none is negotiated and the handshake goes on.
        let alpn = self.alpn.iter().find(|protocol| request.alpn.contains(protocol)).cloned();
        Ok(TlsSession { peer, local_identity: self.identity.clone(), alpn })
    }

    /// Whether clients need a certificate.
    pub fn is_mutual(&self) -> bool {
        self.require_client_certificate
    }
}

/// The inline validation contexts.
fn validations(common: &CommonTlsContext) -> impl Iterator<Item = &ValidationContext> {
    let combined = common.combined_validation_context.as_ref().map(|combined| &combined.default_validation_context);
    common.validation_context.iter().chain(combined)
}

/// Whether there is anything to check a certificate by (`DefaultCertValidator::initializeSslContexts`): without, Envoy
/// does not ask for one.
fn is_checked(validation: &ValidationContext) -> bool {
    validation.trusted_ca.is_some()
        || validation.system_root_certs.is_some()
        || validation.custom_validator_config.is_some()
        || !validation.verify_certificate_hash.is_empty()
        || !validation.verify_certificate_spki.is_empty()
        || names(validation).next().is_some()
}

/// The names that a validation context accepts.
fn names(validation: &ValidationContext) -> impl Iterator<Item = StringMatch> {
    let typed = validation.match_typed_subject_alt_names.iter().map(|typed| StringMatch::new(&typed.matcher));
    let untyped = validation.match_subject_alt_names.iter().map(StringMatch::new);
    let old = validation.verify_subject_alt_name.iter().map(StringMatch::exact);
    typed.chain(untyped).chain(old)
}

/// The URI SAN of the proxy's certificate: from its secret, else from who the proxy says it is.
fn own_identity(common: &CommonTlsContext, engine: &ProxyEngine) -> Option<String> {
    let inline = common.tls_certificates.first().and_then(|certificate| certificate.certificate_chain.as_ref());
    if let Some(chain) = inline {
        return uri(chain);
    }
    let secret = common.tls_certificate_sds_secret_configs.first()?;
    match engine.proxy.secret(&secret.name).and_then(|secret| secret.tls_certificate?.certificate_chain) {
        Some(chain) => uri(&chain),
        None => Some(()).filter(|()| secret.name == "default").and_then(|()| engine.proxy.identity()),
    }
}

fn uri(chain: &DataSource) -> Option<String> {
    certificates(chain).first()?.uri().map(str::to_owned)
}
