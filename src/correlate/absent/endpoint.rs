//! Why an endpoint is not there, or why a cluster has none.

use std::net::IpAddr;

use super::answer::{Looked, There};
use super::case::{Case, list, of};
use super::held::{self, Held, Member};
use super::place::{Place, whole_host};
use super::pods::{self, Pod};
use super::reason::{Basis, Code, Reason};
use super::{cluster, endpoints, service, update};
use crate::base::name::ClusterName;
use crate::model::ProxyKind;
use crate::model::dump::Section;
use crate::model::kubernetes::service::ServiceSpec;

/// Looks for any endpoint of a cluster (by its name, or `HOST[:PORT]`), or for one of a pod (`IP[:PORT]`, `pod/NAME`).
pub(super) fn look(case: &mut Case, wanted: &str) -> Looked {
    if case.proxy.hosts.is_none()
        && let Some(gap) = case.proxy.dump.doubt(Section::Endpoints)
    {
        case.open(gap);
    }
    let place = Place::parse(wanted);
    if let Some(name) = wanted.strip_prefix("pod/") {
        let pods = pods::all(case);
        let found = pods.iter().find(|pod| pod.resource.id.name == name);
        let address = found.and_then(|pod| pod.address.parse().ok());
        return of_address(case, wanted, address, None, found);
    }
    if let Ok(ip) = place.host.parse::<IpAddr>() {
        let pods = pods::all(case);
        let found = pods.iter().find(|pod| pod.address == ip.to_string());
        return of_address(case, wanted, Some(ip), place.port, found);
    }
    of_cluster(case, wanted)
}

fn of_cluster(case: &mut Case, wanted: &str) -> Looked {
    let name = if wanted.contains('|') || case.proxy.kind == ProxyKind::Standalone {
        wanted.to_owned()
    } else {
        let place = Place::parse(wanted);
        let host = whole_host(case, &place.host);
        let port = place.port.or_else(|| service::of_host(case, &host)?.ports.first().map(|port| port.number));
        format!("outbound|{}||{host}", port.unwrap_or_default())
    };
    let members = held::members(case.proxy, &|cluster| cluster == name);
    if let Some(first) = members.iter().find(|member| member.unhealthy.is_none()) {
        let healthy = members.iter().filter(|member| member.unhealthy.is_none()).count();
        let more = if healthy == 1 { String::new() } else { format!("and {} more ", healthy - 1) };
        return Looked { there: Some(There::new(&first.address, format!("{more}of {name}"))), name };
    }
    let what = format!("an endpoint of {name}");
    if members.is_empty() {
        let owners = empty(case, &name);
        update::compare(case, &what, &owners, &|proxy| !held::members(proxy, &|cluster| cluster == name).is_empty());
    } else {
        unhealthy(case, &name, &members);
    }
    Looked { name, there: None }
}

fn empty(case: &mut Case, name: &str) -> Vec<crate::base::origin::Owner> {
    let held = held::cluster(case.proxy, name);
    if update::look(case, &format!("cluster {name}"), &held) {
        return Vec::new();
    }
    if held::goes_where_it_was_going(case.proxy, name) {
        let sentence = format!("{name} has no endpoints of its own: it sends each connection where it was going");
        let next = "look for what listens there";
        case.blame(Reason::new(Code::Shared, Basis::Dump, sentence, next));
        return Vec::new();
    }
    if held == Held::Nothing && case.proxy.dump.has(Section::Clusters) {
        case.fine(format!("cluster {name} is not there either, and the reasons are those of the cluster"));
    }
    let Some(parsed) = ClusterName::parse(name).filter(|parsed| parsed.direction != "inbound") else {
        return cluster::reasons(case, name);
    };
    let (found, owners) = cluster::outbound(case, parsed.host, parsed.port, parsed.subset);
    if let Some((service, defined)) = found
        && (parsed.subset.is_empty() || defined.is_some())
    {
        endpoints::look(case, &service, (parsed.port > 0).then_some(parsed.port), defined.as_ref());
    }
    owners
}

fn unhealthy(case: &mut Case, name: &str, members: &[Member]) {
    let why: Vec<String> = members
        .iter()
        .take(3)
        .map(|member| format!("{} {}", member.address, member.unhealthy.as_deref().unwrap_or_default()))
        .collect();
    let sentence = format!("{name} has {} endpoints, and none is healthy: {}", members.len(), list(&why));
    let next = "look at the pods behind them, and at outlierDetection of the DestinationRule";
    case.blame(Reason::new(Code::Unhealthy, Basis::Dump, sentence, next));
}

