//! Inbound chains, clusters and routes: a sidecar has one for each port of the services in front of it, or of its
//! Sidecar (`pilot/pkg/networking/core/listener_inbound.go`).

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::{ChainFacts, ListenerFacts};
use super::super::view::View;
use super::super::world::ServiceFacts;
use super::sidecar;
use crate::base::origin::Known;

/// The owners of inbound chains, clusters and routes.
pub fn own(view: &View, graph: &mut Graph) {
    if !view.is_sidecar() {
        return;
    }
    for listener in view.inventory.listeners.iter().filter(|listener| listener.name == "virtualInbound") {
        for chain in &listener.filter_chains {
            if let Some(port) = chain.destination_port() {
                own_chain(view, graph, listener, chain, port);
            }
        }
    }
    for cluster in &view.inventory.clusters {
        let Some(port) = cluster.parts().filter(|name| name.direction == "inbound").map(|name| name.port) else {
            continue;
        };
        let services = behind(view, port, None);
        let ingress = of_sidecar(view, port);
        graph.shape_each(cluster.node, services.iter().chain(&ingress).cloned());
        graph.need(cluster.node, services.into_iter().chain(ingress).collect());
    }
    for table in view.inventory.tables.iter().filter(|table| table.key.starts_with("inline:virtualInbound")) {
        for route in table.virtual_hosts.iter().flat_map(|host| &host.routes) {
            // Of several services at a port, the first names the route in traces.
            let host = route.decorator.operation.split(':').next().unwrap_or_default();
            let named = view.world.services(host).iter().map(|service| Cause::new(&service.id, "", Known::Named));
            graph.shape(route.node, named.collect());
        }
    }
}

fn own_chain(view: &View, graph: &mut Graph, listener: &ListenerFacts, chain: &ChainFacts, port: u16) {
    let is_of_sidecar = chain.metadata.istio().is_some_and(|mark| mark.config.contains("/sidecar/"));
    let causes = match of_sidecar(view, port).filter(|_| is_of_sidecar) {
        Some(ingress) => vec![ingress],
        None => behind(view, port, service_port(chain)),
    };
    // The inspectors are told which ports they need not look at.
    if listener.names_port(port) {
        graph.shape(listener.node, causes.clone());
    }
    graph.need(chain.node, causes);
}

fn of_sidecar(view: &View, port: u16) -> Option<Cause> {
    let sidecar = sidecar::of(view)?;
    let has = sidecar.spec.ingress.iter().any(|ingress| ingress.port.number == port);
    has.then(|| sidecar::ingress(sidecar, port))
}

/// The port of the service, as a chain's virtual host names it: `inbound|http|PORT`.
fn service_port(chain: &ChainFacts) -> Option<u16> {
    let table = chain.http()?.facts.route_config.as_ref()?;
    table.virtual_hosts.first()?.name.rsplit('|').next()?.parse().ok()
}

/// The services behind an inbound cluster, as its mark lists them.
fn behind(view: &View, port: u16, service_port: Option<u16>) -> Vec<Cause> {
    let Some(cluster) = view.inventory.cluster_named(&format!("inbound|{port}||")) else {
        return Vec::new();
    };
    let services = cluster.mark.services.iter();
    let one = |service: &ServiceFacts| {
        let targets = service.service.ports.iter().filter(|known| known.target == Some(port)).map(|known| known.number);
        let number = targets.map(Some).next().unwrap_or(service_port);
        let named = number.and_then(|number| service.ports.get(&number));
        named.cloned().unwrap_or_else(|| Cause::new(&service.id, "", Known::Marked))
    };
    services.flat_map(|service| view.world.services(&service.host)).map(one).collect()
}
