//! The typed result of `explain virtualservice …`; its JSON is the contract.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::name::ProxyId;
use crate::base::origin::{Known, Owner, Place, ResourceRef};
use crate::correlate::Mesh;
use crate::correlate::owners::{EnvoyKind, Idle, KeyPart, Owners, Role, idle};
use crate::model::Proxy;

/// A resource with all that it made.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ResourceExplanation {
    /// Version of this schema.
    pub schema: u32,
    /// `explain-resource`.
    pub kind: &'static str,
    /// The resource.
    pub resource: ResourceRef,
    /// Where it stands, if it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// How many proxies were looked at.
    pub proxies: usize,
    /// The objects that would not be there, or would be different, without it.
    pub objects: Vec<OwnedObject>,
    /// Objects for which it is one of several resources that would do.
    pub shared: Vec<OwnedObject>,
    /// Parts that made nothing, or nothing that a request can reach, and why.
    pub idle: Vec<Idle>,
    /// Where the parts stand that are named above.
    pub places: Vec<PartPlace>,
    /// What was not read and would belong here.
    pub gaps: Vec<String>,
}

/// An object of a proxy that a part of the resource made or shaped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct OwnedObject {
    /// The proxy.
    pub proxy: ProxyId,
    /// What the object is.
    pub kind: EnvoyKind,
    /// Its name, by its kind: `[NAME]`, `[LISTENER, CHAIN, INDEX]`, `[TABLE, VIRTUAL HOST, INDEX]`, ….
    pub key: Vec<KeyPart>,
    /// The part of the resource; empty for the whole.
    pub path: String,
    /// How that is known.
    pub how: Known,
    /// What the part is to the object.
    pub role: Role,
}

/// Where a part of the resource stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartPlace {
    /// The part.
    pub path: String,
    /// Its place.
    pub place: Place,
}

impl ResourceExplanation {
    /// Explains a resource by what the proxies hold.
    pub fn new(mesh: &Mesh, proxies: &[&Proxy], owners: &Owners, resource: &ResourceRef) -> Self {
        let (mut objects, mut shared): (Vec<OwnedObject>, Vec<OwnedObject>) = owners
            .backward(resource)
            .map(|(proxy, link)| OwnedObject {
                proxy: proxy.clone(),
                kind: link.object.kind,
                key: link.object.key.clone(),
                path: link.cause.path.to_string(),
                how: link.cause.known,
                role: link.role,
            })
            .partition(|object| object.role != Role::Shared);
        objects.sort();
        shared.sort();
        let read = mesh.resource(resource);
        let idle = read.map_or_else(Vec::new, |read| idle(mesh, proxies, owners, read));
        let mut paths: Vec<&str> = objects.iter().chain(&shared).map(|object| object.path.as_str()).collect();
        paths.extend(idle.iter().map(|idle| idle.path.as_str()));
        paths.sort_unstable();
        paths.dedup();
        let place = |path: &str| {
            let owner = Owner { resource: resource.clone(), path: path.to_owned(), known: Known::Named, place: None };
            Some(PartPlace { path: path.to_owned(), place: mesh.place(&owner)? })
        };
        let missing = read.is_none().then(|| {
            format!("{resource} was not read: what stands here is what marks and names tell; add its YAML with --from")
        });
        Self {
            schema: crate::view::SCHEMA,
            kind: "explain-resource",
            place: place("").map(|part| part.place),
            places: paths.into_iter().filter_map(place).collect(),
            resource: resource.clone(),
            proxies: proxies.len(),
            objects,
            shared,
            idle,
            gaps: missing.into_iter().collect(),
        }
    }
}
