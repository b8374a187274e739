//! Clusters: endpoints inline, host names as made-up addresses, and a source address that says which cluster connects.

use std::net::{Ipv4Addr, SocketAddrV4};

use serde_json::{Value, json};

use super::dump;
use super::make::Making;

/// The control plane, which is not there.
const CONTROL_PLANE: [&str; 2] = ["sds-grpc", "xds-grpc"];
/// The port of HBONE.
const TUNNEL_PORT: u16 = 15008;
/// Fields of clusters that look names up.
const BY_DNS: [&str; 9] = [
    "dns_lookup_family",
    "respect_dns_ttl",
    "dns_refresh_rate",
    "dns_jitter",
    "dns_failure_refresh_rate",
    "typed_dns_resolver_config",
    "use_tcp_for_dns_lookups",
    "cluster_type",
    "dns_resolution_config",
];

impl Making<'_> {
    pub(super) fn clusters(&mut self) -> Vec<Value> {
        let known = dump::clusters(self.dump).into_iter();
        let wanted = known.filter(|cluster| !CONTROL_PLANE.contains(&cluster["name"].as_str().unwrap_or_default()));
        wanted.enumerate().map(|(index, cluster)| self.cluster(index, cluster.clone())).collect()
    }

    fn cluster(&mut self, index: usize, cluster: Value) -> Value {
        let name = cluster["name"].as_str().unwrap_or_default().to_owned();
        let mut cluster = self.clean(cluster);
        let fields = cluster.as_object_mut().unwrap();
        fields.remove("@type");
        // Network filters of upstream connections exchange metadata. Endpoints have the health that was recorded.
        fields.remove("filters");
        fields.remove("health_checks");
        let is_bound = fields.contains_key("upstream_bind_config");
        let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
        let is_by_name = matches!(kind.as_str(), "STRICT_DNS" | "LOGICAL_DNS") || fields.contains_key("cluster_type");
        if kind == "EDS" {
            let config = fields.remove("eds_cluster_config").unwrap_or_default();
            let service = config["service_name"].as_str().filter(|service| !service.is_empty()).unwrap_or(&name);
            let known = dump::endpoints(self.dump).get(service).copied().cloned();
            let mut assignment = self.clean(known.unwrap_or_else(|| json!({ "cluster_name": service })));
            assignment.as_object_mut().unwrap().remove("@type");
            fields.insert("load_assignment".to_owned(), assignment);
        }
        if is_by_name {
            for field in BY_DNS {
                fields.remove(field);
            }
        }
        if kind == "EDS" || is_by_name {
            fields.insert("type".to_owned(), "STATIC".into());
        }
        let ports = cluster.pointer("/original_dst_lb_config/upstream_port_override").and_then(Value::as_u64);
        self.made.overridden_ports.extend(ports.and_then(|port| u16::try_from(port).ok()));
        let is_inside = self.addresses(&mut cluster);
        if let Some(seat) = &self.setting.seat {
            // Of a sidecar's clusters, those of its own application bind to an address (127.0.0.6).
            let source = if is_bound { seat.home } else { self.subject.address };
            among_others(&mut cluster, source);
        } else if !is_inside {
            let (high, low) = (index / 250, index % 250 + 1);
            let source = Ipv4Addr::new(127, 16, u8::try_from(high).unwrap(), u8::try_from(low).unwrap());
            cluster["upstream_bind_config"] =
                json!({ "source_address": { "address": source.to_string(), "port_value": 0 } });
            self.made.clusters.insert(source, name);
        }
        if cluster.get("connect_timeout").is_none() {
            cluster["connect_timeout"] = "5s".into();
        }
        cluster
    }

    /// Notes the addresses of a cluster. Returns whether all are listeners inside of the proxy.
    fn addresses(&mut self, cluster: &mut Value) -> bool {
        let name = cluster["name"].as_str().unwrap_or_default().to_owned();
        let mut inside = None;
        let localities = cluster.pointer_mut("/load_assignment/endpoints").and_then(Value::as_array_mut);
        for locality in localities.into_iter().flatten() {
            forget_zero_weight(locality);
            for endpoint in locality["lb_endpoints"].as_array_mut().into_iter().flatten() {
                forget_zero_weight(endpoint);
                let Some(socket) = endpoint.pointer("/endpoint/address/socket_address").cloned() else {
                    inside.get_or_insert(true);
                    // A tunnel leads to the workload that the endpoint is called after.
                    let id = endpoint.pointer("/endpoint/address/envoy_internal_address/endpoint_id");
                    let workload: Option<SocketAddrV4> = id.and_then(|id| id.as_str()?.parse().ok());
                    self.made.endpoints.extend(workload.map(|at| SocketAddrV4::new(*at.ip(), TUNNEL_PORT)));
                    continue;
                };
                inside = Some(false);
                let host = socket["address"].as_str().unwrap_or_default();
                let port = socket["port_value"].as_u64().and_then(|port| u16::try_from(port).ok()).unwrap_or(0);
                let ip = host.parse().unwrap_or_else(|_| self.made_up(host, &name));
                self.made.endpoints.insert(SocketAddrV4::new(ip, port));
                if ip.to_string() != host {
                    let endpoint = &mut endpoint["endpoint"];
                    endpoint["address"]["socket_address"]["address"] = ip.to_string().into();
                    if endpoint["hostname"].as_str().is_none_or(str::is_empty) {
                        endpoint["hostname"] = host.into();
                    }
                }
            }
        }
        inside == Some(true)
    }

    /// The address that stands for a host name, or for the address that was found behind it.
    fn made_up(&mut self, host: &str, cluster: &str) -> Ipv4Addr {
        let found = self.subject.hosts.get(cluster).and_then(|hosts| hosts.first());
        let host = found.map_or(host, String::as_str);
        if let Some((ip, _)) = self.made.names.iter().find(|(_, name)| *name == host) {
            return *ip;
        }
        let count = self.made.names.len();
        let ip = Ipv4Addr::new(198, 18, u8::try_from(count / 250).unwrap(), u8::try_from(count % 250 + 1).unwrap());
        self.made.names.insert(ip, host.to_owned());
        ip
    }
}

/// What a cluster has among other proxies: its connections come from this address, nothing is ejected, and a filter
/// finds the ALPN that Istio's own would offer.
fn among_others(cluster: &mut Value, source: Ipv4Addr) {
    cluster["upstream_bind_config"] = json!({ "source_address": { "address": source.to_string(), "port_value": 0 } });
    let options =
        &cluster["typed_extension_protocol_options"]["envoy.extensions.upstreams.http.v3.HttpProtocolOptions"];
    let is_http2 = options.pointer("/explicit_http_config/http2_protocol_options").is_some()
        || cluster.get("http2_protocol_options").is_some();
    let alpn = if is_http2 { "istio-h2,istio,h2" } else { "istio-http/1.1,istio,http/1.1" };
    let fields = cluster.as_object_mut().unwrap();
    fields.remove("outlier_detection");
    let metadata = fields.entry("metadata").or_insert_with(|| json!({}));
    metadata["filter_metadata"]["oracle"] = json!({ "alpn": alpn });
}

/// The admin port prints a weight of 0 for one that is not set.
fn forget_zero_weight(value: &mut Value) {
    if value["load_balancing_weight"] == json!(0) || value["load_balancing_weight"] == json!({ "value": 0 }) {
        value.as_object_mut().unwrap().remove("load_balancing_weight");
    }
}
