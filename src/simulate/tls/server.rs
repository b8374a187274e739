//! The TLS handshake with the client.

use super::credentials::{Chain, Credentials, Refusal, names};
use crate::base::evidence::Notes;
use crate::model::envoy::filter_chain::FilterChain;
use crate::model::envoy::tls::{CommonTlsContext, DOWNSTREAM_TLS, DownstreamTlsContext, ValidationContext};
use crate::model::item::decode_raw;
use crate::simulate::asked::Asked;
use crate::simulate::connection::TlsSession;
use crate::simulate::engine::ProxyEngine;
use crate::simulate::request::Transport;

/// TLS as a filter chain offers it.
#[derive(Debug)]
pub struct ServerTls {
    require_client_certificate: bool,
    require_sni: bool,
    alpn: Vec<String>,
    /// Its certificate, and which clients it accepts.
    pub credentials: Credentials,
    /// Whether the client is asked for a certificate at all.
    asks: bool,
    /// Fields and parts that are not modelled.
    pub unmodelled: Vec<String>,
}

/// How a handshake fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The client has no certificate.
    NoClientCertificate,
    /// Its certificate is not accepted.
    Certificate(Refusal),
    /// It does not accept the proxy's certificate.
    ServerCertificate(Refusal),
    /// It names no server.
    NoServerName,
    /// The client does not speak TLS.
    Plaintext,
    /// It cannot be told.
    Unknown(Vec<String>),
}

impl Failure {
    /// Why, in words.
    pub fn words(&self) -> String {
        match self {
            Self::NoClientCertificate => "the client has no certificate, and one is required".to_owned(),
            Self::Certificate(refusal) => format!("the client's certificate {}", refusal.words()),
            Self::ServerCertificate(refusal) => {
                format!("the client does not accept this proxy's certificate, which {}", refusal.words())
            }
            Self::NoServerName => "the client names no server, and a name is required".to_owned(),
            Self::Plaintext => "the client speaks plaintext, and TLS is expected".to_owned(),
            Self::Unknown(reasons) => reasons.join("; "),
        }
    }
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
            credentials: Credentials::of(common, engine),
            asks: context.require_client_certificate,
            unmodelled: Vec::new(),
        };
        for validation in validations(common) {
            tls.asks |= is_checked(validation);
            if validation.custom_validator_config.is_some() {
                unmodelled.push("a custom certificate validator is not modelled".to_owned());
            }
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
            credentials: Credentials::default(),
            asks: true,
            unmodelled,
        }
    }

    /// Shakes hands. Where the client is a proxy whose certificate and roots are known, both sides verify each other;
    /// else the client's certificate is taken to come from a trusted root and to be valid, as is the proxy's own.
    ///
    /// # Errors
    /// How it fails.
    pub fn shake(&self, asked: &Asked, notes: &mut Notes) -> Result<TlsSession, Failure> {
        let request = asked.request.as_ref();
        if request.transport == Transport::Plaintext {
            return Err(Failure::Plaintext);
        }
        if self.require_sni && request.sni.is_none() {
            return Err(Failure::NoServerName);
        }
        // The server's certificate is looked at first: in TLS 1.3 the client shows its own afterwards.
        if let Some(client) = &asked.client
            && let Some(own) = &self.credentials.shows
        {
            client.credentials.accept(own, request.at, notes).map_err(|refusal| match refusal {
                Refusal::Unknown(reasons) => Failure::Unknown(reasons),
                refusal => Failure::ServerCertificate(refusal),
            })?;
        }
        // A client shows a certificate only when it is asked for one.
        let shows = request.transport == Transport::Mtls && self.asks;
        let of_proxy = asked.client.as_ref().and_then(|client| client.certificate().cloned());
        let chain = of_proxy.or_else(|| request.peer.as_deref().map(Chain::named)).filter(|_| shows);
        match &chain {
            None if self.require_client_certificate => return Err(Failure::NoClientCertificate),
            None => {}
            Some(chain) => {
                self.credentials.accept(chain, request.at, notes).map_err(|refusal| match refusal {
                    Refusal::Unknown(reasons) => Failure::Unknown(reasons),
                    refusal => Failure::Certificate(refusal),
                })?;
            }
        }
        // The server's order decides; without a common protocol none is negotiated and the handshake goes on.
        let alpn = self.alpn.iter().find(|protocol| request.alpn.contains(protocol)).cloned();
        let own = self.credentials.shows.as_ref();
        Ok(TlsSession {
            peer: chain.and_then(|chain| chain.uri().map(str::to_owned)),
            local_identity: own.and_then(|own| own.uri().map(str::to_owned)),
            alpn,
        })
    }

    /// Whether clients are asked for a certificate.
    pub fn asks(&self) -> bool {
        self.asks
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
