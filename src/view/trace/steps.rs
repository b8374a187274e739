//! The decisions at one proxy as a ledger.

use super::page::Depth;
use crate::base::evidence::{Evidence, Truth};
use crate::base::origin::Owner;
use crate::simulate::trace::{Mood, NearMiss, Step};
use crate::view::document::{Entry, Line, Role};

/// So many candidates that lost are worth showing.
const MOST_MISSES: usize = 3;

/// One entry for each decision.
pub(super) fn ledger(steps: &[Step], depth: Depth) -> Vec<Entry> {
    let mut last = "";
    let entry = |step: &Step| {
        let word = step.stage.word();
        let label = if word == last { Line::default() } else { Line::of(Role::Muted, word) };
        last = word;
        one(step, label, depth)
    };
    steps.iter().map(entry).collect()
}

fn one(step: &Step, label: Line, depth: Depth) -> Entry {
    let mut head = Line::of(role(step.mood), step.decision.clone());
    if !step.because.is_empty() {
        head = head.plain(format!("  {}", step.because));
    }
    let mut owners = step.owners.iter();
    let aside = owners.next().map(owner).unwrap_or_default();
    let mut below: Vec<(Line, Line)> = owners.map(|other| (Line::default(), owner(other))).collect();
    let misses = if depth == Depth::Everything { usize::MAX } else { MOST_MISSES };
    below.extend(step.near_misses.iter().take(misses).map(missed));
    if step.near_misses.len() > misses {
        let more = format!("… and {} more", step.near_misses.len() - misses);
        below.push((Line::of(Role::Muted, more), Line::default()));
    }
    if depth == Depth::Everything || step.mood != Mood::Goes {
        step.evidence.iter().for_each(|fact| evidence(fact, 0, &mut below));
    }
    Entry { label, head, aside, below }
}

fn role(mood: Mood) -> Role {
    match mood {
        Mood::Goes => Role::Name,
        Mood::Ends => Role::Good,
        Mood::Fails => Role::Bad,
        Mood::Unknown => Role::Warning,
    }
}

fn owner(owner: &Owner) -> Line {
    let how = match &owner.place {
        Some(place) => format!("  {}  {place}", owner.known.word()),
        None => format!("  {}", owner.known.word()),
    };
    Line::from(owner.to_string()).and(Role::Muted, how)
}

fn missed(miss: &NearMiss) -> (Line, Line) {
    let line = Line::of(Role::Muted, "✗ ").plain(format!("{}  ", miss.candidate)).plain(miss.asked.clone());
    (line, Line::of(Role::Muted, miss.found.clone()))
}

fn evidence(fact: &Evidence, depth: usize, below: &mut Vec<(Line, Line)>) {
    let (mark, role) = match fact.holds {
        Some(Truth::Yes) => ("✓ ", Role::Good),
        Some(Truth::No) => ("✗ ", Role::Muted),
        Some(Truth::Unknown) => ("? ", Role::Warning),
        None => ("· ", Role::Muted),
    };
    let line = Line::from(" ".repeat(2 * depth)).and(role, mark).plain(fact.asked.clone());
    below.push((line, Line::of(Role::Muted, fact.found.clone())));
    fact.because.iter().for_each(|fact| evidence(fact, depth + 1, below));
}
