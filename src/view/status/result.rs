//! The typed result of `status`.

use std::collections::BTreeMap;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::Verdict;
use crate::base::capture::ISTIOD;
use crate::base::name::ProxyId;
use crate::compare::{Drift, drift};
use crate::correlate::Mesh;
use crate::correlate::sync::roster::{Known, Roster};
use crate::correlate::sync::{Kind, Link, ProxySync, TypeSync};
use crate::view::SCHEMA;

/// Proxies, worst first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Status {
    /// Version of this schema.
    pub schema: u32,
    /// `status`.
    pub kind: &'static str,
    /// How many proxies have each verdict.
    pub summary: BTreeMap<Verdict, usize>,
    /// The istiods that were read.
    pub istiods: Vec<IstiodStatus>,
    /// The proxies.
    pub proxies: Vec<ProxyStatus>,
    /// What cannot be told, why, and what to do.
    pub not_known: Vec<String>,
}

/// An istiod.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IstiodStatus {
    /// Its pod.
    pub name: String,
    /// How many proxies are connected to it.
    pub connected: usize,
}

/// A proxy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ProxyStatus {
    /// Version of this schema.
    pub schema: u32,
    /// `proxy-status`.
    pub kind: &'static str,
    /// The proxy.
    pub proxy: ProxyId,
    /// What it is for.
    #[serde(rename = "type")]
    pub proxy_type: Kind,
    /// Its version of Istio, else of Envoy.
    pub version: String,
    /// The cluster that it is in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cluster: String,
    /// How it is connected.
    pub link: Link,
    /// The verdict.
    pub verdict: Verdict,
    /// By kind of objects.
    pub types: Vec<TypeSync>,
    /// What it holds against what istiod would send; absent where that was not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drift: Option<Drift>,
}

/// How a saved page is had.
const TAKE_SYNCZ: &str =
    "kubectl exec -n istio-system deploy/istiod -- pilot-discovery request GET /debug/syncz > syncz.json";

impl Status {
    /// The proxies of a mesh that are wanted.
    pub fn of(mesh: &Mesh, is_wanted: &(dyn Fn(&ProxyId, &Known) -> bool + Sync)) -> Self {
        let roster = Roster::of(mesh);
        let mut not_known = Vec::new();
        let members: Vec<_> = roster.proxies.iter().filter(|(id, known)| is_wanted(id, known)).collect();
        let judged: Vec<(ProxyStatus, Option<String>)> =
            members.into_par_iter().map(|(id, known)| one(mesh, &roster, id, known)).collect();
        let (mut proxies, errors): (Vec<ProxyStatus>, Vec<Option<String>>) = judged.into_iter().unzip();
        proxies.sort_by(|left, right| left.verdict.cmp(&right.verdict).then_with(|| left.proxy.cmp(&right.proxy)));
        let mut summary: BTreeMap<Verdict, usize> = Verdict::ALL.into_iter().map(|verdict| (verdict, 0)).collect();
        for proxy in &proxies {
            *summary.entry(proxy.verdict).or_default() += 1;
        }
        let has_istiod = proxies.iter().any(|proxy| proxy.link != Link::None);
        if !roster.asked && mesh.gaps.iter().any(|gap| gap.place.starts_with(ISTIOD)) {
            not_known.push("whether the proxies have what istiod sent last: no istiod could be asked".to_owned());
        } else if !roster.asked && has_istiod {
            not_known.push(format!(
                "whether the proxies have what istiod sent last: no page /debug/syncz of an istiod was read. {TAKE_SYNCZ} \
                 takes one; name it with --from too"
            ));
        }
        let unlisted = proxies.iter().filter(|proxy| proxy.link == Link::Unknown).count();
        if roster.asked && unlisted > 0 {
            not_known.push(format!(
                "whether they are connected, of {unlisted}: no istiod that was read lists them, and nothing says that all \
                 istiods were read"
            ));
        }
        // A ztunnel has no dump of Envoy's.
        let envoys = || proxies.iter().filter(|proxy| proxy.link != Link::None && proxy.proxy_type != Kind::Ztunnel);
        let (all, left) = (envoys().count(), envoys().filter(|proxy| proxy.drift.is_none()).count());
        if left > 0 {
            let whom = if left == all { String::new() } else { format!(" of {left} more") };
            not_known.push(format!(
                "drift{whom}: not compared. It takes istiod's page /debug/config_dump?proxyID=POD.NAMESPACE beside the \
                 proxy's own dump; of a running mesh it is asked for with the name of a proxy, or --compare"
            ));
        }
        not_known.extend(errors.into_iter().flatten());
        let istiods = mesh.istiods.iter();
        let istiods = istiods
            .map(|istiod| IstiodStatus { name: istiod.name.clone(), connected: istiod.connections.len() })
            .collect();
        Self { schema: SCHEMA, kind: "status", summary, istiods, proxies, not_known }
    }

    /// How many proxies have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.summary.get(&verdict).copied().unwrap_or_default()
    }
}

/// One proxy, and why it could not be compared.
fn one(mesh: &Mesh, roster: &Roster, id: &ProxyId, known: &Known) -> (ProxyStatus, Option<String>) {
    let sync = ProxySync::of(mesh, roster, known);
    let (mut found, mut error) = (None, None);
    if let (Some(proxy), Some(intended)) = (known.proxy, mesh.intended.get(id)) {
        match drift(proxy, intended) {
            Ok(drift) => found = Some(drift),
            Err(reason) => error = Some(format!("drift of {id}: istiod's page is no config dump ({reason})")),
        }
    }
    let status = ProxyStatus {
        schema: SCHEMA,
        kind: "proxy-status",
        proxy: id.clone(),
        proxy_type: sync.kind,
        version: known.version(),
        cluster: known.cluster(),
        verdict: Verdict::of(&sync, found.as_ref()),
        link: sync.link,
        types: sync.types,
        drift: found,
    };
    (status, error)
}
