//! Why a host has no routes, or a rule made none.

use super::answer::{Looked, There};
use super::case::{Case, list, nearest, of};
use super::held::{self, Held, Hosted};
use super::place::{Place, whole_host};
use super::reason::{Basis, Code, Reason};
use super::virtual_service::{self, Rules};
use super::{gateway, gateway_api, service, update};
use crate::base::origin::Owner;
use crate::correlate::marked;
use crate::model::ProxyKind;
use crate::model::dump::Section;

/// Looks for the routes of a host (`[SCHEME://]HOST[:PORT][/PATH]`, `TABLE|VIRTUAL HOST|INDEX`), or for the route that
/// a rule of this name makes. `unmatched`: a request was tried, and no route took it.
pub(super) fn look(case: &mut Case, wanted: &str, unmatched: bool) -> Looked {
    if let Some(gap) = case.proxy.dump.doubt(Section::Routes) {
        case.open(gap);
    }
    let rules = virtual_service::all(case);
    let by_name: Vec<(&Rules, usize)> = rules
        .iter()
        .flat_map(|rules| rules.spec.http.iter().enumerate().map(move |(index, rule)| (rules, index, rule)))
        .filter(|(_, _, rule)| rule.name == wanted)
        .map(|(rules, index, _)| (rules, index))
        .collect();
    if !by_name.is_empty() {
        return of_rules(case, wanted, &by_name);
    }
    // Of a route's own name the virtual host tells the host.
    let place = Place::parse(wanted.split('|').nth(1).unwrap_or(wanted));
    let is_written = rules.iter().any(|rules| rules.hosts.contains(&place.host));
    let host = if is_written { place.host.clone() } else { whole_host(case, &place.host) };
    let hosted = held::virtual_hosts(case.proxy, &host, place.port);
    let name = place.port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
    let name = format!("{name}{}", place.path);
    if let Some(found) = hosted.iter().find(|found| !found.host.routes.is_empty()) {
        let taking = if place.path.is_empty() { Some(0) } else { takes(found, &place.path) };
        if let Some(index) = taking.filter(|_| !unmatched) {
            let more = found.host.routes.len();
            let what = if more == 1 { String::new() } else { format!("one of {more} routes of the host") };
            return Looked {
                there: Some(There::new(format!("{}|{}|{index}", found.table, found.host.name), what)),
                name,
            };
        }
        no_match(case, found, &host);
        return Looked { name, there: None };
    }
    let what = format!("a route for {name}");
    let owners = if refused(case, place.port) { Vec::new() } else { of_host(case, &host, place.port) };
    update::compare(case, &what, &owners, &|proxy| {
        held::virtual_hosts(proxy, &host, place.port).iter().any(|found| !found.host.routes.is_empty())
    });
    Looked { name, there: None }
}

/// The first route that takes a path, its other conditions aside; a pattern that cannot be read may.
fn takes(found: &Hosted, path: &str) -> Option<usize> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let lower = path.to_lowercase();
    found.host.routes.iter().map(|route| &route.matches).position(|matches| {
        if let Some(prefix) = &matches.prefix {
            lower.starts_with(&prefix.to_lowercase())
        } else if let Some(exact) = &matches.path {
            lower == exact.to_lowercase()
        } else if let Some(prefix) = &matches.path_separated_prefix {
            lower.strip_prefix(&prefix.to_lowercase()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        } else if let Some(pattern) = &matches.safe_regex {
            regex::Regex::new(&format!("^(?:{})$", pattern.regex)).is_ok_and(|pattern| pattern.is_match(path))
        } else {
            true
        }
    })
}

/// A listener or a table that Envoy refused has no routes.
fn refused(case: &mut Case, port: Option<u16>) -> bool {
    let Some(port) = port else { return false };
    let ending = format!("_{port}");
    let held = held::listener(case.proxy, &|name, _| name.ends_with(&ending));
    if matches!(held, Held::Rejected(_)) {
        return update::look(case, &format!("the listener of port {port}"), &held);
    }
    let tables = case.proxy.dump.routes.iter().filter_map(|entry| entry.item.decode().ok());
    let error = tables.filter_map(|entry| Some((entry.route_config.name, entry.error_state?)));
    let of_port = |name: &str| name.split([':', '.']).any(|part| part == port.to_string());
    let found = error.filter(|(name, _)| of_port(name)).map(|(name, error)| (name, error.details)).next();
    found.is_some_and(|(name, details)| update::look(case, &format!("route table {name}"), &Held::Rejected(details)))
}

