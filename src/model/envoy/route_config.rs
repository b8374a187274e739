//! Route tables, virtual hosts and routes.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::any::TypedConfig;
use super::matcher_tree::Matcher;
use super::metadata::Metadata;
use super::route_action::{DirectResponse, MirrorPolicy, Redirect, RetryPolicy, RouteAction};
use super::route_match::RouteMatch;

/// `route.v3.RouteConfiguration`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteConfiguration {
    /// Name; inline tables may have none.
    pub name: String,
    /// The virtual hosts.
    pub virtual_hosts: Vec<VirtualHost>,
    /// Further virtual hosts come on demand, which a dump may not show.
    pub vhds: Option<serde_json::Map<String, serde_json::Value>>,
    /// Headers added to every request.
    pub request_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from every request.
    pub request_headers_to_remove: Vec<String>,
    /// Headers added to every response.
    pub response_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from every response.
    pub response_headers_to_remove: Vec<String>,
    /// Removed from requests that are not internal.
    pub internal_only_headers: Vec<String>,
    /// Header operations run table first, route last, so that the route wins.
    pub most_specific_header_mutations_wins: bool,
    /// A route to an unknown cluster rejects the table.
    pub validate_clusters: Option<bool>,
    /// Mirrors of virtual hosts that have none of their own.
    pub request_mirror_policies: Vec<MirrorPolicy>,
    /// The host's port does not count when the virtual host is chosen.
    pub ignore_port_in_host_matching: bool,
    /// `;…` does not count when paths are matched.
    pub ignore_path_parameters_in_path_matching: bool,
    /// Filter configuration for the whole table, by filter name.
    pub typed_per_filter_config: BTreeMap<String, TypedConfig>,
    /// The virtual host is chosen by this header instead of the host.
    pub vhost_header: String,
    /// Route by plugins.
    pub cluster_specifier_plugins: Vec<serde_json::Map<String, serde_json::Value>>,
}

/// `route.v3.VirtualHost`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct VirtualHost {
    /// Name.
    pub name: String,
    /// Hosts: exact, `*.suffix`, `prefix.*` or `*`.
    pub domains: Vec<String>,
    /// Routes; the first that matches wins.
    pub routes: Vec<Route>,
    /// Routes as a matcher tree, instead of `routes`.
    pub matcher: Option<Matcher>,
    /// `NONE`, `EXTERNAL_ONLY` or `ALL`: plaintext requests are redirected to https.
    pub require_tls: RequireTls,
    /// Headers added to requests.
    pub request_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from requests.
    pub request_headers_to_remove: Vec<String>,
    /// Headers added to responses.
    pub response_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from responses.
    pub response_headers_to_remove: Vec<String>,
    /// Filter configuration, by filter name.
    pub typed_per_filter_config: BTreeMap<String, TypedConfig>,
    /// Adds `x-envoy-attempt-count` to requests.
    pub include_request_attempt_count: bool,
    /// Adds `x-envoy-attempt-count` to responses.
    pub include_attempt_count_in_response: bool,
    /// Retries of routes that have no policy of their own.
    pub retry_policy: Option<RetryPolicy>,
    /// Mirrors of routes that have none of their own.
    pub request_mirror_policies: Vec<MirrorPolicy>,
    /// What a rate limit filter counts.
    pub rate_limits: Vec<serde_json::Map<String, serde_json::Value>>,
    /// API v2/v3: the CORS policy before it moved to the filter.
    pub cors: Option<serde_json::Map<String, serde_json::Value>>,
    /// Marks.
    pub metadata: Metadata,
}

/// `VirtualHost.TlsRequirementType`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum RequireTls {
    /// Plaintext is fine.
    #[default]
    None,
    /// Plaintext is fine for internal requests.
    ExternalOnly,
    /// Plaintext is redirected.
    All,
}

impl From<String> for RequireTls {
    fn from(name: String) -> Self {
        match name.as_str() {
            "EXTERNAL_ONLY" => Self::ExternalOnly,
            "ALL" => Self::All,
            _ => Self::None,
        }
    }
}

/// `route.v3.Route`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Route {
    /// Name: `http[].name` of a VirtualService.
    pub name: String,
    /// What it matches.
    #[serde(rename = "match")]
    pub matches: RouteMatch,
    /// Sends the request to a cluster.
    pub route: Option<RouteAction>,
    /// Answers with a redirect.
    pub redirect: Option<Redirect>,
    /// Answers.
    pub direct_response: Option<DirectResponse>,
    /// Leaves the answer to a filter.
    pub filter_action: Option<serde_json::Map<String, serde_json::Value>>,
    /// Matches only; used where Envoy does not forward.
    pub non_forwarding_action: Option<super::listener::Empty>,
    /// Marks.
    pub metadata: Metadata,
    /// Tracing.
    pub decorator: Decorator,
    /// Filter configuration, by filter name.
    pub typed_per_filter_config: BTreeMap<String, TypedConfig>,
    /// Headers added to requests.
    pub request_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from requests.
    pub request_headers_to_remove: Vec<String>,
    /// Headers added to responses.
    pub response_headers_to_add: Vec<HeaderOption>,
    /// Headers removed from responses.
    pub response_headers_to_remove: Vec<String>,
}

/// `route.v3.Decorator`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Decorator {
    /// Name of the span: istiod writes `HOST:PORT/PATH`.
    pub operation: String,
    /// Whether `x-envoy-decorator-operation` goes upstream.
    pub propagate: Option<bool>,
}

/// `core.v3.HeaderValueOption`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HeaderOption {
    /// Name and value.
    pub header: HeaderValue,
    /// Old form of `append_action`; absent is true.
    pub append: Option<bool>,
    /// What to do where the header is there already.
    pub append_action: AppendAction,
    /// An empty value is kept.
    pub keep_empty_value: bool,
}

/// `core.v3.HeaderValue`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HeaderValue {
    /// Name.
    pub key: String,
    /// Value, with `%COMMANDS%`.
    pub value: String,
    /// Value as base64.
    pub raw_value: String,
}

/// `HeaderValueOption.HeaderAppendAction`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum AppendAction {
    /// One more line.
    #[default]
    AppendIfExistsOrAdd,
    /// Only where it is missing.
    AddIfAbsent,
    /// Instead of what is there.
    OverwriteIfExistsOrAdd,
    /// Only instead of what is there.
    OverwriteIfExists,
}

impl From<String> for AppendAction {
    fn from(name: String) -> Self {
        match name.as_str() {
            "ADD_IF_ABSENT" => Self::AddIfAbsent,
            "OVERWRITE_IF_EXISTS_OR_ADD" => Self::OverwriteIfExistsOrAdd,
            "OVERWRITE_IF_EXISTS" => Self::OverwriteIfExists,
            _ => Self::AppendIfExistsOrAdd,
        }
    }
}

impl HeaderOption {
    /// The action, with the old `append: false` taken into account.
    pub fn action(&self) -> AppendAction {
        if self.append == Some(false) { AppendAction::OverwriteIfExistsOrAdd } else { self.append_action }
    }
}
