//! Filters of `WasmPlugins` and `TrafficExtensions`, which istiod calls by their resources
//! (`pilot/pkg/model/extensions.go`): `extensions.istio.io/wasmplugin/NAMESPACE.NAME`. Older versions misspell the group.

use std::sync::Arc;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::FilterFacts;
use super::super::view::View;
use crate::base::origin::{Known, ResourceRef};

/// The owners of filters that are called by their resources.
pub fn own(view: &View, graph: &mut Graph) {
    for chain in view.inventory.listeners.iter().flat_map(|listener| &listener.filter_chains) {
        for filter in chain.filters.iter().flat_map(FilterFacts::with_inner) {
            if let Some(resource) = resource(&filter.name) {
                graph.need(filter.node, vec![Cause::new(&Arc::new(resource), "", Known::Named)]);
            }
        }
    }
}

fn resource(filter: &str) -> Option<ResourceRef> {
    let (group, rest) = filter.split_once('/')?;
    let (kind, name) = rest.split_once('/')?;
    let (namespace, name) = name.split_once('.')?;
    let kind = match kind {
        "wasmplugin" => "WasmPlugin",
        "trafficextension" => "TrafficExtension",
        _ => return None,
    };
    matches!(group, "extensions.istio.io" | "extenstions.istio.io").then(|| ResourceRef::new(kind, namespace, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_extensions() {
        let text = |name: &str| resource(name).map(|resource| resource.to_string());
        assert_eq!(text("extenstions.istio.io/wasmplugin/shop.auth.v2").as_deref(), Some("WasmPlugin shop/auth.v2"));
        assert_eq!(text("extensions.istio.io/trafficextension/a.b").as_deref(), Some("TrafficExtension a/b"));
        assert_eq!(text("envoy.filters.http.wasm"), None);
        assert_eq!(text("extensions.istio.io/other/a.b"), None);
    }
}
