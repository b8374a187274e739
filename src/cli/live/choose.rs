//! Which pods of a cluster a command is about.

use anyhow::{Result, bail};

use super::name::{self, Named};
use crate::cli::args::Global;
use crate::cli::input::How;
use crate::cli::which::Which;
use crate::collect::live::{Cluster, Error, Pod, Wanted};
use crate::simulate::ask::Sender;

/// The labels of gateways: of Istio's charts, and of those that the Gateway API makes.
const GATEWAYS: [&str; 2] = ["istio in (ingressgateway, egressgateway)", "gateway.networking.k8s.io/gateway-name"];
/// So many names fit into a message.
const MOST_NAMED: usize = 12;

/// The pods meant.
pub(super) struct Chosen {
    pub(super) pods: Vec<Pod>,
    pub(super) remark: Option<String>,
}

/// The pods that a command is about.
pub(super) fn choose(cluster: &Cluster, global: &Global, which: &Which, how: How) -> Result<Chosen> {
    let here = global.namespace.as_deref().unwrap_or(cluster.default_namespace());
    let has_proxy = |pod: &Pod| pod.container.is_some() && !pod.is_ztunnel;
    if let Some(labels) = &which.labels {
        let mut pods = cluster.find(&Wanted::Labels(labels.clone()), Some(here))?;
        pods.retain(has_proxy);
        if pods.is_empty() {
            bail!("no pod with the labels {labels} in namespace {here} has a proxy");
        }
        return Ok(Chosen { pods, remark: None });
    }
    if let [text] = which.proxy.as_slice()
        && Sender::is_outside(text)
    {
        return gateways(cluster, global);
    }
    if which.proxy.is_empty() {
        let namespace = if which.all && !how.whole_namespace { global.namespace.as_deref() } else { Some(here) };
        let mut pods = cluster.find(&Wanted::All, namespace)?;
        pods.retain(has_proxy);
        return match pods.as_slice() {
            [] => bail!(
                "no pod with a proxy in {} of {}; another namespace is chosen with -n",
                namespace.map_or("any namespace".to_owned(), |namespace| format!("namespace {namespace}")),
                cluster.name()
            ),
            [_] => Ok(Chosen { pods, remark: None }),
            _ if which.all && !how.only_first => Ok(Chosen { pods, remark: None }),
            several => bail!("which proxy? name one of these:\n{}", names(several)),
        };
    }
    let mut pods: Vec<Pod> = Vec::new();
    let mut remark = None;
    for text in &which.proxy {
        let mut found = find(cluster, text, here)?;
        // Pods without a proxy beside some that have one are not meant; alone they are, and why they have none is told.
        if found.iter().any(has_proxy) {
            found.retain(has_proxy);
        }
        if found.len() > 1 {
            remark = Some(format!("{text} has {} pods: this is the first", found.len()));
        }
        for pod in found {
            if !pods.iter().any(|known| known.id == pod.id) {
                pods.push(pod);
            }
        }
    }
    Ok(Chosen { pods, remark })
}

/// The gateways, one pod of each: any of them may be the entrance of a request from outside.
fn gateways(cluster: &Cluster, global: &Global) -> Result<Chosen> {
    let mut pods: Vec<Pod> = Vec::new();
    for labels in GATEWAYS {
        let found = match cluster.find(&Wanted::Labels(labels.to_owned()), global.namespace.as_deref()) {
            Err(Error::Nothing { .. }) => Vec::new(),
            found => found?,
        };
        pods.extend(found.into_iter().filter(|pod| pod.container.is_some() && pod.not_running.is_none()));
    }
    pods.sort_by(|left, right| left.id.cmp(&right.id));
    pods.dedup_by(|left, right| left.id == right.id);
    if pods.is_empty() {
        bail!("no gateway in {}: name the proxy that the request meets first", cluster.name());
    }
    Ok(Chosen { pods, remark: None })
}

/// The pods of the first reading of a name that has any.
pub(in crate::cli) fn find(cluster: &Cluster, text: &str, here: &str) -> Result<Vec<Pod>> {
    let mut first = None;
    for Named { wanted, namespace } in name::readings(text) {
        match cluster.find(&wanted, Some(namespace.as_deref().unwrap_or(here))) {
            Ok(found) => return Ok(found),
            Err(error @ Error::Nothing { .. }) => {
                first.get_or_insert(error);
            }
            // `foo.bar` may be a pod of this name that nobody may look for here.
            Err(error @ Error::Forbidden { .. }) if namespace.is_none() && text.contains('.') => {
                first.get_or_insert(error);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(first.map_or_else(|| anyhow::anyhow!("no proxy {text:?}"), Into::into))
}

fn names(pods: &[Pod]) -> String {
    let mut lines: Vec<String> = pods.iter().take(MOST_NAMED).map(|pod| format!("  {}", pod.id)).collect();
    if pods.len() > MOST_NAMED {
        lines.push(format!("  … and {} more", pods.len() - MOST_NAMED));
    }
    lines.join("\n")
}
