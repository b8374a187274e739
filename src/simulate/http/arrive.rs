//! What the connection manager does to the headers of an arriving request (`ConnectionManagerUtility::
//! mutateRequestHeaders`): connection headers, the client's address, `x-forwarded-*`, `x-envoy-*`, request id.

use std::net::IpAddr;

use super::message::RequestHead;
use crate::base::evidence::Notes;
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::simulate::connection::Connection;
use crate::simulate::matcher::address::networks;
use crate::simulate::runtime::Runtime;

/// Headers that only internal requests may bring along.
const INTERNAL_ONLY: &[&str] = &[
    "x-envoy-expected-rq-timeout-ms",
    "x-envoy-force-trace",
    "x-envoy-hedge-on-per-try-timeout",
    "x-envoy-ip-tags",
    "x-envoy-max-retries",
    "x-envoy-original-url",
    "x-envoy-retriable-header-names",
    "x-envoy-retriable-status-codes",
    "x-envoy-retry-grpc-on",
    "x-envoy-retry-on",
    "x-envoy-upstream-alt-stat-name",
    "x-envoy-upstream-rq-per-try-timeout-ms",
    "x-envoy-upstream-rq-timeout-alt-response",
    "x-envoy-upstream-rq-timeout-ms",
];

/// Headers that nobody outside of the mesh may send.
const EDGE_ONLY: &[&str] = &[
    "x-envoy-decorator-operation",
    "x-envoy-downstream-service-cluster",
    "x-envoy-downstream-service-node",
    "x-envoy-original-host",
    "x-envoy-original-path",
];

/// Whether Envoy takes a header off at the door of a request that is not internal: it is meant for one hop.
pub fn is_internal_only(name: &str) -> bool {
    INTERNAL_ONLY.contains(&name)
}

/// What became known of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client {
    /// Its address.
    pub remote: IpAddr,
    /// Whether the request counts as internal.
    pub internal: bool,
}

/// Changes the headers and tells the client's address.
pub fn arrive(
    head: &mut RequestHead,
    connection: &Connection,
    config: &HttpConnectionManager,
    runtime: &Runtime,
    table_internal_only: &[String],
    notes: &mut Notes,
) -> Client {
    if head.upgrade_type().is_none_or(|upgrade| upgrade == "CONNECT") {
        head.headers.remove("connection");
        head.headers.remove("upgrade");
        // `sanitizeTEHeader`: an empty one stays, and the case of a letter matters.
        let says_trailers = |te: &str| te.split(',').any(|token| token.trim() == "trailers");
        match head.headers.get("te").filter(|te| !te.is_empty()).map(says_trailers) {
            Some(true) => head.headers.set("te", "trailers"),
            Some(false) => {
                head.headers.remove("te");
            }
            None => {}
        }
    }
    for name in ["x-envoy-internal", "keep-alive", "proxy-connection", "transfer-encoding"] {
        head.headers.remove(name);
    }
    if !config.proxy_100_continue {
        // The connection manager answers 100 itself.
        head.headers.remove("expect");
    }
    let scheme = if connection.tls.is_some() { "https" } else { "http" };
    let had_forwarded_for = head.headers.get("x-forwarded-for").map(str::to_owned);
    let (remote, trusted) = client_address(head, connection, config, notes);
    if config.use_remote_address {
        if !config.skip_xff_append {
            append_forwarded_for(head, connection);
        }
        if config.xff_num_trusted_hops == 0 || !head.headers.has("x-forwarded-proto") {
            head.headers.set("x-forwarded-proto", scheme);
        }
        if config.append_x_forwarded_port && (config.xff_num_trusted_hops == 0 || !head.headers.has("x-forwarded-port"))
        {
            set_forwarded_port(head, connection);
        }
    }
    if !head.headers.has("x-forwarded-proto") {
        head.headers.set("x-forwarded-proto", scheme);
    }
    if head.scheme.is_empty() {
        let forwarded = head.headers.get("x-forwarded-proto").map(str::to_ascii_lowercase);
        head.scheme =
            forwarded.filter(|proto| matches!(proto.as_str(), "http" | "https")).unwrap_or_else(|| scheme.to_owned());
    }
    let trusted = if config.use_remote_address { had_forwarded_for.is_none() } else { trusted };
    let internal = trusted && is_internal(remote, config, runtime);
    sanitize(head, config, internal, remote, table_internal_only);
    Client { remote, internal }
}

