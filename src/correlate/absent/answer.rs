//! The question and its answer.

use schemars::JsonSchema;
use serde::Serialize;

use super::case::Case;
use super::reason::{Basis, Reason};
use super::{cluster, endpoint, listener, route};
use crate::correlate::Mesh;
use crate::model::{Proxy, ProxyKind};

/// The kinds of objects that can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A cluster.
    Cluster,
    /// A virtual host with routes, or a route by the name of its rule.
    Route,
    /// An endpoint, or any endpoint of a cluster.
    Endpoint,
    /// A listener.
    Listener,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Route => "route",
            Self::Endpoint => "endpoint",
            Self::Listener => "listener",
        }
    }
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its kind.
    pub kind: Kind,
    /// Its name, as Envoy has it or as people write it.
    pub name: String,
    /// A request was tried: of its host there may be routes, and none takes it.
    pub unmatched: bool,
}

impl Wanted {
    /// An object by kind and name.
    pub fn new(kind: Kind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), unmatched: false }
    }
}

/// Why an object is not there, or that it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Absence {
    /// Its kind.
    pub object: Kind,
    /// What was looked for: the name, as Envoy would have it where that is known.
    pub name: String,
    /// It is there after all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub there: Option<There>,
    /// Why it is not there, the surest first; none: nothing that was read explains it.
    pub reasons: Vec<Reason>,
    /// What was looked at and is as it should be.
    pub checked: Vec<String>,
    /// What could not be looked at, and what to read to change that.
    pub unchecked: Vec<String>,
}

/// An object that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct There {
    /// Its name.
    pub name: String,
    /// What more there is to say of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
}

impl There {
    pub(super) fn new(name: impl Into<String>, what: impl Into<String>) -> Self {
        Self { name: name.into(), what: what.into() }
    }
}

const NO_RESOURCES: &str = "no resources were read: add them with --from (kubectl get services,pods,endpointslices,virtualservices,… -A -o yaml)";
const NOT_ISTIO: &str = "the resources: as far as the dump tells, Istio does not run this Envoy";

/// What a kind finds beside the reasons.
pub(super) struct Looked {
    /// The name as Envoy has it.
    pub(super) name: String,
    /// The object, where it is there.
    pub(super) there: Option<There>,
}

/// Says why a proxy does not have an object. Where a reason holds, it is the resources' or the dump's; where none
/// does, the answer says what was checked.
pub fn why(mesh: &Mesh, proxy: &Proxy, wanted: &Wanted) -> Absence {
    let mut case = Case::new(mesh, proxy);
    let Looked { name, there } = match wanted.kind {
        Kind::Cluster => cluster::look(&mut case, &wanted.name),
        Kind::Route => route::look(&mut case, &wanted.name, wanted.unmatched),
        Kind::Endpoint => endpoint::look(&mut case, &wanted.name),
        Kind::Listener => listener::look(&mut case, &wanted.name),
    };
    let Case { mut reasons, checked, mut unchecked, .. } = case;
    if mesh.resources.is_empty() {
        unchecked = vec![NO_RESOURCES.to_owned()];
    }
    if proxy.kind == ProxyKind::Standalone {
        reasons.retain(|reason| reason.basis == Basis::Dump);
        unchecked = vec![NOT_ISTIO.to_owned()];
    }
    // What is there needs no reason.
    if there.is_some() {
        reasons.clear();
    }
    reasons.sort_by_key(|reason| reason.basis);
    for owner in reasons.iter_mut().flat_map(|reason| &mut reason.owners) {
        *owner = mesh.located(owner);
    }
    Absence { object: wanted.kind, name, there, reasons, checked, unchecked }
}
