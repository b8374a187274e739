//! Where a filter chain leads, in istioctl's words. Filters are told by their names.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::route_match;
use crate::model::envoy::filter_chain::{Filter, FilterChain};
use crate::model::envoy::http_connection_manager::HttpConnectionManager;
use crate::model::envoy::listener::Listener;
use crate::model::envoy::route_config::{RouteConfiguration, VirtualHost};
use crate::model::envoy::tcp_proxy::TcpProxy;

/// The chains of a listener, the default one last.
pub(super) fn chains(listener: &Listener) -> impl Iterator<Item = &FilterChain> {
    listener.filter_chains.iter().chain(&listener.default_filter_chain)
}

/// `HTTP`, `TCP`, `HTTP+TCP` or `UNKNOWN`.
pub(super) fn listener_type(listener: &Listener) -> &'static str {
    let filters = || chains(listener).flat_map(|chain| &chain.filters);
    match (filters().any(is_http), filters().any(is_tcp)) {
        (true, true) => "HTTP+TCP",
        (true, false) => "HTTP",
        (false, true) => "TCP",
        (false, false) => "UNKNOWN",
    }
}

/// `Route: …`, `Inline Route: …`, `Cluster: …` or the bare name of one of Istio's own clusters, by the first filter that
/// leads anywhere.
pub(super) fn of_chain(chain: &FilterChain) -> String {
    match chain.filters.iter().find(|filter| is_http(filter) || is_tcp(filter)) {
        None => "Non-HTTP/Non-TCP".to_owned(),
        Some(filter) if is_http(filter) => read(filter).map_or_else(|error| error, |manager| of_manager(&manager)),
        Some(filter) => read(filter).map_or_else(|error| error, |proxy: TcpProxy| of_cluster(&proxy.cluster)),
    }
}

fn is_http(filter: &Filter) -> bool {
    filter.name == "envoy.filters.network.http_connection_manager"
        || filter.name == "envoy.http_connection_manager" && is_old(filter)
}

/// A TCP proxy to the black hole leads nowhere.
fn is_tcp(filter: &Filter) -> bool {
    (filter.name == "envoy.filters.network.tcp_proxy" || filter.name == "envoy.tcp_proxy" && is_old(filter))
        && config(filter).is_none_or(|json| !json.get().contains("BlackHoleCluster"))
}

/// Whether a filter is of API v2, where other names were in use. istioctl no longer reads dumps of that age.
fn is_old(filter: &Filter) -> bool {
    filter.typed_config.as_ref().is_none_or(|config| config.type_name.starts_with("envoy.config.filter."))
}

fn config(filter: &Filter) -> Option<&RawValue> {
    filter.typed_config.as_ref().map(|config| &*config.json).or(filter.config.as_deref())
}

fn read<T: DeserializeOwned + Default>(filter: &Filter) -> Result<T, String> {
    config(filter)
        .map_or_else(|| Ok(T::default()), |json| serde_json::from_str(json.get()).map_err(|error| error.to_string()))
}

fn of_manager(manager: &HttpConnectionManager) -> String {
    if let Some(table) = &manager.route_config {
        return of_inline_table(table);
    }
    match &manager.rds {
        Some(rds) if !rds.route_config_name.is_empty() => format!("Route: {}", rds.route_config_name),
        _ => "HTTP".to_owned(),
    }
}

fn of_cluster(cluster: &str) -> String {
    if cluster.contains("Cluster") { cluster.to_owned() } else { format!("Cluster: {cluster}") }
}

fn of_inline_table(table: &RouteConfiguration) -> String {
    if let Some(cluster) = only_cluster(table) {
        return of_cluster(cluster);
    }
    let hosts: Vec<String> = table.virtual_hosts.iter().map(of_host).collect();
    format!("Inline Route: {}", hosts.join("; "))
}

