//! `/debug/syncz` as istiod has printed it over time, and the same over xDS, as `istioctl proxy-status -o json` prints
//! it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::connection::{Connection, Exchange, Outcome};
use super::xds_type::XdsType;
use crate::base::name::ProxyId;
use crate::model::proxy::id_of_node;

/// The proxies that an istiod lists, and its name where the page holds it.
///
/// # Errors
/// Where the text is no JSON or of another shape.
pub fn read(text: &[u8]) -> Result<(Option<String>, Vec<Connection>), serde_json::Error> {
    let is_list = text.trim_ascii_start().starts_with(b"[");
    if is_list && let Ok(rows) = serde_json::from_slice::<Vec<Row>>(text) {
        let connections: Vec<Connection> = rows.into_iter().filter_map(Row::connection).collect();
        if !connections.is_empty() || serde_json::from_slice::<[(); 0]>(text).is_ok() {
            return Ok((None, connections));
        }
    }
    let mut name = None;
    let mut connections = Vec::new();
    if is_list {
        let clients: Vec<Client> = serde_json::from_slice(text)?;
        connections.extend(clients.into_iter().filter_map(Client::connection));
        return Ok((name, connections));
    }
    // istioctl prints one answer for each istiod.
    for response in serde_json::Deserializer::from_slice(text).into_iter::<Response>() {
        let response = response?;
        name = name.or_else(|| response.control_plane.name());
        connections.extend(response.resources.into_iter().filter_map(Client::connection));
    }
    Ok((name, connections))
}

/// A row of the page: nonces of five kinds, and since Istio 1.25 of every kind that the proxy asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Row {
    cluster_id: String,
    proxy: String,
    proxy_type: String,
    proxy_version: String,
    istio_version: String,
    cluster_sent: String,
    cluster_acked: String,
    listener_sent: String,
    listener_acked: String,
    route_sent: String,
    route_acked: String,
    endpoint_sent: String,
    endpoint_acked: String,
    extensionconfig_sent: String,
    extensionconfig_acked: String,
    resources: BTreeMap<String, Nonces>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Nonces {
    sent: String,
    acked: String,
    sent_time: String,
    last_error: String,
}

