//! Clusters in a few words.

use crate::model::envoy::cluster::{Cluster, OutlierDetection, Thresholds};
use crate::simulate::upstream::protocol::{self, UpstreamProtocol};
use crate::simulate::upstream::socket::{Socket, Sockets};

/// How an endpoint is picked.
pub fn balancing(cluster: &Cluster) -> String {
    let policy = cluster.load_balancing_policy.as_ref().and_then(|policy| policy.policies.first());
    let mut words = match policy {
        Some(policy) => policy.typed_extension_config.name.clone(),
        None => cluster.lb_policy.word().to_owned(),
    };
    let common = &cluster.common_lb_config;
    if common.locality_weighted_lb_config.is_some() {
        words.push_str(", by locality weight");
    }
    if common.zone_aware_lb_config.is_some() {
        words.push_str(", own zone first");
    }
    if cluster.lb_subset_config.is_some() {
        words.push_str(", by subset");
    }
    words
}

/// TLS to the endpoints, each way that their metadata may choose.
pub fn upstream_tls(cluster: &Cluster) -> String {
    let sockets = Sockets::new(cluster);
    let mut words: Vec<String> = sockets
        .matches()
        .map(|(wanted, socket)| {
            let conditions: Vec<String> = wanted
                .iter()
                .map(|(key, value)| {
                    format!("{key}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                })
                .collect();
            let condition = if conditions.is_empty() { "else".to_owned() } else { conditions.join(",") };
            format!("{condition}: {}", socket_words(socket))
        })
        .collect();
    // A match without conditions leaves nothing to the cluster's own socket.
    if !words.iter().any(|words| words.starts_with("else: ")) {
        let own = socket_words(sockets.default_socket());
        words.push(if words.is_empty() { own } else { format!("else: {own}") });
    }
    words.join("; ")
}

/// One way to connect.
pub fn socket_words(socket: &Socket) -> String {
    if let Some(unknown) = socket.unmodelled.first() {
        return unknown.clone();
    }
    match &socket.tls {
        None if !socket.passthrough.is_empty() => "inside of this Envoy".to_owned(),
        None => "plaintext".to_owned(),
        Some(tls) => {
            let mode = if tls.has_certificate { "mutual TLS" } else { "TLS" };
            if tls.sni.is_empty() { mode.to_owned() } else { format!("{mode}, SNI {}", tls.sni) }
        }
    }
}

/// Which HTTP it speaks.
pub fn protocol(cluster: &Cluster) -> String {
    match UpstreamProtocol::of(cluster, protocol::options(cluster).as_ref()) {
        UpstreamProtocol::Http1 => "HTTP/1.1",
        UpstreamProtocol::Http2 => "HTTP/2",
        UpstreamProtocol::Http3 => "HTTP/3",
        UpstreamProtocol::Downstream => "as the client",
        UpstreamProtocol::Auto => "by ALPN",
    }
    .to_owned()
}

/// Limits that were set; Istio's "no limit" (4294967295) is left out.
pub fn circuit_breakers(cluster: &Cluster) -> String {
    cluster
        .circuit_breakers
        .thresholds
        .iter()
        .map(thresholds)
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

fn thresholds(thresholds: &Thresholds) -> String {
    let limits = [
        ("connections", thresholds.max_connections),
        ("pending", thresholds.max_pending_requests),
        ("requests", thresholds.max_requests),
        ("retries", thresholds.max_retries),
    ];
    let set: Vec<String> = limits
        .into_iter()
        .filter_map(|(name, limit)| Some(format!("{name} {}", limit.filter(|limit| *limit != u32::MAX)?)))
        .collect();
    let priority = if thresholds.priority == "HIGH" && !set.is_empty() { "high priority: " } else { "" };
    format!("{priority}{}", set.join(", "))
}

/// Passive health checks.
pub fn outlier_detection(cluster: &Cluster) -> String {
    cluster.outlier_detection.as_ref().map(outliers).unwrap_or_default()
}

fn outliers(config: &OutlierDetection) -> String {
    let mut words = Vec::new();
    if let Some(errors) = config.consecutive_5xx.filter(|errors| *errors > 0) {
        words.push(format!("{errors} errors 5xx in a row"));
    }
    if let Some(errors) = config.consecutive_gateway_failure.filter(|errors| *errors > 0) {
        words.push(format!("{errors} gateway errors in a row"));
    }
    if words.is_empty() {
        words.push("5 errors 5xx in a row".to_owned());
    }
    let time = config.base_ejection_time.map_or_else(|| "30s".to_owned(), |time| time.to_string());
    format!("{}: out for {time}, at most {} %", words.join(" or "), config.max_ejection_percent.unwrap_or(10))
}
