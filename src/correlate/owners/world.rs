//! The resources of a mesh, decoded once and sorted by what the rules ask of them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::cause::Cause;
use crate::base::origin::{Known, ResourceRef};
use crate::correlate::services::Service;
use crate::correlate::{Mesh, hosts};
use crate::model::Resource;
use crate::model::gateway_api::{gateway as k8s, grant::ReferenceGrantSpec, route::RouteSpec};
use crate::model::istio::destination_rule::DestinationRuleSpec;
use crate::model::istio::envoy_filter::EnvoyFilterSpec;
use crate::model::istio::gateway::GatewaySpec;
use crate::model::istio::security::{AuthorizationPolicySpec, PeerAuthenticationSpec, RequestAuthenticationSpec};
use crate::model::istio::service_entry::ServiceEntrySpec;
use crate::model::istio::sidecar::SidecarSpec;
use crate::model::istio::telemetry::TelemetrySpec;
use crate::model::istio::virtual_service::VirtualServiceSpec;
use crate::model::istio::workload_entry::WorkloadEntrySpec;
use crate::model::kubernetes::endpoint_slice::EndpointSlice;
use crate::model::kubernetes::pod::PodStatus;
use crate::model::kubernetes::service::ServiceSpec;

/// A resource with its decoded `spec`.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// Kind, namespace and name.
    pub id: Arc<ResourceRef>,
    /// When it was made, as the API server writes it; empty where it does not say.
    pub created: String,
    /// The body.
    pub spec: T,
}

impl<T> Entry<T> {
    /// A part of it as a cause.
    pub fn cause(&self, path: impl Into<Arc<str>>, known: Known) -> Cause {
        Cause::new(&self.id, path, known)
    }
}

/// The resources of a mesh.
#[derive(Debug)]
pub struct World {
    /// Services by host.
    pub services: BTreeMap<String, Vec<ServiceFacts>>,
    /// Virtual services by namespace and name.
    pub virtual_services: BTreeMap<Arc<ResourceRef>, Entry<VirtualServiceSpec>>,
    /// Destination rules.
    pub destination_rules: BTreeMap<Arc<ResourceRef>, Entry<DestinationRuleSpec>>,
    /// The destination rules of a namespace for a host.
    pub rules_by_host: HashMap<(String, String), Vec<Arc<ResourceRef>>>,
    /// Gateways of Istio's own API.
    pub gateways: Vec<Entry<GatewaySpec>>,
    /// Gateways of the Gateway API.
    pub k8s_gateways: Vec<Entry<k8s::GatewaySpec>>,
    /// Routes of the Gateway API.
    pub routes: BTreeMap<Arc<ResourceRef>, Entry<RouteSpec>>,
    /// Grants of the Gateway API.
    pub grants: Vec<Entry<ReferenceGrantSpec>>,
    /// Service entries.
    pub service_entries: BTreeMap<Arc<ResourceRef>, Entry<ServiceEntrySpec>>,
    /// Workload entries by address.
    pub workload_entries: HashMap<String, Vec<Entry<WorkloadEntrySpec>>>,
    /// Sidecars.
    pub sidecars: Vec<Entry<SidecarSpec>>,
    /// Peer authentication.
    pub peer_authentications: Vec<Entry<PeerAuthenticationSpec>>,
    /// Request authentication.
    pub request_authentications: Vec<Entry<RequestAuthenticationSpec>>,
    /// Authorization.
    pub authorization_policies: Vec<Entry<AuthorizationPolicySpec>>,
    /// Envoy filters.
    pub envoy_filters: Vec<Entry<EnvoyFilterSpec>>,
    /// Telemetry.
    pub telemetries: Vec<Entry<TelemetrySpec>>,
    /// The endpoint slices that have an address: with its place in each.
    pub slices: HashMap<String, Vec<(usize, usize)>>,
    /// All endpoint slices.
    pub all_slices: Vec<Entry<EndpointSlice>>,
    /// Services that slices belong to, as the slices' labels say.
    pub slice_services: Vec<String>,
    /// Pods by address.
    pub pods: HashMap<String, Pod>,
    /// The namespace whose resources are for the whole mesh.
    pub root_namespace: String,
    /// The mesh's own configuration.
    pub mesh_config: Option<Arc<ResourceRef>>,
    domain: String,
}

