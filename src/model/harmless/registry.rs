//! The reasons, with the messages and fields for which each holds.

use super::fields::{
    ACCEPTING, BALANCING, BOOTSTRAP, BUFFERS, CERTIFICATES, CONNECTION_ENDS, CONNECTION_LIMIT, COPIES, DNS, ENDPOINTS,
    EXT_PROC, FAULT, HEALTH, HTTP2, INTERNAL_REDIRECTS, JWT, LIMITS, LOGS, LUA, POOLS, PROXY_PROTOCOL, RBAC, RETRIES,
    ROUTER, SERVICES, SOCKETS, SOURCES, TLS, UPSTREAM_HTTP,
};
use super::ztunnel;

/// Fields that cannot change a decision, for one reason.
pub(super) struct Harmless {
    /// The message that is decoded, or the beginning of its name; empty for any.
    pub(super) message: &'static str,
    /// Ends of field paths.
    pub(super) fields: &'static [&'static str],
    /// Why.
    pub(super) reason: &'static str,
}

const fn harmless(message: &'static str, reason: &'static str, fields: &'static [&'static str]) -> Harmless {
    Harmless { message, fields, reason }
}

pub(super) const HARMLESS: &[Harmless] = &[
    harmless("", "names the message", &["@type"]),
    harmless("", "RE2 is the only engine", &["google_re2"]),
    harmless("", "logs, counts or traces", LOGS),
    harmless("", "where an object comes from; the dump holds what came", SOURCES),
    harmless("", "how a socket is bound and tuned", SOCKETS),
    harmless("", "limits buffers and bodies, which are not traced", BUFFERS),
    harmless("", "when connections end that are open already", CONNECTION_ENDS),
    harmless("", "how fast a request is tried again, and when for a header of the answer", RETRIES),
    harmless("", "concerns the copy of the request only", COPIES),
    harmless("BootstrapEntry", "concerns the process, not a request", BOOTSTRAP),
    harmless("ClusterEntry", "when endpoints are checked or ejected; the dump's hosts show whether they are", HEALTH),
    harmless("ClusterEntry", "how often names are resolved; the dump's hosts show what was found", DNS),
    harmless("ClusterEntry", "weighs endpoints that are one outcome", BALANCING),
    harmless("ClusterEntry", "how connections are pooled", POOLS),
    harmless("", "describes endpoints, and chooses none", ENDPOINTS),
    harmless("ListenerEntry", "when connections are taken, not whether", ACCEPTING),
    harmless("ListenerEntry", "UDP is not traced", &["udp_listener_config", "udp_listener_config.*"]),
    harmless("ListenerEntry", "never implemented by Envoy", &["filter_chain_match.suffix_len"]),
    harmless("", "HTTP/2 and HTTP/3 flow control and limits against floods", HTTP2),
    harmless("", "spelling of header names on an HTTP/1 wire", &["header_key_format", "send_fully_qualified_url"]),
    harmless(
        "",
        "trailers are not traced",
        &["enable_trailers", "request_trailers_mutations", "response_trailers_mutations"],
    ),
    harmless("", "answers of upstreams are the application's", &["max_response_headers_kb", "max_internal_redirects"]),
    harmless("", "redirects of upstreams are the application's", INTERNAL_REDIRECTS),
    harmless(
        "",
        "0-RTT and early data need a resumed session",
        &["early_data_policy", "reject_connect_request_early_data"],
    ),
    harmless("", "the route's limits count either way, and forks stand for them", &["include_vh_rate_limits"]),
    harmless("envoy.extensions.filters.", "what the service is told and how; its answer is a fork", SERVICES),
    harmless("envoy.config.filter.", "what the service is told and how; its answer is a fork", SERVICES),
    harmless("envoy.extensions.filters.http.ext_proc.", "how the service is asked; its answer is a fork", EXT_PROC),
    harmless("", "a file is watched for changes; the dump holds its value", &["watched_directory"]),
    harmless("", "a client's certificate is taken as valid; only its names are checked", CERTIFICATES),
    harmless("", "the key never leaves the collector", &["private_key", "private_key_provider", "password", "pkcs12"]),
    harmless("", "ciphers and curves that two TLS stacks agree on anyway", TLS),
    harmless("envoy.extensions.filters.http.lua.", "what scripts share; scripts are shown, not run", LUA),
    harmless("envoy.extensions.filters.http.jwt_authn.", "notes for other filters and caches", JWT),
    harmless("envoy.extensions.filters.", "notes and counts, or concerns what comes after the first bytes", RBAC),
    harmless("envoy.extensions.filters.http.fault.", "slows answers down", FAULT),
    harmless("envoy.extensions.filters.http.health_check.", "caches the answer", &["cache_time"]),
    harmless("envoy.extensions.filters.http.", "a limit that a fork stands for", LIMITS),
    harmless("envoy.extensions.filters.network.connection_limit.", "a limit that a fork stands for", CONNECTION_LIMIT),
    harmless("envoy.extensions.filters.network.local_ratelimit.", "a limit that a fork stands for", CONNECTION_LIMIT),
    harmless("", "how the router observes", ROUTER),
    harmless("envoy.extensions.transport_sockets.proxy_protocol.", "a PROXY header in front of the bytes", &["config"]),
    harmless("", "a PROXY header in front of the bytes", PROXY_PROTOCOL),
    harmless(
        "envoy.extensions.filters.network.tcp_proxy.",
        "chooses among endpoints that are one outcome",
        &["hash_policy"],
    ),
    harmless("envoy.extensions.upstreams.http.", "concerns answers and later tries", UPSTREAM_HTTP),
    harmless("ztunnel config", "concerns the process, not a connection", ztunnel::PROCESS),
    harmless("ztunnel version", "concerns the process, not a connection", ztunnel::BUILD),
    harmless("ztunnel workload", "names for logs and metrics", ztunnel::NAMES),
];
