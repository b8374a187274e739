//! The ways of a trace as a tree: they part where they go on to another workload or end differently.

use crate::simulate::choice::Choice;
use crate::simulate::outcome::Outcome;
use crate::simulate::trace::{Hop, Way};
use crate::view::words::percent;

/// The ways that are the same up to a place.
#[derive(Debug)]
pub(super) struct Branch<'t> {
    /// The ways.
    pub(super) ways: Vec<&'t Way>,
    /// How many proxies were passed before this place.
    pub(super) depth: usize,
    /// Where they go on from here; at the end there is nothing more.
    pub(super) next: Vec<Branch<'t>>,
}

impl<'t> Branch<'t> {
    /// The tree of all ways: its root is the client.
    pub(super) fn root(ways: &'t [Way]) -> Self {
        let ways: Vec<&Way> = ways.iter().collect();
        Self { next: part(&ways, 0), ways, depth: 0 }
    }

    /// A way that stands for all.
    pub(super) fn way(&self) -> Option<&'t Way> {
        self.ways.first().copied()
    }

    /// The proxy at this place; none at the end of a way.
    pub(super) fn hop(&self) -> Option<&'t Hop> {
        self.way()?.hops.get(self.depth)
    }

    /// The proxy before this place.
    pub(super) fn previous(&self) -> Option<&'t Hop> {
        self.way()?.hops.get(self.depth.checked_sub(1)?)
    }

    /// Their share of all requests.
    fn share(&self) -> f64 {
        self.ways.iter().map(|way| way.share).sum()
    }

    /// When this branch is taken, given that its parent was: its share, and the state it depends on.
    pub(super) fn condition(&self, parent: &Branch) -> String {
        let common =
            |branch: &Branch, choice: &Choice| branch.ways.iter().all(|way| way.choices().any(|c| c == choice));
        let own = self.way().into_iter().flat_map(Way::choices);
        let own = own.filter(|choice| common(self, choice) && !common(parent, choice));
        let states: Vec<String> = own
            .filter(|choice| choice.share.is_none())
            .map(|choice| format!("if {}: {}", choice.picked, choice.at))
            .collect();
        if !states.is_empty() {
            return states.join(", ");
        }
        let total = parent.share();
        percent(if total > 0.0 { self.share() / total * 100.0 } else { 0.0 })
    }
}

/// Parts ways at a depth: by where they go, then by how they end.
fn part<'t>(ways: &[&'t Way], depth: usize) -> Vec<Branch<'t>> {
    let mut parts: Vec<Vec<&Way>> = Vec::new();
    for way in ways {
        match parts.iter_mut().find(|part| part.iter().take(1).all(|first| is_same(first, way, depth))) {
            Some(part) => part.push(way),
            None => parts.push(vec![way]),
        }
    }
    let branch = |ways: Vec<&'t Way>| {
        let goes_on = ways.first().is_some_and(|way| way.hops.len() > depth);
        Branch { next: if goes_on { part(&ways, depth + 1) } else { Vec::new() }, ways, depth }
    };
    parts.into_iter().map(branch).collect()
}

/// Whether two ways go on alike from the proxy before a depth.
fn is_same(one: &Way, other: &Way, depth: usize) -> bool {
    let before = |way: &Way| {
        let hop = way.hops.get(depth.checked_sub(1)?)?;
        Some((hop.outcome.cluster.clone(), hop.edge.as_ref().map(|edge| edge.tls)))
    };
    let next = |way: &Way| way.hops.get(depth).map(|hop| (hop.workload.clone(), hop.direction));
    before(one) == before(other)
        && next(one) == next(other)
        && (one.hops.len() > depth || other.hops.len() > depth || ends_alike(one, other))
}

/// Whether two ways through the same proxies end alike, at each of them.
fn ends_alike(one: &Way, other: &Way) -> bool {
    let logged = |way: &Way| -> Vec<_> {
        let log = |outcome: &Outcome| {
            let outcome = outcome.clone();
            (outcome.disposition, outcome.code, outcome.flags, outcome.details, outcome.close)
        };
        way.hops.iter().map(|hop| log(&hop.outcome)).collect()
    };
    let place = |way: &Way| super::words::place(way);
    one.end.code == other.end.code
        && one.end.disposition == other.end.disposition
        && place(one) == place(other)
        && logged(one) == logged(other)
}
