//! Secrets: certificates and validation contexts, without private keys.

use serde::Deserialize;

use super::tls::{TlsCertificate, ValidationContext};

/// `transport_sockets.tls.v3.Secret`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Secret {
    /// Name.
    pub name: String,
    /// A certificate chain.
    pub tls_certificate: Option<TlsCertificate>,
    /// Root certificates and names.
    pub validation_context: Option<ValidationContext>,
    /// Another secret; its value is redacted.
    pub generic_secret: Option<serde_json::Map<String, serde_json::Value>>,
    /// Ticket keys; redacted.
    pub session_ticket_keys: Option<serde_json::Map<String, serde_json::Value>>,
}
