//! The relation between objects and resources, as a list that is read from either side.

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::cause::Cause;
use super::graph::{Graph, Owned};
use super::inventory::{Inventory, Touched};
use super::object::EnvoyObject;
use super::rules::RULES;
use super::view::View;
use crate::base::name::ProxyId;
use crate::base::origin::{Owner, ResourceRef};
use crate::correlate::Mesh;
use crate::model::Proxy;

/// What a part of a resource is to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The object is there because of it.
    Made,
    /// What the object stands in is there because of it.
    Carried,
    /// The object would be there without it, but different.
    Shaped,
    /// It stands before the object in a list, and so gives it its name.
    Numbered,
    /// It is one of several that would do.
    Shared,
}

/// An object and one of its owners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// The object.
    pub object: &'a EnvoyObject,
    /// What the owner is to it.
    pub role: Role,
    /// The owner.
    pub cause: &'a Cause,
}

/// The owners of all objects of some proxies.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    proxies: Vec<(ProxyId, Vec<(EnvoyObject, Owned)>)>,
}

impl Owners {
    /// Works out the owners of all objects of these proxies.
    pub fn of(mesh: &Mesh, proxies: &[&Proxy]) -> Self {
        let one = |proxy: &&Proxy| (proxy.id.clone(), resolved(mesh, proxy, None).1);
        Self { proxies: proxies.par_iter().map(one).collect() }
    }

    /// The objects of a proxy with their owners.
    pub fn objects(&self, proxy: &ProxyId) -> &[(EnvoyObject, Owned)] {
        self.proxies.iter().find(|(id, _)| id == proxy).map_or(&[], |(_, objects)| objects)
    }

    /// Forward: the owners of an object, those that made it first.
    pub fn forward(&self, proxy: &ProxyId, object: &EnvoyObject) -> Vec<(Role, Owner)> {
        let found = self.objects(proxy).iter().filter(|(known, _)| known == object);
        found.flat_map(|(object, owned)| links(object, owned)).map(|link| (link.role, link.cause.owner())).collect()
    }

    /// Backward: what a resource is to which objects of which proxies.
    pub fn backward<'a>(&'a self, resource: &'a ResourceRef) -> impl Iterator<Item = (&'a ProxyId, Link<'a>)> {
        self.links().filter(move |(_, link)| *link.cause.resource == *resource)
    }

    /// The whole relation.
    pub fn links(&self) -> impl Iterator<Item = (&ProxyId, Link<'_>)> {
        self.proxies.iter().flat_map(|(proxy, objects)| {
            objects.iter().flat_map(move |(object, owned)| links(object, owned).map(move |link| (proxy, link)))
        })
    }
}

pub(super) fn links<'a>(object: &'a EnvoyObject, owned: &'a Owned) -> impl Iterator<Item = Link<'a>> {
    let made = owned.made.iter().enumerate().map(|(index, cause)| {
        let role = if index < owned.own { Role::Made } else { Role::Carried };
        (role, cause)
    });
    let shaped = owned.shaped.iter().map(|cause| (Role::Shaped, cause));
    let numbered = owned.numbered.iter().map(|cause| (Role::Numbered, cause));
    let one_of_several = owned.shared.iter().map(|cause| (Role::Shared, cause));
    made.chain(shaped).chain(numbered).chain(one_of_several).map(move |(role, cause)| Link { object, role, cause })
}

/// The owners of all objects of a proxy, or of some, beside what it has of them.
pub(super) fn resolved(
    mesh: &Mesh,
    proxy: &Proxy,
    touched: Option<&Touched>,
) -> (Inventory, Vec<(EnvoyObject, Owned)>) {
    let mut graph = Graph::default();
    let inventory = Inventory::read(proxy, touched, &mut graph);
    let view = View::new(mesh, proxy, &inventory);
    for rule in RULES {
        rule(&view, &mut graph);
    }
    let owned = graph.resolve();
    (inventory, owned)
}