/// A service under one host.
#[derive(Debug)]
pub struct ServiceFacts {
    /// The Service or ServiceEntry.
    pub id: Arc<ResourceRef>,
    /// What its host means.
    pub service: Service,
    /// Its ports, with where each is written.
    pub ports: BTreeMap<u16, Cause>,
    /// Where its host is written, if it has several.
    pub host: Option<Cause>,
    /// The labels of its pods.
    pub selector: BTreeMap<String, String>,
}

/// A pod.
#[derive(Debug, Clone)]
pub struct Pod {
    /// The pod.
    pub id: Arc<ResourceRef>,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
}

const ISTIO: &str = "istio.io/";
const GATEWAY_API: &str = "gateway.networking.k8s.io/";

impl World {
    /// Decodes the resources of a mesh.
    pub(crate) fn new(mesh: &Mesh) -> Self {
        let created = created(mesh);
        let all_slices: Vec<Entry<EndpointSlice>> = of(mesh, "EndpointSlice", "")
            .filter_map(|resource| Some(entry(&created, resource, resource.whole()?)))
            .collect();
        let mut slices: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (index, slice) in all_slices.iter().enumerate() {
            for (place, endpoint) in slice.spec.endpoints.iter().enumerate() {
                for address in &endpoint.addresses {
                    slices.entry(address.clone()).or_default().push((index, place));
                }
            }
        }
        let service_of = |slice: &Entry<EndpointSlice>| {
            let labels = mesh.resource(&slice.id).map(|resource| &resource.metadata.labels);
            labels.and_then(|labels| labels.get("kubernetes.io/service-name").cloned()).unwrap_or_default()
        };
        let pods = of(mesh, "Pod", "").filter_map(|resource| {
            let status: PodStatus = resource.part("status")?;
            let pod = Pod { id: Arc::new(resource.id.clone()), labels: resource.metadata.labels.clone() };
            Some((status.pod_ip, pod))
        });
        let routes = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"];
        let configuration = mesh.configuration();
        let mut workload_entries: HashMap<String, Vec<Entry<WorkloadEntrySpec>>> = HashMap::new();
        for entry in specs::<WorkloadEntrySpec>(mesh, &created, "WorkloadEntry", ISTIO) {
            workload_entries.entry(entry.spec.address.clone()).or_default().push(entry);
        }
        let destination_rules = by_id(specs::<DestinationRuleSpec>(mesh, &created, "DestinationRule", ISTIO));
        let mut rules_by_host: HashMap<(String, String), Vec<Arc<ResourceRef>>> = HashMap::new();
        for rule in destination_rules.values() {
            let host = hosts::full(&rule.spec.host, &rule.id.namespace, mesh.services.domain());
            rules_by_host.entry((rule.id.namespace.clone(), host)).or_default().push(rule.id.clone());
        }
        Self {
            services: services(mesh),
            virtual_services: by_id(specs(mesh, &created, "VirtualService", ISTIO)),
            destination_rules,
            rules_by_host,
            gateways: specs(mesh, &created, "Gateway", ISTIO),
            k8s_gateways: specs(mesh, &created, "Gateway", GATEWAY_API),
            routes: by_id(routes.iter().flat_map(|kind| specs(mesh, &created, kind, GATEWAY_API)).collect()),
            grants: specs(mesh, &created, "ReferenceGrant", GATEWAY_API),
            service_entries: by_id(specs(mesh, &created, "ServiceEntry", ISTIO)),
            workload_entries,
            sidecars: specs(mesh, &created, "Sidecar", ISTIO),
            peer_authentications: specs(mesh, &created, "PeerAuthentication", ISTIO),
            request_authentications: specs(mesh, &created, "RequestAuthentication", ISTIO),
            authorization_policies: specs(mesh, &created, "AuthorizationPolicy", ISTIO),
            envoy_filters: specs(mesh, &created, "EnvoyFilter", ISTIO),
            telemetries: specs(mesh, &created, "Telemetry", ISTIO),
            slice_services: all_slices.iter().map(service_of).collect(),
            slices,
            all_slices,
            pods: pods.collect(),
            root_namespace: configuration
                .as_ref()
                .map_or("istio-system", |(_, config)| config.root_namespace.as_str())
                .to_owned(),
            mesh_config: configuration.map(|(id, _)| Arc::new(id.clone())),
            domain: mesh.services.domain().to_owned(),
        }
    }

