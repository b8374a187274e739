//! RBAC filters name the policies they hold; JWT filters are told by their issuers
//! (`pilot/pkg/security/authz/builder`, `pilot/pkg/security/authn/policy_applier.go`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::cause::{Cause, add};
use super::super::graph::Graph;
use super::super::inventory::FilterFacts;
use super::super::view::View;
use crate::base::name::ClusterName;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::named;

/// What istiod puts before the policies of a CUSTOM action.
const CUSTOM: &str = "istio-ext-authz-";

/// The owners of filters for authorization and for request authentication.
pub fn own(view: &View, graph: &mut Graph) {
    for chain in view.inventory.listeners.iter().flat_map(|listener| &listener.filter_chains) {
        own_filters(view, graph, &chain.filters);
        for filter in &chain.filters {
            own_filters(view, graph, &filter.facts.http_filters);
        }
    }
}

fn own_filters(view: &View, graph: &mut Graph, filters: &[FilterFacts]) {
    for filter in filters {
        let policies = policies(filter.policies());
        own_policies(view, graph, filter, &policies);
        own_issuers(view, graph, filter);
        if filter.facts.rules.as_ref().is_some_and(|rules| rules.policies.is_empty()) {
            own_empty(view, graph, filter);
        }
        let custom: Vec<&str> = filters.iter().flat_map(FilterFacts::policies).filter(is_custom).collect();
        if filter.name.ends_with("ext_authz") {
            // It asks only of what the policies of the filters around it hold.
            let policies = self::policies(custom.into_iter());
            own_policies(view, graph, filter, &policies);
            graph.need(filter.node, asked(view, filter));
        } else if filter.policies().any(|name| is_custom(&name)) {
            // Without the service that it asks, istiod denies.
            for authorizer in filters.iter().filter(|filter| filter.name.ends_with("ext_authz")) {
                graph.shape(filter.node, asked(view, authorizer));
            }
        }
    }
}

fn is_custom(policy: &&str) -> bool {
    policy.starts_with(CUSTOM)
}

/// The services that a filter asks.
fn asked(view: &View, filter: &FilterFacts) -> Vec<Cause> {
    let names = filter.asks().into_iter().filter_map(ClusterName::parse);
    names.flat_map(|name| view.world.ports(name.host, name.port)).collect()
}

/// Rules that ask for HTTP are left out where there is none: what remains of the policies that allow is nothing
/// (`pilot/pkg/security/authz/builder/builder.go`).
fn own_empty(view: &View, graph: &mut Graph, filter: &FilterFacts) {
    let allows = view.world.authorization_policies.iter().filter(|entry| {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        matches!(spec.action.as_str(), "" | "ALLOW")
            && view.scope(&entry.id.namespace, spec.selector.as_ref(), &targets).is_some()
    });
    graph.need(filter.node, allows.map(|entry| entry.cause("", Known::Recomputed)).collect());
}

/// The policies by resource, with the places of the rules that there are of each.
fn policies<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<ResourceRef, BTreeSet<usize>> {
    let mut policies: BTreeMap<ResourceRef, BTreeSet<usize>> = BTreeMap::new();
    for owner in names.filter_map(named::authorization_policy) {
        let rule: Option<usize> =
            owner.path.strip_prefix("spec.rules[").and_then(|rest| rest.trim_end_matches(']').parse().ok());
        policies.entry(owner.resource).or_default().extend(rule);
    }
    policies
}

fn own_policies(
    view: &View,
    graph: &mut Graph,
    filter: &FilterFacts,
    policies: &BTreeMap<ResourceRef, BTreeSet<usize>>,
) {
    let mut all = Vec::new();
    for (reference, rules) in policies {
        let reference = Arc::new(reference.clone());
        add(&mut all, [Cause::new(&reference, "", Known::Named)]);
        let entry = view.world.authorization_policies.iter().find(|entry| entry.id == reference);
        if entry.is_some_and(|entry| entry.spec.rules.is_empty()) {
            graph.shape(filter.node, vec![Cause::new(&reference, "", Known::Named)]);
            continue;
        }
        let cause = |rule: usize| Cause::new(&reference, format!("spec.rules[{rule}]"), Known::Named);
        for rule in rules {
            graph.shape(filter.node, vec![cause(*rule)]);
        }
        // Rules are called by their places. One that asks for HTTP is left out where there is none, and still counts.
        let last = rules.last().copied().unwrap_or_default();
        graph.number(filter.node, (0..last).filter(|rule| !rules.contains(rule)).map(cause));
    }
    graph.need(filter.node, all);
}

/// The `RequestAuthentications` for the proxy that have one of the filter's issuers.
fn own_issuers(view: &View, graph: &mut Graph, filter: &FilterFacts) {
    let mut all = Vec::new();
    for entry in &view.world.request_authentications {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        if view.scope(&entry.id.namespace, spec.selector.as_ref(), &targets).is_none() {
            continue;
        }
        for (index, rule) in spec.jwt_rules.iter().enumerate() {
            if filter.facts.providers.values().any(|provider| provider.issuer == rule.issuer) {
                let cause = entry.cause(format!("spec.jwtRules[{index}]"), Known::Recomputed);
                graph.shape(filter.node, vec![cause]);
                add(&mut all, [entry.cause("", Known::Recomputed)]);
            }
        }
    }
    graph.need(filter.node, all);
}
