//! Resources that are for workloads: by selector, by target, or as endpoints.

use serde::Deserialize;
use serde_json::Value;

use super::super::relation::{Owners, Role};
use super::super::view::{Scope, View};
use super::super::world::World;
use super::parts::is_in;
use super::reason::{IdleCode, Why};
use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;
use crate::model::Resource;
use crate::model::istio::selector::{TargetReference, WorkloadSelector};

/// The parts of a `spec` that say for whom it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct For {
    selector: Option<Value>,
    workload_selector: Option<WorkloadSelector>,
    target_ref: Option<TargetReference>,
    target_refs: Vec<TargetReference>,
}

/// Why a part of a resource of any other kind made nothing.
pub fn why(mesh: &Mesh, views: &[View], owners: &Owners, resource: &Resource, part: &str) -> Vec<Why> {
    let redundant =
        owners.backward(&resource.id).find(|(_, link)| link.role == Role::Shared && is_in(&link.cause.path, part));
    if let Some((proxy, link)) = redundant {
        let reason = format!(
            "all would be the same without it, such as this {} of {proxy}: {}",
            link.object.kind.word(),
            link.object.key[0]
        );
        return vec![Why::new(IdleCode::SameWithout, reason)];
    }
    match resource.id.kind.as_str() {
        "Gateway" => vec![gateway(views, resource)],
        "EndpointSlice" => slice(mesh, resource).into_iter().collect(),
        "ProxyConfig" => {
            let reason =
                "it shapes how proxies start (threads, environment), which is no object of their configuration";
            vec![Why::new(IdleCode::NothingToApplyTo, reason)]
        }
        "Service" | "ServiceEntry" => service(mesh.world(), resource).into_iter().collect(),
        _ => by_scope(views, owners, resource),
    }
}

fn by_scope(views: &[View], owners: &Owners, resource: &Resource) -> Vec<Why> {
    let wanted: For = resource.part("spec").unwrap_or_default();
    let labels = wanted.selector.and_then(|selector| WorkloadSelector::deserialize(selector).ok());
    let selector = labels.or(wanted.workload_selector);
    let targets: Vec<TargetReference> = wanted.target_refs.into_iter().chain(wanted.target_ref).collect();
    let scope = |view: &View| view.scope(&resource.id.namespace, selector.as_ref(), &targets);
    let scoped: Vec<(&View, Scope)> = views.iter().filter_map(|view| Some((view, scope(view)?))).collect();
    if scoped.is_empty() {
        let how = if targets.is_empty() {
            "no proxy that was read has its labels"
        } else {
            "its target is of no proxy that was read"
        };
        return vec![Why::new(IdleCode::NoProxy, format!("{how}, in namespace {}", resource.id.namespace))];
    }
    let ids: Vec<_> = scoped.iter().map(|(view, _)| &view.proxy.id).collect();
    let other = owners.links().find(|(proxy, link)| {
        link.cause.resource.kind == resource.id.kind && *link.cause.resource != resource.id && ids.contains(proxy)
    });
    let winner: Option<ResourceRef> = other.map(|(_, link)| (*link.cause.resource).clone());
    match winner {
        Some(winner) => {
            vec![Why::new(IdleCode::Overridden, format!("{winner} counts there, narrower or older")).by(&winner)]
        }
        None => {
            let reason = format!(
                "it is for {} of the proxies that were read, and none has what it applies to, or would be \
                                  otherwise without it",
                scoped.len()
            );
            vec![Why::new(IdleCode::NothingToApplyTo, reason)]
        }
    }
}

fn gateway(views: &[View], resource: &Resource) -> Why {
    let selects = |view: &View| view.servers().iter().any(|server| server.gateway == resource.id);
    if !views.iter().any(selects) {
        return Why::new(IdleCode::NoProxy, "it selects no proxy that was read");
    }
    Why::new(IdleCode::Unreferenced, "no VirtualService or route binds to it there, or another server has its port")
}

fn slice(mesh: &Mesh, resource: &Resource) -> Option<Why> {
    let service = resource.metadata.labels.get("kubernetes.io/service-name")?;
    let reference = ResourceRef::new("Service", resource.id.namespace.clone(), service.clone());
    if mesh.resource(&reference).is_none() {
        return Some(Why::new(IdleCode::NoService, format!("{reference} is not there")).by(&reference));
    }
    let none = resource.body["endpoints"].as_array().is_none_or(Vec::is_empty);
    let reason = if none {
        "it has no endpoints".to_owned()
    } else {
        format!(
            "no cluster of {reference} lists endpoints: it is headless or passes on (ORIGINAL_DST), or they are not ready"
        )
    };
    Some(Why::new(IdleCode::NothingToApplyTo, reason).by(&reference))
}

fn service(world: &World, resource: &Resource) -> Option<Why> {
    if resource.body.pointer("/spec/type").is_some_and(|kind| kind == "ExternalName") {
        return Some(Why::new(IdleCode::NothingToApplyTo, "an ExternalName is another name, and makes no cluster"));
    }
    let hosts = world.services.values().flatten().filter(|service| *service.id == resource.id);
    let is_exported = resource.metadata.annotations.get("networking.istio.io/exportTo");
    if let Some(to) = is_exported {
        return Some(Why::new(IdleCode::NotExported, format!("it is exported to {to} only")));
    }
    (hosts.count() == 0).then(|| Why::new(IdleCode::NothingToApplyTo, "it has no host or no port that istiod takes"))
}
