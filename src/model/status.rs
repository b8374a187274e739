//! `/clusters`: the live hosts of each cluster, as JSON and as text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::envoy::address::Address;
use super::envoy::endpoint::{HealthStatus, Locality};
use super::envoy::scalar::Int;

/// A host as the proxy sees it now.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HostStatus {
    /// Address.
    pub address: Address,
    /// Counters and gauges that are not zero.
    pub stats: Vec<HostStat>,
    /// Health by all sources.
    pub health_status: HostHealth,
    /// Weight.
    pub weight: Option<u32>,
    /// Host name.
    pub hostname: String,
    /// Priority.
    pub priority: u32,
    /// Where it is.
    pub locality: Locality,
}

/// One number of a host.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HostStat {
    /// Name.
    pub name: String,
    /// Value.
    pub value: Int,
}

/// Health of a host by source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "Envoy's own flags")]
pub struct HostHealth {
    /// What EDS says. Envoy prints TIMEOUT as UNHEALTHY and UNKNOWN as HEALTHY here.
    pub eds_health_status: HealthStatus,
    /// Failed its active health check.
    pub failed_active_health_check: bool,
    /// Ejected by outlier detection.
    pub failed_outlier_check: bool,
    /// Its active health check said degraded.
    pub failed_active_degraded_check: bool,
    /// Gone from EDS, kept until its health check fails.
    pub pending_dynamic_removal: bool,
    /// Waits for its first health check.
    pub pending_active_hc: bool,
    /// A health check took it out at once.
    pub excluded_via_immediate_hc_fail: bool,
    /// Its health check timed out.
    pub active_hc_timeout: bool,
}

