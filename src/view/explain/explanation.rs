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
    /// Whose it is.
    pub owners: Vec<Owner>,
    /// Its facts: those of the table's columns that have a value.
    pub facts: Vec<Fact>,
    /// Who refers to it.
    pub referred_to_by: Vec<Reference>,
    /// What it refers to, directly and further on.
    pub refers_to: Vec<Reference>,
    /// What is not in the dump and would belong here.
    pub gaps: Vec<String>,
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
            owners: owners.iter().map(|owner| mesh.located(owner)).collect(),
            facts,
            referred_to_by,
            refers_to,
            gaps,
        }
    }
}
