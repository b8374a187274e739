//! The trace of a request: every way it may take, step by step.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::choice::{Choice, ForkKind};
use super::outcome::Outcome;
use super::rbac::judgement::Judgement;
use super::request::Request;
pub use super::stage::Stage;
use super::walk::reply::Actor;
use crate::base::evidence::{Evidence, Truth};
use crate::base::field::Field;
use crate::base::name::ProxyId;
use crate::base::origin::Owner;

/// What happens to a request.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Trace {
    /// The request, with what was worked out about it.
    pub request: Request,
    /// The ways it may take; their shares add up to 1.
    pub ways: Vec<Way>,
    /// Why the verdict is not certain; empty where it is.
    pub undetermined: Vec<String>,
    /// What else the reader should know: gaps that did not matter to the verdict, assumptions.
    pub remarks: Vec<String>,
    /// Whose configuration decided.
    pub owners: Vec<Owner>,
    /// Proxies on the way whose dumps were not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<ProxyId>,
}

/// One way of a request through the proxies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Way {
    /// Share of the requests that take it, from 0 to 1.
    pub share: f64,
    /// The proxies passed, the first first.
    pub hops: Vec<Hop>,
    /// How it ends.
    #[serde(rename = "final")]
    pub end: End,
    /// Why this way is not certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undetermined: Vec<String>,
}

/// One proxy's part of the way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Hop {
    /// The proxy.
    pub proxy: ProxyId,
    /// What its access log tells of.
    pub kind: HopKind,
    /// Its workload, as `NAMESPACE/NAME`.
    pub workload: String,
    /// The pod that a ztunnel stands before; others stand beside their own.
    #[serde(skip)]
    pub stands_before: Option<ProxyId>,
    /// Other pods of the workload on a way that is the same otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<ProxyId>,
    /// Which way through it.
    pub direction: super::request::Direction,
    /// Whom the client's certificate names, once TLS is established.
    pub peer: Option<String>,
    /// The branches taken at forks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The decisions, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// How it ends here, in the words of the access log.
    pub outcome: Outcome,
    /// The connection to the next proxy or to the application, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
}

impl Hop {
    /// The pod whose proxy it is, or before which it stands.
    pub fn pod(&self) -> &ProxyId {
        self.stands_before.as_ref().unwrap_or(&self.proxy)
    }
}

/// What an access log tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HopKind {
    /// A request.
    Http,
    /// A connection that went, or was to go, to a cluster.
    Tcp,
    /// A connection that got no further than the listener.
    Conn,
    /// A connection through a ztunnel.
    Ztunnel,
}

/// The connection between a proxy and the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Edge {
    /// Where it goes.
    pub to: String,
    /// What it means to the connection's TLS.
    pub tls: EdgeTls,
    /// In a few words.
    pub words: String,
}

/// TLS between a proxy and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeTls {
    /// Both show certificates, and accept each other's.
    Mutual,
    /// Only the server shows one, and it is accepted.
    Simple,
    /// The client's own, which the proxy does not open.
    PassedThrough,
    /// None.
    Plaintext,
    /// It fails.
    Fails,
}

/// How a way ends.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct End {
    /// The HTTP status that the client sees; 0 where it sees none.
    pub code: u16,
    /// What became of the request, at the last proxy that got it.
    pub disposition: super::outcome::Disposition,
    /// Who decided it.
    pub decided_by: Actor,
    /// Who wrote what the client gets.
    pub answered_by: Actor,
}

impl Way {
    /// What the first proxy says of it.
    pub fn first(&self) -> Option<&Outcome> {
        self.hops.first().map(|hop| &hop.outcome)
    }

    /// The hop that decided: the last one, unless an earlier one gave up first.
    pub fn deciding(&self) -> Option<&Hop> {
        let decided = match &self.end.decided_by {
            Actor::Proxy(id) => self.hops.iter().rfind(|hop| hop.proxy == *id),
            Actor::Application { .. } => None,
        };
        decided.or_else(|| self.hops.last())
    }

    /// Whether the request reached an application, or an answer that is no error.
    pub fn is_success(&self) -> bool {
        self.hops.iter().all(|hop| hop.outcome.is_success()) && (self.end.code == 0 || self.end.code < 400)
    }

    /// The share as if no limit were ever reached: the two branches of each are not taken to be equally likely.
    pub fn unlimited(&self) -> f64 {
        self.choices().filter(|choice| choice.fork == ForkKind::Limit).fold(self.share, |share, _| share * 2.0)
    }

