//! One proxy as the rules see it: who it is, and what it has.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::graph::{Graph, NodeId};
use super::inventory::Inventory;
use super::rules::gateway::{self, Server};
use super::world::World;
use crate::correlate::Mesh;
use crate::model::istio::selector::{TargetReference, WorkloadSelector};
use crate::model::{Proxy, ProxyKind};

/// A proxy, what it has, and the resources around it.
#[derive(Debug)]
pub struct View<'a> {
    /// The mesh.
    pub mesh: &'a Mesh,
    /// Its resources, decoded.
    pub world: &'a World,
    /// The proxy.
    pub proxy: &'a Proxy,
    /// What it has.
    pub inventory: &'a Inventory,
    servers: OnceCell<Vec<Server>>,
}

/// How narrow a resource is that is for a proxy: the narrower wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// For the whole mesh.
    Mesh,
    /// For a namespace.
    Namespace,
    /// For some workloads of it.
    Workload,
}

/// A rule: says of some objects where they come from.
pub type Rule = fn(&View, &mut Graph);

impl<'a> View<'a> {
    /// A proxy among the resources.
    pub fn new(mesh: &'a Mesh, proxy: &'a Proxy, inventory: &'a Inventory) -> Self {
        Self { mesh, world: mesh.world(), proxy, inventory, servers: OnceCell::new() }
    }

    /// The servers of Gateways that are for the proxy.
    pub fn servers(&self) -> &[Server] {
        self.servers.get_or_init(|| gateway::servers(self))
    }

    /// Its namespace.
    pub fn namespace(&self) -> &str {
        &self.proxy.id.namespace
    }

    /// The labels of its workload.
    pub fn labels(&self) -> &BTreeMap<String, String> {
        &self.proxy.bootstrap.node.metadata.labels
    }

    /// Whether it is a sidecar.
    pub fn is_sidecar(&self) -> bool {
        self.proxy.kind == ProxyKind::Sidecar
    }

    /// Where its cluster for a port of a service comes from: the service, and what lets the proxy see it.
    pub fn seen(&self, host: &str, port: u16) -> Option<NodeId> {
        self.inventory.cluster_named(&format!("outbound|{port}||{host}")).map(|cluster| cluster.node)
    }

    /// The Gateway of the Gateway API that it was made for.
    pub fn own_gateway(&self) -> Option<&str> {
        let labels = self.labels();
        labels
            .get("gateway.networking.k8s.io/gateway-name")
            .or_else(|| labels.get("istio.io/gateway-name"))
            .map(String::as_str)
    }

    /// How narrowly a resource of a namespace with this selector is for the proxy; `None` where it is not
    /// (`pilot/pkg/model/policyattachment.go`: a waypoint and a gateway of the Gateway API also by target).
    pub fn scope(
        &self,
        namespace: &str,
        selector: Option<&WorkloadSelector>,
        targets: &[TargetReference],
    ) -> Option<Scope> {
        if !targets.is_empty() {
            let own = self.own_gateway();
            let is_own = |target: &TargetReference| target.kind == "Gateway" && Some(target.name.as_str()) == own;
            // What is for a Service binds at its waypoint, to the chains of the service.
            let at_waypoint = |target: &TargetReference| {
                self.proxy.kind == ProxyKind::Waypoint && matches!(target.kind.as_str(), "Service" | "ServiceEntry")
            };
            let here =
                namespace == self.namespace() && targets.iter().any(|target| is_own(target) || at_waypoint(target));
            return here.then_some(Scope::Workload);
        }
        let selector = selector.filter(|selector| !selector.is_empty());
        // A waypoint is no workload of its namespace: only resources that target it are for it.
        let is_root = namespace == self.world.root_namespace;
        if namespace != self.namespace() && !is_root {
            return None;
        }
        match selector {
            Some(selector) => {
                (selector.selects(self.labels()) && self.proxy.kind != ProxyKind::Waypoint).then_some(Scope::Workload)
            }
            None if is_root => Some(Scope::Mesh),
            None => Some(Scope::Namespace),
        }
    }
}
