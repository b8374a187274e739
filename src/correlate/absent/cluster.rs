//! Why a cluster is not there.

use super::answer::{Looked, There};
use super::case::{Case, list, of};
use super::held::{self, Held};
use super::place::{Place, whole_host};
use super::reason::{Basis, Code, Reason};
use super::service::Service;
use super::{pods, service, subset, update};
use crate::base::name::ClusterName;
use crate::base::origin::Owner;
use crate::model::ProxyKind;
use crate::model::dump::Section;

/// Looks for a cluster by its name, or by `HOST[:PORT]` of its service.
pub(super) fn look(case: &mut Case, wanted: &str) -> Looked {
    let name = whole_name(case, wanted);
    let held = held::cluster(case.proxy, &name);
    if let Held::InUse(name) = held {
        return Looked { there: Some(There::new(&name, "")), name };
    }
    if let Some(gap) = case.proxy.dump.doubt(Section::Clusters) {
        case.open(gap);
    }
    let what = format!("cluster {name}");
    let owners = if update::look(case, &what, &held) { Vec::new() } else { reasons(case, &name) };
    update::compare(case, &what, &owners, &|proxy| matches!(held::cluster(proxy, &name), Held::InUse(_)));
    Looked { name, there: None }
}

/// `HOST[:PORT]` is the cluster of that service; without a port, of its first port that has none.
fn whole_name(case: &Case, wanted: &str) -> String {
    if case.proxy.kind == ProxyKind::Standalone
        || wanted.contains('|')
        || ClusterName::parse(wanted).is_some()
        || held::cluster(case.proxy, wanted) != Held::Nothing
    {
        return wanted.to_owned();
    }
    let place = Place::parse(wanted);
    let host = whole_host(case, &place.host);
    let name = |port: u16| format!("outbound|{port}||{host}");
    if let Some(port) = place.port {
        return name(port);
    }
    let ports: Vec<u16> = service::of_host(case, &host)
        .map_or_else(Vec::new, |service| service.ports.iter().map(|port| port.number).collect());
    let missing = ports.iter().find(|port| held::cluster(case.proxy, &name(**port)) == Held::Nothing);
    missing.or(ports.first()).map_or_else(|| format!("outbound|0||{host}"), |port| name(*port))
}

/// Finds the reasons in the resources, and gives back those that the cluster would come from.
pub(super) fn reasons(case: &mut Case, name: &str) -> Vec<Owner> {
    let Some(ClusterName { direction, port, subset, host }) = ClusterName::parse(name) else {
        case.open(format!("istiod builds no cluster with a name like {name}: look for an EnvoyFilter that adds it"));
        return Vec::new();
    };
    match direction {
        "inbound" => inbound(case, port),
        "inbound-vip" if case.proxy.kind != ProxyKind::Waypoint => {
            let sentence = "only waypoints have inbound-vip clusters";
            let next = "look at the waypoint of the service";
            case.blame(Reason::new(Code::Shared, Basis::Resources, sentence, next));
            Vec::new()
        }
        _ => outbound(case, host, port, subset).1,
    }
}

/// The service and the subset of an outbound cluster.
pub(super) fn outbound<'m>(
    case: &mut Case<'m>,
    host: &str,
    port: u16,
    subset: &str,
) -> (Option<(Service<'m>, Option<subset::Defined<'m>>)>, Vec<Owner>) {
    let known = case.reasons.len();
    let Some(found) = service::look(case, host, (port > 0).then_some(port)) else { return (None, Vec::new()) };
    let mut owners = vec![of(found.resource, "")];
    // What hides the service hides its subsets.
    if case.reasons.len() > known || subset.is_empty() {
        return (Some((found, None)), owners);
    }
    let defined = subset::look(case, &found, subset);
    owners.extend(defined.iter().map(|defined| of(defined.resource, defined.part.clone())));
    (Some((found, defined)), owners)
}

/// A sidecar has an inbound cluster for each port of its pod that a Service leads to
/// (`buildInboundClusters` of `pilot/pkg/networking/core/cluster.go`).
fn inbound(case: &mut Case, port: u16) -> Vec<Owner> {
    if !case.has("Service", "which ports Services lead to") {
        return Vec::new();
    }
    let selecting = pods::services(case);
    if selecting.is_empty() {
        let sentence = format!("no Service of namespace {} selects this pod", case.namespace());
        let next = "make a Service with the labels of the pod, or correct a selector";
        case.blame(Reason::new(Code::PodNotSelected, Basis::Resources, sentence, next));
        return Vec::new();
    }
    let owners: Vec<Owner> = selecting.iter().map(|(service, _)| of(service, "ports")).collect();
    // A port by name is the one that the pod calls so.
    let pods = pods::of_namespace(case, case.namespace());
    let pod = pods.iter().find(|pod| pod.resource.id.name == case.proxy.id.name);
    let mut targets: Vec<String> = Vec::new();
    for known in selecting.iter().flat_map(|(_, spec)| &spec.ports) {
        let target = match &known.target_port {
            serde_json::Value::Null => known.port.to_string(),
            serde_json::Value::String(name) => match pod.map(|pod| pod.port_named(name)) {
                Some(Some(number)) => number.to_string(),
                Some(None) => name.clone(),
                None if name.parse::<u16>().is_ok() => name.clone(),
                None => {
                    case.open(format!("which port of the pod is {name:?}: the Pod was not read; add it with --from"));
                    return owners;
                }
            },
            number => number.to_string(),
        };
        targets.push(target);
    }
    if targets.contains(&port.to_string()) {
        case.fine(format!("a Service leads to port {port} of this pod"));
        return owners;
    }
    let names: Vec<String> = selecting.iter().map(|(service, _)| service.id.to_string()).collect();
    let sentence = format!("no Service leads to port {port} of this pod: {} leads to {}", list(&names), list(&targets));
    let next = format!("add a port with targetPort {port} to {}", names[0]);
    case.blame(Reason::new(Code::NoInbound, Basis::Resources, sentence, next).by(owners.clone()));
    owners
}