#[derive(Deserialize)]
struct Clusters {
    #[serde(default)]
    cluster_statuses: Vec<ClusterStatus>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ClusterStatus {
    name: String,
    host_statuses: Vec<HostStatus>,
}

/// Hosts by cluster. Clusters without hosts are there, with none.
pub type Hosts = BTreeMap<String, Vec<HostStatus>>;

/// Reads `/clusters?format=json`.
///
/// # Errors
/// Where the text is no JSON or of another shape.
pub fn from_json(text: &[u8]) -> Result<Hosts, serde_json::Error> {
    let clusters: Clusters = serde_json::from_slice(text)?;
    Ok(clusters.cluster_statuses.into_iter().map(|cluster| (cluster.name, cluster.host_statuses)).collect())
}

/// Reads `/clusters` as text: `CLUSTER::ADDRESS::FIELD::VALUE`, and `CLUSTER::FIELD::VALUE` for the cluster itself.
/// Lines that follow neither are skipped.
pub fn from_text(text: &str) -> Hosts {
    let mut hosts = Hosts::new();
    for line in text.lines() {
        let Some((cluster, rest)) = line.split_once("::") else {
            continue;
        };
        let cluster = hosts.entry(cluster.to_owned()).or_default();
        // An IPv6 address in brackets may itself hold `::`.
        let address_end = if rest.starts_with('[') { rest.find("]:").map(|end| end + 2) } else { Some(0) };
        let Some(address_end) = address_end else {
            continue;
        };
        let Some(split) = rest.get(address_end..).and_then(|tail| tail.find("::")) else {
            continue;
        };
        let (address, field) = (&rest[..address_end + split], &rest[address_end + split + 2..]);
        let Some((field, value)) = field.split_once("::") else {
            continue;
        };
        let Some(address) = parse_address(address) else {
            continue;
        };
        let printed = address.to_string();
        let at = cluster.iter().position(|host| host.address.to_string() == printed).unwrap_or_else(|| {
            cluster.push(HostStatus { address, ..HostStatus::default() });
            cluster.len() - 1
        });
        set(&mut cluster[at], field, value);
    }
    hosts
}

fn parse_address(text: &str) -> Option<Address> {
    if let Some(internal) = text.strip_prefix("envoy://") {
        let (listener, id) = internal.split_once('/').unwrap_or((internal, ""));
        return Some(Address {
            envoy_internal_address: Some(super::envoy::address::InternalAddress {
                server_listener_name: listener.to_owned(),
                endpoint_id: id.to_owned(),
            }),
            ..Address::default()
        });
    }
    if text.contains('/') {
        return Some(Address {
            pipe: Some(super::envoy::address::Pipe { path: text.to_owned() }),
            ..Address::default()
        });
    }
    // Cluster fields such as `default_priority` have no port behind a colon.
    let (host, port) = text.rsplit_once(':')?;
    Some(Address {
        socket_address: Some(super::envoy::address::SocketAddress {
            address: host.trim_matches(['[', ']']).to_owned(),
            port_value: port.parse().ok()?,
            ..Default::default()
        }),
        ..Address::default()
    })
}

fn set(host: &mut HostStatus, field: &str, value: &str) {
    match field {
        "health_flags" => host.health_status = health(value),
        "weight" => host.weight = value.parse().ok(),
        "priority" => host.priority = value.parse().unwrap_or_default(),
        "hostname" => value.clone_into(&mut host.hostname),
        "region" => value.clone_into(&mut host.locality.region),
        "zone" => value.clone_into(&mut host.locality.zone),
        "sub_zone" => value.clone_into(&mut host.locality.sub_zone),
        _ => {
            if let Ok(value) = value.parse()
                && value != 0
            {
                host.stats.push(HostStat { name: field.to_owned(), value: Int(value) });
            }
        }
    }
}

/// The flags of `HostUtility::healthFlagsToString`: `healthy`, or `/flag/flag`.
fn health(flags: &str) -> HostHealth {
    let mut health = HostHealth { eds_health_status: HealthStatus::Healthy, ..HostHealth::default() };
    for flag in flags.split('/') {
        match flag {
            "failed_active_hc" => health.failed_active_health_check = true,
            "failed_outlier_check" => health.failed_outlier_check = true,
            "failed_eds_health" => health.eds_health_status = HealthStatus::Unhealthy,
            "eds_status_draining" => health.eds_health_status = HealthStatus::Draining,
            "degraded_eds_health" => health.eds_health_status = HealthStatus::Degraded,
            "degraded_active_hc" => health.failed_active_degraded_check = true,
            "pending_dynamic_removal" => health.pending_dynamic_removal = true,
            "pending_active_hc" => health.pending_active_hc = true,
            "excluded_via_immediate_hc_fail" => health.excluded_via_immediate_hc_fail = true,
            "active_hc_timeout" => health.active_hc_timeout = true,
            _ => {}
        }
    }
    health
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_json_tell_the_same() {
        let text = "\
c::observability_name::c
c::default_priority::max_connections::1024
c::10.0.0.1:80::cx_active::3
c::10.0.0.1:80::health_flags::/failed_active_hc/failed_eds_health
c::10.0.0.1:80::weight::2
c::10.0.0.1:80::region::eu
c::10.0.0.1:80::priority::1
c::[fd00::1]:80::health_flags::healthy
c::envoy://main/x::health_flags::healthy
empty::added_via_api::true
noise";
        let json = r#"{"cluster_statuses":[{"name":"c","host_statuses":[
          {"address":{"socket_address":{"address":"10.0.0.1","port_value":80}},"stats":[{"name":"cx_active","value":"3","type":"GAUGE"}],
           "health_status":{"eds_health_status":"UNHEALTHY","failed_active_health_check":true},"weight":2,"priority":1,"locality":{"region":"eu"}},
          {"address":{"socket_address":{"address":"fd00::1","port_value":80}},"health_status":{"eds_health_status":"HEALTHY"}},
          {"address":{"envoy_internal_address":{"server_listener_name":"main","endpoint_id":"x"}},"health_status":{"eds_health_status":"HEALTHY"}}
        ]},{"name":"empty"}]}"#;
        let row = |hosts: &Hosts| -> Vec<String> {
            hosts
                .iter()
                .flat_map(|(cluster, hosts)| {
                    hosts.iter().map(move |h| {
                        format!(
                            "{cluster} {} {:?} {} {} {:?}",
                            h.address,
                            h.health_status,
                            h.priority,
                            h.locality,
                            h.stats.first().map(|s| (s.name.clone(), s.value))
                        )
                    })
                })
                .collect()
        };
        let (from_text, from_json) = (from_text(text), from_json(json.as_bytes()).unwrap());
        assert_eq!(row(&from_text), row(&from_json));
        assert_eq!(from_text.keys().collect::<Vec<_>>(), ["c", "empty"]);
        assert_eq!(from_text["c"].len(), 3);
    }
}
