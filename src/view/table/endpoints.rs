//! `meshdbg endpoints`: the endpoints of every cluster, with their health by every source.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::OfProxy;
use super::row::{Cells, Column, Row, column, wide};
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::endpoint::{ClusterLoadAssignment, HealthStatus, LbEndpoint, LocalityEndpoints};
use crate::model::status::{HostHealth, HostStatus};
use crate::view::document::Role;

/// An endpoint of a cluster.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct EndpointRow {
    /// Its address.
    pub address: String,
    /// Its cluster.
    pub cluster: String,
    /// Whether it is used: by all sources.
    pub health: String,
    /// What EDS says of it.
    pub eds_health: String,
    /// What active health checks say; empty where nobody says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub active_checks: String,
    /// What outlier detection says; empty where nobody says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outlier: String,
    /// 0 is preferred.
    pub priority: u32,
    /// Where it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub locality: String,
    /// Its weight.
    pub weight: u32,
    /// Weight of its locality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locality_weight: Option<u32>,
    /// Its host name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hostname: String,
    /// The workload that istiod notes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub workload: String,
    /// What its metadata says of how to connect: `tlsMode=istio`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub transport: String,
    /// Requests and errors, where `/clusters` was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<i64>,
    /// Of which failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<i64>,
    /// `live` where `/clusters` tells, `configured` where only the dump does.
    pub source: &'static str,
}

impl Row for EndpointRow {
    const KIND: &'static str = "endpoints";
    const COLUMNS: &'static [Column] = &[
        column("address", "ENDPOINT"),
        column("health", "HEALTH"),
        column("eds", "EDS"),
        column("checks", "CHECKS"),
        column("outlier", "OUTLIER"),
        column("priority", "PRIORITY"),
        column("weight", "WEIGHT"),
        column("locality", "LOCALITY"),
        wide("locality-weight", "LOCALITY WEIGHT"),
        wide("hostname", "HOST NAME"),
        wide("workload", "WORKLOAD"),
        wide("transport", "TRANSPORT"),
        wide("requests", "REQUESTS"),
        wide("errors", "ERRORS"),
        wide("source", "SOURCE"),
        column("cluster", "CLUSTER"),
    ];

    fn cells(&self, cells: &mut Cells) {
        let role = match self.health.as_str() {
            "healthy" => Role::Good,
            "degraded" => Role::Warning,
            _ => Role::Bad,
        };
        let number = |cells: &mut Cells, number: Option<i64>| match number {
            Some(number) => cells.plain(number),
            None => cells.plain(""),
        };
        cells.add(Role::Name, &self.address);
        cells.add(role, &self.health);
        cells.plain(&self.eds_health);
        cells.plain(&self.active_checks);
        cells.plain(&self.outlier);
        cells.plain(self.priority);
        cells.plain(self.weight);
        cells.plain(&self.locality);
        number(cells, self.locality_weight.map(i64::from));
        cells.plain(&self.hostname);
        cells.plain(&self.workload);
        cells.plain(&self.transport);
        number(cells, self.requests);
        number(cells, self.errors);
        cells.plain(self.source);
        cells.plain(&self.cluster);
    }
}

/// The endpoints of a proxy: those of `/clusters` where it was read, else those that the dump configures.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<EndpointRow> {
    let mut gaps = Vec::new();
    let configured = configured(proxy, &mut gaps);
    let rows = match &proxy.hosts {
        Some(hosts) => {
            let known: HashMap<(&str, &str), &EndpointRow> =
                configured.iter().map(|row| ((row.cluster.as_str(), row.address.as_str()), row)).collect();
            let of_cluster = |(cluster, hosts): (&String, &Vec<HostStatus>)| {
                hosts.iter().map(|host| live(cluster, host, &known)).collect::<Vec<_>>()
            };
            hosts.iter().flat_map(of_cluster).collect()
        }
        None => {
            gaps.extend(proxy.dump.gap(Section::Endpoints));
            configured
        }
    };
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

/// EDS, and what static and DNS clusters list themselves.
fn configured(proxy: &Proxy, gaps: &mut Vec<String>) -> Vec<EndpointRow> {
    let mut rows = Vec::new();
    for (index, entry) in proxy.dump.endpoints.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => rows.extend(of_assignment(&decoded.endpoint_config.cluster_name, &decoded.endpoint_config)),
            Err(error) => gaps.push(format!("endpoints {index} of the dump cannot be read: {error}")),
        }
    }
    if proxy.dump.gap(Section::Endpoints).is_none() {
        return rows;
    }
    // Without EDS in the dump, clusters with endpoints of their own still tell theirs.
    for entry in &proxy.dump.clusters {
        let Ok(decoded) = entry.item.decode() else { continue };
        if let Some(assignment) = &decoded.cluster.load_assignment {
            rows.extend(of_assignment(&decoded.cluster.name, assignment));
        }
    }
    rows
}

