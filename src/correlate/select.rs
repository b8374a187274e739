//! Proxies by the names that people use: `pod/foo`, `foo.ns`, `deploy/foo`, `gateway/ns/name`, `app=x`.

use std::collections::BTreeMap;

use super::Mesh;
use crate::base::name::ProxyId;
use crate::base::origin::ResourceRef;
use crate::model::kubernetes::service::ServiceSpec;
use crate::model::{Proxy, ProxyKind, Resource};

/// A wish for proxies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    kind: Wanted,
    namespace: Option<String>,
    name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A pod; or, where no kind was given, whatever has the name.
    Any,
    Pod,
    Workload(&'static str),
    Gateway,
    Service,
}

/// The words for kinds, as kubectl takes them.
const KINDS: [(&[&str], Wanted); 10] = [
    (&["pod", "pods", "po"], Wanted::Pod),
    (&["deployment", "deployments", "deploy"], Wanted::Workload("deployments")),
    (&["statefulset", "statefulsets", "sts"], Wanted::Workload("statefulsets")),
    (&["daemonset", "daemonsets", "ds"], Wanted::Workload("daemonsets")),
    (&["replicaset", "replicasets", "rs"], Wanted::Workload("replicasets")),
    (&["job", "jobs"], Wanted::Workload("jobs")),
    (&["cronjob", "cronjobs", "cj"], Wanted::Workload("cronjobs")),
    (&["replicationcontroller", "replicationcontrollers", "rc"], Wanted::Workload("replicationcontrollers")),
    (&["gateway", "gateways", "gtw", "gw"], Wanted::Gateway),
    (&["service", "services", "svc"], Wanted::Service),
];

impl Selector {
    /// Reads `[KIND/][NAMESPACE/]NAME[.NAMESPACE]`. A namespace in the text wins over the one given beside it.
    pub fn parse(text: &str, namespace: Option<&str>) -> Self {
        let (kind, rest) = match text.split_once('/') {
            Some((word, rest)) => match KINDS.iter().find(|(words, _)| words.contains(&word)) {
                Some((_, kind)) => (*kind, rest),
                None => (Wanted::Any, text),
            },
            None => (Wanted::Any, text),
        };
        let namespace = namespace.map(str::to_owned);
        match rest.split_once('/') {
            Some((namespace, name)) => Self { kind, namespace: Some(namespace.to_owned()), name: name.to_owned() },
            None => Self { kind, namespace, name: rest.to_owned() },
        }
    }

    /// The proxies meant, in the order of the mesh. A dot may end the name or be part of it: both are tried.
    pub fn select<'m>(&self, mesh: &'m Mesh) -> Vec<&'m Proxy> {
        let found = self.named(mesh, &self.name, self.namespace.as_deref());
        if !found.is_empty() {
            return found;
        }
        match self.name.rsplit_once('.') {
            Some((name, namespace)) => self.named(mesh, name, Some(namespace)),
            None => Vec::new(),
        }
    }

    fn named<'m>(&self, mesh: &'m Mesh, name: &str, namespace: Option<&str>) -> Vec<&'m Proxy> {
        let proxies = || mesh.proxies_of(namespace);
        let pods = || proxies().filter(|proxy| proxy.id.name == name).collect::<Vec<_>>();
        let workloads = |kind: Option<&str>| proxies().filter(|proxy| is_of(proxy, kind, name)).collect::<Vec<_>>();
        match self.kind {
            Wanted::Pod => pods(),
            Wanted::Workload(kind) => workloads(Some(kind)),
            Wanted::Gateway => {
                let reference =
                    |kind: &str, proxy: &Proxy| ResourceRef::new(kind, namespace.unwrap_or(&proxy.id.namespace), name);
                proxies_of_gateway(mesh, &reference)
            }
            Wanted::Service => proxies().filter(|proxy| is_behind(mesh, proxy, name)).collect(),
            Wanted::Any => {
                let found = pods();
                if found.is_empty() { workloads(None) } else { found }
            }
        }
    }
}

/// The proxies that have all of these labels.
pub fn by_labels<'m>(mesh: &'m Mesh, wanted: &BTreeMap<String, String>, namespace: Option<&str>) -> Vec<&'m Proxy> {
    let has = |proxy: &&Proxy| {
        let labels = &proxy.bootstrap.node.metadata.labels;
        wanted.iter().all(|(key, value)| labels.get(key) == Some(value))
    };
    mesh.proxies_of(namespace).filter(has).collect()
}

