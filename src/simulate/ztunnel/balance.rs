//! Which endpoints of a service a connection may get (ztunnel's `ProxyState::load_balance`).

use super::state::State;
use crate::base::evidence::{Notes, Truth};
use crate::model::ztunnel::service::{Endpoint, HealthPolicy, LoadBalancer, Mode, Scope, Service};
use crate::model::ztunnel::workload::{Health, Workload};

/// What the service is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// For itself.
    Service,
    /// As a waypoint: with an application tunnel it need not have the port.
    Waypoint,
}

/// An endpoint that may be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) workload: &'a Workload,
    /// The port of the pod.
    pub(super) port: u16,
    /// Its share among the candidates.
    pub(super) share: f64,
}

/// The endpoints of a service for a port; none where nothing can be reached. Unknown words of the load balancer make
/// the choice unknown, and are noted.
pub(super) fn candidates<'a>(
    state: &State<'a>,
    source: &Workload,
    service: &'a Service,
    port: u16,
    purpose: Purpose,
    notes: &mut Notes,
) -> Result<Vec<Candidate<'a>>, String> {
    let balancer = service.balancer();
    check_words(service, &balancer)?;
    let target = service.ports.get(&port).copied();
    if purpose == Purpose::Service {
        let has_port = notes.fact(target.is_some(), || {
            (format!("{} has port {port}", service.id()), format!("its ports: {}", list(service.ports.keys())))
        });
        if has_port.is_no() {
            return Ok(Vec::new());
        }
    }
    let mut ranked = Vec::new();
    for (uid, endpoint) in &service.endpoints {
        let uid = if endpoint.workload_uid.is_empty() { uid } else { &endpoint.workload_uid };
        let workload = state.workload(uid);
        let reason = match workload {
            None => Some("its workload is not in the dump".to_owned()),
            Some(workload) => excluded(source, workload, endpoint, target, port, &balancer, purpose),
        };
        notes.fact(reason.is_none(), || {
            let name = workload.map_or_else(|| uid.clone(), Workload::id);
            (format!("endpoint {name}"), reason.clone().unwrap_or_default())
        });
        let (Some(workload), None) = (workload, reason) else { continue };
        if let Some(port) = target_port(endpoint, workload, target, port) {
            ranked.push((rank(source, workload, &balancer), workload, port));
        }
    }
    let nearest = ranked.iter().map(|(rank, ..)| *rank).max().unwrap_or_default();
    if balancer.mode != Mode::Standard && !ranked.is_empty() {
        notes.remark(|| {
            let near: Vec<&str> = balancer.routing_preferences.iter().take(nearest).map(Scope::word).collect();
            let what = if near.is_empty() { "nothing".to_owned() } else { near.join(", ") };
            format!("mode {}: the nearest endpoints have {what} in common with the client", balancer.mode.word())
        });
        ranked.retain(|(rank, ..)| *rank == nearest);
    }
    let sum: f64 = ranked.iter().map(|(_, workload, _)| f64::from(workload.capacity)).sum();
    let share = |workload: &Workload| f64::from(workload.capacity) / sum;
    let candidates = ranked.into_iter().filter(|(_, workload, _)| workload.capacity > 0);
    Ok(candidates.map(|(_, workload, port)| Candidate { workload, port, share: share(workload) }).collect())
}

/// What stands in the load balancer and is not modelled.
fn check_words(service: &Service, balancer: &LoadBalancer) -> Result<(), String> {
    let mut words: Vec<String> = Vec::new();
    words.extend(matches!(balancer.mode, Mode::Other(_)).then(|| format!("mode {}", balancer.mode.word())));
    let scopes = balancer.routing_preferences.iter().filter(|scope| matches!(scope, Scope::Other(_)));
    words.extend(scopes.map(|scope| format!("preference {}", scope.word())));
    if let HealthPolicy::Other(word) = &balancer.health_policy {
        words.push(format!("health policy {word}"));
    }
    if words.is_empty() {
        return Ok(());
    }
    Err(format!("the load balancer of {} has {}, which is not modelled", service.id(), words.join(", ")))
}

/// Why an endpoint cannot be chosen.
fn excluded(
    source: &Workload,
    workload: &Workload,
    endpoint: &Endpoint,
    target: Option<u16>,
    port: u16,
    balancer: &LoadBalancer,
    purpose: Purpose,
) -> Option<String> {
    if endpoint.status != Health::Healthy && balancer.health_policy == HealthPolicy::OnlyHealthy {
        return Some(format!("it is {}", endpoint.status.word()));
    }
    let has_address = !workload.workload_ips.is_empty() || !workload.hostname.is_empty();
    if !has_address && (workload.network == source.network || workload.network_gateway.is_none()) {
        return Some("it has no address".to_owned());
    }
    let lacks_port = match purpose {
        Purpose::Service => target.unwrap_or_default() == 0 && !endpoint.port.contains_key(&port),
        Purpose::Waypoint => target.is_none() && workload.application_tunnel.is_none(),
    };
    if lacks_port {
        return Some(format!("it has no port for {port}"));
    }
    let wanted = balancer.routing_preferences.get(rank(source, workload, balancer));
    match wanted {
        Some(scope) if balancer.mode == Mode::Strict => Some(format!("it is on another {} (Strict)", scope.word())),
        _ => None,
    }
}

/// How many preferences are met before the first that is not.
fn rank(source: &Workload, workload: &Workload, balancer: &LoadBalancer) -> usize {
    let is_near = |scope: &&Scope| match scope {
        Scope::Region => source.locality.region == workload.locality.region,
        Scope::Zone => source.locality.zone == workload.locality.zone,
        Scope::Subzone => source.locality.subzone == workload.locality.subzone,
        Scope::Node => source.node == workload.node,
        Scope::Cluster => source.cluster_id == workload.cluster_id,
        Scope::Network => source.network == workload.network,
        Scope::Other(_) => false,
    };
    if balancer.mode == Mode::Standard {
        return 0;
    }
    balancer.routing_preferences.iter().take_while(is_near).count()
}

/// The port of an endpoint: its own, that of the service, or with an application tunnel the one asked for.
fn target_port(endpoint: &Endpoint, workload: &Workload, target: Option<u16>, port: u16) -> Option<u16> {
    let own = endpoint.port.get(&port).copied();
    let tunnel = workload.application_tunnel.as_ref().filter(|tunnel| tunnel.port.is_some());
    own.or(target).filter(|port| *port > 0).or(tunnel.map(|_| port))
}

pub(super) fn list<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    if values.is_empty() { "none".to_owned() } else { values.join(", ") }
}

/// Whether a service is there for a client at all: its visibility may hide it.
pub(super) fn visible(service: &Service, source: &Workload) -> Truth {
    match service.visibility.as_deref() {
        None | Some("Public" | "") => Truth::Yes,
        Some(_) if service.namespace == source.namespace => Truth::Yes,
        Some(_) => Truth::Unknown,
    }
}
