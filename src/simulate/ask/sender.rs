//! Who sends a request: a workload with its proxy, one without, or somebody outside.

use std::net::IpAddr;
use std::sync::Arc;

use super::complete::{self, Completed};
use super::fields::Ask;
use super::gateway::port_of_gateway;
use super::lookup::Unresolved;
use super::target::Target;
use super::{entrance, straight};
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::select::Selector;
use crate::model::kubernetes::pod::PodStatus;
use crate::simulate::engine::Engine;
use crate::simulate::request::Request;
use crate::simulate::tls::TlsClient;
use crate::simulate::walk::Start;
use crate::simulate::ztunnel::Ambient;

/// Who sends a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// A workload, or a client of a gateway: its request meets this proxy first.
    Proxy(ProxyId),
    /// A pod without a proxy.
    Pod {
        /// The pod.
        pod: ProxyId,
        /// Its address.
        address: Option<IpAddr>,
    },
    /// Somebody outside of the mesh, whose request meets a gateway.
    Internet,
}

/// The words for somebody outside.
const OUTSIDE: [&str; 2] = ["internet", "outside"];

impl Sender {
    /// Whether a word stands for somebody outside.
    pub fn is_outside(text: &str) -> bool {
        OUTSIDE.contains(&text)
    }

    /// Reads a name.
    ///
    /// # Errors
    /// Where nothing that was read has that name.
    pub fn find(mesh: &Mesh, text: &str, namespace: Option<&str>) -> Result<Self, String> {
        if Self::is_outside(text) {
            return Ok(Self::Internet);
        }
        let exact: ProxyId = text.parse().unwrap_or_else(|never: std::convert::Infallible| match never {});
        if mesh.proxy(&exact).is_some() {
            return Ok(Self::Proxy(exact));
        }
        if let Some(proxy) = Selector::parse(text, namespace).select(mesh).first() {
            return Ok(Self::Proxy(proxy.id.clone()));
        }
        Self::pod(mesh, text, namespace).ok_or_else(|| format!("no proxy and no pod {text:?} was read"))
    }

    /// A pod without a proxy, by its name or that of its deployment.
    pub fn pod(mesh: &Mesh, text: &str, namespace: Option<&str>) -> Option<Self> {
        let bare = text.strip_prefix("pod/").or_else(|| text.strip_prefix("deploy/")).unwrap_or(text);
        let (namespace, name) = match bare.split_once('/') {
            Some((namespace, name)) => (Some(namespace), name),
            None => (namespace, bare),
        };
        let fits = |pod: &ProxyId, name: &str, namespace: Option<&str>| {
            let own = &pod.name;
            namespace.is_none_or(|namespace| pod.namespace == namespace)
                && (own == name || own.strip_prefix(name).is_some_and(|rest| rest.matches('-').count() == 2))
        };
        let dotted = name.rsplit_once('.');
        let mut pods = mesh.of_kind("Pod");
        let fits = |pod: &ProxyId| {
            fits(pod, name, namespace) || dotted.is_some_and(|(name, namespace)| fits(pod, name, Some(namespace)))
        };
        let id = |pod: &crate::model::Resource| ProxyId::new(&pod.id.namespace, &pod.id.name);
        if let Some(pod) = pods.find(|pod| fits(&id(pod))) {
            let address = pod.part::<PodStatus>("status").and_then(|status| status.pod_ip.parse().ok());
            return Some(Self::Pod { pod: id(pod), address });
        }
        // Ztunnels know every workload of the mesh.
        let workloads = mesh.ztunnels.first().map_or(&[][..], |ztunnel| &ztunnel.dump.workloads);
        workloads.iter().find_map(|workload| {
            let pod = ProxyId::new(&workload.namespace, &workload.name);
            let address = workload.workload_ips.first().copied();
            fits(&pod).then_some(Self::Pod { pod, address })
        })
    }

    /// A question of this sender, made complete.
    ///
    /// # Errors
    /// Where it does not say enough, or contradicts itself.
    pub fn start(&self, engine: &Engine, ask: &Ask) -> Result<(Start, Vec<String>), Unresolved> {
        let at_is_known = ask.at.is_some() || engine.mesh.taken_at.is_some();
        match self {
            Self::Proxy(id) => {
                let proxy = engine.proxy(id).ok_or_else(|| Unresolved(format!("no proxy {id} was read")))?;
                let Completed { request, remarks } = complete::complete(proxy, ask)?;
                Ok((Start { proxy: Some(id.clone()), pod: None, request, client: None, at_is_known }, remarks))
            }
            Self::Pod { pod, address } => {
                let Completed { request, mut remarks } = straight::complete(engine.mesh, pod, *address, ask)?;
                let ambient = Ambient::of(engine.mesh);
                let captured = ambient.as_ref().and_then(|ambient| {
                    let workload = ambient.pod(&pod.namespace, &pod.name)?;
                    Some(ambient.capture(workload).is_captured())
                });
                if captured != Some(true) {
                    remarks.insert(0, format!("{pod} has no proxy of its own: what it sends arrives as it sends it"));
                }
                Ok((
                    Start { proxy: None, pod: Some(pod.clone()), client: named(&request), request, at_is_known },
                    remarks,
                ))
            }
            Self::Internet => entrance::start(engine, ask),
        }
    }
}

/// A client that is no proxy, where it has a certificate.
pub(super) fn named(request: &Request) -> Option<Arc<TlsClient>> {
    request.peer.as_deref().map(|peer| Arc::new(TlsClient::named(peer)))
}

/// Whether a gateway's pod has the public port of a target.
pub(super) fn has_port(engine: &crate::simulate::engine::ProxyEngine, target: &Target) -> bool {
    let own = engine.proxy.addresses();
    port_of_gateway(engine, target, &own)
        .is_ok_and(|found| engine.listeners().bound_at(std::net::SocketAddr::new(found.ip, found.port)).is_some())
}
