//! What is known of a mesh while a reason is looked for, and what was found so far.

use std::collections::BTreeSet;

use super::reason::Reason;
use crate::base::origin::{Known, Owner};
use crate::correlate::mesh::owner;
use crate::correlate::{Mesh, hosts};
use crate::model::istio::mesh_config::MeshConfig;
use crate::model::{Proxy, Resource};

/// The API group of Istio's networking resources.
pub(super) const NETWORKING: &str = "networking.istio.io";
/// The API group of Services, Pods and Namespaces.
pub(super) const CORE: &str = "";
/// The API group of EndpointSlices.
pub(super) const DISCOVERY: &str = "discovery.k8s.io";

/// A question, with the answers so far.
pub(super) struct Case<'m> {
    pub(super) mesh: &'m Mesh,
    pub(super) proxy: &'m Proxy,
    /// The configuration of the mesh; empty where it was not read.
    pub(super) config: MeshConfig,
    /// Where that stands.
    pub(super) config_map: Option<Owner>,
    /// The domain of Kubernetes services: `cluster.local`.
    pub(super) domain: &'m str,
    pub(super) reasons: Vec<Reason>,
    /// What was looked at and is as it should be.
    pub(super) checked: Vec<String>,
    /// What could not be looked at, and what to read to change that.
    pub(super) unchecked: Vec<String>,
}

impl<'m> Case<'m> {
    pub(super) fn new(mesh: &'m Mesh, proxy: &'m Proxy) -> Self {
        let mut case = Self {
            mesh,
            proxy,
            config: MeshConfig::default(),
            config_map: None,
            domain: mesh.services.domain(),
            reasons: Vec::new(),
            checked: Vec::new(),
            unchecked: Vec::new(),
        };
        if let Some((map, config)) = mesh.configuration() {
            case.config = config;
            case.config_map = Some(owner(map.clone(), "", Known::Recomputed));
        }
        if case.config.root_namespace.is_empty() {
            "istio-system".clone_into(&mut case.config.root_namespace);
        }
        case
    }

    /// The namespace whose resources the proxy sees as its own.
    pub(super) fn namespace(&self) -> &'m str {
        &self.proxy.id.namespace
    }

    /// The resources of a kind, each once: a manifest and what the API server made of it are one.
    pub(super) fn all(&self, group: &str, kind: &'m str) -> Vec<&'m Resource> {
        let mut seen = BTreeSet::new();
        let of_group =
            |resource: &&Resource| resource.api_version.split_once('/').map_or(CORE, |(group, _)| group) == group;
        self.mesh.of_kind(kind).filter(of_group).filter(|resource| seen.insert(&resource.id)).collect()
    }

    /// The same, the oldest first: in many conflicts it wins (`sortConfigByCreationTime` of
    /// `pilot/pkg/model/push_context.go`).
    pub(super) fn oldest_first(&self, group: &str, kind: &'m str) -> Vec<&'m Resource> {
        let mut all = self.all(group, kind);
        all.sort_by_cached_key(|resource| (self.created(resource), &resource.id.name, &resource.id.namespace));
        all
    }

    /// When a resource was made; a manifest does not say it, its copy from the API server does.
    pub(super) fn created(&self, resource: &Resource) -> Option<&'m str> {
        let mut copies = self.mesh.resources.iter().filter(|copy| copy.id == resource.id);
        copies.find_map(|copy| copy.metadata.creation_timestamp.as_deref())
    }

    /// Whether any resource of a kind was read; if not, what cannot be checked for that is noted.
    pub(super) fn has(&mut self, kind: &str, what: &str) -> bool {
        let has = self.mesh.of_kind(kind).next().is_some();
        if !has {
            self.open(format!("{what}: no {kind} was read; add them with --from"));
        }
        has
    }

    pub(super) fn blame(&mut self, reason: Reason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    pub(super) fn fine(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.checked.contains(&what) {
            self.checked.push(what);
        }
    }

    pub(super) fn open(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.unchecked.contains(&what) {
            self.unchecked.push(what);
        }
    }

    /// A host as Istio reads it in a resource of a namespace: one without a dot is a service there
    /// (`ResolveShortnameToFQDN` of `pilot/pkg/model/config.go`).
    pub(super) fn host(&self, host: &str, namespace: &str) -> String {
        hosts::full(host, namespace, self.domain)
    }
}

/// An owner that was worked out from the resources: the whole, or a part of its `spec`.
pub(super) fn of(resource: &Resource, part: impl AsRef<str>) -> Owner {
    let path = match part.as_ref() {
        "" => String::new(),
        part => format!("spec.{part}"),
    };
    owner(resource.id.clone(), path, Known::Recomputed)
}

/// The names most like one.
pub(super) fn nearest<'a>(names: impl IntoIterator<Item = &'a str>, wanted: &str, most: usize) -> Vec<&'a str> {
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(name, wanted), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    scored.dedup();
    scored.into_iter().take(most).map(|(_, name)| name).collect()
}

/// A list in a sentence.
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}
