//! DestinationRules that shaped no cluster.

use super::super::object::EnvoyKind;
use super::super::relation::Owners;
use super::super::world::World;
use super::reason::{IdleCode, Why};
use crate::base::name::ClusterName;
use crate::base::origin::ResourceRef;
use crate::correlate::hosts::covers;
use crate::model::Resource;

/// Why a DestinationRule shaped nothing.
pub fn why(world: &World, owners: &Owners, resource: &Resource) -> Vec<Why> {
    let Some(entry) = world.destination_rules.get(&resource.id) else {
        return Vec::new();
    };
    let host = world.full_host(&entry.spec.host, &entry.id.namespace);
    if !world.services.keys().any(|known| covers(&host, known)) {
        return vec![Why::new(IdleCode::NoService, format!("no Service or ServiceEntry has the host {host}"))];
    }
    let to = &entry.spec.export_to;
    let mut why = Vec::new();
    if !to.is_empty() && !to.iter().any(|name| name == "*") {
        let to = to.join(", ");
        why.push(Why::new(IdleCode::NotExported, format!("it is exported to {to} only, and no proxy there uses it")));
    }
    if let Some(winner) = winner(owners, resource, &host) {
        let reason = format!(
            "{winner} counts for its clusters: the client's namespace comes before the service's, and \
                              that before the root namespace; a host before a wildcard"
        );
        why.push(Why::new(IdleCode::Overridden, reason).by(&winner));
    }
    why
}

/// The rule that has the clusters of the host.
fn winner(owners: &Owners, resource: &Resource, host: &str) -> Option<ResourceRef> {
    let mut others = owners.links().filter(|(_, link)| {
        let name = link.object.key.first().map(ToString::to_string).unwrap_or_default();
        link.object.kind == EnvoyKind::Cluster
            && link.cause.resource.kind == "DestinationRule"
            && *link.cause.resource != resource.id
            && ClusterName::parse(&name).is_some_and(|name| covers(host, name.host))
    });
    others.next().map(|(_, link)| (*link.cause.resource).clone())
}
