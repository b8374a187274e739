//! The decisions at one proxy as a ledger.

use super::page::Depth;
use crate::base::evidence::{Evidence, Truth};
use crate::base::origin::{Owner, ResourceRef};
use crate::simulate::trace::{Mood, NearMiss, Stage, Step};
use crate::view::document::{Entry, Line, Role};

/// So many owners of a step are worth showing.
const MOST_OWNERS: usize = 2;
/// So many candidates that lost are worth showing.
const MOST_MISSES: usize = 3;

/// One entry for each decision. A decision that comes out the same when it is made again is shown once.
pub(super) fn ledger(steps: &[Step], depth: Depth) -> Vec<Entry> {
    let mut last = "";
    let mut entries = Vec::new();
    // Each owner stands where it first comes in.
    let mut told: Vec<(&ResourceRef, &str)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let again = matches!(step.stage, Stage::VirtualHost | Stage::Route) && steps[..index].contains(step);
        if depth != Depth::Everything && (again || is_quiet(step)) {
            continue;
        }
        let word = step.stage.word();
        let label = if word == last { Line::default() } else { Line::of(Role::Muted, word) };
        last = word;
        let is_new = |owner: &&Owner| depth == Depth::Everything || !told.contains(&(&owner.resource, &*owner.path));
        let owners: Vec<&Owner> = step.owners.iter().filter(is_new).collect();
        told.extend(owners.iter().map(|owner| (&owner.resource, owner.path.as_str())));
        entries.push(one(step, &owners, label, depth));
    }
    entries
}

/// Whether a step decides nothing that its neighbours do not tell.
fn is_quiet(step: &Step) -> bool {
    let goes = step.mood == Mood::Goes && step.near_misses.is_empty();
    goes && match step.stage {
        Stage::Capture | Stage::Manager => true,
        Stage::Tls => step.decision == "plaintext" && step.because.is_empty(),
        Stage::VirtualHost => step.decision.starts_with("inbound|"),
        Stage::HttpFilter | Stage::NetworkFilter => {
            step.because.ends_with("no policy matches") || step.because == "the route is chosen again"
        }
        Stage::Listener
        | Stage::Chain
        | Stage::Handshake
        | Stage::Route
        | Stage::Cluster
        | Stage::Endpoint
        | Stage::Answer => false,
    }
}

fn one(step: &Step, owners: &[&Owner], label: Line, depth: Depth) -> Entry {
    let mut head = Line::of(role(step.mood), step.decision.clone());
    if !step.because.is_empty() {
        head = head.plain(format!("  {}", step.because));
    }
    let mut owners = owners.iter().copied();
    let aside = owners.next().map(owner).unwrap_or_default();
    let mut below: Vec<(Line, Line)> = Vec::new();
    let most = if depth == Depth::Everything { usize::MAX } else { MOST_OWNERS };
    for _ in 1..most.min(owners.len() + 1) {
        below.extend(owners.next().map(|other| (Line::default(), owner(other))));
    }
    if owners.len() > 0 {
        let more = format!("… and {} more owners", owners.len());
        below.push((Line::of(Role::Muted, more), Line::default()));
    }
    let misses = if depth == Depth::Everything { usize::MAX } else { MOST_MISSES };
    below.extend(step.near_misses.iter().take(misses).map(missed));
    if step.near_misses.len() > misses {
        let more = format!("… and {} more", step.near_misses.len() - misses);
        below.push((Line::of(Role::Muted, more), Line::default()));
    }
    // Of policies that failed, the one condition tells enough.
    let is_told = step.judgement.is_some() && !step.near_misses.is_empty();
    if depth == Depth::Everything || (step.mood != Mood::Goes && !is_told) {
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
    // All or any of one is that one.
    if let ("all of" | "any of", [only]) = (fact.asked.as_str(), fact.because.as_slice()) {
        return evidence(only, depth, below);
    }
    let (mark, role) = match fact.holds {
        Some(Truth::Yes) => ("✓ ", Role::Good),
        Some(Truth::No) => ("✗ ", Role::Muted),
        Some(Truth::Unknown) => ("? ", Role::Warning),
        None => ("· ", Role::Muted),
    };
    let mut line = Line::from(" ".repeat(2 * depth)).and(role, mark).plain(fact.asked.clone());
    if !fact.found.is_empty() {
        line = line.and(Role::Muted, format!(": {}", fact.found));
    }
    below.push((line, Line::default()));
    fact.because.iter().for_each(|fact| evidence(fact, depth + 1, below));
}
