//! The decisions at one proxy as a ledger.

use super::page::Depth;
use crate::base::evidence::{Evidence, Truth};
use crate::base::origin::{Owner, ResourceRef};
use crate::simulate::Trace;
use crate::simulate::trace::{Mood, NearMiss, Stage, Step};
use crate::view::document::{Entry, Line, Role};

/// So many owners of a step are worth showing.
const MOST_OWNERS: usize = 2;
/// So many candidates that lost are worth showing where the request ends, and where it goes on.
const MOST_MISSES: (usize, usize) = (3, 1);

/// How the decisions are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner<'t> {
    /// How much.
    pub(super) depth: Depth,
    /// What all places begin with, as they stand in one archive: `ARCHIVE!`.
    pub(super) archive: &'t str,
}

impl<'t> Manner<'t> {
    /// In full, the places are too.
    pub(super) fn of(trace: &'t Trace, depth: Depth) -> Self {
        let mut places = trace.owners.iter().filter_map(|owner| owner.place.as_ref());
        let first = places.next().and_then(|place| place.file.split_inclusive('!').next());
        let archive = first.filter(|first| first.ends_with('!') && places.all(|place| place.file.starts_with(first)));
        let archive = archive.filter(|_| depth != Depth::Everything);
        Self { depth, archive: archive.unwrap_or_default() }
    }

    fn is_full(self) -> bool {
        self.depth == Depth::Everything
    }
}

/// One entry for each decision. A decision that comes out the same when it is made again is shown once.
pub(super) fn ledger(steps: &[Step], manner: Manner) -> Vec<Entry> {
    let mut last = "";
    let mut entries = Vec::new();
    // Each owner stands where it first comes in.
    let mut told: Vec<(&ResourceRef, &str)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let again = matches!(step.stage, Stage::VirtualHost | Stage::Route) && steps[..index].contains(step);
        let is_new = |owner: &&Owner| manner.is_full() || !told.contains(&(&owner.resource, &*owner.path));
        let owners: Vec<&Owner> = step.owners.iter().filter(is_new).collect();
        if !manner.is_full() && (again || is_quiet(step, &owners)) {
            continue;
        }
        let word = step.stage.word();
        let label = if word == last { Line::default() } else { Line::of(Role::Muted, word) };
        last = word;
        told.extend(owners.iter().map(|owner| (&owner.resource, owner.path.as_str())));
        entries.push(one(step, &owners, label, manner));
    }
    entries
}

/// Whether a step decides nothing that its neighbours do not tell.
fn is_quiet(step: &Step, owners: &[&Owner]) -> bool {
    let goes = step.mood == Mood::Goes && step.near_misses.is_empty();
    goes && match step.stage {
        Stage::Capture | Stage::Manager => true,
        Stage::Chain => owners.is_empty(),
        Stage::Tls => step.decision == "plaintext" && step.because.is_empty(),
        Stage::VirtualHost => step.decision.starts_with("inbound|"),
        Stage::HttpFilter | Stage::NetworkFilter => {
            step.because.ends_with("no policy matches") || step.because == "the route is chosen again"
        }
        Stage::Listener | Stage::Handshake | Stage::Route | Stage::Cluster | Stage::Endpoint | Stage::Answer => false,
    }
}

fn one(step: &Step, owners: &[&Owner], label: Line, manner: Manner) -> Entry {
    let mut head = Line::of(role(step.mood), step.decision.clone());
    let goes = step.mood == Mood::Goes;
    // What a handshake offers beside its names matters where it goes wrong.
    let is_detail = step.stage == Stage::Tls && goes && step.decision != "plaintext";
    if !step.because.is_empty() && (manner.is_full() || !is_detail) {
        head = head.plain(format!("  {}", step.because));
    }
    let most = if manner.is_full() { usize::MAX } else { MOST_OWNERS };
    let more = owners.len().saturating_sub(most);
    let mut lines = owners.iter().take(most).enumerate().map(|(index, one)| {
        let line = owner(one, manner.archive);
        // The last one says that there are others.
        if more > 0 && index + 1 == most { line.and(Role::Muted, format!("  … and {more} more")) } else { line }
    });
    let aside = lines.next().unwrap_or_default();
    let mut below: Vec<(Line, Line)> = lines.map(|line| (Line::default(), line)).collect();
    let misses = match (manner.is_full(), goes) {
        (true, _) => usize::MAX,
        (false, false) => MOST_MISSES.0,
        (false, true) => MOST_MISSES.1,
    };
    below.extend(step.near_misses.iter().take(misses).map(missed));
    if step.near_misses.len() > misses && !goes {
        let more = format!("… and {} more", step.near_misses.len() - misses);
        below.push((Line::of(Role::Muted, more), Line::default()));
    }
    // Of policies that failed, the one condition tells enough.
    let is_told = step.judgement.is_some() && !step.near_misses.is_empty();
    if manner.is_full() || (!goes && !is_told) {
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

fn owner(owner: &Owner, archive: &str) -> Line {
    let how = match &owner.place {
        Some(place) => {
            let place = place.to_string();
            format!("  {}  {}", owner.known.word(), place.strip_prefix(archive).unwrap_or(&place))
        }
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
