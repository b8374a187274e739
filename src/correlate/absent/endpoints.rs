//! Why a service, or a subset of it, has no endpoints.

use std::collections::BTreeMap;

use serde_json::Value;

use super::case::{CORE, Case, list, of};
use super::pods::{self, Mismatch, Pod};
use super::reason::{Basis, Code, Reason};
use super::service::Service;
use super::subset::Defined;
use crate::base::origin::Owner;
use crate::model::istio::service_entry::ServiceEntrySpec;
use crate::model::kubernetes::service::ServiceSpec;

/// So many pods are named.
const MOST_PODS: usize = 3;

/// Says why no endpoint is ready, as far as the resources tell.
pub(super) fn look(case: &mut Case, service: &Service, port: Option<u16>, subset: Option<&Defined>) {
    if service.resource.id.kind == "ServiceEntry" {
        return of_entry(case, service, subset);
    }
    let resource = service.resource;
    if service.selector.is_empty() {
        let slices = pods::slices(case, resource);
        if slices.iter().all(|(_, slice)| slice.endpoints.is_empty()) {
            let sentence = format!("{} selects no pods, and no EndpointSlice says what is behind it", resource.id);
            let next = format!("give {} a selector, or make an EndpointSlice for it", resource.id);
            case.blame(Reason::new(Code::NoEndpoints, Basis::Resources, sentence, next).by([of(resource, "")]));
        }
        return;
    }
    if !case.has("Pod", "which pods are behind the service") {
        return from_slices(case, service);
    }
    let all = pods::of_namespace(case, &resource.id.namespace);
    let selected: Vec<&Pod> = all.iter().filter(|pod| pods::selects(&service.selector, pod.labels)).collect();
    if selected.is_empty() {
        let labels: Vec<_> = all.iter().map(|pod| pod.labels).collect();
        let who = format!("the selector of {}", resource.id);
        let owner = of(resource, "selector");
        let place = format!("in namespace {}", resource.id.namespace);
        return no_match(case, Code::ServiceSelector, &who, &place, &service.selector, &labels, owner);
    }
    let mut behind = selected;
    if let Some(defined) = subset {
        let of_subset: Vec<&Pod> =
            behind.iter().copied().filter(|pod| pods::selects(&defined.subset.labels, pod.labels)).collect();
        if of_subset.is_empty() {
            let labels: Vec<_> = behind.iter().map(|pod| pod.labels).collect();
            return subset_labels(case, service, defined, &labels);
        }
        behind = of_subset;
    }
    if not_ready(case, service, &behind) || target_port(case, service, port, &behind) {
        return;
    }
    case.fine(format!("{} selects {} with ready pods", resource.id, names(&behind)));
}

fn names(pods: &[&Pod]) -> String {
    let named: Vec<&str> = pods.iter().take(MOST_PODS).map(|pod| pod.resource.id.name.as_str()).collect();
    let more = pods.len().saturating_sub(MOST_PODS);
    if more == 0 { list(&named) } else { format!("{} and {more} more", list(&named)) }
}

/// Says that labels match nobody, and which of them does not.
fn no_match(
    case: &mut Case,
    code: Code,
    who: &str,
    place: &str,
    selector: &BTreeMap<String, String>,
    workloads: &[&BTreeMap<String, String>],
    owner: Owner,
) {
    let (sentence, next) = match pods::first_mismatch(selector, workloads) {
        Some(Mismatch { key, value, seen, is_alike }) if !seen.is_empty() => {
            let seen: Vec<String> = seen.iter().map(|seen| format!("{key}={seen}")).collect();
            let hint = if is_alike { seen[0].clone() } else { "one of these".to_owned() };
            (
                format!("{who} wants {key}={value}, which no pod {place} has: there is {}", list(&seen)),
                format!("write {hint} in {owner}, or label the pods"),
            )
        }
        Some(Mismatch { key, value, .. }) => (
            format!("{who} wants {key}={value}, and no pod {place} has label {key}"),
            format!("correct {owner}, or label the pods"),
        ),
        None => (format!("{who} matches no pod {place}"), format!("correct {owner}, or start the pods")),
    };
    case.blame(Reason::new(code, Basis::Resources, sentence, next).by([owner]));
}

fn subset_labels(case: &mut Case, service: &Service, defined: &Defined, labels: &[&BTreeMap<String, String>]) {
    let who = format!("subset {} of {}", defined.subset.name, defined.resource.id);
    let owner = of(defined.resource, format!("{}.labels", defined.part));
    let place = format!("of {}", service.resource.id);
    no_match(case, Code::SubsetLabels, &who, &place, &defined.subset.labels, labels, owner);
}

fn not_ready(case: &mut Case, service: &Service, behind: &[&Pod]) -> bool {
    let publishes = service.resource.body.pointer("/spec/publishNotReadyAddresses") == Some(&Value::Bool(true));
    if publishes || behind.iter().any(|pod| pod.unready.is_none() && !is_unready_by_slice(case, service, pod)) {
        return false;
    }
    let one = |pod: &&Pod| format!("{}: {}", pod.resource.id.name, pod.unready.as_deref().unwrap_or("not ready"));
    let why: Vec<String> = behind.iter().take(MOST_PODS).map(one).collect();
    let count = if behind.len() == 1 { "the only pod".to_owned() } else { format!("all {} pods", behind.len()) };
    let verb = if behind.len() == 1 { "is" } else { "are" };
    let sentence = format!("{count} behind {} {verb} not ready ({})", service.resource.id, why.join("; "));
    let pod = behind[0].resource;
    let next = format!("kubectl describe pod {} -n {}", pod.id.name, pod.id.namespace);
    let owners = behind.iter().take(MOST_PODS).map(|pod| of(pod.resource, ""));
    case.blame(Reason::new(Code::PodsNotReady, Basis::Resources, sentence, next).by(owners));
    true
}

