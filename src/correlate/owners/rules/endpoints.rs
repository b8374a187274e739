//! Endpoints: pods by their EndpointSlices, workloads by their `WorkloadEntries`, and those that a ServiceEntry lists.

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::{ClusterFacts, EndpointFacts};
use super::super::view::View;
use super::super::world::ServiceFacts;
use super::{peer_authentication, policy};
use crate::base::origin::Known;

/// The owners of endpoints.
pub fn own(view: &View, graph: &mut Graph) {
    for cluster in &view.inventory.clusters {
        let Some(name) = cluster.parts() else {
            continue;
        };
        let fields = policy::policy(view, cluster);
        let services = view.world.services(name.host);
        for endpoint in &cluster.endpoints {
            if endpoint.by_locality {
                graph.shape_each(
                    endpoint.node,
                    fields.iter().filter(|cause| policy::sets_locality(view, cause)).cloned(),
                );
            }
            for service in services {
                own_endpoint(view, graph, endpoint, service);
            }
            own_pod(view, graph, cluster, endpoint, &fields);
        }
    }
}

fn own_endpoint(view: &View, graph: &mut Graph, endpoint: &EndpointFacts, service: &ServiceFacts) {
    let (ip, _) = &endpoint.target;
    let slices = view.world.slices.get(ip).into_iter().flatten();
    let of_service = slices.filter(|(slice, _)| {
        view.world.all_slices[*slice].id.namespace == service.id.namespace
            && view.world.slice_services[*slice] == service.id.name
    });
    let slices: Vec<Cause> = of_service
        .map(|(slice, index)| view.world.all_slices[*slice].cause(format!("endpoints[{index}]"), Known::Recomputed))
        .collect();
    if !slices.is_empty() {
        graph.need(endpoint.node, slices);
        return;
    }
    let entries = view.world.workload_entries.get(ip).into_iter().flatten();
    let here = entries.filter(|entry| entry.id.namespace == service.id.namespace);
    let entries: Vec<Cause> = here.map(|entry| entry.cause("", Known::Recomputed)).collect();
    if !entries.is_empty() {
        graph.need(endpoint.node, entries);
        return;
    }
    let Some(entry) = view.world.service_entries.get(&service.id) else {
        return;
    };
    if let Some(index) = entry.spec.endpoints.iter().position(|own| own.address == *ip) {
        graph.need(endpoint.node, vec![entry.cause(format!("spec.endpoints[{index}]"), Known::Recomputed)]);
        // istiod calls the workload by its place in the list.
        let before = (0..index).map(|before| entry.cause(format!("spec.endpoints[{before}]"), Known::Recomputed));
        graph.number(endpoint.node, before);
    }
}

/// The pod behind an address, and whether its policy takes mutual TLS from it.
fn own_pod(view: &View, graph: &mut Graph, cluster: &ClusterFacts, endpoint: &EndpointFacts, fields: &[Cause]) {
    let (ip, port) = &endpoint.target;
    let Some(pod) = view.world.pods.get(ip) else {
        return;
    };
    graph.shape(endpoint.node, vec![Cause::new(&pod.id, "", Known::Recomputed)]);
    let has_sidecar = pod.labels.get("security.istio.io/tlsMode").is_some_and(|mode| mode == "istio");
    if endpoint.takes_mutual_tls || !has_sidecar || cluster.mark.external {
        return;
    }
    let disabling = peer_authentication::disabling(view.world, &pod.id.namespace, &pod.labels, *port);
    let of_rule = fields.iter().filter(|cause| policy::sets_tls(view, cause)).cloned();
    graph.shape(endpoint.node, disabling.into_iter().chain(of_rule).collect());
}
