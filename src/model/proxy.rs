//! One Envoy: who it is and what it holds.

use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dump::ConfigDump;
use super::envoy::bootstrap::{Bootstrap, SemanticVersion};
use super::envoy::secret::Secret;
use super::item::Item;
use super::peek;
use super::stats::Stat;
use super::status::{HostStatus, Hosts};
use crate::base::name::ProxyId;

/// One Envoy with its dump.
#[derive(Debug, Clone)]
pub struct Proxy {
    /// Pod, or node id outside of Kubernetes.
    pub id: ProxyId,
    /// What it is for.
    pub kind: ProxyKind,
    /// The bootstrap; empty where the dump has none.
    pub bootstrap: Bootstrap,
    /// Runtime values: static layers, then `/runtime` where it was read.
    pub runtime: BTreeMap<String, Value>,
    /// What it holds, undecoded.
    pub dump: ConfigDump,
    /// Live hosts by cluster, from `/clusters`; `None` where that was not read.
    pub hosts: Option<BTreeMap<String, Vec<HostStatus>>>,
    /// The text that `hosts` was read from, where it is JSON: for who prints it as Envoy does.
    pub hosts_json: Option<Bytes>,
    /// Its statistics, from `/stats`; `None` where that was not read.
    pub stats: Option<Vec<Stat>>,
    /// The files it was read from.
    pub places: Vec<String>,
}

/// What a proxy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ProxyKind {
    /// Beside a workload.
    Sidecar,
    /// A gateway (`router`).
    Gateway,
    /// An ambient waypoint.
    Waypoint,
    /// An Envoy that Istio does not run.
    Standalone,
}

impl ProxyKind {
    /// istiod's node ids begin with the kind of proxy.
    pub fn of_node(node_id: &str) -> Self {
        match node_id.split('~').next() {
            Some("sidecar") => Self::Sidecar,
            Some("router" | "ingress") => Self::Gateway,
            Some("waypoint") => Self::Waypoint,
            _ => Self::Standalone,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sidecar => "sidecar",
            Self::Gateway => "gateway",
            Self::Waypoint => "waypoint",
            Self::Standalone => "envoy",
        }
    }
}

/// Reads the pod out of a node id: `TYPE~IP~POD.NAMESPACE~NAMESPACE.svc.DOMAIN`.
pub fn id_of_node(node_id: &str) -> Option<ProxyId> {
    if node_id.is_empty() {
        return None;
    }
    let mut parts = node_id.split('~');
    let (Some(_), Some(_), Some(pod), Some(_)) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Some(ProxyId::new("", node_id));
    };
    let (name, namespace) = pod.rsplit_once('.')?;
    Some(ProxyId::new(namespace, name))
}

/// `/clusters`, read.
#[derive(Debug, Clone)]
pub struct LiveHosts {
    /// The hosts.
    pub by_cluster: Hosts,
    /// The text, where it is JSON.
    pub json: Option<Bytes>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Updated {
    last_updated: Option<Timestamp>,
    active_state: Option<Box<Updated>>,
}

impl Proxy {
    /// A proxy of which only `/clusters` was read.
    pub fn of_hosts(id: ProxyId, hosts: LiveHosts, place: String) -> Self {
        Self {
            id,
            kind: ProxyKind::Standalone,
            bootstrap: Bootstrap::default(),
            runtime: BTreeMap::new(),
            dump: ConfigDump::default(),
            hosts: Some(hosts.by_cluster),
            hosts_json: hosts.json,
            stats: None,
            places: vec![place],
        }
    }

    /// Adds what another source says of the same proxy.
    pub fn merge(&mut self, other: Self) {
        if self.dump.bootstrap.is_none() && other.dump.bootstrap.is_some() {
            self.bootstrap = other.bootstrap;
            self.kind = other.kind;
        }
        self.dump.merge(other.dump);
        self.runtime.extend(other.runtime);
        if self.hosts.is_none() {
            self.hosts = other.hosts;
            self.hosts_json = other.hosts_json;
        }
        if self.stats.is_none() {
            self.stats = other.stats;
        }
        self.places.extend(other.places);
    }

