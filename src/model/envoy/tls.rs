//! Transport sockets and TLS contexts.

use serde::Deserialize;

use super::super::any::TypedConfig;
use super::string_match::StringMatcher;

/// Message types of a TLS context for connections that Envoy accepts.
pub const DOWNSTREAM_TLS: &[&str] =
    &["envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext", "envoy.api.v2.auth.DownstreamTlsContext"];

/// Message types of a TLS context for connections that Envoy opens.
pub const UPSTREAM_TLS: &[&str] =
    &["envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext", "envoy.api.v2.auth.UpstreamTlsContext"];

/// `core.v3.TransportSocket`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TransportSocket {
    /// Name.
    pub name: String,
    /// Configuration.
    pub typed_config: Option<TypedConfig>,
}

/// `DownstreamTlsContext`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DownstreamTlsContext {
    /// Certificates, validation, ALPN.
    pub common_tls_context: CommonTlsContext,
    /// The client must present a certificate.
    pub require_client_certificate: bool,
    /// The client must name a server.
    pub require_sni: bool,
}

/// `UpstreamTlsContext`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct UpstreamTlsContext {
    /// Certificates, validation, ALPN.
    pub common_tls_context: CommonTlsContext,
    /// Server name to ask for.
    pub sni: String,
    /// The server name is the endpoint's host name.
    pub auto_host_sni: bool,
    /// The server's certificate must name the SNI.
    pub auto_sni_san_validation: bool,
}

/// `CommonTlsContext`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CommonTlsContext {
    /// Inline certificates.
    pub tls_certificates: Vec<TlsCertificate>,
    /// Certificates by secret.
    pub tls_certificate_sds_secret_configs: Vec<SdsSecret>,
    /// Inline validation.
    pub validation_context: Option<ValidationContext>,
    /// Validation by secret.
    pub validation_context_sds_secret_config: Option<SdsSecret>,
    /// Both together.
    pub combined_validation_context: Option<CombinedValidationContext>,
    /// Protocols offered or accepted.
    pub alpn_protocols: Vec<String>,
    /// Versions.
    pub tls_params: TlsParameters,
    /// A certificate selector that is not modelled.
    pub custom_tls_certificate_selector: Option<super::string_match::Extension>,
}

/// `TlsParameters`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TlsParameters {
    /// Lowest version.
    pub tls_minimum_protocol_version: String,
    /// Highest version.
    pub tls_maximum_protocol_version: String,
}

/// `SdsSecretConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SdsSecret {
    /// Name of the secret.
    pub name: String,
}

/// `CombinedCertificateValidationContext`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CombinedValidationContext {
    /// The static part.
    pub default_validation_context: ValidationContext,
    /// The part by secret: usually the root certificates.
    pub validation_context_sds_secret_config: Option<SdsSecret>,
}

/// `CertificateValidationContext`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ValidationContext {
    /// Root certificates.
    pub trusted_ca: Option<DataSource>,
    /// Any of these must match a name of the peer, by type of name.
    pub match_typed_subject_alt_names: Vec<SubjectAltNameMatcher>,
    /// Any of these must match a name of the peer.
    pub match_subject_alt_names: Vec<StringMatcher>,
    /// API v2: any of these must be a name of the peer.
    #[serde(alias = "hidden_envoy_deprecated_verify_subject_alt_name")]
    pub verify_subject_alt_name: Vec<String>,
    /// Hashes of accepted certificates.
    pub verify_certificate_hash: Vec<String>,
    /// Hashes of accepted keys.
    pub verify_certificate_spki: Vec<String>,
    /// `ACCEPT_UNTRUSTED` lets everybody in.
    pub trust_chain_verification: String,
    /// Expired certificates are accepted.
    pub allow_expired_certificate: bool,
    /// The roots of the operating system.
    pub system_root_certs: Option<super::listener::Empty>,
    /// Another validator, such as SPIFFE trust bundles.
    pub custom_validator_config: Option<super::string_match::Extension>,
}

/// `SubjectAltNameMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SubjectAltNameMatcher {
    /// `URI`, `DNS`, `EMAIL`, `IP_ADDRESS`, `OTHER_NAME`.
    pub san_type: String,
    /// What the name must be.
    pub matcher: StringMatcher,
}

/// `TlsCertificate`, without the private key, which never enters the model.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TlsCertificate {
    /// The chain, leaf first.
    pub certificate_chain: Option<DataSource>,
}

/// `core.v3.DataSource`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DataSource {
    /// A file of the proxy.
    pub filename: String,
    /// Base64.
    pub inline_bytes: String,
    /// Text.
    pub inline_string: String,
    /// An environment variable of the proxy.
    pub environment_variable: String,
}