/// The proxy ids most like a text, for the message that nothing has that name.
pub fn nearest(mesh: &Mesh, text: &str) -> Vec<ProxyId> {
    let wanted = text.rsplit('/').next().unwrap_or(text);
    let mut scored: Vec<(f64, &ProxyId)> = mesh
        .proxies
        .iter()
        .map(|proxy| {
            let dotted = format!("{}.{}", proxy.id.name, proxy.id.namespace);
            (strsim::jaro_winkler(&proxy.id.name, wanted).max(strsim::jaro_winkler(&dotted, wanted)), &proxy.id)
        })
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(5).map(|(_, id)| id.clone()).collect()
}

/// Whether a proxy belongs to a workload, as its agent says: `kubernetes://apis/apps/v1/namespaces/NS/KIND/NAME`.
fn is_of(proxy: &Proxy, kind: Option<&str>, name: &str) -> bool {
    let metadata = &proxy.bootstrap.node.metadata;
    let mut owner = metadata.owner.rsplit('/');
    let (owner_name, owner_kind) = (owner.next(), owner.next());
    match kind {
        Some(kind) if owner_name.is_some() && owner_kind.is_some() => {
            owner_name == Some(name) && owner_kind == Some(kind)
        }
        _ => metadata.workload_name == name || owner_name == Some(name),
    }
}

/// The gateway proxies that an Istio Gateway selects by label, or that a Gateway API Gateway has for itself.
fn proxies_of_gateway<'m>(mesh: &'m Mesh, reference: &dyn Fn(&str, &Proxy) -> ResourceRef) -> Vec<&'m Proxy> {
    let gateways = mesh.proxies.iter().filter(|proxy| matches!(proxy.kind, ProxyKind::Gateway | ProxyKind::Waypoint));
    gateways
        .filter(|proxy| {
            let labels = &proxy.bootstrap.node.metadata.labels;
            let wanted = reference("Gateway", proxy);
            let is_own = labels.get("gateway.networking.k8s.io/gateway-name") == Some(&wanted.name)
                && proxy.id.namespace == wanted.namespace;
            let selector = mesh
                .of_kind("Gateway")
                .filter(|gateway| gateway.id == wanted)
                .find_map(|gateway| gateway.part::<GatewaySelector>("spec"));
            is_own
                || selector.is_some_and(|gateway| {
                    !gateway.selector.is_empty()
                        && gateway.selector.iter().all(|(key, value)| labels.get(key) == Some(value))
                })
        })
        .collect()
}

#[derive(serde::Deserialize)]
struct GatewaySelector {
    #[serde(default)]
    selector: BTreeMap<String, String>,
}

/// The Services of the proxy's namespace that select its pod.
pub fn services_of<'m>(mesh: &'m Mesh, proxy: &'m Proxy) -> impl Iterator<Item = (&'m Resource, ServiceSpec)> {
    let services = mesh.of_kind("Service").filter(|service| service.id.namespace == proxy.id.namespace);
    let specs = services.filter_map(|service| Some((service, service.part::<ServiceSpec>("spec")?)));
    specs.filter(|(_, spec)| spec.selects(&proxy.bootstrap.node.metadata.labels))
}

/// Whether a Service of the proxy's namespace selects its pod.
fn is_behind(mesh: &Mesh, proxy: &Proxy, service: &str) -> bool {
    let reference = ResourceRef::new("Service", proxy.id.namespace.clone(), service);
    let spec = mesh.resource(&reference).and_then(|service| service.part::<ServiceSpec>("spec"));
    spec.is_some_and(|spec| spec.selects(&proxy.bootstrap.node.metadata.labels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_namespaces_as_kubectl_and_istioctl_write_them() {
        let cases = [
            ("pod/web", Wanted::Pod, None, "web"),
            ("deploy/web", Wanted::Workload("deployments"), None, "web"),
            ("gateway/edge/public", Wanted::Gateway, Some("edge"), "public"),
            ("shop/web-0", Wanted::Any, Some("shop"), "web-0"),
            ("web.shop", Wanted::Any, None, "web.shop"),
        ];
        for (text, kind, namespace, name) in cases {
            let want = Selector { kind, namespace: namespace.map(str::to_owned), name: name.to_owned() };
            assert_eq!(Selector::parse(text, None), want, "{text}");
        }
        assert_eq!(Selector::parse("web", Some("shop")).namespace.as_deref(), Some("shop"));
    }
}
