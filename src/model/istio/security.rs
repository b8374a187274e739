//! Peer and request authentication, and authorization: what they are for and what they ask.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::selector::{TargetReference, WorkloadSelector};

/// `spec` of a `PeerAuthentication`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PeerAuthenticationSpec {
    /// The workloads it is for.
    pub selector: Option<WorkloadSelector>,
    /// The mode of all ports.
    pub mtls: Option<MutualTls>,
    /// Modes of single ports.
    pub port_level_mtls: BTreeMap<String, MutualTls>,
}

/// `mtls`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MutualTls {
    /// The mode.
    pub mode: MutualTlsMode,
}

/// `mtls.mode`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum MutualTlsMode {
    /// As the next wider policy says; nothing wider is `PERMISSIVE`.
    #[default]
    Unset,
    /// Plaintext only.
    Disable,
    /// Both.
    Permissive,
    /// Mutual TLS only.
    Strict,
}

impl From<String> for MutualTlsMode {
    fn from(name: String) -> Self {
        match name.as_str() {
            "DISABLE" => Self::Disable,
            "PERMISSIVE" => Self::Permissive,
            "STRICT" => Self::Strict,
            _ => Self::Unset,
        }
    }
}

/// `spec` of a `RequestAuthentication`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RequestAuthenticationSpec {
    /// The workloads it is for.
    pub selector: Option<WorkloadSelector>,
    /// Or one object it is for.
    pub target_ref: Option<TargetReference>,
    /// Or several.
    pub target_refs: Vec<TargetReference>,
    /// Issuers.
    pub jwt_rules: Vec<JwtRule>,
}

/// `jwtRules[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct JwtRule {
    /// Issuer.
    pub issuer: String,
    /// Keys.
    pub jwks: String,
    /// Where to get keys.
    pub jwks_uri: String,
}

/// `spec` of an `AuthorizationPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AuthorizationPolicySpec {
    /// The workloads it is for.
    pub selector: Option<WorkloadSelector>,
    /// Or one object it is for.
    pub target_ref: Option<TargetReference>,
    /// Or several.
    pub target_refs: Vec<TargetReference>,
    /// `ALLOW` (the default), `DENY`, `AUDIT`, `CUSTOM`.
    pub action: String,
    /// Rules, as they are written.
    pub rules: Vec<Value>,
}
