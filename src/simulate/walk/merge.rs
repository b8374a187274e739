//! Ways that end alike are one.

use super::follow::Tail;
use crate::simulate::outcome::Outcome;
use crate::simulate::trace::Hop;

/// Joins the shares of ways that pass the same proxies with the same outcomes; where steps are wanted, all are kept.
pub(super) fn merge(tails: Vec<Tail>, keep_all: bool) -> Vec<Tail> {
    if keep_all {
        return tails;
    }
    let mut merged: Vec<Tail> = Vec::new();
    for tail in tails {
        match merged.iter_mut().find(|known| alike(known, &tail)) {
            Some(known) => known.share += tail.share,
            None => merged.push(tail),
        }
    }
    merged
}

fn alike(one: &Tail, other: &Tail) -> bool {
    one.hops.len() == other.hops.len()
        && one.reply == other.reply
        && one.decided_by == other.decided_by
        && one.answered_by == other.answered_by
        && one.undetermined == other.undetermined
        && one.hops.iter().zip(&other.hops).all(|(one, other)| same(one, other))
}

fn same(one: &Hop, other: &Hop) -> bool {
    let bare = |outcome: &Outcome| Outcome { share: 0.0, ..outcome.clone() };
    one.proxy == other.proxy && bare(&one.outcome) == bare(&other.outcome)
}
