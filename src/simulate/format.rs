//! Envoy's format strings (`%REQ(:AUTHORITY)%`), as far as a request determines their values.

use super::connection::Connection;
use super::http::message::RequestHead;
use super::matcher::metadata::descend;

/// What a format string may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    connection: &'a Connection,
    request: Option<&'a RequestHead>,
    /// `HTTP/1.1` or `HTTP/2`.
    protocol: &'a str,
    route_name: &'a str,
}

impl<'a> Source<'a> {
    /// A connection, before HTTP.
    pub fn of_connection(connection: &'a Connection) -> Self {
        Self { connection, request: None, protocol: "", route_name: "" }
    }

    /// A request.
    pub fn of_request(
        connection: &'a Connection,
        request: &'a RequestHead,
        protocol: &'a str,
        route_name: &'a str,
    ) -> Self {
        Self { connection, request: Some(request), protocol, route_name }
    }
}

/// Fills a format string. `missing` stands for values that are not there.
///
/// # Errors
/// The first command that is not modelled.
pub fn fill(format: &str, source: &Source, missing: &str) -> Result<String, String> {
    let mut result = String::with_capacity(format.len());
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        result.push_str(before);
        if let Some(after) = after.strip_prefix('%') {
            result.push('%');
            rest = after;
            continue;
        }
        let Some((command, after)) = after.split_once('%') else {
            result.push('%');
            rest = after;
            break;
        };
        match value(command, source)? {
            Some(value) => result.push_str(&value),
            None => result.push_str(missing),
        }
        rest = after;
    }
    result.push_str(rest);
    Ok(result)
}

/// The value of one command; `Ok(None)` where it is not there.
fn value(command: &str, source: &Source) -> Result<Option<String>, String> {
    let (name, argument, length) = parse(command);
    let connection = source.connection;
    let tls = connection.tls.as_ref();
    let value = match name {
        "REQ" | "REQUEST_HEADER" => {
            let Some(request) = source.request else {
                return Ok(None);
            };
            let (first, second) = argument.split_once('?').unwrap_or((argument, ""));
            let get = |name: &str| request.values(&name.to_ascii_lowercase()).first().map(|value| (*value).to_owned());
            get(first).or_else(|| get(second))
        }
        "DOWNSTREAM_LOCAL_ADDRESS" => Some(connection.destination.to_string()),
        "DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT" => connection.destination.ip().map(|ip| ip.to_string()),
        "DOWNSTREAM_LOCAL_PORT" => connection.destination.socket().map(|address| address.port().to_string()),
        // The port of the sender is never known; 0 stands for it.
        "DOWNSTREAM_REMOTE_ADDRESS" => Some(std::net::SocketAddr::new(connection.source, 0).to_string()),
        "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT" => Some(connection.source.to_string()),
        "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT" => Some(connection.direct_source.to_string()),
        "DOWNSTREAM_DIRECT_REMOTE_ADDRESS" => Some(std::net::SocketAddr::new(connection.direct_source, 0).to_string()),
        "DOWNSTREAM_PEER_URI_SAN" => tls.and_then(|tls| tls.peer.clone()),
        "DOWNSTREAM_LOCAL_URI_SAN" => tls.and_then(|tls| tls.local_identity.clone()),
        "REQUESTED_SERVER_NAME" => connection.server_name.clone(),
        "PROTOCOL" => (!source.protocol.is_empty()).then(|| source.protocol.to_owned()),
        "ROUTE_NAME" => (!source.route_name.is_empty()).then(|| source.route_name.to_owned()),
        "FILTER_STATE" => {
            let key = argument.strip_suffix(":PLAIN").or_else(|| argument.strip_suffix(":TYPED")).unwrap_or(argument);
            connection.filter_state.get(key).map(|fact| fact.text.clone())
        }
        "DYNAMIC_METADATA" => {
            let mut keys = argument.split(':');
            let root = keys.next().and_then(|filter| connection.metadata.get(filter));
            let path: Vec<String> = keys.map(str::to_owned).collect();
            root.and_then(|root| descend(root, &path))
                .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        }
        _ => return Err(format!("%{name}%")),
    };
    Ok(value.map(|value| match length {
        Some(length) => value.chars().take(length).collect(),
        None => value,
    }))
}

/// `NAME(ARGUMENT):LENGTH`.
fn parse(command: &str) -> (&str, &str, Option<usize>) {
    let (name, rest) = command.split_once('(').unwrap_or((command, ""));
    let (argument, rest) = rest.rsplit_once(')').unwrap_or((rest, ""));
    (name, argument, rest.strip_prefix(':').and_then(|length| length.parse().ok()))
}