fn of_address(case: &mut Case, wanted: &str, ip: Option<IpAddr>, port: Option<u16>, pod: Option<&Pod>) -> Looked {
    let name = match (ip, port) {
        (Some(ip), Some(port)) => std::net::SocketAddr::new(ip, port).to_string(),
        (Some(ip), None) => ip.to_string(),
        (None, _) => wanted.to_owned(),
    };
    let is_it = |address: &str| match port {
        Some(_) => address == name,
        None => address.rsplit_once(':').is_some_and(|(host, _)| host.trim_matches(['[', ']']) == name),
    };
    let has = |proxy: &crate::model::Proxy| {
        held::members(proxy, &|_| true).into_iter().find(|member| ip.is_some() && is_it(&member.address))
    };
    if let Some(member) = has(case.proxy) {
        let state = member.unhealthy.map_or_else(String::new, |why| format!(", {why}"));
        return Looked { there: Some(There::new(member.address, format!("of {}{state}", member.cluster))), name };
    }
    let mut owners = Vec::new();
    match pod {
        Some(pod) => {
            owners.push(of(pod.resource, ""));
            of_pod(case, pod, port, &mut owners);
        }
        None if case.has("Pod", "whose the address is") => {
            let sentence = format!("no pod has the address {}", ip.map_or(name.clone(), |ip| ip.to_string()));
            let next = "look at the pods as they are now (kubectl get pods -A -o wide): it may be gone";
            case.blame(Reason::new(Code::NoPod, Basis::Resources, sentence, next));
        }
        None => {}
    }
    update::compare(case, &format!("endpoint {name}"), &owners, &|proxy| has(proxy).is_some());
    Looked { name, there: None }
}

/// A pod is an endpoint where a Service selects it, it is ready, and the Service leads to the port.
fn of_pod(case: &mut Case, pod: &Pod, port: Option<u16>, owners: &mut Vec<crate::base::origin::Owner>) {
    if !case.has("Service", "which Services select the pod") {
        return;
    }
    let id = &pod.resource.id;
    let mut services = service::all(case);
    services.retain(|service| {
        service.resource.id.namespace == id.namespace
            && !service.selector.is_empty()
            && pods::selects(&service.selector, pod.labels)
    });
    if services.is_empty() {
        let sentence = format!("no Service of namespace {} selects {id}", id.namespace);
        let next = "correct the labels of the pod, or the selector of the Service";
        return case
            .blame(Reason::new(Code::PodNotSelected, Basis::Resources, sentence, next).by([of(pod.resource, "")]));
    }
    if let Some(why) = &pod.unready {
        let sentence = format!("{id} is not ready: {why}");
        let next = format!("kubectl describe pod {} -n {}", id.name, id.namespace);
        return case
            .blame(Reason::new(Code::PodsNotReady, Basis::Resources, sentence, next).by([of(pod.resource, "")]));
    }
    for service in &services {
        owners.push(of(service.resource, ""));
        if endpoints::is_unready_by_slice(case, service, pod) {
            let sentence = format!("{id} is not ready by the EndpointSlice of {}", service.resource.id);
            let next = format!("kubectl describe pod {} -n {}", id.name, id.namespace);
            case.blame(Reason::new(Code::PodsNotReady, Basis::Resources, sentence, next).by([of(pod.resource, "")]));
        } else if let Some(port) = port
            && !leads_to(service, pod, port)
        {
            let sentence = format!("{} selects {id}, and leads to other ports than {port}", service.resource.id);
            let next = format!("correct targetPort of {}", service.resource.id);
            let owner = of(service.resource, "ports");
            case.blame(Reason::new(Code::TargetPort, Basis::Resources, sentence, next).by([owner]));
        } else {
            service::look(case, &service.host, None);
        }
    }
}

fn leads_to(service: &service::Service, pod: &Pod, port: u16) -> bool {
    let spec: ServiceSpec = service.resource.part("spec").unwrap_or_default();
    spec.ports.iter().any(|known| match &known.target_port {
        serde_json::Value::Null => known.port == port,
        target => match target.as_str() {
            Some(name) => pod.port_named(name) == Some(port) || name.parse() == Ok(port),
            None => target.as_u64() == Some(u64::from(port)),
        },
    })
}
