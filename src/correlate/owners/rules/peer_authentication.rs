//! Which PeerAuthentication decides what a port accepts, and what would if it were not there
//! (`pilot/pkg/security/authn/policy_applier.go`, `ComposePeerAuthentication`).

use std::collections::BTreeMap;

use super::super::cause::Cause;
use super::super::graph::Graph;
use super::super::inventory::ChainFacts;
use super::super::view::{Scope, View};
use super::super::world::{Entry, World};
use crate::base::origin::Known;
use crate::model::istio::security::{MutualTlsMode, PeerAuthenticationSpec};

/// What a port of a workload accepts, and the part of a policy that says so; without policies, both.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Effective {
    mode: MutualTlsMode,
    cause: Option<Cause>,
}

/// The policies of a workload, the widest first. Of several for the same workloads the oldest counts.
fn policies<'w>(
    world: &'w World,
    namespace: &str,
    labels: &BTreeMap<String, String>,
) -> Vec<&'w Entry<PeerAuthenticationSpec>> {
    let scope = |entry: &Entry<PeerAuthenticationSpec>| {
        let selector = entry.spec.selector.as_ref().filter(|selector| !selector.is_empty());
        let is_own = entry.id.namespace == namespace;
        match selector {
            Some(selector) => (is_own && selector.selects(labels)).then_some(Scope::Workload),
            None if is_own && namespace != world.root_namespace => Some(Scope::Namespace),
            None => (entry.id.namespace == world.root_namespace).then_some(Scope::Mesh),
        }
    };
    let mut by_scope: BTreeMap<Scope, &Entry<PeerAuthenticationSpec>> = BTreeMap::new();
    for entry in &world.peer_authentications {
        if let Some(scope) = scope(entry) {
            let known = by_scope.entry(scope).or_insert(entry);
            if (&entry.created, &entry.id.name) < (&known.created, &known.id.name) {
                *known = entry;
            }
        }
    }
    by_scope.into_values().collect()
}

/// What the policies say of a port, leaving one cause out.
fn effective(policies: &[&Entry<PeerAuthenticationSpec>], port: Option<u16>, without: Option<&Cause>) -> Effective {
    let mut candidates = Vec::new();
    for (rank, entry) in policies.iter().rev().enumerate() {
        // Modes of single ports count in policies with a selector only.
        let by_port = port.and_then(|port| entry.spec.port_level_mtls.get(&port.to_string()).map(|mtls| (port, mtls)));
        if let Some((port, mtls)) = by_port.filter(|_| rank == 0 && entry.spec.selector.is_some()) {
            candidates.push((mtls.mode, entry.cause(format!("spec.portLevelMtls.{port}"), Known::Recomputed)));
        }
        if let Some(mtls) = &entry.spec.mtls {
            candidates.push((mtls.mode, entry.cause("spec.mtls", Known::Recomputed)));
        }
    }
    let found = candidates
        .into_iter()
        .filter(|(mode, cause)| *mode != MutualTlsMode::Unset && without != Some(cause))
        .map(|(mode, cause)| Effective { mode, cause: Some(cause) })
        .next();
    found.unwrap_or(Effective { mode: MutualTlsMode::Permissive, cause: None })
}

/// The part of a policy that decides what a port of a workload takes.
pub fn deciding(world: &World, namespace: &str, labels: &BTreeMap<String, String>, port: Option<u16>) -> Option<Cause> {
    effective(&policies(world, namespace, labels), port, None).cause
}

/// The part of a policy that makes a port of a workload refuse TLS, unless another would.
pub fn disabling(world: &World, namespace: &str, labels: &BTreeMap<String, String>, port: u16) -> Option<Cause> {
    let policies = policies(world, namespace, labels);
    let now = effective(&policies, Some(port), None);
    let otherwise = effective(&policies, Some(port), now.cause.as_ref());
    now.cause.filter(|_| now.mode == MutualTlsMode::Disable && otherwise.mode != MutualTlsMode::Disable)
}

/// The owners of inbound chains, as far as the policies decide which there are.
pub fn own(view: &View, graph: &mut Graph) {
    if !view.is_sidecar() {
        return;
    }
    let policies = policies(view.world, view.namespace(), view.labels());
    for listener in view.inventory.listeners.iter().filter(|listener| listener.name == "virtualInbound") {
        for chain in listener.filter_chains.iter().filter(|chain| chain.name != "virtualInbound-blackhole") {
            let now = effective(&policies, chain.destination_port(), None);
            let Some(cause) = now.cause else {
                continue;
            };
            let otherwise = effective(&policies, chain.destination_port(), Some(&cause));
            if now.mode == otherwise.mode {
                graph.share(chain.node, vec![cause]);
                continue;
            }
            // Which inspectors run depends on what there is to tell apart.
            graph.shape(listener.node, vec![cause.clone()]);
            let variant = Variant::of(chain);
            if !variant.is_there(protocol(view, chain), otherwise.mode) {
                graph.need(chain.node, vec![cause]);
            } else if variant == Variant::Tls {
                // Terminated under STRICT, passed on under PERMISSIVE.
                graph.shape(chain.node, vec![cause]);
            } else {
                graph.share(chain.node, vec![cause]);
            }
        }
    }
}

/// What istiod makes a chain for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Variant {
    /// Mutual TLS, told by Istio's ALPN, with HTTP inside where that is unknown otherwise.
    MutualTls { http: bool },
    /// TLS without such an ALPN.
    Tls,
    /// Plaintext, with HTTP inside where that is unknown otherwise.
    Plaintext { http: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Protocol {
    Http,
    Tcp,
    Unknown,
}

impl Variant {
    fn of(chain: &ChainFacts) -> Self {
        let matches = chain.filter_chain_match.as_ref();
        let transport = matches.and_then(|matches| matches.get("transport_protocol")?.as_str()).unwrap_or_default();
        let has_alpn = chain.strings("application_protocols").next().is_some();
        let http = chain.http().is_some();
        match transport {
            "tls" if has_alpn => Self::MutualTls { http },
            "tls" => Self::Tls,
            _ => Self::Plaintext { http },
        }
    }

    /// Whether there is such a chain in a mode (`pilot/pkg/networking/core/listener_inbound.go`,
    /// `getFilterChainMatchOptions`).
    fn is_there(self, protocol: Protocol, mode: MutualTlsMode) -> bool {
        match mode {
            MutualTlsMode::Strict => match self {
                Self::MutualTls { http } => http && protocol == Protocol::Unknown,
                Self::Tls => true,
                Self::Plaintext { .. } => false,
            },
            MutualTlsMode::Permissive | MutualTlsMode::Unset => self != Self::Tls || protocol != Protocol::Http,
            MutualTlsMode::Disable => matches!(self, Self::Plaintext { .. }),
        }
    }
}

/// What is spoken at the port of a chain; behind none of them, anything.
fn protocol(view: &View, chain: &ChainFacts) -> Protocol {
    let Some(port) = chain.destination_port() else {
        return Protocol::Unknown;
    };
    let listeners = view.inventory.listeners.iter().filter(|listener| listener.name == "virtualInbound");
    let siblings = listeners.flat_map(|listener| &listener.filter_chains);
    let http: Vec<bool> =
        siblings.filter(|chain| chain.destination_port() == Some(port)).map(|chain| chain.http().is_some()).collect();
    match (http.contains(&true), http.contains(&false)) {
        (true, true) => Protocol::Unknown,
        (true, false) => Protocol::Http,
        (false, _) => Protocol::Tcp,
    }
}
