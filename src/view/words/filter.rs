//! Filters in a few words.

use crate::model::envoy::filter_chain::Filter;
use crate::simulate::{filter, network, schema};

/// The part of a type name that tells: `rbac` of `envoy.extensions.filters.http.rbac.v3.RBAC`.
pub fn short_type(type_name: &str) -> &str {
    let parts: Vec<&str> = type_name.split('.').collect();
    let version = parts
        .iter()
        .position(|part| part.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    match version {
        Some(at) if at > 0 => parts[at - 1],
        _ => match parts.as_slice() {
            // `stats.PluginConfig`, `io.istio.http.peer_metadata.Config`
            [.., before, "Config" | "PluginConfig"] => before,
            [.., last] => last,
            [] => type_name,
        },
    }
}

/// What meshdbg knows of a listener filter.
pub fn listener_filter(type_name: &str) -> &'static str {
    use crate::simulate::listener_filter::{Kind, kind};
    match kind(type_name) {
        Kind::TlsInspector | Kind::HttpInspector | Kind::OriginalDestination => "modelled",
        Kind::ProxyProtocol => "modelled, but for the PROXY header that it reads",
        Kind::NoEffect => "no effect: it counts or limits",
        Kind::NotModelled => "not modelled",
    }
}

/// What meshdbg knows of a network filter.
pub fn network_filter(filter: &Filter) -> String {
    use network::registry::Known;
    match network::registry::known(filter.type_name()) {
        Some(Known::Filter(_) | Known::TcpProxy | Known::Http) => modelled(filter),
        Some(Known::NoEffect(reason)) => format!("no effect: {reason}"),
        Some(Known::Terminal(protocol)) => format!("speaks {protocol}, not modelled"),
        None => "not modelled".to_owned(),
    }
}

/// What meshdbg knows of an HTTP filter.
pub fn http_filter(filter: &Filter) -> String {
    use filter::registry::Known;
    match filter::registry::find(filter.type_name()).map(|registration| &registration.known) {
        Some(Known::Filter(_) | Known::Router) => modelled(filter),
        Some(Known::NoEffect(reason)) => format!("no effect: {reason}"),
        None => "not modelled".to_owned(),
    }
}

/// `modelled`, or the fields that are not.
fn modelled(filter: &Filter) -> String {
    let fields = filter.config().map(|config| schema::unmodelled(&config)).unwrap_or_default();
    if fields.is_empty() { "modelled".to_owned() } else { format!("modelled, but for {}", fields.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        let cases = [
            ("envoy.extensions.filters.http.rbac.v3.RBAC", "rbac"),
            ("envoy.config.filter.network.tcp_proxy.v2.TcpProxy", "tcp_proxy"),
            ("istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig", "alpn"),
            ("stats.PluginConfig", "stats"),
            ("io.istio.http.peer_metadata.Config", "peer_metadata"),
            ("envoy.tcp.metadataexchange.config.MetadataExchange", "MetadataExchange"),
            ("mixer", "mixer"),
        ];
        for (type_name, want) in cases {
            assert_eq!(short_type(type_name), want, "{type_name}");
        }
    }
}
