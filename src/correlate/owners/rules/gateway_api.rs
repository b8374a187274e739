//! Routes of the Gateway API. istiod turns them into VirtualServices of its own, whose routes are called
//! `NAMESPACE.ROUTE.RULE`, or by the rule's name where it has one (`pilot/pkg/config/kube/gateway/conversion.go`).

use std::sync::Arc;

use super::super::cause::{Cause, add};
use super::super::graph::Graph;
use super::super::inventory::{RouteFacts, TableFacts};
use super::super::view::View;
use super::super::world::Entry;
use crate::base::origin::{Known, ResourceRef};
use crate::model::gateway_api::grant::ReferenceGrantSpec;
use crate::model::gateway_api::route::RouteSpec;

/// The rule that a route comes from.
pub fn own_route(view: &View, graph: &mut Graph, route: &RouteFacts, generated: &ResourceRef) {
    let Some((entry, rule)) = rule(view, route, generated) else {
        graph.need(route.node, unread(view, route, generated));
        return;
    };
    graph.need(route.node, vec![entry.cause(format!("spec.rules[{rule}]"), Known::Named)]);
    if entry.spec.rules[rule].name.is_none() {
        // The route is called by the place of its rule, which those before it give it.
        let before = (0..rule).map(|before| entry.cause(format!("spec.rules[{before}]"), Known::Named));
        graph.number(route.node, before);
    }
    for backend in 0..entry.spec.rules[rule].backend_refs.len() {
        let path = format!("spec.rules[{rule}].backendRefs[{backend}]");
        graph.shape(route.node, vec![entry.cause(path, Known::Named)]);
    }
    let grants = view.world.grants.iter().filter(|grant| is_needed(grant, entry, rule));
    graph.shape(route.node, grants.map(|grant| grant.cause("", Known::Recomputed)).collect());
}

/// The owners of a route whose Gateway API route was not read: istiod's own list of what it generated names the
/// parents (`/debug/configz`, annotation `internal.istio.io/parents`: `KIND/NAME.NAMESPACE,…`); else its name does.
fn unread(view: &View, route: &RouteFacts, generated: &ResourceRef) -> Vec<Cause> {
    let resource = view.mesh.resource(generated);
    let parents = resource.and_then(|resource| resource.metadata.annotations.get("internal.istio.io/parents"));
    let parent = |text: &str| {
        let (kind, rest) = text.split_once('/')?;
        let (name, namespace) = rest.rsplit_once('.')?;
        Some(ResourceRef::new(kind, namespace, name))
    };
    let parents: Vec<ResourceRef> = parents.into_iter().flat_map(|text| text.split(',')).filter_map(parent).collect();
    let named = crate::correlate::named::gateway_api_route(&route.name);
    // The name tells the rule, the list the kind.
    let told = named.as_ref().and_then(|owner| {
        let same =
            |parent: &&ResourceRef| parent.namespace == owner.resource.namespace && parent.name == owner.resource.name;
        let parent = parents.iter().find(same)?;
        Some(Cause::new(&Arc::new(parent.clone()), owner.path.as_str(), Known::Marked))
    });
    let by_name =
        || named.as_ref().map(|owner| Cause::new(&Arc::new(owner.resource.clone()), &*owner.path, Known::Named));
    if let Some(cause) = told.or_else(|| parents.is_empty().then(by_name).flatten()) {
        return vec![cause];
    }
    if parents.is_empty() {
        return vec![Cause::new(&Arc::new(generated.clone()), "", Known::Marked)];
    }
    parents.into_iter().map(|parent| Cause::new(&Arc::new(parent), "", Known::Marked)).collect()
}

/// The route, and the place of the rule in it.
fn rule<'v>(view: &'v View, route: &RouteFacts, generated: &ResourceRef) -> Option<(&'v Entry<RouteSpec>, usize)> {
    let all = || view.world.routes.values();
    let numbered = all().find_map(|entry| {
        let index = route.name.strip_prefix(&format!("{}.{}.", entry.id.namespace, entry.id.name))?;
        let index: usize = index.parse().ok()?;
        (index < entry.spec.rules.len()).then_some((entry, index))
    });
    numbered.or_else(|| {
        let here = all().filter(|entry| entry.id.namespace == generated.namespace);
        here.into_iter().find_map(|entry| {
            let named = |rule: &crate::model::gateway_api::route::Rule| rule.name.as_deref() == Some(&route.name);
            Some((entry, entry.spec.rules.iter().position(named)?))
        })
    })
}

/// A backend in another namespace needs a grant there.
fn is_needed(grant: &Entry<ReferenceGrantSpec>, route: &Entry<RouteSpec>, rule: usize) -> bool {
    let allows_route =
        || grant.spec.from.iter().any(|from| from.kind == route.id.kind && from.namespace == route.id.namespace);
    route.spec.rules[rule].backend_refs.iter().any(|backend| {
        let elsewhere = backend.namespace.as_ref().filter(|namespace| **namespace != route.id.namespace);
        let kind = backend.kind.as_deref().unwrap_or("Service");
        let allows = |to: &crate::model::gateway_api::grant::GrantTo| {
            to.kind == kind && to.name.as_ref().is_none_or(|name| *name == backend.name)
        };
        elsewhere == Some(&grant.id.namespace) && allows_route() && grant.spec.to.iter().any(allows)
    })
}

/// The table of a waypoint is built otherwise once a route binds to its service.
pub fn own_table(view: &View, graph: &mut Graph, table: &TableFacts) {
    if !table.key.starts_with("inline:main_internal") {
        return;
    }
    let mut causes = Vec::new();
    for route in table.virtual_hosts.iter().flat_map(|host| &host.routes) {
        let generated = ResourceRef::new("VirtualService", view.namespace(), "");
        if let Some((entry, _)) = rule(view, route, &generated) {
            add(&mut causes, [entry.cause("", Known::Named)]);
        }
    }
    graph.shape(table.node, causes);
}
