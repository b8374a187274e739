//! From a kind and a name to a resource: `reviews.shop`, `shop/reviews`, or `reviews` in the namespace asked for.

use std::collections::BTreeSet;

use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;
use crate::correlate::owners::Owners;

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundResource {
    /// One resource.
    One(ResourceRef),
    /// Several, in several namespaces.
    Several(Vec<ResourceRef>),
    /// None; those most like it.
    Nothing(Vec<ResourceRef>),
}

/// So many are offered where none has the name.
const MOST_NEAREST: usize = 5;

/// Looks among the resources that were read and those that marks and names tell of.
pub fn find(mesh: &Mesh, owners: &Owners, kind: &str, wanted: &str, namespace: Option<&str>) -> FoundResource {
    let read = mesh.of_kind(kind).map(|resource| resource.id.clone());
    let told = owners.links().map(|(_, link)| &link.cause.resource).filter(|resource| resource.kind == kind);
    let known: BTreeSet<ResourceRef> = read.chain(told.map(|resource| (**resource).clone())).collect();
    let splits = [wanted.split_once('/'), Some(wanted).zip(namespace).map(|(name, namespace)| (namespace, name))];
    let dotted = wanted.rsplit_once('.').map(|(name, namespace)| (namespace, name));
    for (namespace, name) in splits.into_iter().chain([dotted]).flatten() {
        let exact = known.iter().find(|known| known.namespace == namespace && known.name == name);
        if let Some(exact) = exact {
            return FoundResource::One(exact.clone());
        }
    }
    let named: Vec<ResourceRef> = known.iter().filter(|known| known.name == wanted).cloned().collect();
    match named.as_slice() {
        [one] => FoundResource::One(one.clone()),
        [] => FoundResource::Nothing(nearest(known, wanted)),
        _ => FoundResource::Several(named),
    }
}

fn nearest(known: BTreeSet<ResourceRef>, wanted: &str) -> Vec<ResourceRef> {
    let likeness = |resource: &ResourceRef| {
        let forms = [resource.name.clone(), format!("{}.{}", resource.name, resource.namespace)];
        forms.iter().map(|form| strsim::jaro_winkler(form, wanted)).fold(0.0, f64::max)
    };
    let mut scored: Vec<(f64, ResourceRef)> =
        known.into_iter().map(|resource| (likeness(&resource), resource)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    scored.into_iter().take(MOST_NEAREST).map(|(_, resource)| resource).collect()
}