fn of_host(host: &VirtualHost) -> String {
    let routes: Vec<String> = host.routes.iter().map(|route| route_match::words(&route.matches)).collect();
    let domains = if is_any(host) { String::new() } else { host.domains.join("/") };
    if domains.is_empty() { routes.join(", ") } else { format!("{domains} {}", routes.join(", ")) }
}

fn is_any(host: &VirtualHost) -> bool {
    host.domains == ["*"]
}

/// The cluster of a table that sends everything there.
fn only_cluster(table: &RouteConfiguration) -> Option<&str> {
    let [host] = &table.virtual_hosts[..] else { return None };
    let [route] = &host.routes[..] else { return None };
    let is_everything = is_any(host) && route.matches.prefix.as_deref() == Some("/");
    route.route.as_ref().filter(|_| is_everything)?.cluster.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_lead_where_istioctl_says() {
        let http = |config: &str| {
            format!(
                r#"{{"filters":[{{"name":"x"}},{{"name":"envoy.filters.network.http_connection_manager","typed_config":{config}}}]}}"#
            )
        };
        let tcp = |config: &str| {
            format!(r#"{{"filters":[{{"name":"envoy.filters.network.tcp_proxy","typed_config":{config}}}]}}"#)
        };
        let inline = |hosts: &str| http(&format!(r#"{{"route_config":{{"virtual_hosts":{hosts}}}}}"#));
        let cases = [
            (http(r#"{"rds":{"route_config_name":"80"}}"#), "Route: 80", "HTTP"),
            (http(r#"{"scoped_routes":{"name":"s"}}"#), "HTTP", "HTTP"),
            (http("{}"), "HTTP", "HTTP"),
            (tcp(r#"{"cluster":"outbound|80||a"}"#), "Cluster: outbound|80||a", "TCP"),
            (tcp(r#"{"cluster":"PassthroughCluster"}"#), "PassthroughCluster", "TCP"),
            (tcp(r#"{"cluster":"BlackHoleCluster"}"#), "Non-HTTP/Non-TCP", "UNKNOWN"),
            (tcp(r#"{"weighted_clusters":{"clusters":[{"name":"a"}]}}"#), "Cluster: ", "TCP"),
            (
                inline(r#"[{"domains":["*"],"routes":[{"match":{"prefix":"/"},"route":{"cluster":"inbound|80||"}}]}]"#),
                "Cluster: inbound|80||",
                "HTTP",
            ),
            (
                inline(r#"[{"domains":["*"],"routes":[{"match":{"prefix":"/"},"redirect":{}}]}]"#),
                "Inline Route: /*",
                "HTTP",
            ),
            (
                inline(
                    r#"[{"domains":["a","b"],"routes":[{"match":{"path":"/x"}},{"match":{"prefix":"/y"}}]},{"domains":["*"]}]"#,
                ),
                "Inline Route: a/b /x, /y*; ",
                "HTTP",
            ),
            (
                r#"{"filters":[{"name":"envoy.tcp_proxy","config":{"cluster":"old"}}]}"#.to_owned(),
                "Cluster: old",
                "TCP",
            ),
            (r#"{"filters":[{"name":"envoy.filters.network.tcp_proxy"}]}"#.to_owned(), "Cluster: ", "TCP"),
            (r#"{"filters":[{"name":"my.http_connection_manager"}]}"#.to_owned(), "Non-HTTP/Non-TCP", "UNKNOWN"),
            ("{}".to_owned(), "Non-HTTP/Non-TCP", "UNKNOWN"),
        ];
        for (json, leads_to, kind) in cases {
            let chain: FilterChain = serde_json::from_str(&json).unwrap();
            assert_eq!(of_chain(&chain), leads_to, "{json}");
            let listener = Listener { default_filter_chain: Some(chain), ..Listener::default() };
            assert_eq!(listener_type(&listener), kind, "{json}");
        }
        let broken: FilterChain = serde_json::from_str(&tcp(r#"{"cluster":7}"#)).unwrap();
        assert!(of_chain(&broken).contains("invalid type"), "{}", of_chain(&broken));
    }
}
