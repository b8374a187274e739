//! Rules of VirtualServices that made no route.

use std::sync::Arc;

use super::super::rules::virtual_service::{bound_gateways, full_gateway};
use super::super::view::View;
use super::super::world::{Entry, World};
use super::reason::{IdleCode, Why};
use crate::base::origin::ResourceRef;
use crate::correlate::hosts::covers;
use crate::model::istio::virtual_service::{HttpMatch, VirtualServiceSpec};
use crate::model::{ProxyKind, Resource};

/// Why a rule made nothing.
pub fn why(world: &World, views: &[View], resource: &Resource, part: &str) -> Vec<Why> {
    let Some(entry) = world.virtual_services.get(&resource.id) else {
        return Vec::new();
    };
    let spec = &entry.spec;
    if spec.hosts.is_empty() {
        return undelegated(world, entry).into_iter().collect();
    }
    let mut why = Vec::new();
    if let Some(index) = part.strip_prefix("spec.http[").and_then(|rest| rest.trim_end_matches(']').parse().ok()) {
        why.extend(shadowed(entry, index));
        why.extend(no_delegate(world, entry, index));
        why.extend(no_client(views, entry, index));
    }
    why.extend(not_bound(world, views, entry));
    why.extend(not_exported(views, entry));
    why.extend(conflicting(world, entry));
    why.extend(no_service(world, views, entry));
    why
}

/// Why no request reaches the routes of a rule: Envoy takes the first route that matches.
pub fn unreachable(world: &World, resource: &Resource, part: &str) -> Option<Why> {
    let entry = world.virtual_services.get(&resource.id)?;
    let index = part.strip_prefix("spec.http[")?.trim_end_matches(']').parse().ok()?;
    let why = shadowed(entry, index)?;
    Some(Why { reason: format!("{}: its routes are there, and no request reaches them", why.reason), ..why })
}

/// A rule without matches takes every request; so does one whose match asks for any path and nothing else. What stands
/// behind it is left out.
fn shadowed(entry: &Entry<VirtualServiceSpec>, index: usize) -> Option<Why> {
    let takes_all = |matches: &HttpMatch| {
        let any_path = matches.uri.as_ref().is_none_or(|uri| {
            uri.get("prefix").is_some_and(|prefix| prefix == "/")
                || uri.get("regex").is_some_and(|regex| matches!(regex.as_str(), ".*" | "/.*"))
        });
        any_path
            && matches.headers.is_empty()
            && matches.without_headers.is_empty()
            && matches.query_params.is_empty()
            && matches.source_labels.is_empty()
            && matches.source_namespace.is_empty()
            && matches.gateways.is_empty()
            && matches.port.is_none()
            && [&matches.method, &matches.authority, &matches.scheme].iter().all(|condition| condition.is_none())
    };
    let before = entry.spec.http.iter().take(index);
    let taking = before.enumerate().find(|(_, rule)| rule.matches.is_empty() || rule.matches.iter().any(takes_all));
    taking.map(|(taking, _)| Why::new(IdleCode::Shadowed, format!("http[{taking}] takes every request before it")))
}

fn delegate_of(entry: &Entry<VirtualServiceSpec>, index: usize) -> Option<ResourceRef> {
    let delegate = entry.spec.http.get(index)?.delegate.as_ref()?;
    let namespace = if delegate.namespace.is_empty() { &entry.id.namespace } else { &delegate.namespace };
    Some(ResourceRef::new("VirtualService", namespace.clone(), delegate.name.clone()))
}

fn no_delegate(world: &World, entry: &Entry<VirtualServiceSpec>, index: usize) -> Option<Why> {
    let reference = delegate_of(entry, index)?;
    let missing = !world.virtual_services.contains_key(&reference);
    missing.then(|| {
        Why::new(IdleCode::NothingToApplyTo, format!("it delegates to {reference}, which is not there")).by(&reference)
    })
}

fn undelegated(world: &World, entry: &Entry<VirtualServiceSpec>) -> Option<Why> {
    let refers = |other: &Entry<VirtualServiceSpec>| {
        (0..other.spec.http.len()).any(|index| delegate_of(other, index).as_ref() == Some(&*entry.id))
    };
    (!world.virtual_services.values().any(refers))
        .then(|| Why::new(IdleCode::Unreferenced, "it has no hosts, and no VirtualService delegates to it"))
}

fn no_client(views: &[View], entry: &Entry<VirtualServiceSpec>, index: usize) -> Option<Why> {
    let rule = entry.spec.http.get(index)?;
    let is_for = |view: &View| {
        rule.matches.iter().any(|matches| {
            let labels = matches.source_labels.iter();
            labels.clone().all(|(key, value)| view.labels().get(key) == Some(value))
                && (matches.source_namespace.is_empty() || matches.source_namespace == view.namespace())
        })
    };
    if rule.matches.is_empty() || views.iter().any(is_for) {
        return None;
    }
    Some(Why::new(IdleCode::NoProxy, "no proxy that was read has its sourceLabels and sourceNamespace"))
}

