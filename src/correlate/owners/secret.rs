//! Secrets: the servers of Gateways and the DestinationRules that name them, and the Secret behind the name
//! (`pilot/pkg/model/credentials/resource.go`).

use serde_json::Value;

use super::detail::Told;
use super::relation::Role;
use crate::base::origin::{Known, Owner, ResourceRef};
use crate::correlate::Mesh;
use crate::model::{Proxy, Resource};

/// The owners of a secret of a proxy. What the workload's own identity is made of (`default`, `ROOTCA`) has none: the
/// agent gets it from istiod.
pub fn secret(mesh: &Mesh, proxy: &Proxy, name: &str) -> Vec<Told> {
    let Some((_, reference)) = name.split_once("://") else {
        return Vec::new();
    };
    // The part with the certificates of clients is asked for under a name of its own.
    let reference = reference.strip_suffix("-cacert").unwrap_or(reference);
    let (namespace, bare) = reference.split_once('/').unwrap_or((&proxy.id.namespace, reference));
    let mut told = Vec::new();
    let behind = ResourceRef::new("Secret", namespace, bare);
    if mesh.resource(&behind).is_some() {
        told.push((Role::Made, Owner { resource: behind, path: String::new(), known: Known::Named, place: None }));
    }
    for kind in ["Gateway", "DestinationRule"] {
        for resource in mesh.of_kind(kind) {
            let mut paths = Vec::new();
            naming(&resource.body["spec"], "spec", bare, &mut paths);
            let owner = |path| Owner { resource: resource.id.clone(), path, known: Known::Recomputed, place: None };
            let here = is_here(resource, proxy, namespace);
            told.extend(paths.into_iter().filter(|_| here).map(|path| (Role::Made, owner(path))));
        }
    }
    told.dedup();
    told
}

/// A Gateway names secrets of its proxies' namespace, or of its own.
fn is_here(resource: &Resource, proxy: &Proxy, namespace: &str) -> bool {
    resource.id.kind == "DestinationRule" || resource.id.namespace == namespace || proxy.id.namespace == namespace
}

/// The fields that name a secret: `credentialName`, or `name` in `certificateRefs`.
fn naming(value: &Value, path: &str, name: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let path = format!("{path}.{key}");
                let is_name = key == "credentialName" || key == "name" && path.contains("certificateRefs[");
                if is_name && value == name {
                    found.push(path);
                } else {
                    naming(value, &path, name, found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                naming(item, &format!("{path}[{index}]"), name, found);
            }
        }
        _ => {}
    }
}
