//! Policies that were meant for a workload, as it looks, and are not for it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::origin::{Known, Owner};
use crate::correlate::owners::inventory::Inventory;
use crate::correlate::owners::view::View;
use crate::model::ProxyKind;
use crate::model::istio::selector::{TargetReference, WorkloadSelector};
use crate::simulate::engine::ProxyEngine;

/// A policy that is not for a workload, though it nearly is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unbound {
    /// The policy, and the part of it that misses.
    pub owner: Owner,
    /// Why it is not.
    pub reason: String,
}

/// The policies that miss a proxy closely: by a namespace, by one label, or by a target that sidecars ignore.
pub fn unbound(engine: &ProxyEngine) -> Vec<Unbound> {
    let inventory = Inventory::default();
    let view = View::new(engine.mesh, engine.proxy, &inventory);
    let world = view.world;
    let mut found = Vec::new();
    for entry in &world.authorization_policies {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        let reason = near(&view, &entry.id.namespace, spec.selector.as_ref(), &targets);
        found.extend(reason.map(|(path, reason)| (entry.cause(path, Known::Recomputed), reason)));
    }
    for entry in &world.request_authentications {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        let reason = near(&view, &entry.id.namespace, spec.selector.as_ref(), &targets);
        found.extend(reason.map(|(path, reason)| (entry.cause(path, Known::Recomputed), reason)));
    }
    for entry in &world.peer_authentications {
        let reason = near(&view, &entry.id.namespace, entry.spec.selector.as_ref(), &[]);
        found.extend(reason.map(|(path, reason)| (entry.cause(path, Known::Recomputed), reason)));
    }
    found.into_iter().map(|(cause, reason)| Unbound { owner: cause.owner(), reason }).collect()
}

/// Why a resource that nearly is for a proxy is not: the part of it that misses, and how.
fn near(
    view: &View,
    namespace: &str,
    selector: Option<&WorkloadSelector>,
    targets: &[TargetReference],
) -> Option<(&'static str, String)> {
    if view.scope(namespace, selector, targets).is_some() {
        return None;
    }
    let is_own = namespace == view.namespace();
    if !targets.is_empty() {
        let services = || targets.iter().filter(|target| target.kind == "Service");
        let own = view.labels().get("service.istio.io/canonical-name");
        let is_meant = services().any(|target| own.is_some_and(|own| *own == target.name));
        let reason = "it has a target, which binds at waypoints: a sidecar ignores it";
        return (is_own && is_meant && view.proxy.kind == ProxyKind::Sidecar)
            .then(|| ("spec.targetRefs", reason.to_owned()));
    }
    let selector = selector.filter(|selector| !selector.is_empty())?;
    let labels = view.labels();
    if !is_own {
        let reason =
            format!("its labels are those of this workload, but it is for workloads of namespace {namespace} only");
        let is_near = selector.selects(labels) && !selector.match_labels.keys().all(|key| key.starts_with("istio"));
        return is_near.then_some(("spec.selector", reason));
    }
    let missed: Vec<(&String, &String)> =
        selector.match_labels.iter().filter(|(key, value)| labels.get(*key) != Some(value)).collect();
    let [(key, value)] = missed.as_slice() else { return None };
    let met = selector.match_labels.len() - 1;
    let own = labels.get(*key);
    let is_typo = own.is_some_and(|own| own != *value && strsim::jaro_winkler(own, value) > 0.93);
    let other_key = labels.iter().find(|(own, has)| *has == *value && strsim::jaro_winkler(own, key) > 0.8);
    if met == 0 && !is_typo && other_key.is_none() {
        return None;
    }
    let has = match (own, other_key) {
        (Some(own), _) => format!("{key}={own}"),
        (None, Some((other, _))) => format!("{other}={value}"),
        (None, None) => format!("no {key}"),
    };
    Some(("spec.selector", format!("it selects {key}={value}, and this workload has {has}")))
}
