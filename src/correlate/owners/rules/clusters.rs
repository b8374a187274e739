//! Outbound clusters: a port of a service, with the policy or the subset of a DestinationRule
//! (`pilot/pkg/networking/core/cluster_builder.go`).

use std::sync::Arc;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::ClusterFacts;
use super::super::view::View;
use super::policy;
use crate::base::name::ClusterName;
use crate::base::origin::Known;
use crate::correlate::marked;

/// The owners of clusters.
pub fn own(view: &View, graph: &mut Graph) {
    for cluster in &view.inventory.clusters {
        let Some(name) = cluster.parts() else {
            continue;
        };
        if name.direction != "inbound" {
            own_service(view, graph, cluster, name);
        }
        graph.shape_each(cluster.node, policy::policy(view, cluster));
        if name.direction == "outbound" && !name.subset.is_empty() {
            graph.need(cluster.node, subset(view, cluster).into_iter().collect());
        }
    }
}

fn own_service(view: &View, graph: &mut Graph, cluster: &ClusterFacts, name: ClusterName) {
    let services = view.world.services(name.host);
    let ports = services.iter().filter_map(|service| service.ports.get(&name.port).cloned());
    let mut causes: Vec<Cause> = ports.collect();
    let hosts: Vec<Cause> = services.iter().filter_map(|service| service.host.clone()).collect();
    if hosts.len() == services.len() {
        graph.need(cluster.node, hosts);
    }
    if causes.is_empty() {
        // The resource was not read: its mark names it.
        let marks = cluster.mark.services.iter().map(|service| marked::of_service(view.mesh, service));
        causes = marks.map(|owner| Cause::new(&Arc::new(owner.resource), "", Known::Marked)).collect();
    } else if !cluster.mark.services.is_empty() {
        for cause in &mut causes {
            cause.known = Known::Marked;
        }
    }
    graph.need(cluster.node, causes);
}

/// The subset that a cluster is for.
fn subset(view: &View, cluster: &ClusterFacts) -> Option<Cause> {
    if let Some((rule, index)) = policy::subset(view, cluster) {
        return Some(rule.cause(format!("spec.subsets[{index}]"), Known::Marked));
    }
    let reference = policy::destination_rule(cluster)?;
    let unread = !view.world.destination_rules.contains_key(&reference);
    unread.then(|| Cause::new(&reference, "", Known::Marked))
}
