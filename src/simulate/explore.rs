//! Follows every way of a request through a proxy.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::choice::{Choice, Choices, Pick};
use super::connection::Connection;
use super::departure::Departure;
use super::engine::ProxyEngine;
use super::enter;
use super::internal;
use super::outcome::Outcome;
use super::request::{Direction, Request, Transport};
use super::run::{Flow, Run};
use super::tls::Failure;
use super::trace::Step;
use super::upstream::pick::Group;
use crate::base::origin::Owner;
use crate::model::ProxyKind;
use crate::model::envoy::address::InternalAddress;
use serde_json::Value;

/// Beyond so many ways through one proxy meshdbg stops, and says so.
const MOST_WAYS: usize = 256;

/// What is wanted of a trace.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Keep the steps, with their evidence; else only the outcomes.
    pub explain: bool,
    /// Branches to take at forks.
    pub picks: Vec<Pick>,
    /// Keep what leaves the proxy, to follow it further.
    pub follow: bool,
}

/// What one proxy may do with a request.
#[derive(Debug, Default)]
pub struct Explored {
    /// The ways through it; their shares add up to 1.
    pub passages: Vec<Passage>,
    /// Why the verdict is not certain, on any of them.
    pub undetermined: Vec<String>,
    /// What else the reader should know.
    pub remarks: Vec<String>,
    /// Whose configuration decided.
    pub owners: BTreeSet<Owner>,
}

/// One way through a proxy.
#[derive(Debug)]
pub struct Passage {
    /// The branches taken at forks.
    pub choices: Vec<Choice>,
    /// The decisions, where they are wanted.
    pub steps: Vec<Step>,
    /// How it ends here.
    pub outcome: Outcome,
    /// What leaves, where it is followed.
    pub leaving: Option<Departure>,
    /// How the handshake with the client failed.
    pub broken: Option<Failure>,
    /// Why this way is not certain.
    pub undetermined: Vec<String>,
}

/// Follows every way of a request through one proxy. Ways with the same end are one, unless their steps are wanted.
pub fn explore(engine: &ProxyEngine, request: &Request, wanted: &Wanted) -> Explored {
    explore_asked(engine, &asked(engine, request), wanted)
}

/// The same for a request that may come in a tunnel, and from a proxy of the mesh.
pub fn explore_asked(engine: &ProxyEngine, asked: &Asked, wanted: &Wanted) -> Explored {
    run_all(engine, asked, wanted, &|run| enter::enter(run, asked))
}

/// Every way from an endpoint that is a listener inside of the same proxy.
pub fn explore_inside(
    engine: &ProxyEngine,
    listener: &InternalAddress,
    outer: &Connection,
    passed: &[(String, Value)],
    asked: &Asked,
    wanted: &Wanted,
) -> Explored {
    let mut group = Group::default();
    group.passed = passed.to_vec();
    run_all(engine, asked, wanted, &|run| internal::enter(run, outer, listener, &group, asked))
}

fn run_all(engine: &ProxyEngine, asked: &Asked, wanted: &Wanted, enter: &dyn Fn(&mut Run) -> Flow) -> Explored {
    let mut choices = Choices::new(wanted.picks.clone());
    let mut explored = Explored::default();
    if !engine.runtime.version_known {
        explored.remarks.push("the dump does not say Envoy's version: 1.40 is assumed".to_owned());
    }
    // A tunnel is transport: the request is what travels in it.
    let request = asked.inside.as_ref().map_or(asked.request.as_ref(), |inside| inside.request.as_ref());
    loop {
        let mut run = Run::new(engine, request, &mut choices, wanted.explain);
        run.follows = wanted.follow;
        // The only way out of a proxy is an end; how is in the outcome.
        let _ = enter(&mut run);
        let Run { mut outcome, steps, undetermined, owners, leaving, broken, .. } = run;
        let (taken, share) = choices.finish();
        outcome.share = share;
        explored.owners.extend(owners);
        for reason in &undetermined {
            if !explored.undetermined.contains(reason) {
                explored.undetermined.push(reason.clone());
            }
        }
        let passage = Passage { choices: taken, steps, outcome, leaving, broken, undetermined };
        add(&mut explored.passages, passage, wanted.explain);
        if !choices.advance() {
            break;
        }
        if explored.passages.len() >= MOST_WAYS {
            explored.undetermined.push(format!("more than {MOST_WAYS} ways: the rest was not followed"));
            break;
        }
    }
    explored
}

/// Adds a way, or its share to one that ends alike.
fn add(passages: &mut Vec<Passage>, passage: Passage, keep_all: bool) {
    if !keep_all {
        let like = |known: &&mut Passage| {
            let mut same = passage.outcome.clone();
            same.share = known.outcome.share;
            let leaves_alike = match (&passage.leaving, &known.leaving) {
                (None, None) => true,
                (Some(one), Some(other)) => one.is_like(other),
                (None, Some(_)) | (Some(_), None) => false,
            };
            same == known.outcome && leaves_alike && passage.broken == known.broken
        };
        if let Some(known) = passages.iter_mut().find(like) {
            known.outcome.share += passage.outcome.share;
            return;
        }
    }
    passages.push(passage);
}

/// How the request arrives: a waypoint gets mTLS as an HBONE tunnel.
pub fn asked<'r>(engine: &ProxyEngine, request: &'r Request) -> Asked<'r> {
    let tunnel = engine.proxy.kind == ProxyKind::Waypoint
        && request.direction == Direction::Inbound
        && request.transport == Transport::Mtls;
    match engine.proxy.addresses().first() {
        Some(address) if tunnel => Asked::in_tunnel(request, *address),
        _ => Asked::plain(request),
    }
}
