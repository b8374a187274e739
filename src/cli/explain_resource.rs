//! `meshdbg explain virtualservice NAME` and the other resources.

use std::collections::BTreeMap;

use anyhow::Result;

use super::args::Global;
use super::exit::Exit;
use super::output::Output;
use crate::correlate::Mesh;
use crate::correlate::owners::Owners;
use crate::model::Proxy;
use crate::view::SCHEMA;
use crate::view::explain::resource::{FoundResource, ResourceExplanation, find};
use crate::view::explain::{NotFound, Several};

/// Explains a resource, lists those that may be meant, or says that there is none.
///
/// # Errors
/// Those of stdout.
pub(super) fn run(
    mesh: &Mesh,
    proxies: &[&Proxy],
    kind: &'static str,
    wanted: String,
    global: &Global,
    output: &mut Output,
) -> Result<Exit> {
    let owners = Owners::of(mesh, proxies);
    match find(mesh, &owners, kind, &wanted, global.namespace.as_deref()) {
        FoundResource::One(resource) => {
            let explanation = ResourceExplanation::new(mesh, proxies, &owners, &resource);
            output.show(global.format(), &explanation, ResourceExplanation::document)?;
            Ok(Exit::Yes)
        }
        FoundResource::Several(found) => {
            let proxies_of = |resource| {
                owners.backward(resource).map(|(proxy, _)| proxy).collect::<std::collections::BTreeSet<_>>().len()
            };
            let found: BTreeMap<String, usize> = found
                .iter()
                .map(|resource| (format!("{}/{}", resource.namespace, resource.name), proxies_of(resource)))
                .collect();
            let several = Several { schema: SCHEMA, kind: "explain-several", object: kind, wanted, found };
            output.show(global.format(), &several, Several::document)?;
            Ok(Exit::Yes)
        }
        FoundResource::Nothing(nearest) => {
            let nearest = nearest.iter().map(|resource| format!("{}/{}", resource.namespace, resource.name)).collect();
            let nothing = NotFound { schema: SCHEMA, kind: "explain-nothing", object: kind, wanted, nearest };
            output.show(global.format(), &nothing, NotFound::document)?;
            Ok(Exit::No)
        }
    }
}