/// Readiness as the endpoint slice has it, which is what istiod reads.
pub(super) fn is_unready_by_slice(case: &Case, service: &Service, pod: &Pod) -> bool {
    let slices = pods::slices(case, service.resource);
    let mut endpoints = slices.iter().flat_map(|(_, slice)| &slice.endpoints);
    let is_of = |target: &crate::model::kubernetes::endpoint_slice::TargetRef| target.name == pod.resource.id.name;
    endpoints
        .any(|endpoint| endpoint.target_ref.as_ref().is_some_and(is_of) && endpoint.conditions.ready == Some(false))
}

/// A port given by name has to have that name in a container.
fn target_port(case: &mut Case, service: &Service, port: Option<u16>, behind: &[&Pod]) -> bool {
    let spec: ServiceSpec = service.resource.part("spec").unwrap_or_default();
    let named = spec.ports.iter().enumerate().filter(|(_, known)| port.is_none_or(|port| port == known.port));
    for (index, known) in named {
        let Some(name) = known.target_port.as_str().filter(|name| name.parse::<u16>().is_err()) else { continue };
        if behind.iter().any(|pod| pod.port_named(name).is_some()) {
            continue;
        }
        let ports = behind.iter().flat_map(|pod| pod.ports()).collect::<std::collections::BTreeSet<_>>();
        let ports: Vec<String> = ports.into_iter().collect();
        let have = if ports.is_empty() { "they name none".to_owned() } else { format!("they have {}", list(&ports)) };
        let sentence = format!(
            "port {} of {} leads to port {name:?} of its pods, and no container has one: {have}",
            known.port, service.resource.id
        );
        let next = format!("correct targetPort of {}, or name the container's port {name}", service.resource.id);
        let owner = of(service.resource, format!("ports[{index}].targetPort"));
        case.blame(Reason::new(Code::TargetPort, Basis::Resources, sentence, next).by([owner]));
        return true;
    }
    false
}

/// Without pods, the endpoint slices tell as much as istiod knows.
fn from_slices(case: &mut Case, service: &Service) {
    let slices = pods::slices(case, service.resource);
    if slices.is_empty() {
        return;
    }
    let endpoints = || slices.iter().flat_map(|(_, slice)| &slice.endpoints);
    let (code, sentence) = if endpoints().next().is_none() {
        (
            Code::ServiceSelector,
            format!("the EndpointSlices of {} are empty: its selector matches no pod", service.resource.id),
        )
    } else if endpoints().all(|endpoint| endpoint.conditions.ready == Some(false)) {
        (Code::PodsNotReady, format!("no endpoint of {} is ready", service.resource.id))
    } else {
        return case.fine(format!("the EndpointSlices of {} have ready endpoints", service.resource.id));
    };
    let next = format!("kubectl get pods -n {} --show-labels", service.resource.id.namespace);
    let owners = slices.iter().map(|(slice, _)| of(slice, "")).chain([of(service.resource, "selector")]);
    case.blame(Reason::new(code, Basis::Resources, sentence, next).by(owners));
}

fn of_entry(case: &mut Case, service: &Service, subset: Option<&Defined>) {
    let resource = service.resource;
    let spec: ServiceEntrySpec = resource.part("spec").unwrap_or_default();
    let entries = pods::workload_entries(case, &resource.id.namespace);
    let pods = pods::of_namespace(case, &resource.id.namespace);
    let mut labels: Vec<&BTreeMap<String, String>> = spec.endpoints.iter().map(|endpoint| &endpoint.labels).collect();
    if let Some(selector) = &spec.workload_selector {
        let workloads: Vec<_> =
            entries.iter().map(|(_, labels)| labels).chain(pods.iter().map(|pod| pod.labels)).collect();
        labels = workloads.iter().copied().filter(|labels| pods::selects(&selector.labels, labels)).collect();
        if labels.is_empty() {
            if case.all(CORE, "Pod").is_empty() && entries.is_empty() {
                return case
                    .open("workloads of the ServiceEntry: no WorkloadEntry and no Pod was read; add them with --from");
            }
            let who = format!("the workloadSelector of {}", resource.id);
            let place = format!("or WorkloadEntry in namespace {}", resource.id.namespace);
            let owner = of(resource, "workloadSelector");
            return no_match(case, Code::ServiceSelector, &who, &place, &selector.labels, &workloads, owner);
        }
    } else if labels.is_empty() {
        if spec.resolution == "STATIC" {
            let sentence = format!("{} has resolution STATIC and no endpoints", resource.id);
            let next = format!("add endpoints or a workloadSelector to {}", resource.id);
            let reason = Reason::new(Code::NoEndpoints, Basis::Resources, sentence, next);
            case.blame(reason.by([of(resource, "resolution")]));
        } else {
            case.open(format!("the addresses of {}: its proxies ask DNS for them", service.host));
        }
        return;
    }
    if let Some(defined) = subset
        && !labels.iter().any(|labels| pods::selects(&defined.subset.labels, labels))
    {
        subset_labels(case, service, defined, &labels);
    }
}
