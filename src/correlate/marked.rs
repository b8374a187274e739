//! What istiod writes into `metadata.filter_metadata.istio` (`pilot/pkg/networking/util/util.go`).

use super::mesh::{Mesh, owner};
use super::named;
use crate::base::origin::{Known, Owner, ResourceRef};
use crate::model::envoy::metadata::{IstioMark, IstioService, Metadata};

/// Reads `/apis/GROUP/VERSION/namespaces/NAMESPACE/KEBAB-KIND/NAME`.
pub fn config(path: &str) -> Option<ResourceRef> {
    let mut parts = path.strip_prefix("/apis/")?.splitn(6, '/');
    let (_group, _version, namespaces) = (parts.next()?, parts.next()?, parts.next()?);
    let (namespace, kind, name) = (parts.next()?, parts.next()?, parts.next()?);
    (namespaces == "namespaces").then(|| ResourceRef::new(pascal(kind), namespace, name))
}

/// `virtual-service` is `VirtualService`.
fn pascal(kebab: &str) -> String {
    kebab
        .split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// The owners of a route: the VirtualService, or the Gateway API route that a generated one stands for.
pub fn of_route(metadata: &Metadata, route_name: &str) -> Vec<Owner> {
    let Some(resource) = metadata.istio().and_then(|mark| config(&mark.config)) else {
        return Vec::new();
    };
    if named::is_generated(&resource.name) {
        return vec![named::gateway_api_route(route_name).unwrap_or_else(|| owner(resource, "", Known::Marked))];
    }
    vec![owner(resource, "", Known::Marked)]
}

/// The owners of a filter chain: a VirtualService (TLS and TCP routes) or a Sidecar.
pub fn of_chain(metadata: &Metadata) -> Vec<Owner> {
    let resource = metadata.istio().and_then(|mark| config(&mark.config));
    resource.into_iter().map(|resource| owner(resource, "", Known::Marked)).collect()
}

/// The owners of a cluster: its DestinationRule, then its services.
pub fn of_cluster(mesh: &Mesh, metadata: &Metadata) -> Vec<Owner> {
    let Some(mark) = metadata.istio() else {
        return Vec::new();
    };
    let services = mark.services.iter().map(|service| of_service(mesh, service));
    destination_rule(mesh, &mark).into_iter().chain(services).collect()
}

/// The DestinationRule that a cluster is marked with, and its subset where the rule was read.
pub fn destination_rule(mesh: &Mesh, mark: &IstioMark) -> Option<Owner> {
    let resource = config(&mark.config)?;
    let body = mesh.resource(&resource).map(|resource| &resource.body);
    let subsets = body.and_then(|body| body.pointer("/spec/subsets")?.as_array());
    let index = subsets.and_then(|subsets| subsets.iter().position(|subset| subset["name"] == mark.subset.as_str()));
    let path = index.map_or_else(String::new, |index| format!("spec.subsets[{index}]"));
    Some(owner(resource, path, Known::Marked))
}

/// The Service or ServiceEntry of a mark, which says its host but not its kind.
pub fn of_service(mesh: &Mesh, service: &IstioService) -> Owner {
    let kubernetes = ResourceRef::new("Service", &service.namespace, &service.name);
    if mesh.resource(&kubernetes).is_some() || service.host.split('.').nth(2) == Some("svc") {
        return owner(kubernetes, "", Known::Marked);
    }
    let entry = mesh.of_kind("ServiceEntry").find(|entry| {
        entry.id.namespace == service.namespace
            && entry
                .body
                .pointer("/spec/hosts")
                .and_then(|hosts| hosts.as_array())
                .is_some_and(|hosts| hosts.iter().any(|host| host == service.host.as_str()))
    });
    match entry {
        Some(entry) => owner(entry.id.clone(), "", Known::Marked),
        // Its host, for want of its name.
        None => owner(ResourceRef::new("ServiceEntry", &service.namespace, &service.host), "", Known::Marked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn config_paths() {
        let got = config("/apis/networking.istio.io/v1/namespaces/shop/virtual-service/reviews").unwrap();
        assert_eq!(got.to_string(), "VirtualService shop/reviews");
        assert_eq!(
            config("/apis/networking.istio.io/v1alpha3/namespaces/a/destination-rule/b").unwrap().kind,
            "DestinationRule"
        );
        assert_eq!(config("nonsense"), None);
    }

    #[test]
    fn a_generated_virtual_service_stands_for_its_gateway_api_route() {
        let metadata: Metadata = serde_json::from_str(
            r#"{"filter_metadata":{"istio":{"config":"/apis/networking.istio.io/v1/namespaces/ambient/virtual-service/ambient~orders.ambient.svc.cluster.local"}}}"#,
        )
        .unwrap();
        let owners = of_route(&metadata, "ambient.orders.1");
        assert_eq!(owners[0].to_string(), "HTTPRoute ambient/orders rules[1]");
    }
}
