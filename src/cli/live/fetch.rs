//! The proxies that a command needs, out of a cluster.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use jiff::Timestamp;

use super::name::{self, Named};
use crate::base::capture::{Capture, Gap};
use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::input::How;
use crate::cli::output::Output;
use crate::cli::which::Which;
use crate::collect::live::{Cluster, Error, Page, Pod, Wanted};

/// So many names fit into a message.
const MOST_NAMED: usize = 12;

/// What was fetched.
pub(in crate::cli) struct Fetched {
    /// Proxies and resources.
    pub(in crate::cli) capture: Capture,
    /// The proxies that are meant.
    pub(in crate::cli) chosen: Vec<ProxyId>,
    /// Of how many pods that a name means the proxy is the first.
    pub(in crate::cli) remark: Option<String>,
}

/// Fetches the proxies meant, and the resources of the cluster.
pub(in crate::cli) fn fetch(global: &Global, which: &Which, how: How, output: &mut Output) -> Result<Fetched> {
    let cluster = Cluster::connect(global.live.access())?;
    let Chosen { mut pods, remark } = choose(&cluster, global, which, how)?;
    if how.only_first {
        // A pod that is starting or ending answers nothing: the next one of the workload will do.
        let first = pods.iter().position(|pod| pod.not_running.is_none()).unwrap_or(0);
        pods = pods.into_iter().skip(first).take(1).collect();
    }
    let chosen: Vec<ProxyId> = pods.iter().map(|pod| pod.id.clone()).collect();
    let capture = take(&cluster, pods, global, output)?;
    Ok(Fetched { capture, chosen, remark })
}

/// Fetches the ztunnels that `choose` takes out of those of the cluster, and its resources.
pub(in crate::cli) fn ztunnels(
    global: &Global,
    choose: impl FnOnce(&Cluster, &[Pod]) -> Result<Pod>,
    output: &mut Output,
) -> Result<Capture> {
    let cluster = Cluster::connect(global.live.access())?;
    let mut pods = cluster.find(&Wanted::Labels("app=ztunnel".to_owned()), global.namespace.as_deref())?;
    pods.retain(|pod| pod.is_ztunnel);
    if pods.is_empty() {
        bail!("no pod of {} is a ztunnel (app=ztunnel): it has no ambient mesh", cluster.name());
    }
    let chosen = choose(&cluster, &pods)?;
    take(&cluster, vec![chosen], global, output)
}

/// Reads the pages of pods, and the resources of the cluster.
fn take(cluster: &Cluster, pods: Vec<Pod>, global: &Global, output: &mut Output) -> Result<Capture> {
    let namespaces: BTreeSet<String> =
        pods.iter().map(|pod| pod.id.namespace.clone()).chain([cluster.default_namespace().to_owned()]).collect();

    let mut capture = Capture { taken_at: Some(Timestamp::now()), ..Capture::default() };
    let mut refused: Vec<Error> = Vec::new();
    let finished = cluster.take(pods, &Page::FOR_TRACE, |taken| {
        match taken {
            Ok(taken) => {
                if global.verbose {
                    for tried in &taken.tried {
                        output.note(&format!("{}: {tried}", taken.pod.id));
                    }
                    if let Some(via) = taken.via {
                        output.note(&format!("{}: read by {}", taken.pod.id, via.word()));
                    }
                }
                capture.documents.extend(taken.documents);
                capture.gaps.extend(taken.gaps);
            }
            Err(refusal) => refused.push(refusal.1),
        }
        true
    });
    if !finished {
        bail!("interrupted");
    }
    if capture.documents.is_empty()
        && let Some(first) = refused.pop()
    {
        let others = refused.len();
        let error = anyhow::Error::new(first);
        return Err(if others == 0 { error } else { error.context(format!("none of {} proxies answers", others + 1)) });
    }
    for error in refused {
        let text = error.to_string();
        let (place, reason) = text.split_once(": ").unwrap_or((&text, ""));
        capture.gaps.push(Gap { place: place.to_owned(), reason: reason.to_owned() });
    }
    let namespaces: Vec<String> = namespaces.into_iter().collect();
    let (documents, gaps) = cluster.resources(&namespaces)?;
    capture.documents.extend(documents);
    capture.gaps.extend(gaps);
    // Answers come in any order; what is said must not depend on it.
    capture.documents.sort_by(|left, right| left.place.cmp(&right.place));
    capture.gaps.sort_by(|left, right| left.place.cmp(&right.place));
    Ok(capture)
}

/// The pods meant.
pub(super) struct Chosen {
    pub(super) pods: Vec<Pod>,
    remark: Option<String>,
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
