//! Explanations as documents.

use std::collections::BTreeMap;

use super::explanation::{Explanation, NotFound, Several};
use crate::correlate::owners::Role as Owning;
use crate::correlate::references::{Object, Reference};
use crate::view::document::{Block, Document, Entry, Item, Line, Role, Table};
use crate::view::words::count;

/// So many owners of a kind are named.
const MOST_OWNERS: usize = 8;
/// So many of those that refer to an object are named.
const MOST_REFERRING: usize = 20;

impl Explanation {
    /// The explanation as a document.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        let head = Line::from(format!("{} ", self.object)).and(Role::Name, self.name.clone());
        document
            .push(Block::Heading(head.and(Role::Muted, format!("  in {}{}", self.proxy, also(self.also_in.len())))));
        for sentence in &self.words {
            document.say(sentence.clone());
        }
        document.push(Block::Ledger(self.ledger()));
        let referring: Vec<Item> =
            self.referred_to_by.iter().map(|reference| item(&reference.from, reference)).collect();
        section(&mut document, "referred to by", referring, "nothing in this proxy refers to it");
        section(&mut document, "refers to", below(&self.roots(), &self.refers_to), "");
        document
    }

    fn ledger(&self) -> Vec<Entry> {
        let entry = |label: &str, head: Line, aside: Line| Entry {
            label: Line::of(Role::Muted, label.to_owned()),
            head,
            aside,
            ..Entry::default()
        };
        let mut entries = Vec::new();
        for role in [Owning::Made, Owning::Shaped, Owning::Carried, Owning::Numbered, Owning::Shared] {
            let of_role = || self.owners.iter().filter(|owned| owned.role == role).map(|owned| &owned.owner);
            let strength = if role == Owning::Made { Role::Strong } else { Role::Plain };
            for owner in of_role().take(MOST_OWNERS) {
                let place = owner.place.as_ref().map_or_else(String::new, |place| format!("  {place}"));
                let aside = Line::of(Role::Muted, format!("{}{place}", owner.known.word()));
                entries.push(entry(owning_word(role), Line::of(strength, owner.to_string()), aside));
            }
            let more = of_role().count().saturating_sub(MOST_OWNERS);
            if more > 0 {
                let text = Line::of(Role::Muted, format!("… and {more} more; -o json has all"));
                entries.push(entry(owning_word(role), text, Line::default()));
            }
        }
        entries.extend(self.facts.iter().map(|fact| entry(&fact.label, fact.value.clone().into(), Line::default())));
        let dangling = self.refers_to.iter().filter(|reference| reference.exists == Some(false));
        entries.extend(dangling.map(|reference| {
            let text = format!("{} refers to {}, which this proxy does not have", reference.from, reference.to);
            entry("dangling", Line::of(Role::Bad, text), Line::default())
        }));
        entries.extend(self.gaps.iter().map(|gap| entry("gap", Line::of(Role::Warning, gap.clone()), Line::default())));
        let mut last = String::new();
        for entry in &mut entries {
            let label = entry.label.text();
            if label == last {
                entry.label = Line::default();
            }
            last = label;
        }
        entries
    }

    /// The objects that refer to others and that nothing here leads to.
    fn roots(&self) -> Vec<Object> {
        let mut roots: Vec<Object> = Vec::new();
        for reference in &self.refers_to {
            let led_to = self.refers_to.iter().any(|other| other.to == reference.from && other.from != reference.from);
            if !led_to && !roots.contains(&reference.from) {
                roots.push(reference.from.clone());
            }
        }
        roots
    }
}

fn owning_word(role: Owning) -> &'static str {
    match role {
        Owning::Made => "owner",
        Owning::Shaped => "shaped by",
        Owning::Carried => "stands in",
        Owning::Numbered => "behind",
        Owning::Shared => "one of",
    }
}

fn also(number: usize) -> String {
    if number == 0 {
        String::new()
    } else {
        format!(", and in {}", count(number, "other proxy").replace("proxys", "proxies"))
    }
}

fn section(document: &mut Document, title: &'static str, mut items: Vec<Item>, if_none: &'static str) {
    if items.is_empty() && if_none.is_empty() {
        return;
    }
    document.push(Block::Gap);
    document.push(Block::Heading(title.into()));
    if items.is_empty() {
        document.say(Line::of(Role::Muted, if_none));
        return;
    }
    if items.len() > MOST_REFERRING {
        let more = items.len() - MOST_REFERRING;
        items.truncate(MOST_REFERRING);
        items.push(Item {
            text: Line::of(Role::Muted, format!("… and {more} more; -o json has all")),
            children: Vec::new(),
        });
    }
    document.push(Block::Tree(items));
}

/// What the objects refer to, as a tree.
fn below(from: &[Object], references: &[Reference]) -> Vec<Item> {
    let mut by_object: BTreeMap<&Object, Vec<&Reference>> = BTreeMap::new();
    for reference in references {
        by_object.entry(&reference.from).or_default().push(reference);
    }
    from.iter().flat_map(|object| children(object, &by_object, &mut vec![object.clone()])).collect()
}

fn children(object: &Object, all: &BTreeMap<&Object, Vec<&Reference>>, path: &mut Vec<Object>) -> Vec<Item> {
    let mut items = Vec::new();
    for reference in all.get(object).into_iter().flatten() {
        let mut found = item(&reference.to, reference);
        // A loop of internal listeners is shown once.
        if !path.contains(&reference.to) {
            path.push(reference.to.clone());
            found.children = children(&reference.to, all, path);
            path.pop();
        }
        items.push(found);
    }
    items
}

fn item(object: &Object, reference: &Reference) -> Item {
    let mut text = Line::of(Role::Muted, format!("{} ", object.kind.word())).and(Role::Name, object.name.clone());
    if !reference.field.is_empty() {
        text = text.and(Role::Muted, format!("  {}", reference.field));
    }
    match reference.exists {
        Some(false) => text = text.and(Role::Bad, "  does not exist"),
        None => text = text.and(Role::Warning, "  not in this dump"),
        Some(true) => {}
    }
    Item { text, children: Vec::new() }
}

impl Several {
    /// The names found, as a document.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        document.say(format!("{} hold {:?}; name one of them:", plural(self.object, self.found.len()), self.wanted));
        let rows = self
            .found
            .iter()
            .map(|(name, proxies)| vec![Line::of(Role::Name, name.clone()), Line::from(proxies.to_string())]);
        document.push(Block::Table(Table { titles: vec!["NAME".into(), "PROXIES".into()], rows: rows.collect() }));
        document
    }
}

fn plural(object: &str, number: usize) -> String {
    count(number, object)
}

impl NotFound {
    /// That nothing has the name, and what comes near it.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        let line = Line::of(Role::Bad, format!("no {} ", self.object)).and(Role::Name, self.wanted.clone());
        if self.nearest.is_empty() {
            document.say(line.plain(": there is none at all"));
            return document;
        }
        document.say(line.plain("; the nearest names are"));
        let items =
            self.nearest.iter().map(|name| Item { text: Line::from(format!("  {name}")), children: Vec::new() });
        document.push(Block::Tree(items.collect()));
        document
    }
}
