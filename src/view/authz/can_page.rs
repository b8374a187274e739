//! The answer of `authz can` as a document.

use super::can::{Allowed, Can, Check, Said};
use super::words::humane;
use crate::base::evidence::Truth;
use crate::simulate::rbac::judgement::{Effect, Judged};
use crate::view::document::{Block, Document, Entry, Line, Role};
use crate::view::words::percent;

impl Allowed {
    /// The word that begins the answer.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Partly => "in part",
            Self::Depends => "depends",
            Self::Undetermined => "undetermined",
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Yes => Role::Good,
            Self::No | Self::Partly => Role::Bad,
            Self::Depends | Self::Undetermined => Role::Warning,
        }
    }
}

impl Can {
    /// The answer as a document.
    pub fn document(&self, verbose: bool) -> Document {
        let mut document = Document::default();
        // What is not known is the answer where it decides; the ends are those of what was read.
        let is_open = self.allowed == Allowed::Undetermined && !self.undetermined.is_empty();
        let (mut first, mut others) = (self.answers.iter(), self.undetermined.iter());
        let (heads, rest) = if is_open { (&mut others, &mut first) } else { (&mut first, &mut others) };
        let (word, role) = if is_open { ("perhaps", Role::Plain) } else { ("unknown", Role::Warning) };
        let first = heads.next().cloned().unwrap_or_default();
        document.say(Line::of(self.allowed.role(), format!("{}: ", self.allowed.word())).plain(first));
        let fact = |label: &'static str, role: Role, text: &str| Entry::fact(label, Line::of(role, text.to_owned()));
        let more = if is_open { "unknown" } else { "or" };
        let mut facts: Vec<Entry> = heads.map(|text| fact(more, Role::Plain, text)).collect();
        facts.extend(rest.map(|text| fact(word, role, text)));
        facts.extend(self.decided.iter().map(|text| fact("by", Role::Strong, text)));
        facts.extend(self.remarks.iter().map(|text| fact("note", Role::Plain, text)));
        document.push(Block::Ledger(facts));
        let is_told = |check: &&Check| verbose || !check.filters.is_empty() || check.direction != OUTBOUND;
        let told: Vec<&Check> = self.checks.iter().filter(is_told).collect();
        for check in &told {
            document.push(Block::Gap);
            document.push(Block::Heading(heading(check)));
            if check.filters.is_empty() {
                document.push(Block::Ledger(vec![fact("policy", Role::Plain, "none is asked here")]));
            } else {
                let entries = check.filters.iter().map(|said| entry(said, verbose));
                document.push(Block::Ledger(entries.collect()));
            }
        }
        document
    }
}

const OUTBOUND: crate::simulate::request::Direction = crate::simulate::request::Direction::Outbound;

fn heading(check: &Check) -> Line {
    let peer = check.peer.as_ref().map_or_else(|| "no client certificate".to_owned(), |peer| format!("from {peer}"));
    let mut line = Line::of(Role::Strong, check.proxy.to_string()).plain(format!("  {}", check.direction.word()));
    if check.direction != OUTBOUND {
        line = line.and(Role::Muted, format!("  {peer}"));
    }
    if check.share < 0.9999 { line.and(Role::Muted, format!("  {}", percent(check.share * 100.0))) } else { line }
}

fn entry(said: &Said, verbose: bool) -> Entry {
    let label = match &said.judgement {
        Some(judgement) => match (judgement.effect, judgement.action) {
            (Effect::Custom, _) => "CUSTOM",
            (Effect::DryRun, _) => "dry run",
            (Effect::Enforced, "LOG") => "AUDIT",
            (Effect::Enforced, action) => action,
        },
        None if said.filter.ends_with("jwt_authn") => "token",
        None => "provider",
    };
    let is_real = said.judgement.as_ref().is_none_or(|judgement| judgement.effect == Effect::Enforced);
    let role = match (said.denies, is_real) {
        (true, _) => Role::Bad,
        (false, true) => Role::Plain,
        (false, false) => Role::Muted,
    };
    let policies = said.judgement.iter().flat_map(|judgement| &judgement.policies);
    let mut below: Vec<(Line, Line)> = Vec::new();
    // What an audit does not note is of no interest.
    let is_audit = label == "AUDIT" && !verbose;
    for judged in policies.filter(|judged| !is_audit || judged.matched == Some(Truth::Yes)) {
        below.extend(policy(judged, verbose));
    }
    for owner in &said.owners {
        below.push((Line::of(Role::Muted, owner.to_string()), Line::default()));
    }
    Entry { label: Line::of(Role::Muted, label), head: Line::of(role, said.words.clone()), below, ..Entry::default() }
}

/// A policy: whether it matched, else the one condition that failed.
fn policy(judged: &Judged, verbose: bool) -> Vec<(Line, Line)> {
    let (mark, role) = match judged.matched {
        Some(Truth::Yes) => ("✓ ", Role::Good),
        Some(Truth::No) => ("✗ ", Role::Muted),
        Some(Truth::Unknown) => ("? ", Role::Warning),
        None => ("· ", Role::Muted),
    };
    let mut line = Line::of(role, mark).and(Role::Name, judged.name());
    if judged.matched.is_none() {
        line = line.and(Role::Muted, "  not asked any more");
    }
    let mut lines = vec![(line, Line::default())];
    let most = if verbose { usize::MAX } else { 1 };
    for failed in judged.failed.iter().take(most) {
        if failed.wanted == "not anything" {
            // istiod makes this of a policy without rules.
            lines.push((Line::from("  it has no rules, and so matches nothing"), Line::default()));
            continue;
        }
        let words = format!("  wants {}", humane(&failed.wanted));
        let got = if failed.got.is_empty() { String::new() } else { format!(": {}", humane(&failed.got)) };
        lines.push((Line::from(words).and(Role::Muted, got), Line::default()));
    }
    if judged.failed.len() > most {
        let more = judged.failed.len() - most;
        lines.push((Line::of(Role::Muted, format!("  its other alternatives fail too: {more}")), Line::default()));
    }
    if let Some(place) = judged.owner.as_ref().and_then(|owner| owner.place.as_ref()) {
        lines.push((Line::of(Role::Muted, format!("  {place}")), Line::default()));
    }
    lines
}
