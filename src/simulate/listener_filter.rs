//! Listener filters: what they read of a connection before a chain is chosen.

use super::asked::Asked;
use super::connection::{Connection, Local, Wire};
use super::http::codec;
use super::request::Request;
use crate::model::envoy::listener::{ListenerFilter, ListenerFilterPredicate};

/// What listener filters made of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inspected {
    /// It goes on.
    Continues,
    /// It is closed, before any chain.
    Closed(&'static str),
}

/// The listener filters that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Reads SNI and ALPN of a TLS handshake.
    TlsInspector,
    /// Tells HTTP from other plaintext.
    HttpInspector,
    /// Restores the address that the connection was going to.
    OriginalDestination,
    /// Reads a PROXY header.
    ProxyProtocol,
    /// Counts or limits; no effect on what is chosen.
    NoEffect,
    /// What it does is not known.
    NotModelled,
}

/// The kind of a listener filter, by the type of its configuration or, in old dumps, by its name.
pub fn kind(type_name: &str) -> Kind {
    let word = type_name.rsplit('.').nth(2).filter(|_| type_name.contains(".v3."));
    match word.unwrap_or(type_name) {
        "tls_inspector" | "envoy.listener.tls_inspector" | "envoy.filters.listener.tls_inspector" => Kind::TlsInspector,
        "http_inspector" | "envoy.listener.http_inspector" | "envoy.filters.listener.http_inspector" => {
            Kind::HttpInspector
        }
        "original_dst" | "envoy.listener.original_dst" | "envoy.filters.listener.original_dst" => {
            Kind::OriginalDestination
        }
        "proxy_protocol" | "envoy.listener.proxy_protocol" | "envoy.filters.listener.proxy_protocol" => {
            Kind::ProxyProtocol
        }
        "original_src" | "connection_balance" | "local_ratelimit" => Kind::NoEffect,
        _ if type_name.ends_with("set_internal_dst_address.v1.Config") => Kind::OriginalDestination,
        _ => Kind::NotModelled,
    }
}

/// The longest request line that `http_inspector` reads.
const MOST_REQUEST_LINE: usize = 64 * 1024;

/// Runs the filters of a listener. `restorable` is the address that the kernel (or the sender) knows as the original
/// destination. What is not modelled goes into `unknown`.
pub fn run(
    filters: &[ListenerFilter],
    connection: &mut Connection,
    asked: &Asked,
    restorable: Option<&Local>,
    unknown: &mut Vec<String>,
) -> Inspected {
    let (request, wire) = (asked.request.as_ref(), asked.wire());
    for filter in filters {
        if filter.filter_disabled.as_ref().is_some_and(|predicate| holds(predicate, connection)) {
            continue;
        }
        let type_name = filter.typed_config.as_ref().map_or(filter.name.as_str(), |config| config.type_name.as_str());
        match kind(type_name) {
            Kind::TlsInspector => inspect_tls(connection, request, wire),
            Kind::HttpInspector => {
                if let Inspected::Closed(why) = inspect_http(connection, request, wire) {
                    return Inspected::Closed(why);
                }
            }
            Kind::OriginalDestination => restore(connection, restorable),
            // Nobody sends a PROXY header in front of a request that is asked about.
            Kind::ProxyProtocol => unknown
                .push(format!("listener filter {} reads a PROXY header, which the request does not say", filter.name)),
            Kind::NoEffect => {}
            Kind::NotModelled => unknown.push(format!("listener filter {} ({type_name}) is not modelled", filter.name)),
        }
    }
    Inspected::Continues
}

/// `filter_disabled`, asked with the local address of the moment. A filter that is disabled by a predicate without a
/// rule is Envoy's to reject.
fn holds(predicate: &ListenerFilterPredicate, connection: &Connection) -> bool {
    if let Some(set) = &predicate.or_match {
        set.rules.iter().any(|rule| holds(rule, connection))
    } else if let Some(set) = &predicate.and_match {
        set.rules.iter().all(|rule| holds(rule, connection))
    } else if let Some(rule) = &predicate.not_match {
        !holds(rule, connection)
    } else if let Some(range) = predicate.destination_port_range {
        connection
            .destination
            .socket()
            .is_some_and(|address| (range.start..range.end).contains(&i32::from(address.port())))
    } else {
        predicate.any_match.unwrap_or(false)
    }
}

fn inspect_tls(connection: &mut Connection, request: &Request, wire: Wire) {
    if wire == Wire::Tls {
        connection.transport_protocol = "tls";
        connection.server_name = request.sni.as_ref().map(|name| name.to_ascii_lowercase());
        connection.application_protocols.clone_from(&request.alpn);
    }
}

/// Looks at plaintext only. Sets the ALPN that HTTP would have: what is no HTTP leaves it alone.
fn inspect_http(connection: &mut Connection, request: &Request, wire: Wire) -> Inspected {
    if connection.transport_protocol == "tls" {
        return Inspected::Continues;
    }
    let protocol = match wire {
        Wire::Http2 => "h2c",
        Wire::Http1 => {
            let line = [request.method.as_str(), request.path.as_str()];
            if line.iter().map(|part| part.chars().count()).sum::<usize>() + "  HTTP/1.1\r\n".len() > MOST_REQUEST_LINE
            {
                return Inspected::Closed("the request line is longer than the http_inspector reads (64 KiB)");
            }
            if !codec::looks_like_http1(&request.method, &request.path) {
                return Inspected::Continues;
            }
            "http/1.1"
        }
        Wire::Tls | Wire::Bytes => return Inspected::Continues,
    };
    connection.application_protocols = vec![protocol.to_owned()];
    Inspected::Continues
}

/// `original_dst`: the address that the kernel redirected from; on an internal listener the one that filter state or
/// the endpoint's metadata name.
fn restore(connection: &mut Connection, restorable: Option<&Local>) {
    if let Local::Internal(_) = connection.destination {
        let state = connection.filter_state.get("envoy.filters.listener.original_dst.local_ip");
        let metadata = connection
            .metadata
            .get("envoy.filters.listener.original_dst")
            .and_then(|fields| fields.get("local"))
            .and_then(|local| local.as_str());
        let restored = state.map(|fact| fact.text.as_str()).or(metadata).and_then(|text| text.parse().ok());
        // What is no address is ignored in silence.
        if let Some(address) = restored {
            connection.restored = true;
            connection.destination = Local::Ip(address);
        }
        let remote = connection.filter_state.get("envoy.filters.listener.original_dst.remote_ip");
        if let Some(address) = remote.and_then(|fact| fact.text.parse::<std::net::SocketAddr>().ok()) {
            connection.source = address.ip();
        }
        return;
    }
    if let Some(local) = restorable {
        connection.destination = local.clone();
        connection.restored = true;
    }
}