impl Row {
    fn connection(self) -> Option<Connection> {
        let mut types = BTreeMap::new();
        for (kind, sent) in &self.resources {
            let outcome = Outcome::of_nonces(&sent.sent, &sent.acked, &sent.last_error);
            types.insert(XdsType::parse(kind), Exchange { outcome, sent_at: time(&sent.sent_time) });
        }
        if self.resources.is_empty() {
            let of_kinds = [
                (XdsType::Cds, &self.cluster_sent, &self.cluster_acked),
                (XdsType::Lds, &self.listener_sent, &self.listener_acked),
                (XdsType::Eds, &self.endpoint_sent, &self.endpoint_acked),
                (XdsType::Rds, &self.route_sent, &self.route_acked),
                (XdsType::Ecds, &self.extensionconfig_sent, &self.extensionconfig_acked),
            ];
            for (kind, sent, acknowledged) in of_kinds {
                // Older ones do not tell who asked for extensions: few do.
                if kind != XdsType::Ecds || !sent.is_empty() {
                    let outcome = Outcome::of_nonces(sent, acknowledged, "");
                    types.insert(kind, Exchange { outcome, sent_at: None });
                }
            }
        }
        Some(Connection {
            proxy: proxy(&self.proxy)?,
            node_type: self.proxy_type,
            cluster: self.cluster_id,
            istio_version: if self.istio_version.is_empty() { self.proxy_version } else { self.istio_version },
            types,
        })
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Response {
    resources: Vec<Client>,
    control_plane: ControlPlane,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ControlPlane {
    identifier: String,
}

impl ControlPlane {
    /// The identifier is JSON itself.
    fn name(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Identifier {
            #[serde(rename = "ID")]
            id: String,
        }
        serde_json::from_str::<Identifier>(&self.identifier).ok().map(|identifier| identifier.id)
    }
}

/// `envoy.service.status.v3.ClientConfig`.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Client {
    node: Node,
    generic_xds_configs: Vec<Generic>,
    xds_config: Vec<PerKind>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Node {
    id: String,
    metadata: Metadata,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "SCREAMING_SNAKE_CASE")]
struct Metadata {
    cluster_id: String,
    istio_version: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Generic {
    type_url: String,
    config_status: String,
    last_updated: String,
    error_state: Failure,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Failure {
    details: String,
}

/// Until Istio 1.13: the kind is the name of the field that is set.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct PerKind {
    status: String,
    cluster_config: Option<serde::de::IgnoredAny>,
    listener_config: Option<serde::de::IgnoredAny>,
    route_config: Option<serde::de::IgnoredAny>,
    endpoint_config: Option<serde::de::IgnoredAny>,
}

impl Client {
    fn connection(self) -> Option<Connection> {
        let mut types = BTreeMap::new();
        for config in &self.generic_xds_configs {
            if let Some(outcome) = outcome(&config.config_status, &config.error_state.details) {
                types.insert(
                    XdsType::parse(&config.type_url),
                    Exchange { outcome, sent_at: time(&config.last_updated) },
                );
            }
        }
        for config in &self.xds_config {
            let kind = match config {
                PerKind { cluster_config: Some(_), .. } => XdsType::Cds,
                PerKind { listener_config: Some(_), .. } => XdsType::Lds,
                PerKind { route_config: Some(_), .. } => XdsType::Rds,
                PerKind { endpoint_config: Some(_), .. } => XdsType::Eds,
                _ => continue,
            };
            if let Some(outcome) = outcome(&config.status, "") {
                types.insert(kind, Exchange { outcome, sent_at: None });
            }
        }
        Some(Connection {
            proxy: proxy(&self.node.id)?,
            node_type: self.node.id.split_once('~').map_or_else(String::new, |(kind, _)| kind.to_owned()),
            cluster: self.node.metadata.cluster_id,
            istio_version: self.node.metadata.istio_version,
            types,
        })
    }
}

/// `envoy.service.status.v3.ConfigStatus`; `UNKNOWN` is what nobody asked for.
fn outcome(status: &str, details: &str) -> Option<Outcome> {
    match status {
        "NOT_SENT" => Some(Outcome::NotSent),
        "SYNCED" => Some(Outcome::Synced),
        "STALE" => Some(Outcome::Stale { never_acknowledged: false }),
        "ERROR" => Some(Outcome::Rejected(details.to_owned())),
        _ => None,
    }
}

/// `POD.NAMESPACE`, or a node id. Names of pods may hold dots, those of namespaces may not.
fn proxy(text: &str) -> Option<ProxyId> {
    if text.contains('~') {
        return id_of_node(text);
    }
    match text.rsplit_once('.') {
        Some((name, namespace)) => Some(ProxyId::new(namespace, name)),
        None => (!text.is_empty()).then(|| ProxyId::new("", text)),
    }
}

/// Go prints a time that was never set as the first second of the year 1.
fn time(text: &str) -> Option<Timestamp> {
    text.parse().ok().filter(|time: &Timestamp| time.as_second() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each connection on a line: who, and what became of each kind.
    fn lines(text: &str) -> String {
        let (name, connections) = read(text.as_bytes()).unwrap();
        let mut lines: Vec<String> = name.into_iter().collect();
        for connection in connections {
            let types: Vec<String> = connection
                .types
                .iter()
                .map(|(kind, exchange)| {
                    let at = exchange.sent_at.map(|time| format!("@{time}")).unwrap_or_default();
                    match &exchange.outcome {
                        Outcome::NotSent => format!("{kind} not sent{at}"),
                        Outcome::Synced => format!("{kind} synced{at}"),
                        Outcome::Stale { never_acknowledged: false } => format!("{kind} stale{at}"),
                        Outcome::Stale { never_acknowledged: true } => format!("{kind} never{at}"),
                        Outcome::Rejected(why) => format!("{kind} rejected {why}{at}"),
                    }
                })
                .collect();
            let Connection { proxy, node_type, cluster, istio_version, .. } = connection;
            lines.push(format!("{proxy} {node_type} {cluster} {istio_version}: {}", types.join(", ")));
        }
        lines.join("\n")
    }

    #[test]
    fn every_shape_is_read() {
        let cases = [
            // Istio 1.6.
            (
                r#"[{"proxy":"web-1.shop","istio_version":"1.6.0","cluster_sent":"a","cluster_acked":"a",
                    "listener_sent":"b","listener_acked":"a","route_sent":"c","endpoint_sent":"","endpoint_acked":""}]"#,
                "shop/web-1   1.6.0: CDS synced, LDS stale, EDS not sent, RDS never",
            ),
            // Istio 1.17: extensions too.
            (
                r#"[{"cluster_id":"Kubernetes","proxy":"web.v2-1.shop","istio_version":"1.17.2","cluster_sent":"a",
                    "cluster_acked":"a","extensionconfig_sent":"d","extensionconfig_acked":"d"}]"#,
                "shop/web.v2-1  Kubernetes 1.17.2: CDS synced, LDS not sent, EDS not sent, RDS not sent, ECDS synced",
            ),
            // Istio 1.25 and later: every kind, by type URL, with times and what was refused.
            (
                r#"[{"cluster_id":"c","proxy":"w-1.shop","proxy_type":"sidecar","istio_version":"1.32.0","cluster_sent":"x","resources":{
                    "type.googleapis.com/envoy.config.cluster.v3.Cluster":{"sent":"x","acked":"x","sentTime":"2026-11-20T13:00:00Z"},
                    "type.googleapis.com/envoy.config.listener.v3.Listener":{"sent":"y","acked":"x","lastError":"no such filter"},
                    "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment":{"sentTime":"0001-01-01T00:00:00Z"}}},
                   {"cluster_id":"c","proxy":"zt-1.istio-system","proxy_type":"ztunnel","istio_version":"1.32.0","resources":{
                    "type.googleapis.com/istio.workload.Address":{"sent":"1","acked":"1"},
                    "type.googleapis.com/istio.security.Authorization":{"sent":"2"},
                    "type.googleapis.com/a.b.New":{"sent":"2","acked":"2"}}}]"#,
                "shop/w-1 sidecar c 1.32.0: CDS synced@2026-11-20T13:00:00Z, LDS rejected no such filter, EDS not sent\n\
                 istio-system/zt-1 ztunnel c 1.32.0: WDS synced, WADS never, New synced",
            ),
            // `istioctl proxy-status -o json`.
            (
                r#"{"versionInfo":"1.1","resources":[{"@type":"type.googleapis.com/envoy.service.status.v3.ClientConfig",
                    "node":{"id":"w-1.shop","metadata":{"CLUSTER_ID":"c","ISTIO_VERSION":"1.20"}},"genericXdsConfigs":[
                    {"typeUrl":"type.googleapis.com/envoy.config.cluster.v3.Cluster","configStatus":"STALE"},
                    {"typeUrl":"type.googleapis.com/envoy.config.listener.v3.Listener","configStatus":"ERROR","errorState":{"details":"bad"}},
                    {"typeUrl":"type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig","configStatus":"UNKNOWN"}]}],
                    "controlPlane":{"identifier":"{\"Component\":\"istiod\",\"ID\":\"istiod-1\"}"}}"#,
                "istiod-1\nshop/w-1  c 1.20: CDS stale, LDS rejected bad",
            ),
            (
                r#"[{"node":{"id":"sidecar~10.0.0.1~w-1.shop~shop.svc.cluster.local"},"xdsConfig":[
                    {"status":"SYNCED","clusterConfig":{}},{"status":"NOT_SENT","routeConfig":{}},{"status":"SYNCED"}]}]"#,
                "shop/w-1 sidecar  : CDS synced, RDS not sent",
            ),
            ("[]", ""),
        ];
        for (text, want) in cases {
            assert_eq!(lines(text), want, "{text}");
        }
        assert!(read(b"{\"resources\": 1}").is_err() && read(b"[{").is_err());
    }
}
