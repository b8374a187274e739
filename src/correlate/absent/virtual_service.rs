//! VirtualServices with a host: whether they are for this proxy, and whether another one has the host already.

use super::case::{Case, NETWORKING, list, nearest, of};
use super::reason::{Basis, Code, Reason};
use super::{gateway, sight};
use crate::correlate::hosts::covers;
use crate::model::istio::virtual_service::{HttpRule, VirtualServiceSpec};
use crate::model::{ProxyKind, Resource};

/// A VirtualService.
pub(super) struct Rules<'m> {
    pub(super) resource: &'m Resource,
    pub(super) spec: VirtualServiceSpec,
    /// Its hosts, whole.
    pub(super) hosts: Vec<String>,
}

/// All of them, the oldest first.
pub(super) fn all<'m>(case: &Case<'m>) -> Vec<Rules<'m>> {
    let resources = case.oldest_first(NETWORKING, "VirtualService").into_iter();
    resources
        .filter_map(|resource| {
            let spec: VirtualServiceSpec = resource.part("spec")?;
            let hosts = spec.hosts.iter().map(|host| case.host(host, &resource.id.namespace)).collect();
            Some(Rules { resource, spec, hosts })
        })
        .collect()
}

/// Those with a host.
pub(super) fn of_host<'m>(case: &Case<'m>, host: &str) -> Vec<Rules<'m>> {
    let mut found = all(case);
    found.retain(|rules| rules.hosts.iter().any(|known| covers(known, host)));
    found
}

impl Rules<'_> {
    fn gateways(&self) -> Vec<String> {
        if self.spec.gateways.is_empty() { vec!["mesh".to_owned()] } else { self.spec.gateways.clone() }
    }

    fn is_for_mesh(&self) -> bool {
        self.gateways().iter().any(|gateway| gateway == "mesh")
    }
}

/// Says what keeps a VirtualService from this proxy; whether nothing does.
pub(super) fn arrives(case: &mut Case, rules: &Rules, host: &str) -> bool {
    let default = case.config.default_virtual_service_export_to.clone();
    let resource = rules.resource;
    let is_seen = sight::is_discovered(case, &resource.id.namespace)
        && sight::is_exported(case, resource, &rules.spec.export_to, &default);
    is_seen && is_bound(case, rules, host)
}

/// Sidecars take what is for `mesh`, gateways what is for a Gateway that selects them.
fn is_bound(case: &mut Case, rules: &Rules, host: &str) -> bool {
    let resource = rules.resource;
    let gateways = rules.gateways();
    if case.proxy.kind == ProxyKind::Gateway {
        if !case.has("Gateway", "whether a Gateway brings the host here") {
            return false;
        }
        if gateways.iter().all(|gateway| gateway == "mesh") {
            let sentence = format!("{} is for sidecars only (gateways: mesh)", resource.id);
            let next = format!("name a Gateway of this proxy in spec.gateways of {}", resource.id);
            case.blame(
                Reason::new(Code::OtherGateways, Basis::Resources, sentence, next).by([of(resource, "gateways")]),
            );
            return false;
        }
        let known = case.reasons.len();
        let brought = gateways
            .iter()
            .enumerate()
            .any(|(index, gateway)| gateway::brings(case, gateway, resource, &format!("gateways[{index}]"), host));
        if brought {
            // What is wrong with the others does not matter then.
            case.reasons.truncate(known);
        }
        return brought;
    }
    if !rules.is_for_mesh() {
        let sentence = format!("{} is for gateways only ({}), and not for sidecars", resource.id, list(&gateways));
        let next = format!("add \"mesh\" to spec.gateways of {}", resource.id);
        case.blame(Reason::new(Code::OtherGateways, Basis::Resources, sentence, next).by([of(resource, "gateways")]));
        return false;
    }
    sight::is_imported(case, resource, host, None)
}

/// For sidecars the oldest VirtualService of a host has it alone; gateways merge them
/// (`BuildSidecarVirtualHostWrapper` of `pilot/pkg/networking/core/route/route.go`).
pub(super) fn lost(case: &mut Case, rules: &Rules, host: &str) -> bool {
    if case.proxy.kind == ProxyKind::Gateway {
        return false;
    }
    let same = of_host(case, host);
    let first = same.iter().find(|other| other.is_for_mesh() && other.hosts.iter().any(|known| known == host));
    let Some(winner) = first.filter(|winner| winner.resource.id != rules.resource.id) else { return false };
    let sentence =
        format!("{} has the host {host} already, and is older than {}", winner.resource.id, rules.resource.id);
    let next = format!("put the rules of both into {}", winner.resource.id);
    let owners = [of(rules.resource, "hosts"), of(winner.resource, "hosts")];
    case.blame(Reason::new(Code::HostConflict, Basis::Resources, sentence, next).by(owners));
    true
}

/// Says why a rule of a VirtualService is not among the routes of its host.
pub(super) fn rule(case: &mut Case, rules: &Rules, index: usize) {
    let rule = &rules.spec.http[index];
    let part = format!("http[{index}]");
    if let Some(delegate) = &rule.delegate {
        let namespace = if delegate.namespace.is_empty() { &rules.resource.id.namespace } else { &delegate.namespace };
        if !delegate_exists(case, rules, &part, namespace, &delegate.name) {
            return;
        }
    }
    if is_for_others(case, rules, rule, &part) {
        return;
    }
    let before = rules.spec.http[..index].iter().position(takes_everything);
    if let Some(earlier) = before {
        let sentence = format!("http[{earlier}] of {} takes every request before http[{index}]", rules.resource.id);
        let next = format!("move http[{index}] before http[{earlier}]");
        let owners = [of(rules.resource, format!("http[{earlier}]")), of(rules.resource, part)];
        case.blame(Reason::new(Code::Shadowed, Basis::Resources, sentence, next).by(owners));
    }
}

