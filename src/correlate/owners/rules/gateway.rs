//! Gateways: listeners and chains for servers, virtual hosts for their hosts
//! (`pilot/pkg/networking/core/gateway.go`).

use super::super::cause::{Cause, add};
use super::super::graph::Graph;
use super::super::inventory::{ChainFacts, TableFacts, VirtualHostFacts};
use super::super::view::View;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::hosts::covers;
use crate::correlate::marked;
use crate::model::ProxyKind;

/// A server of a Gateway that is for the proxy.
#[derive(Debug)]
pub struct Server {
    /// Where it is written.
    pub cause: Cause,
    /// The port that clients use.
    pub port: u16,
    /// Hosts, without their namespaces; empty is every one.
    pub hosts: Vec<String>,
    /// `HTTP`, `HTTPS`, `TLS`, `TCP`, ….
    pub protocol: String,
    /// The name that istiod gives to the route table of its TLS.
    pub table: String,
    /// TLS goes on to the service.
    pub is_passthrough: bool,
    /// The Gateway.
    pub gateway: ResourceRef,
    /// It counts only for proxies behind its own Service (`pilot/pkg/model/push_context.go`, `mergeGateways`).
    pub needs_service: bool,
}

/// The owners of a gateway's listeners, chains and virtual hosts.
pub fn own(view: &View, graph: &mut Graph) {
    if view.proxy.kind != ProxyKind::Gateway {
        return;
    }
    let servers = view.servers();
    let mut of_table: Vec<(&str, Vec<&Server>)> = Vec::new();
    for listener in view.inventory.listeners.iter().filter(|listener| listener.is_gateway()) {
        let Some(port) = listener.address.port() else {
            continue;
        };
        for chain in &listener.filter_chains {
            let (serving, targets): (Vec<&Server>, Vec<Vec<Cause>>) = servers
                .iter()
                .filter(|server| server.serves(chain))
                .filter_map(|server| Some((server, leading(view, server, port)?)))
                .unzip();
            graph.need(chain.node, serving.iter().map(|server| server.cause.clone()).collect());
            // Where the service leads straight to the port, no mapping is needed.
            if targets.iter().all(|causes| !causes.is_empty()) {
                graph.need(chain.node, targets.into_iter().flatten().collect());
            }
            if let Some(rds) = chain.http().and_then(|http| http.facts.rds.as_ref()) {
                of_table.push((&rds.route_config_name, serving));
            }
        }
    }
    for table in &view.inventory.tables {
        for (_, serving) in of_table.iter().filter(|(name, _)| *name == table.key) {
            if table.key.starts_with("https.") {
                graph.need(table.node, serving.iter().map(|server| server.cause.clone()).collect());
            }
            own_hosts(view, graph, table, serving);
        }
    }
}

fn own_hosts(view: &View, graph: &mut Graph, table: &TableFacts, servers: &[&Server]) {
    for host in &table.virtual_hosts {
        let domains = || host.domains.iter().map(|domain| domain.rsplit('/').next().unwrap_or(domain));
        let has_domain = |server: &&&Server| domains().any(|domain| server.covers(domain));
        let causes: Vec<Cause> = servers.iter().filter(has_domain).map(|server| server.cause.clone()).collect();
        graph.need(host.node, causes.clone());
        graph.need_object(host.node, host.routes.iter().map(|route| route.node).collect());
        for route in &host.routes {
            graph.need(route.node, causes.clone());
        }
        graph.shape_each(host.node, hosts_of_rules(view, host));
    }
}

/// Where the domains of a virtual host are written in VirtualServices that have several: hosts with the same routes
/// share one.
fn hosts_of_rules(view: &View, host: &VirtualHostFacts) -> Vec<Cause> {
    let marks = host.routes.iter().filter_map(|route| marked::config(&route.metadata.istio()?.config));
    let mut causes = Vec::new();
    for entry in marks.filter_map(|reference| view.world.virtual_services.get(&reference)) {
        let hosts = entry.spec.hosts.iter().enumerate().filter(|_| entry.spec.hosts.len() > 1);
        let own = hosts.filter(|(_, name)| host.domains.contains(name));
        add(&mut causes, own.map(|(index, _)| entry.cause(format!("spec.hosts[{index}]"), Known::Recomputed)));
    }
    causes
}

