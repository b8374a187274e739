//! What a proxy sees of the mesh: namespaces that istiod looks at, `exportTo`, and its Sidecar.

use std::net::IpAddr;

use super::case::{CORE, Case, NETWORKING, list, of};
use super::reason::{Basis, Code, Reason};
use crate::correlate::hosts::covers;
use crate::model::istio::sidecar::SidecarSpec;
use crate::model::{ProxyKind, Resource};

/// Whether a resource is visible in a namespace. None named: the default of the mesh, else everywhere
/// (`pkg/config/visibility`; `initDefaultExportMaps` of `pilot/pkg/model/push_context.go`).
pub(super) fn exported(export_to: &[String], default: &[String], home: &str, viewer: &str) -> bool {
    let names = if export_to.is_empty() { default } else { export_to };
    names.is_empty()
        || names.iter().any(|name| match name.trim() {
            "*" => true,
            "." => home == viewer,
            "~" => false,
            namespace => namespace == viewer,
        })
}

/// Who sees a Service (an annotation with commas) or a ServiceEntry (`spec.exportTo`).
pub(super) fn export_of(resource: &Resource) -> Vec<String> {
    let annotation = resource.metadata.annotations.get("networking.istio.io/exportTo");
    let split = |text: &String| text.split(',').map(|name| name.trim().to_owned()).collect();
    annotation.map_or_else(|| strings(resource, "/spec/exportTo"), split)
}

/// The strings of a list.
pub(super) fn strings(resource: &Resource, pointer: &str) -> Vec<String> {
    let items = resource.body.pointer(pointer).and_then(|list| list.as_array()).into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// Says if the `exportTo` of a resource hides it from the proxy.
pub(super) fn is_exported(case: &mut Case, resource: &Resource, export_to: &[String], default: &[String]) -> bool {
    let viewer = case.namespace();
    if exported(export_to, default, &resource.id.namespace, viewer) {
        return true;
    }
    let by_default = export_to.is_empty();
    let names = list(if by_default { default } else { export_to });
    let (owner, rule) = match &case.config_map {
        Some(map) if by_default => (map.clone(), format!("the mesh exports by default to {names:?}")),
        _ => {
            let part = if resource.body.pointer("/spec/exportTo").is_some() { "exportTo" } else { "" };
            (of(resource, part), format!("it is exported to {names:?}"))
        }
    };
    let sentence = format!("{} is not visible in namespace {viewer}: {rule}", resource.id);
    let next = format!("add {viewer:?} to the exportTo of {}", resource.id);
    case.blame(Reason::new(Code::NotExported, Basis::Resources, sentence, next).by([owner]));
    false
}

/// Says if istiod does not look at a namespace (`pkg/kube/namespace/filter.go`).
pub(super) fn is_discovered(case: &mut Case, namespace: &str) -> bool {
    if case.config_map.is_none() {
        case.open("discoverySelectors: the ConfigMap istio-system/istio was not read; add it with --from");
        return true;
    }
    let selectors = &case.config.discovery_selectors;
    if selectors.is_empty() || namespace == case.config.root_namespace {
        return true;
    }
    let Some(found) = case.all(CORE, "Namespace").into_iter().find(|found| found.id.name == namespace) else {
        case.open(format!("discoverySelectors: Namespace {namespace} was not read; add it with --from"));
        return true;
    };
    if selectors.iter().any(|selector| selector.selects(&found.metadata.labels)) {
        return true;
    }
    let sentence = format!("istiod does not look at namespace {namespace}: no discoverySelector matches its labels");
    let next = format!("label the namespace as one of the discoverySelectors wants: {}", wanted_labels(case));
    let owners = case.config_map.clone().into_iter().chain([of(found, "")]);
    case.blame(Reason::new(Code::DiscoverySelectors, Basis::Resources, sentence, next).by(owners));
    false
}

fn wanted_labels(case: &Case) -> String {
    let one = |selector: &crate::model::istio::mesh_config::LabelSelector| {
        let labels = selector.match_labels.iter().map(|(key, value)| format!("{key}={value}"));
        let conditions = selector.match_expressions.iter();
        let conditions =
            conditions.map(|wanted| format!("{} {} {}", wanted.key, wanted.operator, list(&wanted.values)));
        labels.chain(conditions).collect::<Vec<_>>().join(" and ")
    };
    case.config.discovery_selectors.iter().map(one).collect::<Vec<_>>().join(", or ")
}

/// The Sidecar that a proxy obeys.
pub(super) struct Scope<'m> {
    pub(super) resource: &'m Resource,
    pub(super) spec: SidecarSpec,
}