    /// The time that the dump speaks of: when its newest listener, secret or the bootstrap was loaded.
    pub fn as_of(&self) -> Option<Timestamp> {
        let listeners = self.dump.listeners.iter().map(|entry| entry.item.text());
        let secrets = self.dump.secrets.iter().map(|entry| entry.item.text());
        let bootstrap = self.dump.bootstrap.iter().map(Item::text);
        listeners
            .chain(secrets)
            .chain(bootstrap)
            .filter_map(|text| serde_json::from_slice::<Updated>(text).ok())
            .filter_map(|entry| entry.last_updated.or_else(|| entry.active_state?.last_updated))
            .max()
    }

    /// Envoy's version, if the dump says it.
    pub fn version(&self) -> Option<SemanticVersion> {
        let node = &self.bootstrap.node;
        let version = node.user_agent_build_version.version;
        if version != SemanticVersion::default() {
            return Some(version);
        }
        let mut numbers = node.build_version.split('/').nth(1)?.split(['.', '-']);
        let mut next = || numbers.next()?.parse().ok();
        Some(SemanticVersion { major_number: next()?, minor_number: next()?, patch: next()? })
    }

    /// A secret, by name.
    pub fn secret(&self, name: &str) -> Option<Secret> {
        let items = self.dump.secrets.iter().map(|entry| &entry.item);
        let wanted = items.filter(|item| peek::name(item.text(), &["secret"], &["name"]).as_deref() == Some(name));
        wanted.filter_map(|item| item.decode().ok()).map(|entry| entry.secret).next()
    }

    /// The addresses of the workload.
    pub fn addresses(&self) -> Vec<std::net::IpAddr> {
        let node = &self.bootstrap.node;
        let listed = node.metadata.instance_ips.split(',');
        let mut addresses: Vec<_> =
            node.id.split('~').nth(1).into_iter().chain(listed).filter_map(|ip| ip.trim().parse().ok()).collect();
        let mut seen = std::collections::BTreeSet::new();
        addresses.retain(|ip| seen.insert(*ip));
        addresses
    }

    /// The DNS suffix of its namespace's services: `NAMESPACE.svc.cluster.local`.
    pub fn dns_domain(&self) -> Option<&str> {
        self.bootstrap.node.id.split('~').nth(3)
    }

    /// The SPIFFE id of its workload, in the trust domain that its own certificate names or Istio's default.
    pub fn identity(&self) -> Option<String> {
        let metadata = &self.bootstrap.node.metadata;
        if metadata.service_account.is_empty() {
            return None;
        }
        let domain = self
            .dns_domain()
            .and_then(|domain| domain.split_once(".svc."))
            .map_or("cluster.local", |(_, domain)| domain);
        Some(format!("spiffe://{domain}/ns/{}/sa/{}", self.id.namespace, metadata.service_account))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_ids_tell_pod_and_kind() {
        let cases = [
            ("sidecar~10.0.0.1~web-0.shop~shop.svc.cluster.local", ProxyKind::Sidecar, Some(("shop", "web-0"))),
            (
                "router~10.0.0.1~gw-1.istio-ingress~istio-ingress.svc.cluster.local",
                ProxyKind::Gateway,
                Some(("istio-ingress", "gw-1")),
            ),
            ("lab-envoy", ProxyKind::Standalone, Some(("", "lab-envoy"))),
            ("", ProxyKind::Standalone, None),
        ];
        for (node, kind, id) in cases {
            assert_eq!(ProxyKind::of_node(node), kind, "{node}");
            assert_eq!(id_of_node(node), id.map(|(namespace, name)| ProxyId::new(namespace, name)), "{node}");
        }
    }
}