impl Server {
    /// Whether a chain is for the server: by the name of its table, its SNI, or as it takes everything.
    fn serves(&self, chain: &ChainFacts) -> bool {
        let table = chain.http().and_then(|http| http.facts.rds.as_ref()).map(|rds| rds.route_config_name.as_str());
        let is_tls = chain.strings("server_names").next().is_some();
        match table {
            Some(name) if name.starts_with("https.") => name == self.table,
            Some(_) => matches!(self.protocol.as_str(), "HTTP" | "HTTP2" | "GRPC" | "GRPC-WEB"),
            None if is_tls => self.is_passthrough && chain.strings("server_names").any(|name| self.covers(name)),
            None => matches!(self.protocol.as_str(), "TCP" | "TLS" | "HTTPS" | "MONGO" | "MYSQL" | "REDIS"),
        }
    }

    /// Whether it is for a host, exactly or by a wildcard on either side.
    pub fn covers(&self, host: &str) -> bool {
        self.hosts.is_empty() || self.hosts.iter().any(|own| covers(own, host) || covers(host, own) || own == "*")
    }
}

/// The servers of all Gateways that are for the proxy; a [`View`] keeps them.
pub fn servers(view: &View) -> Vec<Server> {
    let mut servers = Vec::new();
    for gateway in &view.world.gateways {
        let selector = &gateway.spec.selector;
        if view.is_sidecar() || !selector.iter().all(|(key, value)| view.labels().get(key) == Some(value)) {
            continue;
        }
        for (index, server) in gateway.spec.servers.iter().enumerate() {
            let port = &server.port;
            let (name, namespace) = (&gateway.id.name, &gateway.id.namespace);
            let mode = server.tls.as_ref().map_or("", |tls| tls.mode.as_str());
            servers.push(Server {
                cause: gateway.cause(format!("spec.servers[{index}]"), Known::Recomputed),
                port: port.number,
                hosts: server.hosts.iter().map(|host| host.rsplit('/').next().unwrap_or(host).to_owned()).collect(),
                protocol: port.protocol.to_uppercase(),
                table: format!("https.{}.{}.{name}.{namespace}", port.number, port.name),
                is_passthrough: matches!(mode, "PASSTHROUGH" | "AUTO_PASSTHROUGH"),
                gateway: (*gateway.id).clone(),
                needs_service: false,
            });
        }
    }
    servers.extend(own_servers(view));
    servers
}

/// The listeners of the Gateway that the proxy was made for. istiod turns each into a Gateway of its own API, by name
/// `GATEWAY~istio-autogenerated-k8s-gateway~LISTENER` (`pilot/pkg/config/kube/gateway/conversion.go`).
fn own_servers(view: &View) -> Vec<Server> {
    let own = view.own_gateway();
    let is_own = |id: &ResourceRef| id.namespace == view.namespace() && Some(id.name.as_str()) == own;
    let gateways = view.world.k8s_gateways.iter().filter(|gateway| is_own(&gateway.id));
    gateways
        .flat_map(|gateway| {
            gateway.spec.listeners.iter().enumerate().map(move |(index, listener)| Server {
                cause: gateway.cause(format!("spec.listeners[{index}]"), Known::Named),
                port: listener.port,
                hosts: Some(listener.hostname.clone()).filter(|host| !host.is_empty()).into_iter().collect(),
                protocol: listener.protocol.clone(),
                table: format!(
                    "https.{}.default.{}~istio-autogenerated-k8s-gateway~{}.{}",
                    listener.port, gateway.id.name, listener.name, gateway.id.namespace
                ),
                is_passthrough: listener.protocol == "TLS",
                gateway: (*gateway.id).clone(),
                needs_service: true,
            })
        })
        .collect()
}

/// How a server's port leads to a port of the proxy: straight (no causes), by the port of a Service in front of it, or
/// not at all. istiod listens on the target port of the Service (`pilot/pkg/model/gateway.go`, `MergeGateways`).
fn leading(view: &View, server: &Server, to: u16) -> Option<Vec<Cause>> {
    let from = server.port;
    let mut causes = Vec::new();
    let mut leads_elsewhere = false;
    for facts in view.world.services.values().flatten().filter(|facts| facts.id.namespace == view.namespace()) {
        let selector = &facts.selector;
        let selects = !selector.is_empty() && selector.iter().all(|(key, value)| view.labels().get(key) == Some(value));
        let ports = facts.service.ports.iter().filter(|port| selects && port.number == from);
        for port in ports {
            if port.target == Some(to) {
                add(&mut causes, facts.ports.get(&from).cloned());
            } else {
                leads_elsewhere = true;
            }
        }
    }
    if from == to {
        let needed = if server.needs_service { causes.clone() } else { Vec::new() };
        return (!leads_elsewhere || !causes.is_empty()).then_some(needed);
    }
    (!causes.is_empty()).then_some(causes)
}
