//! The word for how a request ended, from what the log says.

use super::client::Trouble;
use crate::support::agreement::Observed;

/// Response code details, by a part of them.
const BY_DETAILS: [(&str, &str); 21] = [
    ("rbac_access_denied", "rbac_denied"),
    ("jwt_authn_access_denied", "jwt_denied"),
    ("fault_filter_abort", "fault_abort"),
    ("cors_response", "cors_preflight"),
    ("ext_authz", "ext_authz_denied"),
    ("local_rate_limited", "rate_limited"),
    ("cluster_not_found", "no_cluster"),
    ("no_healthy_upstream", "no_host"),
    ("route_not_found", "no_route"),
    ("upgrade_failed", "upgrade_refused"),
    ("via_upstream", "forwarded"),
    ("websocket_handshake", "forwarded"),
    ("codec_error", "bad_request"),
    ("missing_host", "bad_request"),
    ("path_", "bad_request"),
    ("query_missing", "bad_request"),
    ("unexpected_underscore", "bad_request"),
    ("low_version", "bad_request"),
    ("headers_too_large", "bad_request"),
    ("too_many_headers", "bad_request"),
    ("invalid_", "bad_request"),
];

/// The word.
pub(crate) fn disposition(observed: &Observed, tls_failed: bool, trouble: Option<Trouble>) -> &'static str {
    let end = &observed.end;
    let details = end.details.as_deref().unwrap_or_default();
    if let Some((_, word)) = BY_DETAILS.iter().find(|(part, _)| details.contains(part)) {
        return word;
    }
    if details == "direct_response" {
        return if observed.response.headers.contains_key("location") { "redirect" } else { "direct_response" };
    }
    if observed.close.as_deref().is_some_and(|close| close.contains("rbac_access_denied")) {
        return "rbac_denied";
    }
    let has = |flag: &str| end.flags.contains(flag);
    if has("NR") {
        return if observed.chain.is_none() { "no_chain" } else { "no_route" };
    }
    if has("NC") {
        return "no_cluster";
    }
    if has("UH") {
        return "no_host";
    }
    if end.flags.iter().any(|flag| flag.starts_with('U')) {
        return "upstream_failed";
    }
    if tls_failed && trouble.is_some() {
        return "tls_failed";
    }
    match observed.kind.as_str() {
        "tcp" if observed.upstream.is_some() => "tcp_forwarded",
        "tcp" => "tcp_closed",
        _ if tls_failed => "tls_failed",
        "conn" if observed.chain.is_some() && trouble == Some(Trouble::Tls) => "tls_failed",
        "conn" if observed.chain.is_some() => "other_terminal",
        "http" => "other",
        _ => "closed",
    }
}
