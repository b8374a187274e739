//! All that was read, with indexes.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use jiff::Timestamp;

use super::owners::world::World;
use super::services::{DEFAULT_DOMAIN, Services};
use crate::base::capture::Gap;
use crate::base::name::ProxyId;
use crate::base::origin::{Known, Owner, Place, ResourceRef};
use crate::model::istio::mesh_config::MeshConfig;
use crate::model::istiod::Istiod;
use crate::model::{Model, Proxy, Resource, Ztunnel};

/// The proxies and resources of a capture.
#[derive(Debug, Clone, Default)]
pub struct Mesh {
    /// The Envoys, by id.
    pub proxies: Vec<Proxy>,
    /// The ztunnels, by id.
    pub ztunnels: Vec<Ztunnel>,
    /// The resources.
    pub resources: Vec<Resource>,
    /// The istiods that say whom they serve.
    pub istiods: Vec<Istiod>,
    /// What istiod would send to a proxy, undecoded.
    pub intended: BTreeMap<ProxyId, Bytes>,
    /// What could not be read.
    pub gaps: Vec<Gap>,
    /// When the capture was taken, if it says so.
    pub taken_at: Option<Timestamp>,
    /// What the names of services mean.
    pub services: Services,
    by_reference: BTreeMap<ResourceRef, usize>,
    world: OnceLock<Arc<World>>,
}

impl Mesh {
    /// Links what was read.
    pub fn new(model: Model) -> Self {
        let Model { proxies, ztunnels, resources, istiods, intended, gaps, taken_at } = model;
        // Of an object that was read twice, as a manifest and as the API server returned it, the first stays.
        let mut by_reference = BTreeMap::new();
        for (index, resource) in resources.iter().enumerate() {
            by_reference.entry(resource.id.clone()).or_insert(index);
        }
        let domain = proxies.iter().find_map(|proxy| proxy.dns_domain()?.split_once(".svc."));
        let services = Services::of(&resources, domain.map_or(DEFAULT_DOMAIN, |(_, domain)| domain));
        Self {
            proxies,
            ztunnels,
            resources,
            istiods,
            intended,
            gaps,
            taken_at,
            services,
            by_reference,
            world: OnceLock::new(),
        }
    }

    /// The proxy with an id.
    pub fn proxy(&self, id: &ProxyId) -> Option<&Proxy> {
        self.proxies.iter().find(|proxy| proxy.id == *id)
    }

    /// The workload of a pod, as `NAMESPACE/NAME`; the pod itself, where its proxy does not say.
    pub fn workload(&self, pod: &ProxyId) -> String {
        let name = self.proxy(pod).map(|proxy| proxy.bootstrap.node.metadata.workload_name.as_str());
        match name.filter(|name| !name.is_empty()) {
            Some(name) => ProxyId::new(&pod.namespace, name).to_string(),
            None => pod.to_string(),
        }
    }

    /// The proxies of a namespace; all of them where none is named.
    pub fn proxies_of(&self, namespace: Option<&str>) -> impl Iterator<Item = &Proxy> {
        self.proxies.iter().filter(move |proxy| namespace.is_none_or(|namespace| proxy.id.namespace == namespace))
    }

    /// The resource behind a reference, if it was read.
    pub fn resource(&self, reference: &ResourceRef) -> Option<&Resource> {
        self.by_reference.get(reference).map(|index| &self.resources[*index])
    }

    /// The resources of a kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Resource> {
        self.resources.iter().filter(move |resource| resource.id.kind == kind)
    }

    /// The resources as the rules of ownership read them, decoded when they are first asked for.
    pub fn world(&self) -> &World {
        self.world.get_or_init(|| Arc::new(World::new(self)))
    }

    /// The configuration of the mesh, and the ConfigMap that it stands in. istiod of another revision reads
    /// `istio-REVISION`: the plain one is asked first. Without a root namespace of its own, that of the map counts.
    pub fn configuration(&self) -> Option<(&ResourceRef, MeshConfig)> {
        let is_istiod = |name: &str| name == "istio" || name.starts_with("istio-");
        let mut maps: Vec<&Resource> = self.of_kind("ConfigMap").filter(|map| is_istiod(&map.id.name)).collect();
        maps.sort_by_key(|map| map.id.name.len());
        maps.into_iter().find_map(|map| {
            let text = map.body.pointer("/data/mesh")?.as_str()?;
            let mut config: MeshConfig = serde_saphyr::from_str(text).ok()?;
            if config.root_namespace.is_empty() {
                config.root_namespace.clone_from(&map.id.namespace);
            }
            Some((&map.id, config))
        })
    }

    /// Where the resource of an owner stands, down to the part that it names.
    pub fn place(&self, owner: &Owner) -> Option<Place> {
        // The manifest that a person wrote tells more than what the API server returned.
        let resource = self.resource(&owner.resource)?;
        (!resource.is_listed()).then(|| resource.place(&owner.path))
    }

    /// The owner with its place.
    #[must_use]
    pub fn located(&self, owner: &Owner) -> Owner {
        Owner { place: self.place(owner), ..owner.clone() }
    }
}

/// An owner without a place.
pub(super) fn owner(resource: ResourceRef, path: impl Into<String>, known: Known) -> Owner {
    Owner { resource, path: path.into(), known, place: None }
}
