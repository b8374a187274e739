//! The pods behind a service: which there are, which are ready, and what they call their ports.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{CORE, Case, DISCOVERY, NETWORKING, nearest};
use crate::model::Resource;
use crate::model::istio::workload_entry::WorkloadEntrySpec;
use crate::model::kubernetes::endpoint_slice::EndpointSlice;
use crate::model::kubernetes::pod::{PodSpec, PodStatus};
use crate::model::kubernetes::service::ServiceSpec;

/// A pod, or a workload outside of Kubernetes.
pub(super) struct Pod<'m> {
    pub(super) resource: &'m Resource,
    pub(super) labels: &'m BTreeMap<String, String>,
    pub(super) spec: PodSpec,
    pub(super) address: String,
    /// Why it is not ready; `None` where it is, or nothing says so.
    pub(super) unready: Option<String>,
}

impl<'m> Pod<'m> {
    fn new(resource: &'m Resource) -> Self {
        let status: PodStatus = resource.part("status").unwrap_or_default();
        Self {
            resource,
            labels: &resource.metadata.labels,
            spec: resource.part("spec").unwrap_or_default(),
            unready: unready(&status),
            address: status.pod_ip,
        }
    }

    /// The names and numbers of its ports.
    pub(super) fn ports(&self) -> Vec<String> {
        let ports = self.spec.containers.iter().flat_map(|container| &container.ports);
        ports
            .map(|port| match port.name.as_str() {
                "" => port.container_port.to_string(),
                name => format!("{name} ({})", port.container_port),
            })
            .collect()
    }

    /// The port that a container calls so.
    pub(super) fn port_named(&self, name: &str) -> Option<u16> {
        let mut ports = self.spec.containers.iter().flat_map(|container| &container.ports);
        ports.find(|port| port.name == name).map(|port| port.container_port)
    }
}

/// A pod that has ended takes no requests; one that runs does once it is ready.
fn unready(status: &PodStatus) -> Option<String> {
    if matches!(status.phase.as_str(), "Succeeded" | "Failed" | "Pending") {
        return Some(waiting(status).unwrap_or_else(|| status.phase.to_lowercase()));
    }
    let ready = status.conditions.iter().find(|condition| condition.kind == "Ready")?;
    (ready.status != "True").then(|| {
        waiting(status).unwrap_or_else(|| if ready.reason.is_empty() { "not ready" } else { &ready.reason }.to_owned())
    })
}

fn waiting(status: &PodStatus) -> Option<String> {
    let one = |container: &crate::model::kubernetes::pod::ContainerStatus| {
        let reason = container.state.pointer("/waiting/reason").and_then(|reason| reason.as_str())?;
        Some(format!("container {} {reason}", container.name))
    };
    status.container_statuses.iter().filter(|container| !container.ready).find_map(one)
}

/// The pods of a namespace.
pub(super) fn of_namespace<'m>(case: &Case<'m>, namespace: &str) -> Vec<Pod<'m>> {
    let pods = case.all(CORE, "Pod").into_iter().filter(|pod| pod.id.namespace == namespace);
    pods.map(Pod::new).collect()
}

/// All pods.
pub(super) fn all<'m>(case: &Case<'m>) -> Vec<Pod<'m>> {
    case.all(CORE, "Pod").into_iter().map(Pod::new).collect()
}

/// The Services of the namespace that select the proxy.
pub(super) fn services<'m>(case: &Case<'m>) -> Vec<(&'m Resource, ServiceSpec)> {
    let labels = &case.proxy.bootstrap.node.metadata.labels;
    let services = case.all(CORE, "Service").into_iter().filter(|service| service.id.namespace == case.namespace());
    let specs = services.filter_map(|service| Some((service, service.part::<ServiceSpec>("spec")?)));
    specs.filter(|(_, spec)| spec.selects(labels)).collect()
}

/// Whether labels hold all that a selector wants.
pub(super) fn selects(selector: &BTreeMap<String, String>, labels: &BTreeMap<String, String>) -> bool {
    selector.iter().all(|(key, value)| labels.get(key) == Some(value))
}

/// The endpoint slices of a service.
pub(super) fn slices<'m>(case: &Case<'m>, service: &Resource) -> Vec<(&'m Resource, EndpointSlice)> {
    let is_of = |slice: &&Resource| {
        slice.id.namespace == service.id.namespace
            && slice.metadata.labels.get("kubernetes.io/service-name") == Some(&service.id.name)
    };
    let found = case.all(DISCOVERY, "EndpointSlice").into_iter().filter(is_of);
    found.filter_map(|slice| Some((slice, slice.whole()?))).collect()
}

/// The labels of workloads outside of Kubernetes in a namespace.
pub(super) fn workload_entries<'m>(case: &Case<'m>, namespace: &str) -> Vec<(&'m Resource, BTreeMap<String, String>)> {
    let entries = case.all(NETWORKING, "WorkloadEntry").into_iter().filter(|entry| entry.id.namespace == namespace);
    entries.map(|entry| (entry, entry.part::<WorkloadEntrySpec>("spec").unwrap_or_default().labels)).collect()
}

/// So many values of a label are shown.
const MOST_VALUES: usize = 5;

/// A label of a selector that no workload has with this value.
pub(super) struct Mismatch<'a> {
    pub(super) key: &'a str,
    pub(super) value: &'a str,
    /// The values that there are, the most alike first.
    pub(super) seen: Vec<&'a str>,
    /// Whether the first of them is alike.
    pub(super) is_alike: bool,
}

/// The first such label.
pub(super) fn first_mismatch<'a>(
    selector: &'a BTreeMap<String, String>,
    workloads: &[&'a BTreeMap<String, String>],
) -> Option<Mismatch<'a>> {
    let mut left: Vec<&BTreeMap<String, String>> = workloads.to_vec();
    for (key, value) in selector {
        let values: BTreeSet<&str> = left.iter().filter_map(|labels| labels.get(key)).map(String::as_str).collect();
        left.retain(|labels| labels.get(key) == Some(value));
        if left.is_empty() {
            // `2` stands for `v2`, `detail` for `details`.
            let mut seen: Vec<&str> =
                values.iter().copied().filter(|seen| seen.contains(value.as_str()) || value.contains(seen)).collect();
            seen.extend(
                nearest(values.iter().copied(), value, 3)
                    .into_iter()
                    .filter(|near| !seen.contains(near))
                    .collect::<Vec<_>>(),
            );
            let is_alike = !seen.is_empty();
            // A few are all shown; of many only those that are alike.
            if !is_alike || values.len() <= MOST_VALUES {
                let others: Vec<&str> = values.into_iter().filter(|other| !seen.contains(other)).collect();
                seen.extend(others);
            }
            seen.truncate(MOST_VALUES);
            return Some(Mismatch { key, value, seen, is_alike });
        }
    }
    None
}