fn no_match(case: &mut Case, found: &Hosted, host: &str) {
    let mut owners: Vec<Owner> = Vec::new();
    for owner in found.host.routes.iter().flat_map(|route| marked::of_route(&route.metadata, &route.name)) {
        let owner = Owner { path: String::new(), ..owner };
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    // A rule that made no route may be the one that is missed.
    for rules in virtual_service::of_host(case, host) {
        for (index, rule) in rules.spec.http.iter().enumerate() {
            if rule.delegate.is_some() {
                virtual_service::rule(case, &rules, index);
            }
        }
    }
    let whose: Vec<String> = owners.iter().map(|owner| owner.resource.to_string()).collect();
    let whose = if whose.is_empty() { "its configuration".to_owned() } else { list(&whose) };
    let count = match found.host.routes.len() {
        1 => "the only route".to_owned(),
        several => format!("none of the {several} routes"),
    };
    let verb = if found.host.routes.len() == 1 { "does not take" } else { "takes" };
    let sentence = format!("{} has routes, and {count} {verb} such a request", found.host.name);
    let next = format!("add a rule for it to {whose}, or one without a match at the end");
    case.blame(Reason::new(Code::NoMatch, Basis::Dump, sentence, next).by(owners));
}

/// The reasons in the resources, and the resources that the routes would come from.
fn of_host(case: &mut Case, host: &str, port: Option<u16>) -> Vec<Owner> {
    let rules = virtual_service::of_host(case, host);
    let mut owners: Vec<Owner> = rules.iter().map(|rules| of(rules.resource, "hosts")).collect();
    if case.proxy.kind == ProxyKind::Gateway {
        if rules.is_empty() {
            no_rules(case, host);
        }
        any_arrives(case, &rules, host);
        return owners;
    }
    let is_service = service::of_host(case, host).is_some();
    // At port 80 a host of a VirtualService has routes whatever ports its service has
    // (`BuildSidecarVirtualHostWrapper` of `pilot/pkg/networking/core/route/route.go`).
    let has_port = service::of_host(case, host).is_some_and(|found| port.is_none_or(|port| found.has_port(port)));
    if port == Some(80) && is_service && !has_port && !rules.is_empty() {
        service::look(case, host, None);
        any_arrives(case, &rules, host);
        return owners;
    }
    if is_service || rules.is_empty() {
        let known = case.reasons.len();
        if let Some(found) = service::look(case, host, port) {
            owners.push(of(found.resource, ""));
            let ports = found.ports.iter().filter(|known| port.is_none_or(|port| known.number == port));
            let without: Vec<String> = ports
                .clone()
                .filter(|port| !port.has_routes())
                .map(|port| format!("{} {:?}", port.number, port.name))
                .collect();
            if case.reasons.len() == known && !without.is_empty() && without.len() == ports.count() {
                let id = &found.resource.id;
                let sentence = format!(
                    "port {} of {id} is not HTTP by its name or appProtocol: connections to it have no routes",
                    list(&without)
                );
                let next = format!("if it speaks HTTP, name the port http-… or set appProtocol in {id}");
                let reason = Reason::new(Code::PortProtocol, Basis::Resources, sentence, next);
                case.blame(reason.by([of(found.resource, "ports")]));
            }
        }
        return owners;
    }
    any_arrives(case, &rules, host);
    owners
}

/// Of several VirtualServices one that arrives is enough.
fn any_arrives(case: &mut Case, rules: &[Rules], host: &str) {
    let known = case.reasons.len();
    for rules in rules {
        if virtual_service::arrives(case, rules, host) && !virtual_service::lost(case, rules, host) {
            case.reasons.truncate(known);
            case.fine(format!("{} has the host and is for this proxy", rules.resource.id));
            if rules.spec.http.is_empty() {
                let sentence = format!("{} has no http rules: connections to {host} have no routes", rules.resource.id);
                let next = format!("add http rules to {}", rules.resource.id);
                let reason = Reason::new(Code::PortProtocol, Basis::Resources, sentence, next);
                case.blame(reason.by([of(rules.resource, "")]));
            }
            return;
        }
    }
}

/// No VirtualService has the host: on a gateway it has no routes then.
fn no_rules(case: &mut Case, host: &str) {
    if !case.has("VirtualService", "which VirtualServices have the host") {
        return;
    }
    if gateway_api::routes(case, host) {
        return;
    }
    let all = virtual_service::all(case);
    let hosts: Vec<&str> = all.iter().flat_map(|rules| &rules.hosts).map(String::as_str).collect();
    let taking: Vec<Owner> = gateway::of_proxy(case)
        .iter()
        .filter(|gateway| {
            gateway.spec.servers.iter().flat_map(|server| &server.hosts).any(|known| known.ends_with(host))
        })
        .map(|gateway| of(gateway.resource, "servers"))
        .collect();
    let names: Vec<String> = taking.iter().map(|owner| owner.resource.to_string()).collect();
    let also = if names.is_empty() { String::new() } else { format!(", though {} takes it", list(&names)) };
    let sentence = format!("no VirtualService has the host {host}{also}");
    let next = match nearest(hosts.iter().copied(), host, 2).as_slice() {
        [] => format!("make a VirtualService with host {host} for a Gateway of this proxy"),
        similar => format!("correct the name; the nearest: {}", list(similar)),
    };
    case.blame(Reason::new(Code::NoHost, Basis::Resources, sentence, next).by(taking));
}

fn of_rules(case: &mut Case, name: &str, found: &[(&Rules, usize)]) -> Looked {
    if let Some(route) = held::route_named(case.proxy, name) {
        return Looked { there: Some(There::new(route, "")), name: name.to_owned() };
    }
    let mut owners = Vec::new();
    for (rules, index) in found {
        owners.push(of(rules.resource, format!("http[{index}]")));
        let Some(host) = rules.hosts.first() else {
            virtual_service::delegated(case, rules);
            continue;
        };
        if virtual_service::arrives(case, rules, host) && !virtual_service::lost(case, rules, host) {
            virtual_service::rule(case, rules, *index);
            if case.proxy.kind != ProxyKind::Gateway && service::of_host(case, host).is_some() {
                service::look(case, host, None);
            }
        }
    }
    update::compare(case, &format!("route {name}"), &owners, &|proxy| held::route_named(proxy, name).is_some());
    Looked { name: name.to_owned(), there: None }
}