fn takes_everything(rule: &HttpRule) -> bool {
    rule.matches.is_empty()
}

/// A match on the client's labels or namespace, or on a gateway, is decided by istiod: other proxies get no such route
/// (`translateRoute` and `sourceMatchHTTP` of `pilot/pkg/networking/core/route/route.go`).
fn is_for_others(case: &mut Case, rules: &Rules, rule: &HttpRule, part: &str) -> bool {
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    let is_for_this = |one: &crate::model::istio::virtual_service::HttpMatch| {
        (one.source_namespace.is_empty() || one.source_namespace == case.namespace())
            && one.source_labels.iter().all(|(key, value)| labels.get(key) == Some(value))
    };
    if rule.matches.is_empty() || rule.matches.iter().any(is_for_this) {
        return false;
    }
    let mut wanted: Vec<String> = Vec::new();
    for one in &rule.matches {
        if !one.source_namespace.is_empty() {
            wanted.push(format!("namespace {}", one.source_namespace));
        }
        wanted.extend(one.source_labels.iter().map(|(key, value)| format!("{key}={value}")));
    }
    let sentence = format!("{part} of {} is for other clients: {}", rules.resource.id, list(&wanted));
    let next = "look at a proxy that it is for, or change its sourceLabels or sourceNamespace";
    let owner = of(rules.resource, format!("{part}.match"));
    case.blame(Reason::new(Code::OtherClients, Basis::Resources, sentence, next).by([owner]));
    true
}

/// A delegate has no hosts, and is exported to the namespace of who delegates (`mergeVirtualServicesIfNeeded` of
/// `pilot/pkg/model/virtualservice.go`). istiod leaves out a rule whose delegate is not there.
fn delegate_exists(case: &mut Case, rules: &Rules, part: &str, namespace: &str, name: &str) -> bool {
    let all = all(case);
    let by = rules.resource;
    let owner = of(by, format!("{part}.delegate"));
    let found = all.iter().find(|other| other.resource.id.namespace == namespace && other.resource.id.name == name);
    let default = case.config.default_virtual_service_export_to.clone();
    let (sentence, next, more) = match found {
        None => {
            let delegates = all.iter().filter(|other| other.spec.hosts.is_empty());
            let names: Vec<String> =
                delegates.map(|other| format!("{}/{}", other.resource.id.namespace, other.resource.id.name)).collect();
            let wanted = format!("{namespace}/{name}");
            let next = match nearest(names.iter().map(String::as_str), &wanted, 1).first() {
                Some(similar) => format!("correct the name; the nearest: {similar}"),
                None => format!("make VirtualService {wanted}, without hosts"),
            };
            (
                format!(
                    "{part} of {} hands over to VirtualService {wanted}, which does not exist: the rule makes no route",
                    by.id
                ),
                next,
                None,
            )
        }
        Some(other) if !other.spec.hosts.is_empty() => (
            format!(
                "{part} of {} hands over to {}, which has hosts of its own and so is no delegate",
                by.id, other.resource.id
            ),
            format!("take the hosts out of {}", other.resource.id),
            Some(of(other.resource, "hosts")),
        ),
        Some(other) if !sight::exported(&other.spec.export_to, &default, namespace, &by.id.namespace) => (
            format!(
                "{part} of {} hands over to {}, which is not exported to {}",
                by.id, other.resource.id, by.id.namespace
            ),
            format!("add {:?} to exportTo of {}", by.id.namespace, other.resource.id),
            Some(of(other.resource, "exportTo")),
        ),
        Some(_) => return true,
    };
    case.blame(Reason::new(Code::DelegateMissing, Basis::Resources, sentence, next).by([owner]).by(more));
    false
}

/// Rules of a VirtualService without hosts are routes only where another one hands over to it.
pub(super) fn delegated(case: &mut Case, rules: &Rules) -> bool {
    let id = &rules.resource.id;
    let all = all(case);
    let hands_over: Vec<(&Rules, usize, String)> = all
        .iter()
        .flat_map(|other| other.spec.http.iter().enumerate().map(move |(index, rule)| (other, index, rule)))
        .filter_map(|(other, index, rule)| {
            let delegate = rule.delegate.as_ref()?;
            let namespace =
                if delegate.namespace.is_empty() { &other.resource.id.namespace } else { &delegate.namespace };
            Some((other, index, format!("{namespace}/{}", delegate.name)))
        })
        .collect();
    let own = format!("{}/{}", id.namespace, id.name);
    if let Some((other, index, _)) = hands_over.iter().find(|(_, _, name)| *name == own) {
        let (host, index) = (other.hosts.first().cloned().unwrap_or_default(), *index);
        if arrives(case, other, &host) {
            rule(case, other, index);
        }
        return true;
    }
    let names = hands_over.iter().map(|(_, _, name)| name.as_str());
    let similar = nearest(names, &own, 1).first().map(|name| (*name).to_owned());
    let by = hands_over.iter().find(|(_, _, name)| Some(name) == similar.as_ref());
    let (next, owner) = match by {
        Some((other, index, name)) => (
            format!("http[{index}] of {} hands over to {name}: correct the name there", other.resource.id),
            Some(of(other.resource, format!("http[{index}].delegate"))),
        ),
        None => (format!("give {id} hosts, or hand over to it"), None),
    };
    let sentence = format!("{id} has no hosts, and no other VirtualService hands over to it");
    let reason = Reason::new(Code::DelegateMissing, Basis::Resources, sentence, next);
    case.blame(reason.by(owner).by([of(rules.resource, "")]));
    false
}
