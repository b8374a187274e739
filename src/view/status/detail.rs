//! What is wrong with a proxy, under the table.

use super::result::ProxyStatus;
use crate::compare::KindDrift;
use crate::correlate::sync::{Link, Rejection, SyncState, TypeSync};
use crate::view::document::{Block, Document, Entry, Line, Role};

/// So many names fit into an answer; `-o json` has all.
const MOST: usize = 5;

/// Adds what is wrong with a proxy; nothing where nothing is.
pub(super) fn add(document: &mut Document, proxy: &ProxyStatus) {
    let mut entries: Vec<Entry> = proxy.types.iter().flat_map(of_kind).collect();
    if proxy.link == Link::NotConnected {
        let head = Line::from("no istiod lists it: it keeps what it has, and gets nothing new");
        let next = Line::of(Role::Muted, format!("kubectl logs {} -c istio-proxy tells why", target(proxy)));
        entries.push(Entry { below: vec![(next, Line::default())], ..entry("istiod", Role::Bad, head) });
    }
    if let Some(drift) = &proxy.drift {
        entries.extend(drift.kinds.iter().filter(|kind| kind.count() > 0).map(drifted));
        if drift.is_none() && proxy.verdict.is_wrong() {
            entries.push(entry("drift", Role::Muted, Line::from("none: it holds what istiod would send")));
        }
    }
    if entries.is_empty() {
        return;
    }
    document.push(Block::Gap);
    document.push(Block::Heading(Line::of(Role::Name, proxy.proxy.to_string())));
    document.push(Block::Ledger(entries));
}

fn target(proxy: &ProxyStatus) -> String {
    match proxy.proxy.namespace.as_str() {
        "" => proxy.proxy.name.clone(),
        namespace => format!("-n {namespace} {}", proxy.proxy.name),
    }
}

fn entry(label: &'static str, role: Role, head: Line) -> Entry {
    Entry { label: Line::of(role, label), head, ..Entry::default() }
}

fn of_kind(one: &TypeSync) -> Vec<Entry> {
    let mut entries: Vec<Entry> = one.rejections.iter().map(|rejection| rejected(one, rejection)).collect();
    if one.state == SyncState::Rejected && one.rejections.is_empty() {
        entries.push(entry(
            "rejected",
            Role::Bad,
            Line::from(format!("{}, for a reason that istiod does not tell", one.xds)),
        ));
    }
    if one.state == SyncState::Stale {
        let sent = one.sent_at.map(|time| format!(", sent at {time}")).unwrap_or_default();
        let words = if one.never_acknowledged {
            "never acknowledged anything"
        } else {
            "has not acknowledged what was sent last"
        };
        entries.push(entry("stale", Role::Warning, Line::from(format!("{} {words}{sent}", one.xds))));
    }
    if one.state == SyncState::NotSent && one.is_wrong() {
        entries.push(entry("not sent", Role::Bad, Line::from(format!("{}, which every proxy gets", one.xds))));
    }
    if !one.warming.is_empty() {
        let head = Line::from(format!("{} ", one.xds)).and(Role::Name, named(&one.warming));
        let why = Line::of(
            Role::Muted,
            "came, and takes no traffic until the endpoints, routes or secrets it names have come",
        );
        entries.push(Entry { below: vec![(why, Line::default())], ..entry("warming", Role::Warning, head) });
    }
    entries
}

fn rejected(one: &TypeSync, rejection: &Rejection) -> Entry {
    let mut head = Line::from(format!("{} ", one.xds));
    if let Some(object) = &rejection.object {
        head = head.and(Role::Name, object.clone());
    }
    if let Some(at) = rejection.at {
        head = head.and(Role::Muted, format!("  {at}"));
    }
    let mut below = vec![(Line::of(Role::Bad, rejection.reason.clone()), Line::default())];
    for owner in &rejection.owners {
        let place = owner.place.as_ref().map_or_else(String::new, |place| format!("  {place}"));
        let aside = Line::of(Role::Muted, format!("{}{place}", owner.known.word()));
        below.push((Line::of(Role::Strong, owner.to_string()), aside));
    }
    if rejection.owners.is_empty() {
        below.push((Line::of(Role::Muted, "whose it is, no resource that was read tells"), Line::default()));
    }
    let rest = match rejection.former_in_use {
        Some(true) => "what it had before stays in use",
        Some(false) => "it has no other version of it",
        None => "",
    };
    if !rest.is_empty() {
        below.push((Line::of(Role::Muted, rest), Line::default()));
    }
    Entry { below, ..entry("rejected", Role::Bad, head) }
}

fn drifted(kind: &KindDrift) -> Entry {
    let all = kind.same + kind.count();
    let head = Line::from(format!("{}: {} of {all} not as istiod would send it", kind.xds, kind.count()));
    let mut below = Vec::new();
    for differing in kind.differing.iter().take(MOST) {
        let fields = Line::of(Role::Muted, differing.fields.join(", "));
        below.push((Line::from("differs       ").and(Role::Name, differing.name.clone()), fields));
    }
    below.extend(more(kind.differing.len()));
    for (words, names) in [("only istiod   ", &kind.only_istiod), ("only proxy    ", &kind.only_proxy)] {
        for name in names.iter().take(MOST) {
            below.push((Line::from(words).and(Role::Name, name.clone()), Line::default()));
        }
        below.extend(more(names.len()));
    }
    Entry { below, ..entry("drift", Role::Warning, head) }
}

fn more(all: usize) -> Option<(Line, Line)> {
    (all > MOST)
        .then(|| (Line::of(Role::Muted, format!("… and {} more; -o json has all", all - MOST)), Line::default()))
}

fn named(names: &[String]) -> String {
    let shown = names.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > MOST { format!("{shown} and {} more", names.len() - MOST) } else { shown }
}
