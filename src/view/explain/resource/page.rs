//! Explanations of resources as documents.

use std::collections::{BTreeMap, BTreeSet};

use super::result::{OwnedObject, ResourceExplanation};
use crate::base::name::ProxyId;
use crate::correlate::owners::{EnvoyKind, Idle, KeyPart, Role};
use crate::view::document::{Block, Document, Item, Line, Role as Colour};
use crate::view::words::count;

/// So many objects of a kind are named under a rule.
const MOST_OBJECTS: usize = 4;

/// The key of an object, and the proxies that have it.
type Known<'r> = (&'r [KeyPart], BTreeSet<&'r ProxyId>);
/// Which proxies have an object.
type ByObject<'r> = BTreeMap<(Role, EnvoyKind, &'r [KeyPart]), BTreeSet<&'r ProxyId>>;

impl ResourceExplanation {
    /// The explanation as a document.
    pub fn document(&self) -> Document {
        let mut document = Document::default();
        let place = self.place.as_ref().map_or_else(String::new, |place| format!("  {place}"));
        let head = Line::of(Colour::Name, self.resource.to_string()).and(Colour::Muted, place);
        document.push(Block::Heading(head));
        document.say(self.sentence());
        for gap in &self.gaps {
            document.say(Line::of(Colour::Warning, gap.clone()));
        }
        let mut by_path: BTreeMap<&str, Vec<&OwnedObject>> = BTreeMap::new();
        // The fields of a rule say nothing beside the rule that made the object.
        let made = |object: &OwnedObject| {
            let rule = object.path.find(']').map_or("", |end| &object.path[..=end]);
            !rule.is_empty()
                && self
                    .objects
                    .iter()
                    .any(|other| other.role == Role::Made && other.path.starts_with(rule) && same(other, object))
        };
        let fields = |object: &&OwnedObject| object.role != Role::Shaped || !made(object);
        for object in self.objects.iter().filter(fields).chain(&self.shared) {
            by_path.entry(&object.path).or_default().push(object);
        }
        let paths: Vec<Item> = by_path.iter().map(|(path, objects)| self.part(path, objects)).collect();
        if !paths.is_empty() {
            document.push(Block::Gap);
            document.push(Block::Tree(paths));
        }
        if !self.idle.is_empty() {
            document.push(Block::Gap);
            document.push(Block::Heading("to no effect".into()));
            document.push(Block::Tree(self.idle.iter().map(|idle| self.idle(idle)).collect()));
        }
        document
    }

    fn sentence(&self) -> String {
        let proxies: BTreeSet<&ProxyId> = self.objects.iter().map(|object| &object.proxy).collect();
        let objects: BTreeSet<_> =
            self.objects.iter().map(|object| (&object.proxy, object.kind, &object.key)).collect();
        let read = proxies_text(self.proxies);
        if objects.is_empty() {
            return format!("Made nothing in the {read} that were read.");
        }
        format!("Made or shaped {} in {} of {read}.", count(objects.len(), "object"), proxies.len())
    }

    /// A part of the resource, with the objects that it made, those of all proxies together.
    fn part(&self, path: &str, objects: &[&OwnedObject]) -> Item {
        let mut by_object: ByObject = BTreeMap::new();
        for object in objects {
            by_object.entry((object.role, object.kind, &object.key)).or_default().insert(&object.proxy);
        }
        let mut by_kind: BTreeMap<(Role, EnvoyKind), Vec<Known>> = BTreeMap::new();
        let mut carried: BTreeMap<EnvoyKind, usize> = BTreeMap::new();
        for ((role, kind, key), proxies) in by_object {
            match role {
                Role::Carried => *carried.entry(kind).or_default() += 1,
                Role::Made | Role::Shaped | Role::Numbered | Role::Shared => {
                    by_kind.entry((role, kind)).or_default().push((key, proxies));
                }
            }
        }
        let mut children: Vec<Item> =
            by_kind.into_iter().map(|((role, kind), objects)| of_kind(role, kind, objects)).collect();
        if !carried.is_empty() {
            let all: Vec<String> = carried.iter().map(|(kind, number)| count(*number, kind.word())).collect();
            let text = Line::of(Colour::Muted, format!("and what stands in them: {}", all.join(", ")));
            children.push(Item { text, children: Vec::new() });
        }
        Item { text: self.heading(path), children }
    }

