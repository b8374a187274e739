//! What meshdbg knows of each message type: which fields it models, or why the whole message cannot change a decision.
//!
//! The walk over the fixtures asks here about every extension it meets, so that nothing is passed over in silence.

use serde::de::DeserializeOwned;

use super::{filter, network};
use crate::model::any::TypedConfig;
use crate::model::envoy::cluster::{
    AggregateConfig, HttpProtocolOptions, InternalUpstreamTransport, ProxyProtocolTransport,
};
use crate::model::envoy::tls::{DOWNSTREAM_TLS, DownstreamTlsContext, UPSTREAM_TLS, UpstreamTlsContext};

/// What is known of a message type that is no filter.
enum Known {
    /// Decoded by this; the fields that it leaves out.
    Decoded(fn(&TypedConfig) -> Result<Vec<String>, String>),
    /// Cannot change a decision, for this reason.
    Harmless(&'static str),
}

const OTHERS: &[(&[&str], Known)] = &[
    (DOWNSTREAM_TLS, Known::Decoded(fields::<DownstreamTlsContext>)),
    (UPSTREAM_TLS, Known::Decoded(fields::<UpstreamTlsContext>)),
    (
        &["envoy.extensions.transport_sockets.internal_upstream.v3.InternalUpstreamTransport"],
        Known::Decoded(fields::<InternalUpstreamTransport>),
    ),
    (
        &["envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport"],
        Known::Decoded(fields::<ProxyProtocolTransport>),
    ),
    (&["envoy.extensions.upstreams.http.v3.HttpProtocolOptions"], Known::Decoded(fields::<HttpProtocolOptions>)),
    (&["envoy.extensions.clusters.aggregate.v3.ClusterConfig"], Known::Decoded(fields::<AggregateConfig>)),
    (
        &[
            "envoy.config.listener.v3.Listener",
            "envoy.config.cluster.v3.Cluster",
            "envoy.config.route.v3.RouteConfiguration",
            "envoy.config.endpoint.v3.ClusterLoadAssignment",
            "envoy.extensions.transport_sockets.tls.v3.Secret",
            "envoy.api.v2.Listener",
            "envoy.api.v2.Cluster",
            "envoy.api.v2.RouteConfiguration",
            "envoy.api.v2.ClusterLoadAssignment",
            "envoy.api.v2.auth.Secret",
        ],
        Known::Harmless("the entry that holds it is decoded as a whole"),
    ),
    (
        &[
            "envoy.extensions.access_loggers.file.v3.FileAccessLog",
            "envoy.extensions.access_loggers.stream.v3.StdoutAccessLog",
            "envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter",
            "envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig",
            "envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig",
            "envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig",
            "envoy.config.accesslog.v2.FileAccessLog",
        ],
        Known::Harmless("it writes a log"),
    ),
    (
        &[
            "envoy.config.trace.v3.ZipkinConfig",
            "envoy.config.trace.v3.OpenTelemetryConfig",
            "envoy.config.trace.v3.DatadogConfig",
            "envoy.config.trace.v3.OpenCensusConfig",
            "envoy.config.trace.v3.SkyWalkingConfig",
            "envoy.config.trace.v2.ZipkinConfig",
        ],
        Known::Harmless("it reports spans"),
    ),
    (
        &[
            "envoy.extensions.compression.brotli.compressor.v3.Brotli",
            "envoy.extensions.compression.gzip.compressor.v3.Gzip",
            "envoy.extensions.compression.zstd.compressor.v3.Zstd",
        ],
        Known::Harmless("it changes bodies only"),
    ),
    (
        &[
            "envoy.extensions.filters.listener.http_inspector.v3.HttpInspector",
            "envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector",
            "envoy.extensions.filters.listener.original_dst.v3.OriginalDst",
            "envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol",
        ],
        Known::Harmless("the listener runs it by its type; its fields tune how it reads"),
    ),
    (
        &[
            "envoy.extensions.matching.common_inputs.network.v3.ApplicationProtocolInput",
            "envoy.extensions.matching.common_inputs.network.v3.DestinationIPInput",
            "envoy.extensions.matching.common_inputs.network.v3.DestinationPortInput",
        ],
        Known::Harmless("the matcher tree that holds it knows it; it has no fields"),
    ),
    (&["envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer"], Known::Harmless("plaintext; it has no fields")),
    (
        &["istio.workload.BootstrapExtension"],
        Known::Harmless("it tells the waypoint of workloads, for logs and metrics"),
    ),
    (
        &["envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig"],
        Known::Harmless("it makes request ids, which are shown as *"),
    ),
    (
        &["envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig"],
        Known::Harmless("it resolves names; what it found is in the dump's hosts"),
    ),
    (
        &["envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig"],
        Known::Harmless("it limits connections under load, as ignore_global_conn_limit shows"),
    ),
    (
        &["envoy.extensions.bootstrap.internal_listener.v3.InternalListener"],
        Known::Harmless("it switches internal listeners on, which the listeners themselves show"),
    ),
    (
        &[
            "envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig",
            "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate",
            "envoy.extensions.retry.host.omit_canary_hosts.v3.OmitCanaryHostsPredicate",
        ],
        Known::Harmless("the retry policy that holds it reads its name"),
    ),
    (
        &["google.protobuf.StringValue", "xds.type.matcher.v3.IPMatcher"],
        Known::Harmless("the matcher tree that holds it reads it"),
    ),
];

/// What is not modelled of a configuration: paths of fields, or that nothing of it is.
pub fn unmodelled(config: &TypedConfig) -> Vec<String> {
    let name = config.type_name.as_str();
    if let Some(known) = network::registry::known(name) {
        return match known {
            network::registry::Known::NoEffect(_) | network::registry::Known::Terminal(_) => Vec::new(),
            network::registry::Known::Filter(_)
            | network::registry::Known::TcpProxy
            | network::registry::Known::Http => {
                let (node, fields) = network::registry::node(Some(config), "", name);
                match node {
                    network::chain::Node::NotModelled(reason) => vec![reason],
                    network::chain::Node::Filter(_)
                    | network::chain::Node::TcpProxy(_)
                    | network::chain::Node::Http(_)
                    | network::chain::Node::NoEffect(_)
                    | network::chain::Node::Terminal(_) => fields,
                }
            }
        };
    }
    if let Some(registration) = filter::registry::find(name) {
        return match &registration.known {
            filter::registry::Known::Filter(build) => {
                let mut fields = Vec::new();
                build(config, &mut fields).map_or_else(|error| vec![error], |_| fields)
            }
            filter::registry::Known::Router => {
                fields::<filter::router::RouterConfig>(config).unwrap_or_else(|error| vec![error])
            }
            filter::registry::Known::NoEffect(_) => Vec::new(),
        };
    }
    if let Some(known) = filter::registry::per_route(name) {
        let mut fields = Vec::new();
        return (known.compile)(config, &mut fields).map_or_else(|error| vec![error], |_| fields);
    }
    match OTHERS.iter().find(|(types, _)| types.contains(&name)) {
        Some((_, Known::Decoded(decode))) => decode(config).unwrap_or_else(|error| vec![error]),
        Some((_, Known::Harmless(_))) => Vec::new(),
        None => vec!["is not modelled".to_owned()],
    }
}

/// Why a message cannot change a decision, where that is known.
pub fn harmless(type_name: &str) -> Option<&'static str> {
    OTHERS.iter().find(|(types, _)| types.contains(&type_name)).and_then(|(_, known)| match known {
        Known::Harmless(reason) => Some(*reason),
        Known::Decoded(_) => None,
    })
}

fn fields<T: DeserializeOwned>(config: &TypedConfig) -> Result<Vec<String>, String> {
    config.decode::<T>().map(|decoded| decoded.unmodelled).map_err(|error| error.to_string())
}