/// The client's address, and whether it may count as internal.
fn client_address(
    head: &RequestHead,
    connection: &Connection,
    config: &HttpConnectionManager,
    notes: &mut Notes,
) -> (IpAddr, bool) {
    if !config.original_ip_detection_extensions.is_empty() {
        notes.unknown("original_ip_detection_extensions are not modelled");
    }
    let hops = config.xff_num_trusted_hops as usize;
    let forwarded = head.headers.get("x-forwarded-for").unwrap_or_default();
    // `Utility::getLastAddressFromXFF`: a comma at the very end is part of the address, and spoils it.
    let from_right = |index: usize| -> Option<IpAddr> {
        let mut rest = forwarded;
        for _ in 0..index {
            rest = rest.rsplit_once(',')?.0;
        }
        let last = rest.rsplit_once(',').map(|(_, last)| last).filter(|last| !last.is_empty());
        last.unwrap_or(rest).trim().parse().ok()
    };
    let found = match (config.use_remote_address, hops) {
        (true, 0) => None,
        (true, hops) => from_right(hops - 1),
        (false, hops) => from_right(hops),
    };
    let single = !forwarded.contains(',');
    let (remote, trusted) = match found {
        Some(address) => (address, single),
        None => (connection.source, false),
    };
    notes.remark(|| match found {
        Some(address) => format!("client {address}, from x-forwarded-for"),
        None => format!("client {remote}, the peer"),
    });
    (remote, trusted)
}

fn append_forwarded_for(head: &mut RequestHead, connection: &Connection) {
    let peer = if connection.source.is_loopback() {
        connection.destination.ip().unwrap_or(connection.source)
    } else {
        connection.source
    };
    let joined = match head.headers.get("x-forwarded-for") {
        Some(before) if !before.is_empty() => format!("{before},{peer}"),
        _ => peer.to_string(),
    };
    head.headers.set("x-forwarded-for", joined);
}

fn set_forwarded_port(head: &mut RequestHead, connection: &Connection) {
    if let Some(address) = connection.destination.socket() {
        head.headers.set("x-forwarded-port", address.port().to_string());
    }
}

/// Configured ranges; before Envoy 1.33 private addresses by default.
fn is_internal(remote: IpAddr, config: &HttpConnectionManager, runtime: &Runtime) -> bool {
    if let Some(internal) = &config.internal_address_config {
        return networks(&internal.cidr_ranges).iter().any(|range| range.contains(&remote));
    }
    let by_default = !runtime.feature("explicit_internal_address_config", runtime.since(33));
    by_default
        && match remote {
            IpAddr::V4(ip) => ip.is_private() || ip.is_loopback(),
            IpAddr::V6(ip) => ip.is_unique_local() || ip.is_loopback(),
        }
}

fn sanitize(
    head: &mut RequestHead,
    config: &HttpConnectionManager,
    internal: bool,
    remote: IpAddr,
    table_internal_only: &[String],
) {
    let edge = !internal && config.use_remote_address;
    if internal {
        head.headers.set("x-envoy-internal", "true");
    } else {
        if edge {
            for name in EDGE_ONLY {
                head.headers.remove(name);
            }
        }
        for name in INTERNAL_ONLY {
            head.headers.remove(name);
        }
        for name in table_internal_only {
            head.headers.remove(&name.to_ascii_lowercase());
        }
    }
    if !config.via.is_empty() {
        let via =
            head.headers.get("via").map_or_else(|| config.via.clone(), |before| format!("{before}, {}", config.via));
        head.headers.set("via", via);
    }
    if edge {
        head.headers.set("x-envoy-external-address", remote.to_string());
    }
    if config.generate_request_id.unwrap_or(true) {
        let fresh = !config.preserve_external_request_id && edge;
        if fresh || !head.headers.has("x-request-id") {
            head.headers.set("x-request-id", "*");
        }
    }
}
