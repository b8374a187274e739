//! Which ztunnel is meant.

use anyhow::{Result, bail};
use clap::Args;

use crate::base::name::ProxyId;
#[cfg(feature = "live")]
use crate::cli::args::Global;
#[cfg(feature = "live")]
use crate::cli::live;
#[cfg(feature = "live")]
use crate::collect::live::{Cluster, Pod};
use crate::correlate::Mesh;
use crate::model::Ztunnel;

/// So many names fit into a message.
const MOST_NAMED: usize = 12;

/// The ztunnel of a command.
#[derive(Debug, Clone, Default, Args)]
pub(in crate::cli) struct Chosen {
    /// The ztunnel: NAME[.NAMESPACE]; or a pod, for the ztunnel of its node. Each ztunnel holds the whole mesh, so it may be
    /// left out where certificates and connections are not asked for
    #[arg(value_name = "ZTUNNEL")]
    name: Option<String>,
    /// The ztunnel of a node
    #[arg(long, value_name = "NODE", conflicts_with = "name")]
    node: Option<String>,
    /// Its certificates or connections are asked for: those of another will not do.
    #[arg(skip)]
    own: bool,
}

impl Chosen {
    /// The same, where any other ztunnel will not do.
    pub(super) fn itself(&self) -> Self {
        Self { own: true, ..self.clone() }
    }

    /// One of those that were read; a remark where nobody said which.
    pub(super) fn of<'m>(&self, mesh: &'m Mesh) -> Result<(&'m Ztunnel, Option<String>)> {
        let nodes: Vec<(&ProxyId, &str)> = mesh.ztunnels.iter().map(|ztunnel| (&ztunnel.id, ztunnel.node())).collect();
        let node = || self.name.as_deref().and_then(|name| node_of(mesh, name));
        let index = self.pick(&nodes, node)?;
        let ztunnel = &mesh.ztunnels[index];
        let is_open = nodes.len() > 1 && self.name.is_none() && self.node.is_none();
        let remark =
            is_open.then(|| format!("by ztunnel {}; each of the {} holds the whole mesh", ztunnel.id, nodes.len()));
        Ok((ztunnel, remark))
    }

    /// One of those of a cluster.
    #[cfg(feature = "live")]
    pub(in crate::cli) fn pod(&self, cluster: &Cluster, pods: &[Pod], global: &Global) -> Result<Pod> {
        let nodes: Vec<(&ProxyId, &str)> = pods.iter().map(|pod| (&pod.id, pod.node.as_str())).collect();
        let here = global.namespace.as_deref().unwrap_or(cluster.default_namespace());
        let node = || {
            let named = live::find(cluster, self.name.as_deref()?, here).ok()?;
            named.into_iter().next().map(|pod| pod.node)
        };
        // Where any will do, one that answers will.
        let running = pods.iter().position(|pod| pod.not_running.is_none()).filter(|_| !self.own);
        let is_open = self.name.is_none() && self.node.is_none();
        let index = match running.filter(|_| is_open) {
            Some(running) => running,
            None => self.pick(&nodes, node)?,
        };
        Ok(pods[index].clone())
    }

    /// One of some, by its name or its node.
    fn pick(&self, ztunnels: &[(&ProxyId, &str)], node_of: impl FnOnce() -> Option<String>) -> Result<usize> {
        let on = |wanted: &str| ztunnels.iter().position(|(_, node)| *node == wanted);
        let names = || {
            let lines = ztunnels.iter().take(MOST_NAMED).map(|(id, node)| format!("  {id}  on node {node}"));
            lines.collect::<Vec<_>>().join("\n")
        };
        if let Some(node) = &self.node {
            return match on(node) {
                Some(index) => Ok(index),
                None => bail!("no ztunnel of node {node} was read; there are\n{}", names()),
            };
        }
        let Some(name) = &self.name else {
            if self.own && ztunnels.len() > 1 {
                bail!("which ztunnel? name one of these, or its node with --node:\n{}", names());
            }
            return Ok(0);
        };
        if let Some(index) = ztunnels.iter().position(|(id, _)| is_named(id, name)) {
            return Ok(index);
        }
        match node_of().and_then(|node| on(&node)) {
            Some(index) => Ok(index),
            None => bail!("{name:?} is neither a ztunnel that was read nor a pod on its node; there are\n{}", names()),
        }
    }
}

/// Whether a text is `[pod/][NAMESPACE/]NAME[.NAMESPACE]` of a pod.
fn is_named(id: &ProxyId, text: &str) -> bool {
    let text = ["pod/", "pods/", "po/"].iter().find_map(|kind| text.strip_prefix(kind)).unwrap_or(text);
    [id.name.clone(), id.to_string(), format!("{}.{}", id.name, id.namespace)].iter().any(|name| name == text)
}

/// The node of a workload: its pod, or the `NAME-` that its pods begin with.
fn node_of(mesh: &Mesh, text: &str) -> Option<String> {
    let workloads = mesh.ztunnels.first()?.dump.workloads.iter();
    let name = text.rsplit_once('/').map_or(text, |(_, name)| name);
    let is_it = |id: ProxyId| is_named(&id, text) || id.name == name;
    workloads
        .clone()
        .find(|workload| is_it(ProxyId::new(&workload.namespace, &workload.name)))
        .map(|workload| workload.node.clone())
}
