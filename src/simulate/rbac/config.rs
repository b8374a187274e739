//! `config.rbac.v3` as it stands in the configuration.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::envoy::address::CidrRange;
use crate::model::envoy::listener::Int32Range;
use crate::model::envoy::matcher_tree::Matcher;
use crate::model::envoy::string_match::{Extension, FilterStateMatcher, HeaderMatcher, MetadataMatcher, StringMatcher};

/// The HTTP or network RBAC filter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Enforced.
    pub rules: Option<Rules>,
    /// Enforced, as a matcher tree.
    pub matcher: Option<Matcher>,
    /// Only noted.
    pub shadow_rules: Option<Rules>,
    /// Only noted, as a matcher tree.
    pub shadow_matcher: Option<Matcher>,
    /// In front of the names under which shadow results are noted.
    pub shadow_rules_stat_prefix: String,
}

/// `RBACPerRoute`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PerRoute {
    /// Replaces the filter's rules; absent switches it off.
    pub rbac: Option<Filter>,
}

/// `RBAC`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// What happens to a request that a policy matches.
    pub action: Action,
    /// Policies by name; Envoy tries them in the order of their names.
    pub policies: BTreeMap<String, Policy>,
}

/// `RBAC.Action`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Action {
    /// What no policy matches is denied.
    #[default]
    Allow,
    /// What a policy matches is denied.
    Deny,
    /// Nothing is denied.
    Log,
}

impl From<String> for Action {
    fn from(name: String) -> Self {
        match name.as_str() {
            "DENY" => Self::Deny,
            "LOG" => Self::Log,
            _ => Self::Allow,
        }
    }
}

impl Action {
    /// Envoy's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "ALLOW",
            Self::Deny => "DENY",
            Self::Log => "LOG",
        }
    }
}

/// `Policy`: any permission and any principal.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// What is done.
    pub permissions: Vec<Permission>,
    /// Who does it.
    pub principals: Vec<Principal>,
    /// A CEL expression that must hold too.
    pub condition: Option<serde_json::Map<String, serde_json::Value>>,
    /// A checked CEL expression.
    pub checked_condition: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `Permission`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Permission {
    /// All of them.
    pub and_rules: Option<PermissionSet>,
    /// Any of them.
    pub or_rules: Option<PermissionSet>,
    /// Everything.
    pub any: Option<bool>,
    /// A header.
    pub header: Option<HeaderMatcher>,
    /// The path.
    pub url_path: Option<PathMatcher>,
    /// The destination address.
    pub destination_ip: Option<CidrRange>,
    /// The destination port.
    pub destination_port: Option<u32>,
    /// The destination port, in `[start, end)`.
    pub destination_port_range: Option<Int32Range>,
    /// Metadata.
    pub metadata: Option<MetadataMatcher>,
    /// Metadata of the stream or the route.
    pub sourced_metadata: Option<SourcedMetadata>,
    /// Not this one.
    pub not_rule: Option<Box<Permission>>,
    /// The SNI.
    pub requested_server_name: Option<StringMatcher>,
    /// An extension decides.
    pub matcher: Option<Extension>,
    /// The path, as a URI template.
    pub uri_template: Option<Extension>,
}

/// `Permission.Set`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PermissionSet {
    /// The permissions.
    pub rules: Vec<Permission>,
}

/// `type.matcher.v3.PathMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PathMatcher {
    /// The path without query.
    pub path: StringMatcher,
}

/// `SourcedMetadata`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SourcedMetadata {
    /// The condition.
    pub metadata_matcher: MetadataMatcher,
    /// `DYNAMIC` (default) or `ROUTE`.
    pub metadata_source: String,
}

/// `Principal`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Principal {
    /// All of them.
    pub and_ids: Option<PrincipalSet>,
    /// Any of them.
    pub or_ids: Option<PrincipalSet>,
    /// Everybody.
    pub any: Option<bool>,
    /// By TLS.
    pub authenticated: Option<Authenticated>,
    /// The source address of the connection.
    pub source_ip: Option<CidrRange>,
    /// The address of the peer itself.
    pub direct_remote_ip: Option<CidrRange>,
    /// The client's address, as `x-forwarded-for` tells it.
    pub remote_ip: Option<CidrRange>,
    /// A header.
    pub header: Option<HeaderMatcher>,
    /// The path.
    pub url_path: Option<PathMatcher>,
    /// Metadata.
    pub metadata: Option<MetadataMatcher>,
    /// Metadata of the stream or the route.
    pub sourced_metadata: Option<SourcedMetadata>,
    /// Filter state.
    pub filter_state: Option<FilterStateMatcher>,
    /// Not this one.
    pub not_id: Option<Box<Principal>>,
    /// An extension decides.
    pub custom: Option<Extension>,
}

/// `Principal.Set`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PrincipalSet {
    /// The principals.
    pub ids: Vec<Principal>,
}

/// `Principal.Authenticated`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Authenticated {
    /// A name of the client's certificate; absent: any TLS connection.
    pub principal_name: Option<StringMatcher>,
}
