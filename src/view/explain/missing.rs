//! Why an object is not there, as a typed result and as a document.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::find::Kind;
use super::subject;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::absent::{self, Absence, Basis, Reason, There, Wanted};
use crate::model::Proxy;
use crate::view::document::{Block, Document, Entry, Line, Role};

/// Why a proxy does not have an object, or that it has it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Missing {
    /// Version of this schema.
    pub schema: u32,
    /// `explain-missing`.
    pub kind: &'static str,
    /// The proxy that was looked in.
    pub proxy: ProxyId,
    /// Whether it is missing.
    pub missing: bool,
    /// What it does, where it is there.
    pub words: Vec<String>,
    /// The reasons, and what was checked.
    pub answer: Absence,
}

/// So many of the owners of a reason are shown.
const MOST_OWNERS: usize = 4;

impl Missing {
    /// Looks for an object that should be there.
    pub fn new(mesh: &Mesh, proxy: &Proxy, wanted: &Wanted, now: Timestamp) -> Self {
        let answer = absent::why(mesh, proxy, wanted);
        let kind = match wanted.kind {
            absent::Kind::Cluster => Kind::Cluster,
            absent::Kind::Route => Kind::Route,
            absent::Kind::Endpoint => Kind::Endpoint,
            absent::Kind::Listener => Kind::Listener,
        };
        let mut words = match &answer.there {
            Some(There { name, .. }) => subject::subject(mesh, proxy, kind, name, now).words,
            None => Vec::new(),
        };
        words.dedup();
        let missing = answer.there.is_none();
        Self { schema: crate::view::SCHEMA, kind: "explain-missing", proxy: proxy.id.clone(), missing, words, answer }
    }

    /// The result as a document: the reason first, then what to do, then what else was looked at.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        let answer = &self.answer;
        // Of a cluster any endpoint is looked for.
        let of = if answer.object == absent::Kind::Endpoint && answer.name.contains('|') { " of" } else { "" };
        let head = Line::from(format!("{}{of} ", answer.object.word())).and(Role::Name, answer.name.clone());
        if let Some(there) = &answer.there {
            document.push(Block::Heading(head.and(Role::Good, format!("  is in {}", self.proxy))));
            self.words.iter().for_each(|sentence| document.say(sentence.clone()));
            let what = Line::of(Role::Muted, there.what.clone());
            let entry = labelled("it is", Line::of(Role::Name, there.name.clone()), what);
            document.push(Block::Ledger(vec![entry]));
            return document;
        }
        document.push(Block::Heading(head.and(Role::Bad, format!("  is not in {}", self.proxy))));
        let mut entries: Vec<Entry> = answer.reasons.iter().flat_map(entries).collect();
        if entries.is_empty() {
            entries.push(labelled("because", Line::of(Role::Warning, NOTHING), Line::default()));
        }
        let list = |label: &'static str, role: Role, texts: &[String]| {
            let one = |(index, text): (usize, &String)| {
                labelled(if index == 0 { label } else { "" }, Line::of(role, text.clone()), Line::default())
            };
            texts.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        // Where the reason is certain, nothing else matters.
        if !answer.reasons.iter().any(|reason| reason.basis <= Basis::Resources) {
            entries.extend(list("checked", Role::Plain, &answer.checked));
            entries.extend(list("unknown", Role::Warning, &answer.unchecked));
        }
        document.push(Block::Ledger(entries));
        document
    }
}

/// What is said where no reason holds.
pub const NOTHING: &str = "nothing in this capture explains it";

/// A reason and what to do about it.
pub fn entries(reason: &Reason) -> [Entry; 2] {
    let owner = |owner: &crate::base::origin::Owner| {
        let place = owner.place.as_ref().map_or_else(String::new, |place| format!("  {place}"));
        (Line::default(), Line::from(owner.to_string()).and(Role::Muted, format!("  {}{place}", owner.known.word())))
    };
    let mut below: Vec<_> = reason.owners.iter().take(MOST_OWNERS).map(owner).collect();
    if reason.owners.len() > MOST_OWNERS {
        let more = format!("… and {} more; -o json has all", reason.owners.len() - MOST_OWNERS);
        below.push((Line::of(Role::Muted, more), Line::default()));
    }
    let because = Entry {
        label: Line::of(Role::Muted, "because"),
        head: Line::of(Role::Strong, reason.sentence.clone()),
        // That the resources say it, the owners show.
        aside: if reason.basis == Basis::Resources {
            Line::default()
        } else {
            Line::of(Role::Muted, reason.basis.words())
        },
        below,
    };
    [because, labelled("next", Line::from(reason.next.clone()), Line::default())]
}

fn labelled(label: &'static str, head: Line, aside: Line) -> Entry {
    Entry { label: Line::of(Role::Muted, label), head, aside, below: Vec::new() }
}