    /// The branches taken at all proxies.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.hops.iter().flat_map(|hop| &hop.choices)
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Step {
    /// What kind of decision.
    pub stage: Stage,
    /// What was decided: the object that was chosen, or the answer.
    pub decision: String,
    /// Why, in a few words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// Whose it is, the most specific first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// The facts that were used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The candidates that lost, the closest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near_misses: Vec<NearMiss>,
    /// What a filter of policies said of each of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// Whether the request ends here, badly or well.
    pub mood: Mood,
    /// The object that was chosen.
    #[serde(skip)]
    pub at: Option<At>,
    /// The fields of the request that it looks at beside those of the evidence and of the candidates that lost.
    #[serde(skip)]
    pub looks_at: BTreeSet<Field>,
    /// Whether nothing comes of it, as of policies that only log.
    #[serde(skip)]
    pub idle: bool,
}

/// An object of the proxy's configuration that a step chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// A listener.
    Listener(String),
    /// A chain: `LISTENER|INDEX`.
    Chain(String),
    /// A virtual host of a table.
    VirtualHost {
        /// The table.
        table: String,
        /// The virtual host.
        name: String,
    },
    /// A route: `TABLE|VIRTUAL HOST|INDEX`.
    Route(String),
    /// A cluster.
    Cluster(String),
    /// Endpoints of a cluster.
    Endpoints {
        /// The cluster.
        cluster: String,
        /// Their addresses.
        addresses: Vec<String>,
    },
}

/// How a step is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mood {
    /// The request goes on.
    #[default]
    Goes,
    /// It ends here, as meant.
    Ends,
    /// It fails here.
    Fails,
    /// It cannot be told.
    Unknown,
}

/// A candidate that lost.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NearMiss {
    /// The candidate.
    pub candidate: String,
    /// The condition that failed.
    pub asked: String,
    /// What the request has instead.
    pub found: String,
    /// The field of the request that was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
}

impl Step {
    /// A decision with nothing more to say.
    pub fn new(stage: Stage, decision: impl Into<String>) -> Self {
        Self {
            stage,
            decision: decision.into(),
            because: String::new(),
            owners: Vec::new(),
            evidence: Vec::new(),
            near_misses: Vec::new(),
            judgement: None,
            mood: Mood::Goes,
            at: None,
            looks_at: BTreeSet::new(),
            idle: false,
        }
    }

    /// Adds the reason.
    #[must_use]
    pub fn because(mut self, because: impl Into<String>) -> Self {
        self.because = because.into();
        self
    }

    /// Adds fields of the request that it looks at.
    #[must_use]
    pub fn looking_at(mut self, fields: impl IntoIterator<Item = Field>) -> Self {
        self.looks_at.extend(fields);
        self
    }

    /// Says whether nothing comes of it.
    #[must_use]
    pub fn idle(mut self, idle: bool) -> Self {
        self.idle = idle;
        self
    }

    /// The fields of the request that made it what it is.
    pub fn fields(&self) -> BTreeSet<&Field> {
        if self.idle {
            return BTreeSet::new();
        }
        // Of several facts those decide that hold; where none does, all of them.
        let any = self.evidence.iter().any(|fact| fact.holds == Some(Truth::Yes));
        let decides = |fact: &&Evidence| !any || fact.holds != Some(Truth::No);
        let facts = self.evidence.iter().filter(decides).flat_map(Evidence::fields);
        let missed = self.near_misses.iter().filter_map(|miss| miss.field.as_ref());
        self.looks_at.iter().chain(facts).chain(missed).collect()
    }

    /// Adds the owners.
    #[must_use]
    pub fn owned_by(mut self, owners: impl IntoIterator<Item = Owner>) -> Self {
        self.owners.extend(owners);
        self
    }

    /// Adds the evidence.
    #[must_use]
    pub fn shown_by(mut self, evidence: Vec<Evidence>) -> Self {
        self.evidence = evidence;
        self
    }

    /// Adds the candidates that lost.
    #[must_use]
    pub fn missed(mut self, near_misses: Vec<NearMiss>) -> Self {
        self.near_misses = near_misses;
        self
    }

    /// Adds what a filter said of each of its policies; where nothing allowed the request, the rules that came close.
    #[must_use]
    pub fn judged(mut self, judgement: Judgement) -> Self {
        if self.mood == Mood::Fails {
            let missed = judgement.missed().filter_map(|judged| {
                let failed = judged.failed.first()?;
                Some(NearMiss {
                    candidate: judged.name(),
                    asked: failed.wanted.clone(),
                    found: failed.got.clone(),
                    field: None,
                })
            });
            self.near_misses.extend(missed);
        }
        self.judgement = Some(judgement);
        self
    }

    /// Names the object that was chosen.
    #[must_use]
    pub fn at(mut self, at: At) -> Self {
        self.at = Some(at);
        self
    }

    /// Says how it is to be read.
    #[must_use]
    pub fn mood(mut self, mood: Mood) -> Self {
        self.mood = mood;
        self
    }
}