/// The gateways that it names: each is not there, is of no proxy that was read, or has none of its hosts.
fn not_bound(world: &World, views: &[View], entry: &Entry<VirtualServiceSpec>) -> Vec<Why> {
    let named: Vec<String> = entry.spec.gateways.iter().map(|name| full_gateway(name, &entry.id.namespace)).collect();
    let is_mesh = named.is_empty() || named.iter().any(|name| name == "mesh");
    if is_mesh && views.iter().any(|view| view.proxy.kind != ProxyKind::Gateway) {
        return Vec::new();
    }
    let gateways = views.iter().filter(|view| view.proxy.kind == ProxyKind::Gateway);
    let bound: Vec<&View> = gateways.filter(|view| !bound_gateways(view, entry).is_empty()).collect();
    if bound.is_empty() {
        return named.iter().map(|name| no_gateway(world, name)).collect();
    }
    let covered = |view: &&View| {
        view.servers().iter().any(|server| {
            let name = format!("{}/{}", server.gateway.namespace, server.gateway.name);
            named.contains(&name) && entry.spec.hosts.iter().any(|host| server.covers(host))
        })
    };
    if bound.iter().any(covered) {
        return Vec::new();
    }
    let hosts = entry.spec.hosts.join(", ");
    vec![Why::new(
        IdleCode::HostNotInGateway,
        format!("no server of {} has a host that covers {hosts}", named.join(", ")),
    )]
}

fn no_gateway(world: &World, name: &str) -> Why {
    let (namespace, bare) = name.split_once('/').unwrap_or(("", name));
    let reference = ResourceRef::new("Gateway", namespace, bare);
    let is_there = world.gateways.iter().any(|gateway| *gateway.id == reference);
    let what = if is_there { "selects no proxy that was read" } else { "is not there" };
    Why::new(IdleCode::NoGateway, format!("{reference} {what}")).by(&reference)
}

fn not_exported(views: &[View], entry: &Entry<VirtualServiceSpec>) -> Option<Why> {
    let to = &entry.spec.export_to;
    let sees = |view: &View| {
        to.iter().any(|name| {
            name == "*" || name == view.namespace() || name == "." && view.namespace() == entry.id.namespace
        })
    };
    let hidden = !to.is_empty() && !views.iter().any(sees);
    hidden.then(|| Why::new(IdleCode::NotExported, format!("it is exported to {} only", to.join(", "))))
}

/// Of several for one host of the mesh the oldest counts (`pilot/pkg/networking/core/httproute.go`).
fn conflicting(world: &World, entry: &Entry<VirtualServiceSpec>) -> Option<Why> {
    let hosts = |entry: &Entry<VirtualServiceSpec>| -> Vec<String> {
        entry.spec.hosts.iter().map(|host| world.full_host(host, &entry.id.namespace)).collect()
    };
    let is_mesh = |entry: &Entry<VirtualServiceSpec>| {
        entry.spec.gateways.is_empty() || entry.spec.gateways.iter().any(|name| name == "mesh")
    };
    let own = hosts(entry);
    let shares = |other: &&Arc<ResourceRef>| {
        let other = &world.virtual_services[*other];
        other.id != entry.id && is_mesh(other) && hosts(other).iter().any(|host| own.contains(host))
    };
    let older = |other: &&Arc<ResourceRef>| {
        let other = &world.virtual_services[*other];
        (&other.created, &other.id) < (&entry.created, &entry.id)
    };
    if !is_mesh(entry) {
        return None;
    }
    let winner = world.virtual_services.keys().filter(shares).find(older)?;
    Some(Why::new(IdleCode::Overridden, format!("{winner} is older and has the same host")).by(winner))
}

fn no_service(world: &World, views: &[View], entry: &Entry<VirtualServiceSpec>) -> Option<Why> {
    let for_mesh = entry.spec.gateways.is_empty() || entry.spec.gateways.iter().any(|name| name == "mesh");
    let hosts: Vec<String> = entry.spec.hosts.iter().map(|host| world.full_host(host, &entry.id.namespace)).collect();
    let known = |host: &String| world.services.keys().any(|service| covers(host, service) || covers(service, host));
    let missing = for_mesh && views.iter().any(View::is_sidecar) && !hosts.iter().any(known);
    missing
        .then(|| Why::new(IdleCode::NoService, format!("no Service or ServiceEntry has the host {}", hosts.join(", "))))
}
