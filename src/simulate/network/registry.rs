//! The network filters that are modelled, by message type.

use super::chain::{NetworkFilter, Node};
use super::{ext_authz, limit, rbac, set_filter_state, sni_cluster, tcp_proxy};
use crate::model::any::TypedConfig;
use crate::model::envoy::http_connection_manager::HTTP_CONNECTION_MANAGER;
use crate::model::envoy::tcp_proxy::TCP_PROXY;

/// Makes a filter of its configuration; fields that are not modelled go into the list.
pub type Build = fn(&TypedConfig, &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String>;

/// What is known of a type of filter.
pub enum Known {
    /// Modelled here.
    Filter(Build),
    /// The TCP proxy.
    TcpProxy,
    /// The HTTP connection manager.
    Http,
    /// No effect on what happens to a connection, for the reason given.
    NoEffect(&'static str),
    /// Ends the chain in a protocol that is not modelled.
    Terminal(&'static str),
}

/// Message types, and what is known of them.
pub const REGISTRY: &[(&[&str], Known)] = &[
    (HTTP_CONNECTION_MANAGER, Known::Http),
    (TCP_PROXY, Known::TcpProxy),
    (rbac::TYPES, Known::Filter(rbac::build)),
    (set_filter_state::TYPES, Known::Filter(set_filter_state::build)),
    (sni_cluster::TYPES, Known::Filter(sni_cluster::build)),
    (ext_authz::TYPES, Known::Filter(ext_authz::build)),
    (
        &[
            "stats.PluginConfig",
            "envoy.extensions.filters.network.wasm.v3.Wasm",
            "envoy.config.filter.network.wasm.v2.Wasm",
        ],
        Known::NoEffect("it counts"),
    ),
    (
        &[
            "envoy.tcp.metadataexchange.config.MetadataExchange",
            "envoy.extensions.network_filters.peer_metadata.Config",
        ],
        Known::NoEffect("it exchanges metadata with the peer's proxy"),
    ),
    (
        &[
            "envoy.extensions.filters.network.mysql_proxy.v3.MySQLProxy",
            "envoy.config.filter.network.mysql_proxy.v1alpha1.MySQLProxy",
            "envoy.extensions.filters.network.mongo_proxy.v3.MongoProxy",
            "envoy.config.filter.network.mongo_proxy.v2.MongoProxy",
            "envoy.extensions.filters.network.postgres_proxy.v3alpha.PostgresProxy",
            "envoy.extensions.filters.network.zookeeper_proxy.v3.ZooKeeperProxy",
            "envoy.extensions.filters.network.kafka_broker.v3.KafkaBroker",
        ],
        Known::NoEffect("it reads the protocol for statistics"),
    ),
    (limit::TYPES, Known::Filter(limit::build)),
    (
        &[
            "envoy.extensions.filters.network.redis_proxy.v3.RedisProxy",
            "envoy.config.filter.network.redis_proxy.v2.RedisProxy",
        ],
        Known::Terminal("Redis"),
    ),
    (&["envoy.extensions.filters.network.thrift_proxy.v3.ThriftProxy"], Known::Terminal("Thrift")),
    (&["envoy.extensions.filters.network.dubbo_proxy.v3.DubboProxy"], Known::Terminal("Dubbo")),
    (&["envoy.extensions.filters.network.echo.v3.Echo"], Known::Terminal("echo")),
    (&["envoy.extensions.filters.network.direct_response.v3.Config"], Known::Terminal("direct response")),
];

/// Looks a type up.
pub fn known(type_name: &str) -> Option<&'static Known> {
    REGISTRY.iter().find(|(types, _)| types.contains(&type_name)).map(|(_, known)| known)
}

/// Compiles one filter.
pub fn node(config: Option<&TypedConfig>, name: &str, type_name: &str) -> (Node, Vec<String>) {
    let mut unmodelled = Vec::new();
    let Some(config) = config else {
        return (Node::NotModelled(format!("network filter {name} ({type_name}) is not modelled")), unmodelled);
    };
    let node = match known(type_name) {
        None => Node::NotModelled(format!("network filter {name} ({type_name}) is not modelled")),
        Some(Known::NoEffect(reason)) => Node::NoEffect(reason),
        Some(Known::Terminal(protocol)) => Node::Terminal(protocol),
        Some(Known::Filter(build)) => match build(config, &mut unmodelled) {
            Ok(filter) => Node::Filter(filter),
            Err(error) => Node::NotModelled(format!("network filter {name} cannot be read: {error}")),
        },
        Some(Known::TcpProxy) => match tcp_proxy::TcpProxyNode::build(config, &mut unmodelled) {
            Ok(proxy) => Node::TcpProxy(Box::new(proxy)),
            Err(error) => Node::NotModelled(format!("network filter {name} cannot be read: {error}")),
        },
        Some(Known::Http) => match crate::simulate::http::manager::Manager::build(config, &mut unmodelled) {
            Ok(manager) => Node::Http(Box::new(manager)),
            Err(error) => Node::NotModelled(format!("network filter {name} cannot be read: {error}")),
        },
    };
    (node, unmodelled)
}
