//! Ways that are the same but for which of a workload's pods they pass are one.

use super::reply::Actor;
use super::tail::Tail;
use crate::simulate::choice::{Choice, ForkKind};
use crate::simulate::outcome::Outcome;
use crate::simulate::trace::Hop;

/// Joins ways. Where steps are wanted, pods of one workload are alike, and forks make ways differ; else each pod is
/// told apart, and forks that lead to the same end are not.
pub(super) fn merge(tails: Vec<Tail>, by_workload: bool) -> Vec<Tail> {
    let mut merged: Vec<Tail> = Vec::new();
    for tail in tails {
        let known = merged
            .iter_mut()
            .find(|known| if by_workload { is_same_but_for_pods(known, &tail) } else { is_same(known, &tail) });
        match known {
            None => merged.push(tail),
            Some(known) => join(known, tail),
        }
    }
    merged
}

fn join(known: &mut Tail, tail: Tail) {
    known.share += tail.share;
    for (hop, other) in known.hops.iter_mut().zip(tail.hops) {
        if other.proxy != hop.proxy && !hop.alike.contains(&other.proxy) {
            hop.alike.push(other.proxy);
        }
        for upstream in other.outcome.upstreams {
            if !hop.outcome.upstreams.contains(&upstream) {
                hop.outcome.upstreams.push(upstream);
            }
        }
        hop.choices.retain(|choice| choice.fork != ForkKind::Endpoint || other.choices.contains(choice));
    }
}

fn is_same(one: &Tail, other: &Tail) -> bool {
    one.hops.len() == other.hops.len()
        && one.reply == other.reply
        && one.decided_by == other.decided_by
        && one.answered_by == other.answered_by
        && one.undetermined == other.undetermined
        && one
            .hops
            .iter()
            .zip(&other.hops)
            .all(|(one, other)| one.proxy == other.proxy && bare(&one.outcome) == bare(&other.outcome))
}

fn is_same_but_for_pods(one: &Tail, other: &Tail) -> bool {
    one.hops.len() == other.hops.len()
        && one.reply == other.reply
        && place(one, &one.decided_by) == place(other, &other.decided_by)
        && place(one, &one.answered_by) == place(other, &other.answered_by)
        && one.undetermined.len() == other.undetermined.len()
        && one.hops.iter().zip(&other.hops).all(|(one, other)| {
            let anywhere = |outcome: &Outcome| Outcome { upstreams: Vec::new(), ..bare(outcome) };
            one.workload == other.workload
                && forks(one).eq(forks(other))
                && anywhere(&one.outcome) == anywhere(&other.outcome)
        })
}

fn bare(outcome: &Outcome) -> Outcome {
    Outcome { share: 0.0, ..outcome.clone() }
}

/// The forks of a hop but for the endpoint.
pub(super) fn forks(hop: &Hop) -> impl Iterator<Item = &Choice> {
    hop.choices.iter().filter(|choice| choice.fork != ForkKind::Endpoint)
}

/// Which hop an actor stands for, or what kind of application it is.
fn place(tail: &Tail, actor: &Actor) -> (Option<usize>, String) {
    match actor {
        Actor::Proxy(id) => {
            let at = tail.hops.iter().rposition(|hop| hop.proxy == *id);
            (at, if at.is_some() { String::new() } else { id.to_string() })
        }
        Actor::Application { behind_proxy: true, .. } => (None, String::new()),
        Actor::Application { pod, behind_proxy: false, address, .. } => {
            (None, pod.as_ref().map_or_else(|| address.clone(), |pod| pod.namespace.clone()))
        }
    }
}
