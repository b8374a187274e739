//! `meshdbg status [PROXY…]`: whether every proxy holds what istiod sent it.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::input;
use super::output::{Format, Output};
use super::which::Which;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::select::Selector;
use crate::correlate::sync::roster::{Known, Roster};
use crate::render;
use crate::view::status::{Status, Verdict};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  The whole mesh, worst first:
    meshdbg status
    meshdbg status --from demo
  One namespace, each kind of objects in a column:
    meshdbg status -n shop -o wide --from bug-report.tar.gz
  One proxy, compared with what istiod would send it now:
    meshdbg status deploy/reviews-v1 -n shop
  A page of istiod beside dumps:
    kubectl exec -n istio-system deploy/istiod -- pilot-discovery request GET /debug/syncz > syncz.json
    meshdbg status --from syncz.json --from dumps/
Exit codes: 0 all synced; 1 something is rejected, stale, not sent, warming, drifted or not connected; 3 nothing is
known to be wrong, and nothing says that all is well.")]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) which: Which,
    /// Of a running mesh, compare every proxy with what istiod would send it; proxies that are named always are
    #[arg(long)]
    pub(super) compare: bool,
    /// Namespace of istiod; else any
    #[arg(short = 'i', long = "istio-namespace", visible_alias = "istioNamespace", value_name = "NAMESPACE")]
    pub(super) istio_namespace: Option<String>,
}

/// Prints the status.
///
/// # Errors
/// Where nothing can be read, or nothing has the name.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let (mesh, chosen) = read(options, global, output)?;
    let chosen = match chosen {
        Some(chosen) => Some(chosen),
        None => named(&mesh, options, global)?,
    };
    let namespace = global.namespace.as_deref();
    let is_wanted = |id: &ProxyId, _: &Known| match &chosen {
        Some(chosen) => chosen.contains(id),
        None => namespace.is_none_or(|namespace| id.namespace == namespace),
    };
    let status = Status::of(&mesh, &is_wanted);
    if status.proxies.is_empty() {
        bail!("no proxy{}", namespace.map(|namespace| format!(" in namespace {namespace}")).unwrap_or_default());
    }
    match global.format() {
        Format::Jsonl => {
            for proxy in &status.proxies {
                render::json_line(&mut output.out, proxy)?;
            }
        }
        format => output.show(format, &status, |status| status.document(format == Format::Wide))?,
    }
    Ok(exit(&status))
}

fn exit(status: &Status) -> Exit {
    if status.proxies.iter().any(|proxy| proxy.verdict.is_wrong()) {
        Exit::No
    } else if status.count(Verdict::Unknown) > 0 {
        Exit::Undetermined
    } else {
        Exit::Yes
    }
}

/// The mesh, and of a running one the proxies that are meant.
fn read(options: &Options, global: &Global, output: &mut Output) -> Result<(Mesh, Option<BTreeSet<ProxyId>>)> {
    if !global.from.is_empty() {
        let mesh = input::anything(global, output)?;
        if mesh.proxies.is_empty() && mesh.istiods.is_empty() {
            bail!("{}: neither an Envoy config dump nor a page /debug/syncz of istiod in it", global.from.join(", "));
        }
        return Ok((mesh, None));
    }
    running(options, global, output)
}

#[cfg(feature = "live")]
fn running(options: &Options, global: &Global, output: &mut Output) -> Result<(Mesh, Option<BTreeSet<ProxyId>>)> {
    super::live::status::fetch(options, global, output)
}

#[cfg(not(feature = "live"))]
fn running(options: &Options, _: &Global, _: &mut Output) -> Result<(Mesh, Option<BTreeSet<ProxyId>>)> {
    let _ = (options.compare, &options.istio_namespace);
    bail!(
        "nothing to read: name saved dumps or a page /debug/syncz of istiod with --from\n\
         (this meshdbg was built without the feature `live`: it reads saved meshes only)"
    )
}

/// The proxies that are named; `None` where none is. One may be named that no dump was read of.
fn named(mesh: &Mesh, options: &Options, global: &Global) -> Result<Option<BTreeSet<ProxyId>>> {
    let which = &options.which;
    if which.labels.is_some() {
        return Ok(Some(which.select(mesh, global)?.into_iter().map(|proxy| proxy.id.clone()).collect()));
    }
    if which.proxy.is_empty() {
        return Ok(None);
    }
    let roster = Roster::of(mesh);
    let namespace = global.namespace.as_deref();
    let mut chosen = BTreeSet::new();
    for text in &which.proxy {
        let mut found: BTreeSet<ProxyId> =
            Selector::parse(text, namespace).select(mesh).into_iter().map(|proxy| proxy.id.clone()).collect();
        found.extend(roster.proxies.keys().filter(|id| is_named(id, text, namespace)).cloned());
        if found.is_empty() {
            bail!("no proxy {text:?}: neither was a dump of it read, nor does an istiod list it");
        }
        chosen.extend(found);
    }
    Ok(Some(chosen))
}

/// Whether a text means a pod: `pod/NAME`, `NAME.NAMESPACE`, `NAMESPACE/NAME`, or the workload that its name begins with.
fn is_named(id: &ProxyId, text: &str, namespace: Option<&str>) -> bool {
    let (kind, rest) = text.split_once('/').unwrap_or(("", text));
    let is_word = ["pod", "pods", "po", "deploy", "deployment", "deployments", "sts", "statefulset", "ds", "daemonset"];
    let (kind, rest) = if kind.is_empty() || is_word.contains(&kind) { (kind, rest) } else { ("", text) };
    if *id.to_string() == *rest {
        return true;
    }
    let is_name = |name: &str| id.name == name || (!kind.starts_with("po") && is_pod_of(&id.name, name));
    let is_here = namespace.is_none_or(|namespace| id.namespace == namespace);
    let dotted = rest.rsplit_once('.').is_some_and(|(name, namespace)| id.namespace == namespace && is_name(name));
    dotted || (is_here && is_name(rest))
}

/// `NAME-HASH-ID` of a Deployment, `NAME-ID` of others: neither ending holds a dash.
fn is_pod_of(pod: &str, workload: &str) -> bool {
    let rest = pod.strip_prefix(workload).and_then(|rest| rest.strip_prefix('-'));
    rest.is_some_and(|rest| !rest.is_empty() && rest.split('-').count() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_proxies_without_a_dump() {
        let id = ProxyId::new("shop", "web-v1-5f-x2");
        let cases = [
            ("web-v1-5f-x2", None, true),
            ("pod/web-v1-5f-x2", Some("shop"), true),
            ("web-v1-5f-x2.shop", Some("other"), true),
            ("shop/web-v1-5f-x2", Some("other"), true),
            ("deploy/web-v1", None, true),
            ("web-v1.shop", None, true),
            ("web-v1", Some("other"), false),
            ("pod/web-v1", None, false),
            ("deploy/web", None, false),
        ];
        for (text, namespace, want) in cases {
            assert_eq!(is_named(&id, text, namespace), want, "{text} {namespace:?}");
        }
    }
}
