//! Filter chains in a few words.

use crate::model::envoy::filter_chain::{Filter, FilterChain};
use crate::model::envoy::http_connection_manager::{HTTP_CONNECTION_MANAGER, HttpConnectionManager};
use crate::model::envoy::tcp_proxy::{TCP_PROXY, TcpProxy};
use crate::model::envoy::tls::{DOWNSTREAM_TLS, DownstreamTlsContext};
use crate::model::item::decode_raw;

/// Where a chain leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To a route table, by name.
    RouteTable(String),
    /// To a route table of its own.
    InlineTable(String),
    /// To route tables by scope.
    Scopes(String),
    /// To clusters, with weights where there are several.
    Clusters(Vec<(String, Option<u32>)>),
    /// Elsewhere: the type of its last filter.
    Other(String),
    /// Nowhere: it has no filters.
    Nowhere,
}

/// Where a chain leads.
pub fn leads(chain: &FilterChain) -> Leads {
    let Some(last) = chain.filters.last() else {
        return Leads::Nowhere;
    };
    let Some(config) = last.config() else {
        return Leads::Other(last.type_name().to_owned());
    };
    if config.is(HTTP_CONNECTION_MANAGER)
        && let Ok(manager) = config.decode::<HttpConnectionManager>()
    {
        return of_manager(&manager.value);
    }
    if config.is(TCP_PROXY)
        && let Ok(proxy) = config.decode::<TcpProxy>()
    {
        return of_tcp_proxy(&proxy.value);
    }
    Leads::Other(config.type_name)
}

fn of_manager(manager: &HttpConnectionManager) -> Leads {
    if let Some(rds) = &manager.rds {
        Leads::RouteTable(rds.route_config_name.clone())
    } else if let Some(scoped) = &manager.scoped_routes {
        Leads::Scopes(scoped.name.clone())
    } else {
        Leads::InlineTable(manager.route_config.as_ref().map(|table| table.name.clone()).unwrap_or_default())
    }
}

fn of_tcp_proxy(proxy: &TcpProxy) -> Leads {
    Leads::Clusters(match &proxy.weighted_clusters {
        None => vec![(proxy.cluster.clone(), None)],
        Some(weighted) => {
            weighted.clusters.iter().map(|cluster| (cluster.name.clone(), Some(cluster.weight))).collect()
        }
    })
}

impl std::fmt::Display for Leads {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::RouteTable(name) => write!(f, "routes {name}"),
            Self::InlineTable(name) if name.is_empty() => f.write_str("routes of its own"),
            Self::InlineTable(name) => write!(f, "routes {name} (its own)"),
            Self::Scopes(name) => write!(f, "routes by scope {name}"),
            Self::Clusters(clusters) => {
                for (index, (cluster, weight)) in clusters.iter().enumerate() {
                    write!(f, "{}{cluster}", if index == 0 { "" } else { ", " })?;
                    if let Some(weight) = weight {
                        write!(f, " ({weight})")?;
                    }
                }
                Ok(())
            }
            Self::Other(type_name) => f.write_str(crate::view::words::filter::short_type(type_name)),
            Self::Nowhere => f.write_str("nowhere: connections are closed"),
        }
    }
}

/// The TLS context of a chain, if it has one that can be read.
pub fn tls_context(chain: &FilterChain) -> Option<DownstreamTlsContext> {
    if let Some(old) = &chain.tls_context {
        return decode_raw(old, DOWNSTREAM_TLS[1]).ok().map(|decoded| decoded.value);
    }
    let config = chain.transport_socket.as_ref()?.typed_config.as_ref()?;
    config.is(DOWNSTREAM_TLS).then(|| config.decode().ok())?.map(|decoded| decoded.value)
}

/// TLS with clients.
pub fn tls(chain: &FilterChain) -> String {
    let Some(context) = tls_context(chain) else {
        return "plaintext".to_owned();
    };
    let mode = if context.require_client_certificate { "mutual TLS" } else { "TLS" };
    let secrets: Vec<&str> = context
        .common_tls_context
        .tls_certificate_sds_secret_configs
        .iter()
        .map(|secret| secret.name.as_str())
        .collect();
    if secrets.is_empty() { mode.to_owned() } else { format!("{mode} ({})", secrets.join(", ")) }
}

/// The short types of a list of filters.
pub fn filters(filters: &[Filter]) -> Vec<String> {
    filters.iter().map(|filter| crate::view::words::filter::short_type(filter.type_name()).to_owned()).collect()
}
