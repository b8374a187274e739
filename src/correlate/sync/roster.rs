//! Who is in the mesh: the proxies whose dumps were read, those that an istiod lists, and, where istiods were asked, pods
//! with a proxy that none of them lists.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::base::capture::ISTIOD;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::model::istiod::{Connection, Istiod, XdsType};
use crate::model::{Proxy, ProxyKind, Resource};

/// What a proxy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Beside a workload.
    Sidecar,
    /// A gateway.
    Gateway,
    /// An ambient waypoint.
    Waypoint,
    /// The proxy of a node.
    Ztunnel,
    /// A gateway or waypoint that is no Envoy.
    Agentgateway,
    /// An Envoy that Istio does not run.
    Standalone,
    /// Nothing says.
    Unknown,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sidecar => "sidecar",
            Self::Gateway => "gateway",
            Self::Waypoint => "waypoint",
            Self::Ztunnel => "ztunnel",
            Self::Agentgateway => "agentgateway",
            Self::Standalone => "standalone",
            Self::Unknown => "unknown",
        }
    }

    /// istiod's node types, which are the first argument of its agent too.
    fn of_node(node_type: &str) -> Option<Self> {
        Some(match node_type {
            "sidecar" => Self::Sidecar,
            "router" | "ingress" => Self::Gateway,
            "waypoint" => Self::Waypoint,
            "ztunnel" => Self::Ztunnel,
            "agentgateway" => Self::Agentgateway,
            _ => return None,
        })
    }
}

/// What is known of one proxy.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'m> {
    /// Its dump.
    pub proxy: Option<&'m Proxy>,
    /// Its connection, with the istiod.
    pub connection: Option<(&'m Istiod, &'m Connection)>,
    /// Its pod.
    pub pod: Option<&'m Resource>,
}

/// All proxies, by id.
#[derive(Debug, Clone, Default)]
pub struct Roster<'m> {
    /// What is known of each.
    pub proxies: BTreeMap<ProxyId, Known<'m>>,
    /// Whether any istiod was read.
    pub asked: bool,
    /// Whether all of them were read: who is in none of their lists is not connected.
    pub complete: bool,
}

impl<'m> Roster<'m> {
    /// Everybody in a mesh.
    pub fn of(mesh: &'m Mesh) -> Self {
        let asked = !mesh.istiods.is_empty();
        let complete = asked && all_read(mesh);
        let mut proxies: BTreeMap<ProxyId, Known<'m>> = BTreeMap::new();
        for proxy in &mesh.proxies {
            proxies.entry(proxy.id.clone()).or_default().proxy = Some(proxy);
        }
        for istiod in &mesh.istiods {
            for connection in &istiod.connections {
                let known = proxies.entry(connection.proxy.clone()).or_default();
                // A proxy that has moved to another istiod may be in the list of the old one for a while.
                let is_later = known.connection.is_none_or(|(_, other)| connection.last_sent() > other.last_sent());
                if is_later {
                    known.connection = Some((istiod, connection));
                }
            }
        }
        for pod in mesh.of_kind("Pod") {
            let id = ProxyId::new(pod.id.namespace.clone(), pod.id.name.clone());
            if let Some(known) = proxies.get_mut(&id) {
                known.pod = Some(pod);
            } else if complete && runs(pod) && container(pod).is_some() {
                proxies.insert(id, Known { pod: Some(pod), ..Known::default() });
            }
        }
        Self { proxies, asked, complete }
    }
}

impl Known<'_> {
    /// What it is for.
    pub fn kind(&self) -> Kind {
        let connected = self.connection.map(|(_, connection)| connection);
        connected
            .and_then(|connection| Kind::of_node(&connection.node_type))
            .or_else(|| self.proxy.map(|proxy| of_proxy(proxy.kind)))
            .or_else(|| self.pod.and_then(of_pod))
            .or_else(|| {
                connected.filter(|connection| connection.types.contains_key(&XdsType::Wads)).map(|_| Kind::Ztunnel)
            })
            .unwrap_or(Kind::Unknown)
    }

    /// Its version of Istio, else of Envoy.
    pub fn version(&self) -> String {
        let of_istio = |version: &String| (!version.is_empty()).then(|| version.clone());
        self.connection
            .and_then(|(_, connection)| of_istio(&connection.istio_version))
            .or_else(|| of_istio(&self.proxy?.bootstrap.node.metadata.istio_version))
            .or_else(|| {
                let version = self.proxy?.version()?;
                Some(format!("Envoy {}.{}.{}", version.major_number, version.minor_number, version.patch))
            })
            .unwrap_or_default()
    }

    /// The id of its cluster.
    pub fn cluster(&self) -> String {
        let connected = self.connection.map(|(_, connection)| connection.cluster.clone());
        let own = || self.proxy.map(|proxy| proxy.bootstrap.node.metadata.cluster_id.clone());
        connected.filter(|cluster| !cluster.is_empty()).or_else(own).unwrap_or_default()
    }
}

/// Whether every istiod that runs was read. Archives hold one of several replicas: where the pods are not known, nor is
/// this.
fn all_read(mesh: &Mesh) -> bool {
    let is_istiod = |pod: &&Resource| pod.metadata.labels.get("app").is_some_and(|app| app == "istiod") && runs(pod);
    let is_read = |pod: &Resource| {
        let name = format!("{}/{}", pod.id.namespace, pod.id.name);
        mesh.istiods.iter().any(|istiod| istiod.name == name)
    };
    let mut pods = mesh.of_kind("Pod").filter(is_istiod).peekable();
    pods.peek().is_some() && pods.all(is_read) && !mesh.gaps.iter().any(|gap| gap.place.starts_with(ISTIOD))
}

fn of_proxy(kind: ProxyKind) -> Kind {
    match kind {
        ProxyKind::Sidecar => Kind::Sidecar,
        ProxyKind::Gateway => Kind::Gateway,
        ProxyKind::Waypoint => Kind::Waypoint,
        ProxyKind::Standalone => Kind::Standalone,
    }
}

/// The container of its proxy: a native sidecar is an init container.
fn container(pod: &Resource) -> Option<&Value> {
    let list = |field: &str| pod.body.pointer(field).and_then(Value::as_array).into_iter().flatten();
    let mut containers = list("/spec/containers").chain(list("/spec/initContainers"));
    containers.find(|container| container.get("name").and_then(Value::as_str) == Some("istio-proxy"))
}

fn runs(pod: &Resource) -> bool {
    pod.body.pointer("/status/phase").and_then(Value::as_str) == Some("Running")
}

/// `proxy sidecar …`: what its agent was started as.
fn of_pod(pod: &Resource) -> Option<Kind> {
    let arguments = container(pod)?.get("args")?.as_array()?;
    arguments.iter().filter_map(Value::as_str).find_map(Kind::of_node)
}
