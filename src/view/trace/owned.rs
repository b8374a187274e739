//! The owners of every object on the way, worked out from the resources: simulation knows only what is marked and named.

use std::collections::BTreeMap;

use crate::base::name::{ClusterName, ProxyId};
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::owners::{Detail, Role, Told, Touched};
use crate::simulate::Trace;
use crate::simulate::trace::{At, Hop, Stage, Step};

/// Gives every step the owners of its object, in place of what marks and names say of it.
pub(super) fn add_owners(mesh: &Mesh, trace: &mut Trace) {
    // Many ways pass the same objects.
    let mut details: BTreeMap<(ProxyId, Touched), Detail> = BTreeMap::new();
    for hop in trace.ways.iter_mut().flat_map(|way| &mut way.hops) {
        let Some(proxy) = mesh.proxy(&hop.proxy) else {
            continue;
        };
        let touched = touched(hop);
        let detail = details
            .entry((hop.proxy.clone(), touched))
            .or_insert_with_key(|(_, touched)| Detail::of(mesh, proxy, Some(touched)));
        let (mut chain, mut route) = (None, None);
        for step in &mut hop.steps {
            if let Some(At::Chain(id)) = &step.at {
                chain = Some(id.clone());
            }
            if let Some(At::Route(id)) = &step.at {
                route = Some(id.clone());
            }
            let mut owners = owners(detail, chain.as_deref(), step);
            if let (Some(At::Cluster(name)), Some(route)) = (&step.at, &route) {
                owners.extend(detail.destination(route, chain.as_deref(), name));
            }
            if !owners.is_empty() {
                step.owners = owners;
            }
        }
    }
    let steps = trace.ways.iter().flat_map(|way| &way.hops).flat_map(|hop| &hop.steps);
    let mut all: Vec<Owner> = steps.flat_map(|step| &step.owners).chain(&trace.owners).cloned().collect();
    all.sort();
    // A mark that names the whole resource says nothing beside one of its parts.
    let parts: Vec<Owner> = all.iter().filter(|owner| !owner.path.is_empty()).cloned().collect();
    all.retain(|owner| !owner.path.is_empty() || !parts.iter().any(|part| part.resource == owner.resource));
    all.dedup_by(|left, right| left.resource == right.resource && left.path == right.path);
    trace.owners = all;
}

/// The objects of a hop. The cluster of the whole service stands for the service in front of its subsets.
fn touched(hop: &Hop) -> Touched {
    let mut touched = Touched::default();
    let cluster = |touched: &mut Touched, name: &str| {
        touched.clusters.insert(name.to_owned());
        if let Some(parts) = ClusterName::parse(name) {
            touched.clusters.insert(format!("{}|{}||{}", parts.direction, parts.port, parts.host));
        }
    };
    for at in hop.steps.iter().filter_map(|step| step.at.as_ref()) {
        match at {
            At::Listener(name) => {
                touched.listeners.insert(name.clone());
            }
            At::Chain(id) => {
                touched.listeners.extend(id.rsplit_once('|').map(|(listener, _)| listener.to_owned()));
            }
            At::VirtualHost { table, .. } => {
                touched.tables.insert(table.clone());
            }
            At::Route(_) => {}
            At::Cluster(name) | At::Endpoints { cluster: name, .. } => cluster(&mut touched, name),
        }
    }
    touched
}

fn owners(detail: &Detail, chain: Option<&str>, step: &Step) -> Vec<Owner> {
    let told = match &step.at {
        Some(At::Listener(name)) => detail.listener(name),
        Some(At::Chain(id)) => detail.chain(id),
        Some(At::VirtualHost { table, name }) => detail.virtual_host(table, chain, name),
        Some(At::Route(id)) => detail.route(id, chain),
        Some(At::Cluster(name)) => detail.cluster(name),
        Some(At::Endpoints { cluster, addresses }) => {
            let mut all: Vec<Told> = Vec::new();
            for owner in addresses.iter().flat_map(|address| detail.endpoint(Some(cluster), address)) {
                if !all.contains(&owner) {
                    all.push(owner);
                }
            }
            all
        }
        None if matches!(step.stage, Stage::HttpFilter | Stage::NetworkFilter) && step.owners.is_empty() => {
            let name = step.decision.split(' ').next().unwrap_or_default();
            chain.map(|chain| detail.filter(chain, name)).unwrap_or_default()
        }
        None => Vec::new(),
    };
    let told = told.into_iter().filter(|(role, owner)| counts(*role, owner)).map(|(_, owner)| owner);
    let mut owners: Vec<Owner> = told.collect();
    if matches!(step.at, Some(At::Route(_))) {
        // The host has a step of its own.
        owners.retain(|owner| !matches!(owner.resource.kind.as_str(), "Gateway" | "Service" | "ServiceEntry"));
    }
    // The whole says nothing beside its parts, and the fields of a rule nothing beside the rule.
    for owner in &mut owners {
        owner.path = rule_of(&owner.path).to_owned();
    }
    let parts: Vec<Owner> = owners.iter().filter(|owner| !owner.path.is_empty()).cloned().collect();
    owners.retain(|owner| !owner.path.is_empty() || !parts.iter().any(|part| part.resource == owner.resource));
    let mut first: Vec<Owner> = Vec::new();
    for owner in owners {
        let is_told = first.iter().any(|told| told.resource == owner.resource && told.path.starts_with(&owner.path));
        if !is_told {
            first.push(owner);
        }
    }
    first
}

/// `spec.http[1].retries` is told as `spec.http[1]`, `spec.trafficPolicy.tls` as `spec.trafficPolicy`; a match stays.
fn rule_of(path: &str) -> &str {
    let rest = path.strip_prefix("spec.").unwrap_or(path);
    let end = rest.find('.').map_or(path.len(), |at| path.len() - rest.len() + at);
    if path[end..].starts_with(".match[") { path } else { &path[..end] }
}

/// What a reader of a trace wants to know: who made the object and who shaped what it decides. What it stands in has a
/// step of its own; statistics and logs decide nothing.
fn counts(role: Role, owner: &Owner) -> bool {
    let decides = !matches!(owner.resource.kind.as_str(), "Telemetry" | "Pod");
    match role {
        Role::Made | Role::Shaped => decides,
        Role::Carried | Role::Numbered | Role::Shared => false,
    }
}
