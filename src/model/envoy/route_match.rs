//! What a route matches.

use serde::Deserialize;

use super::listener::Empty;
use super::scalar::RuntimeFraction;
use super::string_match::{
    CookieMatcher, Extension, FilterStateMatcher, HeaderMatcher, MetadataMatcher, QueryParameterMatcher, RegexMatcher,
};

/// `route.v3.RouteMatch`: one of the path specifiers is set; the other conditions must all hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteMatch {
    /// Beginning of the path.
    pub prefix: Option<String>,
    /// The whole path.
    pub path: Option<String>,
    /// RE2, the whole path.
    pub safe_regex: Option<RegexMatcher>,
    /// API v2: a regular expression.
    #[serde(alias = "hidden_envoy_deprecated_regex")]
    pub regex: Option<String>,
    /// CONNECT requests.
    pub connect_matcher: Option<Empty>,
    /// Beginning of the path, up to a slash or the end.
    pub path_separated_prefix: Option<String>,
    /// A URI template or another extension.
    pub path_match_policy: Option<Extension>,
    /// Absent is true.
    pub case_sensitive: Option<bool>,
    /// A share of the requests.
    pub runtime_fraction: Option<RuntimeFraction>,
    /// All must match.
    pub headers: Vec<HeaderMatcher>,
    /// All must match.
    pub query_parameters: Vec<QueryParameterMatcher>,
    /// All must match.
    pub cookies: Vec<CookieMatcher>,
    /// gRPC requests only.
    pub grpc: Option<Empty>,
    /// State of the client's certificate.
    pub tls_context: Option<TlsContextMatch>,
    /// All must match.
    pub dynamic_metadata: Vec<MetadataMatcher>,
    /// All must match.
    pub filter_state: Vec<FilterStateMatcher>,
}

/// `RouteMatch.TlsContextMatchOptions`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct TlsContextMatch {
    /// The client presented a certificate.
    pub presented: Option<bool>,
    /// It was validated.
    pub validated: Option<bool>,
}
