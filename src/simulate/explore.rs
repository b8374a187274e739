//! Follows every way of a request through a proxy.

use super::asked::Asked;
use super::choice::{Choices, Pick};
use super::engine::ProxyEngine;
use super::enter;
use super::request::{Direction, Request, Transport};
use super::run::Run;
use super::trace::{Hop, Trace, Way};
use crate::model::ProxyKind;

/// Beyond so many ways meshdbg stops, and says so.
const MOST_WAYS: usize = 256;

/// What is wanted of a trace.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Keep the steps, with their evidence; else only the outcomes.
    pub explain: bool,
    /// Branches to take at forks.
    pub picks: Vec<Pick>,
}

/// Follows every way of a request through one proxy. Ways with the same end are one, unless their steps are wanted.
pub fn explore(engine: &ProxyEngine, request: &Request, wanted: &Wanted) -> Trace {
    let asked = asked(engine, request);
    let mut choices = Choices::new(wanted.picks.clone());
    let mut trace = Trace {
        request: request.clone(),
        ways: Vec::new(),
        undetermined: Vec::new(),
        remarks: Vec::new(),
        owners: Vec::new(),
    };
    if !engine.runtime.version_known {
        trace.remarks.push("the dump does not say Envoy's version: 1.40 is assumed".to_owned());
    }
    let mut owners = std::collections::BTreeSet::new();
    loop {
        let mut run = Run::new(engine, request, &mut choices, wanted.explain);
        // The only way out of a proxy is an end; how is in the outcome.
        let _ = enter::enter(&mut run, &asked);
        let Run { mut outcome, steps, undetermined, owners: met, .. } = run;
        let (taken, share) = choices.finish();
        outcome.share = share;
        owners.extend(met);
        for reason in undetermined {
            if !trace.undetermined.contains(&reason) {
                trace.undetermined.push(reason);
            }
        }
        let hops = if wanted.explain {
            vec![Hop { proxy: engine.proxy.id.clone(), direction: request.direction, steps }]
        } else {
            Vec::new()
        };
        add(&mut trace, Way { choices: taken, hops, outcome }, wanted.explain);
        if !choices.advance() {
            break;
        }
        if trace.ways.len() >= MOST_WAYS {
            trace.undetermined.push(format!("more than {MOST_WAYS} ways: the rest was not followed"));
            break;
        }
    }
    trace.owners = owners.into_iter().collect();
    trace
}

/// Adds a way, or its share to one that ends alike.
fn add(trace: &mut Trace, way: Way, keep_all: bool) {
    if !keep_all {
        let like = |known: &&mut Way| {
            let mut same = way.outcome.clone();
            same.share = known.outcome.share;
            same == known.outcome
        };
        if let Some(known) = trace.ways.iter_mut().find(like) {
            known.outcome.share += way.outcome.share;
            return;
        }
    }
    trace.ways.push(way);
}

/// How the request arrives: a waypoint gets mTLS as an HBONE tunnel.
fn asked<'r>(engine: &ProxyEngine, request: &'r Request) -> Asked<'r> {
    let tunnel = engine.proxy.kind == ProxyKind::Waypoint
        && request.direction == Direction::Inbound
        && request.transport == Transport::Mtls;
    match engine.proxy.addresses().first() {
        Some(address) if tunnel => Asked::in_tunnel(request, *address),
        _ => Asked::plain(request),
    }
}