fn of_assignment(cluster: &str, assignment: &ClusterLoadAssignment) -> Vec<EndpointRow> {
    let of_group = |group: &LocalityEndpoints| {
        let of = |endpoint: &LbEndpoint| of_endpoint(cluster, assignment, group, endpoint);
        group.lb_endpoints.iter().map(of).collect::<Vec<_>>()
    };
    assignment.endpoints.iter().flat_map(of_group).collect()
}

fn of_endpoint(
    cluster: &str,
    assignment: &ClusterLoadAssignment,
    group: &LocalityEndpoints,
    endpoint: &LbEndpoint,
) -> EndpointRow {
    let place = assignment.named_endpoints.get(&endpoint.endpoint_name).unwrap_or(&endpoint.endpoint);
    let eds = eds_word(endpoint.health_status);
    let metadata = &endpoint.metadata;
    let transport: Option<serde_json::Map<String, serde_json::Value>> = metadata.get("envoy.transport_socket_match");
    EndpointRow {
        address: place.address.to_string(),
        cluster: cluster.to_owned(),
        health: match endpoint.health_status {
            HealthStatus::Unknown | HealthStatus::Healthy => "healthy",
            HealthStatus::Degraded => "degraded",
            HealthStatus::Unhealthy | HealthStatus::Draining | HealthStatus::Timeout => "unhealthy",
        }
        .to_owned(),
        eds_health: eds.to_owned(),
        priority: group.priority,
        locality: group.locality.to_string(),
        weight: endpoint.load_balancing_weight.unwrap_or(1).max(1),
        locality_weight: group.load_balancing_weight,
        hostname: place.hostname.clone(),
        workload: metadata.istio().map(|mark| mark.workload).unwrap_or_default(),
        transport: transport
            .iter()
            .flatten()
            .map(|(key, value)| format!("{key}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
            .collect::<Vec<_>>()
            .join(","),
        source: "configured",
        ..EndpointRow::default()
    }
}

fn eds_word(health: HealthStatus) -> &'static str {
    match health {
        HealthStatus::Unknown => "unknown",
        HealthStatus::Healthy => "healthy",
        HealthStatus::Degraded => "degraded",
        HealthStatus::Unhealthy => "unhealthy",
        HealthStatus::Draining => "draining",
        HealthStatus::Timeout => "timeout",
    }
}

/// A host as the proxy sees it now; what only the configuration tells of it is added.
fn live(cluster: &str, host: &HostStatus, configured: &HashMap<(&str, &str), &EndpointRow>) -> EndpointRow {
    let address = host.address.to_string();
    let known = configured.get(&(cluster, address.as_str())).copied();
    let stat = |name: &str| host.stats.iter().find(|stat| stat.name == name).map_or(0, |stat| stat.value.0);
    EndpointRow {
        address: address.clone(),
        cluster: cluster.to_owned(),
        health: health_word(host.health_status).to_owned(),
        eds_health: eds_word(host.health_status.eds_health_status).to_owned(),
        active_checks: active_checks(host.health_status).to_owned(),
        outlier: if host.health_status.failed_outlier_check { "ejected" } else { "ok" }.to_owned(),
        priority: host.priority,
        locality: host.locality.to_string(),
        weight: host.weight.unwrap_or(1),
        hostname: host.hostname.clone(),
        requests: Some(stat("rq_total")),
        errors: Some(stat("rq_error")),
        source: "live",
        locality_weight: known.and_then(|known| known.locality_weight),
        workload: known.map(|known| known.workload.clone()).unwrap_or_default(),
        transport: known.map(|known| known.transport.clone()).unwrap_or_default(),
    }
}

fn health_word(health: HostHealth) -> &'static str {
    match crate::simulate::upstream::host::health(&health).0 {
        crate::simulate::upstream::host::Health::Healthy => "healthy",
        crate::simulate::upstream::host::Health::Degraded => "degraded",
        crate::simulate::upstream::host::Health::Unhealthy => "unhealthy",
    }
}

fn active_checks(health: HostHealth) -> &'static str {
    if health.pending_active_hc {
        "pending"
    } else if health.active_hc_timeout {
        "timed out"
    } else if health.failed_active_health_check {
        "failed"
    } else if health.failed_active_degraded_check {
        "degraded"
    } else {
        "ok"
    }
}