    fn heading(&self, path: &str) -> Line {
        let place = self.places.iter().find(|part| part.path == path);
        let shown = match path.strip_prefix("spec.").unwrap_or(path) {
            "" => "the whole",
            path => path,
        };
        let place = place.filter(|_| !path.is_empty()).map_or_else(String::new, |part| format!("  {}", part.place));
        Line::of(Colour::Strong, shown.to_owned()).and(Colour::Muted, place)
    }

    fn idle(&self, idle: &Idle) -> Item {
        let why = idle.why.iter().map(|why| Item { text: why.reason.clone().into(), children: Vec::new() });
        Item { text: self.heading(&idle.path), children: why.collect() }
    }
}

/// `made 3 routes in 32 proxies`, and the first of them.
fn of_kind(role: Role, kind: EnvoyKind, mut objects: Vec<Known>) -> Item {
    let proxies: BTreeSet<&ProxyId> = objects.iter().flat_map(|(_, proxies)| proxies.iter().copied()).collect();
    let text = format!("{} {} in {}", role_word(role), count(objects.len(), kind.word()), in_proxies(&proxies));
    let more = objects.len().saturating_sub(MOST_OBJECTS);
    objects.truncate(MOST_OBJECTS);
    let mut children: Vec<Item> = objects
        .iter()
        .map(|(key, own)| {
            let key: Vec<String> = key.iter().map(short).collect();
            let mut text = Line::of(Colour::Name, key.join(" › "));
            if own.len() != proxies.len() {
                text = text.and(Colour::Muted, format!("  in {}", in_proxies(own)));
            }
            Item { text, children: Vec::new() }
        })
        .collect();
    if more > 0 {
        let text = Line::of(Colour::Muted, format!("… and {more} more; -o json has all"));
        children.push(Item { text, children: Vec::new() });
    }
    Item { text: text.into(), children }
}

fn same(left: &OwnedObject, right: &OwnedObject) -> bool {
    left.proxy == right.proxy && left.kind == right.kind && left.key == right.key
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Made | Role::Carried => "made",
        Role::Shaped => "shaped",
        Role::Numbered => "gives by its place a name to",
        Role::Shared => "one of several behind",
    }
}

fn in_proxies(proxies: &BTreeSet<&ProxyId>) -> String {
    match proxies.iter().collect::<Vec<_>>().as_slice() {
        [one] => one.to_string(),
        several => proxies_text(several.len()),
    }
}

fn proxies_text(number: usize) -> String {
    if number == 1 { "1 proxy".to_owned() } else { format!("{number} proxies") }
}

/// A part of a key for people: of a chain its name, and what it takes in a few words.
fn short(part: &KeyPart) -> String {
    let KeyPart::Name(name) = part else {
        return format!("#{part}");
    };
    let Some((chain, matches)) = name.rsplit_once("#{") else {
        return name.clone();
    };
    let matches: serde_json::Value = serde_json::from_str(&format!("{{{matches}")).unwrap_or_default();
    let words = |field: &str| match &matches[field] {
        serde_json::Value::Array(items) => {
            let mut words = items.iter().filter_map(|item| item.as_str());
            let first = words.next().unwrap_or_default().to_owned();
            if words.next().is_some() { format!("{first}, …") } else { first }
        }
        serde_json::Value::String(text) => text.clone(),
        _ => String::new(),
    };
    let told = [words("server_names"), words("transport_protocol"), words("application_protocols")];
    let told = told.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    match (chain.rsplit('|').next().unwrap_or(chain), told.as_str()) {
        ("", "") => "any".to_owned(),
        ("", told) => told.to_owned(),
        (_, "") => chain.to_owned(),
        (_, told) => format!("{chain} ({told})"),
    }
}
