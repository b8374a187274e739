//! `jwt_authn.v3` as it stands in the configuration.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::model::envoy::listener::Empty;
use crate::model::envoy::route_match::RouteMatch;
use crate::model::envoy::scalar::ProtoDuration;
use crate::model::envoy::string_match::{PathSegment, StringMatcher};
use crate::model::envoy::tls::DataSource;

/// `JwtAuthentication`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Config {
    /// Providers by name.
    pub providers: BTreeMap<String, Provider>,
    /// The first rule that matches decides.
    pub rules: Vec<Rule>,
    /// Requirements by filter state.
    pub filter_state_rules: Option<Map<String, Value>>,
    /// CORS preflights need no token.
    pub bypass_cors_preflight: bool,
    /// Requirements by name.
    pub requirement_map: BTreeMap<String, Requirement>,
    /// A denial says nothing of its reason.
    pub strip_failure_response: bool,
}

/// `JwtProvider`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "Envoy's own switches")]
pub(super) struct Provider {
    /// Who must have issued the token; empty: anybody.
    pub issuer: String,
    /// Whom it must be for, any of these; empty: anybody.
    pub audiences: Vec<String>,
    /// Whom it must be about.
    pub subjects: Option<StringMatcher>,
    /// A token without expiry is refused.
    pub require_expiration: bool,
    /// Longest lifetime.
    pub max_lifetime: Option<ProtoDuration>,
    /// Keys that are fetched.
    pub remote_jwks: Option<Map<String, Value>>,
    /// Keys that stand here.
    pub local_jwks: Option<DataSource>,
    /// The token stays in the request.
    pub forward: bool,
    /// Headers that may bring it.
    pub from_headers: Vec<FromHeader>,
    /// Query parameters that may bring it.
    pub from_params: Vec<String>,
    /// Cookies that may bring it.
    pub from_cookies: Vec<String>,
    /// Header that gets the payload.
    pub forward_payload_header: String,
    /// It gets it with padding.
    pub pad_forward_payload_header: bool,
    /// Metadata key that gets the payload.
    pub payload_in_metadata: String,
    /// Claims that are split into lists.
    pub normalize_payload_in_metadata: Normalize,
    /// Seconds; 0 is 60.
    pub clock_skew_seconds: u32,
    /// Headers that get claims.
    pub claim_to_headers: Vec<ClaimToHeader>,
    /// The route is chosen again.
    pub clear_route_cache: bool,
}

/// `JwtProvider.NormalizePayload`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Normalize {
    /// Claims whose text is split at spaces.
    pub space_delimited_claims: Vec<String>,
}

/// `JwtHeader`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct FromHeader {
    /// Header.
    pub name: String,
    /// What stands before the token.
    pub value_prefix: String,
}

/// `JwtClaimToHeader`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ClaimToHeader {
    /// Header.
    pub header_name: String,
    /// Claim; dots lead into objects.
    pub claim_name: String,
    /// Claim by path.
    pub claim_path: Vec<PathSegment>,
}

/// `RequirementRule`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Rule {
    /// Which requests.
    #[serde(rename = "match")]
    pub matches: RouteMatch,
    /// What they need; nothing lets them pass.
    pub requires: Option<Requirement>,
    /// The same by name.
    pub requirement_name: String,
}

/// `JwtRequirement`: one of the fields is set; none lets everything pass.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Requirement {
    /// A token of this provider.
    pub provider_name: Option<String>,
    /// The same, for other audiences.
    pub provider_and_audiences: Option<ProviderAndAudiences>,
    /// Any of several.
    pub requires_any: Option<Requirements>,
    /// All of several.
    pub requires_all: Option<Requirements>,
    /// Everything passes.
    pub allow_missing_or_failed: Option<Empty>,
    /// A request without token passes.
    pub allow_missing: Option<Empty>,
    /// Claims are read, nothing is checked.
    pub extract_only_without_validation: Option<Map<String, Value>>,
}

/// `ProviderWithAudiences`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ProviderAndAudiences {
    /// Provider.
    pub provider_name: String,
    /// Audiences.
    pub audiences: Vec<String>,
}

/// `JwtRequirementOrList` and `JwtRequirementAndList`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Requirements {
    /// The requirements.
    pub requirements: Vec<Requirement>,
}

/// `PerRouteConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PerRoute {
    /// No token is needed.
    pub disabled: bool,
    /// A requirement of the map.
    pub requirement_name: String,
}
