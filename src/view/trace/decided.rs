//! What the ends of a trace depended on, and what was taken for granted.

use std::collections::BTreeSet;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::ending;
use super::verdict::Verdict;
use crate::base::evidence::Evidence;
use crate::base::field::Field;
use crate::base::origin::ResourceRef;
use crate::simulate::Trace;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::trace::{EdgeTls, Mood, Stage, Step, Way};
use crate::simulate::walk::reply::Actor;

/// What the ends depended on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecidedBy {
    /// Fields of the request: with another value it may end differently.
    pub fields: Vec<Field>,
    /// The resources behind the decisions, in the order of the way.
    pub resources: Vec<ResourceRef>,
}

impl DecidedBy {
    /// What each different end depended on.
    pub(super) fn of(trace: &Trace) -> Self {
        let ends = ending::endings(trace);
        // One of the ways to each end will do: others differ by chance alone.
        let steps = || ends.iter().flat_map(|ending| &ending.way.hops).flat_map(|hop| &hop.steps);
        let mut resources = Vec::new();
        for owner in steps().filter(|step| decides(step)).flat_map(|step| &step.owners) {
            if !resources.contains(&owner.resource) {
                resources.push(owner.resource.clone());
            }
        }
        // Behind the first proxy only the client's own fields are the request's: host and path may have been rewritten,
        // but they came from there.
        let fields: BTreeSet<&Field> = steps().flat_map(Step::fields).collect();
        Self { fields: fields.into_iter().cloned().collect(), resources }
    }
}

/// Whether a step decides by what somebody wrote: where it goes, under which conditions, or that it ends.
fn decides(step: &Step) -> bool {
    !step.idle
        && match step.stage {
            Stage::Chain | Stage::VirtualHost | Stage::Route | Stage::Cluster | Stage::Tls => true,
            Stage::HttpFilter | Stage::NetworkFilter | Stage::Handshake => {
                step.mood != Mood::Goes || step.evidence.iter().any(|fact| fact.holds.is_some())
            }
            Stage::Endpoint | Stage::Listener | Stage::Capture | Stage::Manager | Stage::Answer => {
                step.mood != Mood::Goes
            }
        }
}

/// What was taken for granted; each only where the answer rests on it.
pub(super) fn assumed(trace: &Trace, verdict: Verdict) -> Vec<String> {
    let mut assumed: Vec<String> = Vec::new();
    let mut assume = |text: String| {
        if !assumed.contains(&text) {
            assumed.push(text);
        }
    };
    applications(trace).into_iter().for_each(&mut assume);
    let ways = &trace.ways;
    if verdict == Verdict::Succeeds {
        let limits = ways.iter().flat_map(Way::choices);
        let limits = limits.filter(|choice| choice.fork == ForkKind::Limit && choice.picked == WITHIN_LIMIT);
        limits.for_each(|choice| assume(format!("the limit of {} is not reached", choice.at)));
    }
    let steps = || ways.iter().flat_map(|way| &way.hops).flat_map(|hop| &hop.steps);
    steps().flat_map(|step| &step.evidence).flat_map(Evidence::assumptions).for_each(|text| assume(text.to_owned()));
    let by_token = steps().flat_map(Step::fields).any(|field| *field == Field::Token);
    let by_certificate = steps().any(|step| step.stage == Stage::Handshake)
        || ways.iter().flat_map(|way| &way.hops).filter_map(|hop| hop.edge.as_ref()).any(is_checked);
    let judged = match (by_certificate, by_token) {
        (true, true) => Some("certificates and tokens"),
        (true, false) => Some("certificates"),
        (false, true) => Some("tokens"),
        (false, false) => None,
    };
    if let Some(judged) = judged {
        assume(format!("{judged} are judged as of {}", as_of(trace.request.at)));
    }
    assumed
}

/// A pod without a proxy, in a capture without a time, sends at no time of its own: what is met on the way tells it.
fn as_of(at: Timestamp) -> String {
    if at == Timestamp::UNIX_EPOCH {
        "the newest thing that a proxy on the way holds".to_owned()
    } else {
        at.to_string()
    }
}

fn is_checked(edge: &crate::simulate::trace::Edge) -> bool {
    match edge.tls {
        EdgeTls::Mutual | EdgeTls::Simple => true,
        EdgeTls::PassedThrough | EdgeTls::Plaintext | EdgeTls::Fails => false,
    }
}

/// What is behind the last proxies was not read: `A and B answer well`.
fn applications(trace: &Trace) -> Vec<String> {
    let mut answering: Vec<(String, bool)> = Vec::new();
    for ending in ending::endings(trace) {
        let way = ending.way;
        let Actor::Application { behind_proxy, address, pod, .. } = &way.end.answered_by else { continue };
        let who = match (pod, way.hops.last()) {
            (_, Some(hop)) if *behind_proxy => hop.workload.clone(),
            (Some(pod), _) => pod.to_string(),
            (None, _) => address.clone(),
        };
        if !answering.contains(&(who.clone(), way.end.code > 0)) {
            answering.push((who, way.end.code > 0));
        }
    }
    let sentence = |is_http: bool| {
        let names: Vec<&str> =
            answering.iter().filter(|(_, http)| *http == is_http).map(|(name, _)| name.as_str()).collect();
        let (one, several) = if is_http {
            ("answers well", "answer well")
        } else {
            ("takes what it is sent", "take what they are sent")
        };
        let verb = if names.len() == 1 { one } else { several };
        (!names.is_empty()).then(|| format!("{} {verb}", names.join(" and ")))
    };
    [true, false].into_iter().filter_map(sentence).collect()
}
