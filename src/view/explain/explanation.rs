//! The typed results of `explain`; their JSON is the contract.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::find::Kind;
use super::subject::{self, Subject};
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::owners::{Detail, Role, secret};
use crate::correlate::references::{Reference, references};
use crate::model::Proxy;

/// One object, explained.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Explanation {
    /// Version of this schema.
    pub schema: u32,
    /// `explain`.
    pub kind: &'static str,
    /// The proxy that it was looked up in.
    pub proxy: ProxyId,
    /// The other proxies that have an object of this name.
    pub also_in: Vec<ProxyId>,
    /// What it is: `cluster`, `route`, ….
    pub object: &'static str,
    /// Its name.
    pub name: String,
    /// What it does, in sentences.
    pub words: Vec<String>,
    /// Whose it is, those that made it first.
    pub owners: Vec<OwnedBy>,
    /// Its facts: those of the table's columns that have a value.
    pub facts: Vec<Fact>,
    /// Who refers to it.
    pub referred_to_by: Vec<Reference>,
    /// What it refers to, directly and further on.
    pub refers_to: Vec<Reference>,
    /// What is not in the dump and would belong here.
    pub gaps: Vec<String>,
}

/// An owner, and what it is to the object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct OwnedBy {
    /// What it is to the object.
    pub role: Role,
    /// The owner.
    #[serde(flatten)]
    pub owner: Owner,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The fact.
    pub value: String,
}

/// Several objects have the name.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Several {
    /// Version of this schema.
    pub schema: u32,
    /// `explain-several`.
    pub kind: &'static str,
    /// What was looked for: `cluster`, `route`, ….
    pub object: &'static str,
    /// The name asked for.
    pub wanted: String,
    /// The names found, with the number of proxies that have each.
    pub found: BTreeMap<String, usize>,
}

/// No object has the name.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotFound {
    /// Version of this schema.
    pub schema: u32,
    /// `explain-nothing`.
    pub kind: &'static str,
    /// What was looked for: `cluster`, `route`, ….
    pub object: &'static str,
    /// The name asked for.
    pub wanted: String,
    /// The names most like it.
    pub nearest: Vec<String>,
}

/// How far references are followed: route, cluster, endpoints or secret.
const STEPS: usize = 3;

/// The owners of an object, worked out from the resources; what marks and names say of it where that gives none.
fn owned_by(mesh: &Mesh, proxy: &Proxy, kind: Kind, name: &str, marked: Vec<Owner>) -> Vec<OwnedBy> {
    let detail = Detail::of(mesh, proxy, None);
    let mut told = match kind {
        Kind::Listener => detail.listener(name),
        Kind::Chain => detail.chain(name),
        Kind::Route => detail.route(name, None),
        Kind::Cluster => detail.cluster(name),
        Kind::Endpoint => detail.endpoint(None, name),
        Kind::Filter => detail.filters(name),
        Kind::Secret => secret(mesh, proxy, name),
    };
    // A filter stands in many places: what those stand in says nothing of it.
    told.retain(|(role, _)| *role != Role::Numbered && (kind != Kind::Filter || *role != Role::Carried));
    if told.is_empty() {
        told.extend(marked.into_iter().map(|owner| (Role::Made, owner)));
    }
    let mut owners: Vec<OwnedBy> =
        told.into_iter().map(|(role, owner)| OwnedBy { role, owner: mesh.located(&owner) }).collect();
    owners.sort();
    owners
}

impl Explanation {
    /// Explains an object of a proxy.
    pub fn new(mesh: &Mesh, proxy: &Proxy, also_in: Vec<ProxyId>, kind: Kind, name: &str, now: Timestamp) -> Self {
        let Subject { words, owners, facts, objects, gaps } = subject::subject(mesh, proxy, kind, name, now);
        let all = references(proxy);
        let referred_to_by = all.iter().filter(|reference| objects.contains(&reference.to)).cloned().collect();
        let mut refers_to: Vec<Reference> = Vec::new();
        let mut from = objects;
        for _ in 0..STEPS {
            let next: Vec<&Reference> =
                all.iter().filter(|found| from.contains(&found.from) && !refers_to.contains(found)).collect();
            from = next.iter().map(|reference| reference.to.clone()).collect();
            refers_to.extend(next.into_iter().cloned());
        }
        Self {
            schema: crate::view::SCHEMA,
            kind: "explain",
            proxy: proxy.id.clone(),
            also_in,
            object: kind.word(),
            name: name.to_owned(),
            words,
            owners: owned_by(mesh, proxy, kind, name, owners),
            facts,
            referred_to_by,
            refers_to,
            gaps,
        }
    }
}
