//! The typed result of `authz mtls`: what comes of TLS between every client and every service, conflicts first.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::name::ClusterName;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::owners::{Detail, Role, Touched};
use crate::model::ProxyKind;
use crate::simulate::authz::accepts::decided_by;
use crate::simulate::authz::edges::{Edge, Offer};
use crate::simulate::authz::meet::Verdict;
use crate::simulate::engine::Engine;

/// TLS from clients to services.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Matrix {
    /// Version of this schema.
    pub schema: u32,
    /// `authz-mtls`.
    pub kind: &'static str,
    /// Edges that fail, those of the most clients first.
    pub conflicts: Vec<Conflict>,
    /// All edges.
    pub edges: Vec<Edge>,
}

/// What a client offers and a server does not take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conflict {
    /// The service.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The subset, where only it is met so.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subset: String,
    /// The clients' workloads.
    pub clients: Vec<String>,
    /// The server's workload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// What the clients offer.
    pub offer: Offer,
    /// What the server takes.
    pub accepts: &'static str,
    /// Why they do not come together.
    pub why: String,
    /// Who says what clients offer: the `DestinationRule`s of the first client.
    pub offered_by: Vec<Owner>,
    /// Who says what the server takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<Owner>,
}

impl Matrix {
    /// The matrix of some edges.
    pub fn new(mesh: &Mesh, engine: &Engine, edges: Vec<Edge>) -> Self {
        let mut conflicts: Vec<Conflict> = Vec::new();
        for edge in edges.iter().filter(|edge| edge.verdict == Verdict::Fails) {
            let known = conflicts.iter_mut().find(|known| is_of(known, edge));
            match known {
                Some(known) if known.clients.contains(&edge.client) => {}
                Some(known) => known.clients.push(edge.client.clone()),
                None => conflicts.push(conflict(mesh, engine, edge)),
            }
        }
        conflicts.sort_by_key(|conflict| std::cmp::Reverse(conflict.clients.len()));
        Self { schema: crate::view::SCHEMA, kind: "authz-mtls", conflicts, edges }
    }
}

/// Whether an edge fails as a conflict does. Which client's certificate it is does not make it another one.
fn is_of(known: &Conflict, edge: &Edge) -> bool {
    (&known.host, known.port, &known.subset, &known.server, &known.offer, known.accepts)
        == (&edge.host, edge.port, &edge.subset, &edge.server, &edge.offer, edge.accepts)
        && (known.why == edge.why || edge.why.contains("certificate"))
}

fn conflict(mesh: &Mesh, engine: &Engine, edge: &Edge) -> Conflict {
    let server = edge.server_proxy.as_ref().and_then(|id| engine.proxy(id));
    Conflict {
        host: edge.host.clone(),
        port: edge.port,
        subset: edge.subset.clone(),
        clients: vec![edge.client.clone()],
        server: edge.server.clone(),
        offer: edge.offer.clone(),
        accepts: edge.accepts,
        why: edge.why.clone(),
        offered_by: offered_by(mesh, edge),
        accepted_by: server
            .filter(|server| server.proxy.kind == ProxyKind::Sidecar)
            .and_then(|server| decided_by(server, edge.server_port)),
    }
}

/// The parts of `DestinationRule`s that set the TLS of a cluster.
fn offered_by(mesh: &Mesh, edge: &Edge) -> Vec<Owner> {
    let Some(proxy) = mesh.proxy(&edge.proxy) else { return Vec::new() };
    let mut touched = Touched::default();
    touched.clusters.insert(edge.cluster.clone());
    if let Some(parts) = ClusterName::parse(&edge.cluster) {
        touched.clusters.insert(format!("{}|{}||{}", parts.direction, parts.port, parts.host));
    }
    let detail = Detail::of(mesh, proxy, Some(&touched));
    let told = detail.cluster(&edge.cluster).into_iter().filter(|(role, _)| matches!(role, Role::Made | Role::Shaped));
    let mut rules: Vec<Owner> =
        told.map(|(_, owner)| owner).filter(|owner| owner.resource.kind == "DestinationRule").collect();
    rules.retain(|owner| owner.path.rsplit('.').any(|field| field == "tls"));
    rules.iter().map(|owner| mesh.located(owner)).collect()
}