    /// The services that have exactly this host.
    pub fn services(&self, host: &str) -> &[ServiceFacts] {
        self.services.get(host).map_or(&[], Vec::as_slice)
    }

    /// A host as a resource of a namespace means it.
    pub fn full_host(&self, host: &str, namespace: &str) -> String {
        hosts::full(host, namespace, &self.domain)
    }

    /// The ports of that number of all services of a host.
    pub fn ports(&self, host: &str, port: u16) -> Vec<Cause> {
        self.services(host).iter().filter_map(|service| service.ports.get(&port).cloned()).collect()
    }
}

/// The resources of a kind, each once: the same object may have been read as a manifest and from the API server.
fn of<'m>(mesh: &'m Mesh, kind: &'m str, group: &'m str) -> impl Iterator<Item = &'m Resource> {
    let mut seen = std::collections::BTreeSet::new();
    mesh.of_kind(kind).filter(move |resource| resource.api_version.contains(group) && seen.insert(&resource.id))
}

/// When each resource was made. Of an object that was read twice, one copy may not say.
type Created<'m> = HashMap<&'m ResourceRef, &'m str>;

fn created(mesh: &Mesh) -> Created<'_> {
    let stamp = |resource: &'_ Resource| resource.metadata.creation_timestamp.is_some();
    let known = mesh.resources.iter().filter(|resource| stamp(resource));
    known.filter_map(|resource| Some((&resource.id, resource.metadata.creation_timestamp.as_deref()?))).collect()
}

fn specs<T: DeserializeOwned>(mesh: &Mesh, created: &Created, kind: &str, group: &str) -> Vec<Entry<T>> {
    let resources = of(mesh, kind, group);
    resources.filter_map(|resource| Some(entry(created, resource, resource.part("spec")?))).collect()
}

fn entry<T>(created: &Created, resource: &Resource, spec: T) -> Entry<T> {
    let created = created.get(&resource.id).copied().unwrap_or_default().to_owned();
    Entry { id: Arc::new(resource.id.clone()), created, spec }
}

/// All services by host, with the places of their ports.
fn services(mesh: &Mesh) -> BTreeMap<String, Vec<ServiceFacts>> {
    let facts = |service| facts(mesh, service);
    let hosts = mesh.services.hosts();
    hosts.map(|host| (host.to_owned(), mesh.services.by_host(host).iter().map(facts).collect())).collect()
}

fn facts(mesh: &Mesh, service: &Service) -> ServiceFacts {
    let id = Arc::new(service.resource.clone());
    let body = mesh.resource(&id).map(|resource| &resource.body);
    let list =
        |pointer: &str| body.and_then(|body| body.pointer(pointer)?.as_array()).into_iter().flatten().enumerate();
    let number = |port: &Value| port.get("port").or_else(|| port.get("number"))?.as_u64()?.try_into().ok();
    let port = |(index, port): (usize, &Value)| {
        Some((number(port)?, Cause::new(&id, format!("spec.ports[{index}]"), Known::Named)))
    };
    let mut hosts = list("/spec/hosts");
    let host = hosts.find(|(_, host)| **host == service.host.as_str()).filter(|_| list("/spec/hosts").count() > 1);
    let spec = mesh.resource(&id).and_then(|resource| resource.part::<ServiceSpec>("spec"));
    ServiceFacts {
        selector: spec.map(|spec| spec.selector).unwrap_or_default(),
        service: service.clone(),
        ports: list("/spec/ports").filter_map(port).collect(),
        host: host.map(|(index, _)| Cause::new(&id, format!("spec.hosts[{index}]"), Known::Named)),
        id,
    }
}

fn by_id<T>(entries: Vec<Entry<T>>) -> BTreeMap<Arc<ResourceRef>, Entry<T>> {
    entries.into_iter().map(|entry| (entry.id.clone(), entry)).collect()
}
