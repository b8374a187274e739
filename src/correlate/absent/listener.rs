//! Why a listener is not there.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};

use super::answer::{Looked, There};
use super::case::{Case, list, of};
use super::held::{self, Held};
use super::place::{Place, whole_host};
use super::reason::{Basis, Code, Reason};
use super::service::Service;
use super::sight::Scope;
use super::{gateway, service, update};
use crate::base::origin::Owner;
use crate::model::ProxyKind;
use crate::model::dump::Section;

/// Looks for a listener by its name, or by `ADDRESS:PORT` or `HOST:PORT` that it takes connections to.
pub(super) fn look(case: &mut Case, wanted: &str) -> Looked {
    if let Some(gap) = case.proxy.dump.doubt(Section::Listeners) {
        case.open(gap);
    }
    let written = wanted.rsplit_once('_').filter(|(ip, _)| ip.parse::<IpAddr>().is_ok());
    let place = Place::parse(&written.map_or_else(
        || wanted.to_owned(),
        |(ip, port)| match ip.parse() {
            Ok(IpAddr::V6(ip)) => format!("[{ip}]:{port}"),
            _ => format!("{ip}:{port}"),
        },
    ));
    let ip = place.host.parse::<IpAddr>().ok();
    let address = ip.zip(place.port).map(|(ip, port)| SocketAddr::new(ip, port));
    let is_meant = |name: &str, at: Option<SocketAddr>| name == wanted || (address.is_some() && at == address);
    let held = held::listener(case.proxy, &is_meant);
    let name = address.map_or_else(|| wanted.to_owned(), |address| format!("{}_{}", address.ip(), address.port()));
    if let Held::InUse(name) = held {
        return Looked { there: Some(There::new(&name, "")), name };
    }
    let what = format!("listener {name}");
    let mut owners = Vec::new();
    if !update::look(case, &what, &held) {
        match (case.proxy.kind, place.port) {
            (_, None) => case.open(format!("{name} tells no port: write ADDRESS_PORT, ADDRESS:PORT or HOST:PORT")),
            (ProxyKind::Gateway, Some(port)) => gateway::port(case, port),
            (ProxyKind::Sidecar, Some(port)) => {
                if let Some(shared) = of_sidecar(case, &place.host, ip, port, &mut owners) {
                    return Looked { name, there: Some(shared) };
                }
            }
            (ProxyKind::Waypoint | ProxyKind::Standalone, Some(_)) => {
                case.open("which listeners such a proxy should have: istiod makes those of sidecars and gateways from Services and Gateways");
            }
        }
    }
    update::compare(case, &what, &owners, &|proxy| matches!(held::listener(proxy, &is_meant), Held::InUse(_)));
    Looked { name, there: None }
}

/// A sidecar listens at the address of a service for each of its TCP ports, and at 0.0.0.0 for each HTTP port of any
/// service (`buildSidecarOutboundListeners` of `pilot/pkg/networking/core/listener.go`).
fn of_sidecar(case: &mut Case, host: &str, ip: Option<IpAddr>, port: u16, owners: &mut Vec<Owner>) -> Option<There> {
    if !case.has("Service", "which services have the address or port") {
        return None;
    }
    let any = ip.is_some_and(|ip| ip.is_unspecified());
    if any {
        wildcard(case, port, owners);
        return None;
    }
    let own = Scope::of(case).filter(|scope| scope.binds(ip, port));
    if let Some(scope) = own {
        owners.push(of(scope.resource, "egress"));
        case.fine(format!("{} asks for it", scope.resource.id));
        return None;
    }
    let host = match ip {
        None => whole_host(case, host),
        Some(ip) => match host_of(case, ip) {
            Some(host) => host,
            None => {
                let sentence = format!("no service has the address {ip}, and no Sidecar of this proxy asks for it");
                let next = "look at the Services as they are now (kubectl get services -A): it may be gone, or a pod's address";
                case.blame(Reason::new(Code::NoService, Basis::Resources, sentence, next));
                return None;
            }
        },
    };
    if let Some(ip) = ip.filter(|ip| case.proxy.addresses().contains(ip)) {
        let sentence = format!("{ip} is this proxy's own address, for which it has no outbound listener");
        let next = "look for its inbound side: virtualInbound";
        case.blame(Reason::new(Code::Shared, Basis::Resources, sentence, next));
        return None;
    }
    let known = case.reasons.len();
    let found = service::look(case, &host, Some(port))?;
    owners.push(of(found.resource, "ports"));
    let is_http = found.ports.iter().any(|known| known.number == port && known.has_routes());
    if case.reasons.len() > known || !is_http {
        return None;
    }
    let shared = format!("0.0.0.0_{port}");
    if matches!(held::listener(case.proxy, &|name, _| name == shared), Held::InUse(_)) {
        return Some(There::new(shared, format!("takes HTTP to port {port} of every service")));
    }
    wildcard(case, port, owners);
    None
}

/// The listener that all HTTP ports of a number share.
fn wildcard(case: &mut Case, port: u16, owners: &mut Vec<Owner>) {
    let mut with_port: Vec<Service> = service::all(case);
    with_port.retain(|service| service.has_port(port));
    let (http, other): (Vec<Service>, Vec<Service>) =
        with_port.into_iter().partition(|service| service.is_at_any_address(port));
    if http.is_empty() {
        let names: Vec<String> = other.iter().map(|service| service.resource.id.to_string()).collect();
        let (code, sentence) = if names.is_empty() {
            (Code::NoPort, format!("no service has port {port}"))
        } else {
            (
                Code::PortProtocol,
                format!("no service speaks HTTP on port {port}: {} has its own listeners for it", list(&names)),
            )
        };
        let next = "an HTTP port of any service makes it: name the port http-… or set appProtocol";
        let parts = other.iter().map(|service| of(service.resource, "ports"));
        return case.blame(Reason::new(code, Basis::Resources, sentence, next).by(parts));
    }
    owners.extend(http.iter().map(|service| of(service.resource, "ports")));
    // Any of them makes it: where one is seen, the others do not matter; where none is, one reason tells enough.
    let known = case.reasons.len();
    for service in &http {
        let before = case.reasons.len();
        service::look(case, &service.host, Some(port));
        if case.reasons.len() == before {
            case.reasons.truncate(known);
            return;
        }
    }
    case.reasons.truncate(known + 1);
    if let (Some(reason), true) = (case.reasons.last_mut(), http.len() > 1) {
        let others: Vec<String> = http[1..].iter().map(|service| service.resource.id.to_string()).collect();
        let _ = write!(reason.sentence, "; nor does it see the others with port {port}: {}", list(&others));
    }
}

/// The host of the service with an address.
fn host_of(case: &Case, ip: IpAddr) -> Option<String> {
    let services = &case.mesh.services;
    let mut hosts: Vec<&str> = services
        .hosts()
        .filter(|host| {
            services
                .by_host(host)
                .iter()
                .any(|service| service.addresses.contains(&ip) || service.allocated.contains(&ip))
        })
        .collect();
    hosts.sort_unstable();
    hosts.first().map(|host| (*host).to_owned())
}