impl<'m> Scope<'m> {
    /// The one that selects its labels, else that of its namespace, else that of the root namespace, the oldest of
    /// each (`getSidecarScope` of `pilot/pkg/model/push_context.go`). Gateways and waypoints obey none.
    pub(super) fn of(case: &Case<'m>) -> Option<Self> {
        if case.proxy.kind != ProxyKind::Sidecar {
            return None;
        }
        let labels = &case.proxy.bootstrap.node.metadata.labels;
        let sidecars: Vec<Self> = case
            .oldest_first(NETWORKING, "Sidecar")
            .into_iter()
            .filter_map(|resource| Some(Self { resource, spec: resource.part("spec")? }))
            .collect();
        let selects = |scope: &Self| {
            scope
                .spec
                .workload_selector
                .as_ref()
                .filter(|wanted| !wanted.is_empty())
                .map(|wanted| wanted.selects(labels))
        };
        let in_namespace = |scope: &Self, namespace: &str| scope.resource.id.namespace == namespace;
        let (own, root) = (case.namespace(), case.config.root_namespace.as_str());
        let ranked = [
            sidecars.iter().position(|scope| in_namespace(scope, own) && selects(scope) == Some(true)),
            sidecars.iter().position(|scope| in_namespace(scope, own) && selects(scope).is_none()),
            sidecars.iter().position(|scope| in_namespace(scope, root) && selects(scope).is_none()),
        ];
        let chosen = ranked.into_iter().flatten().next()?;
        sidecars.into_iter().nth(chosen)
    }

    /// Whether it asks for a listener at an address.
    pub(super) fn binds(&self, ip: Option<IpAddr>, port: u16) -> bool {
        let mut egress = self.spec.egress.iter();
        egress.any(|one| {
            one.port.as_ref().is_some_and(|own| own.number == port) && ip.is_some() && one.bind.parse().ok() == ip
        })
    }

    /// Whether it imports a host of a namespace, on a port. `.` is the proxy's namespace, `~` none; no egress at all
    /// is everything (`pilot/pkg/model/sidecar.go`).
    pub(super) fn imports(&self, viewer: &str, home: &str, host: &str, port: Option<u16>) -> bool {
        self.spec.egress.is_empty()
            || self.spec.egress.iter().any(|egress| {
                let on_port = egress.port.as_ref().is_none_or(|only| port.is_none_or(|port| only.number == port));
                on_port
                    && egress.hosts.iter().any(|wanted| {
                        let (namespace, name) = wanted.split_once('/').unwrap_or(("*", wanted));
                        let here = match namespace {
                            "*" => true,
                            "~" => false,
                            "." => home == viewer,
                            other => home == other,
                        };
                        here && covers(name, host)
                    })
            })
    }
}

/// Says if the Sidecar of the proxy hides a host of a namespace.
pub(super) fn is_imported(case: &mut Case, what: &Resource, host: &str, port: Option<u16>) -> bool {
    if case.proxy.kind != ProxyKind::Sidecar {
        return true;
    }
    let Some(scope) = Scope::of(case) else {
        case.fine("no Sidecar limits what the proxy sees");
        return true;
    };
    let home = &what.id.namespace;
    if scope.imports(case.namespace(), home, host, port) {
        case.fine(format!("{} imports {host}", scope.resource.id));
        return true;
    }
    let mode = scope.spec.outbound_traffic_policy.as_ref().map_or("", |policy| policy.mode.as_str());
    let then = if mode == "REGISTRY_ONLY" { ", and lets nothing else out (REGISTRY_ONLY)" } else { "" };
    let sentence = format!("{} does not import {} into this proxy{then}", scope.resource.id, what.id);
    let next = format!("add \"{home}/{host}\" to spec.egress[].hosts of {}", scope.resource.id);
    let reason = Reason::new(Code::SidecarEgress, Basis::Resources, sentence, next);
    case.blame(reason.by([of(scope.resource, "egress[0].hosts")]));
    false
}
