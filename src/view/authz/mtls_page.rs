//! The matrix of TLS as a document: conflicts with their owners, then everything, folded where it is alike.

use std::collections::{BTreeMap, BTreeSet};

use super::mtls::{Conflict, Matrix};
use crate::base::origin::Owner;
use crate::simulate::authz::edges::{Edge, Offered};
use crate::simulate::authz::meet::Verdict;
use crate::view::document::{Block, Document, Entry, Line, Role};
use crate::view::words::count;

/// So many names are listed.
const MOST: usize = 5;

/// What edges have in common that are told together.
type Kind = (Verdict, Offered, &'static str);

impl Matrix {
    /// The matrix as a document.
    pub fn document(&self, verbose: bool) -> Document {
        let mut document = Document::default();
        document.say(self.answer());
        for conflict in &self.conflicts {
            document.push(Block::Gap);
            let clients = names(&conflict.clients.iter().cloned().collect(), verbose);
            let heading = Line::of(Role::Bad, format!("{clients} → {}", service(conflict)));
            document.push(Block::Heading(heading));
            document.push(Block::Ledger(entries(conflict)));
        }
        let mut kinds: BTreeMap<Kind, Vec<&Edge>> = BTreeMap::new();
        // Conflicts have been told.
        for edge in self.edges.iter().filter(|edge| verbose || edge.verdict != Verdict::Fails) {
            kinds.entry((edge.verdict, edge.offer.tls, edge.accepts)).or_default().push(edge);
        }
        if !kinds.is_empty() {
            document.push(Block::Gap);
            document.push(Block::Heading(Line::of(Role::Strong, "every edge")));
            let knowing = self.knowing();
            let entry = |(kind, edges): (&Kind, &Vec<&Edge>)| folded(kind, edges, &knowing, verbose);
            document.push(Block::Ledger(kinds.iter().map(entry).collect()));
        }
        document
    }

    /// The clients that know each service.
    fn knowing(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut knowing: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for edge in &self.edges {
            knowing.entry(service_of(edge)).or_default().insert(edge.client.clone());
        }
        knowing
    }

    fn answer(&self) -> Line {
        let clients: BTreeSet<&str> = self.edges.iter().map(|edge| edge.client.as_str()).collect();
        let services: BTreeSet<(&str, u16)> = self.edges.iter().map(|edge| (edge.host.as_str(), edge.port)).collect();
        let size = format!("{} and {}", count(clients.len(), "client workload"), count(services.len(), "service port"));
        if self.edges.is_empty() {
            return Line::of(Role::Warning, "no edge: no client that was read has such a service");
        }
        if self.conflicts.is_empty() {
            return Line::of(Role::Good, "no conflict").plain(format!(" between {size}"));
        }
        Line::of(Role::Bad, count(self.conflicts.len(), "conflict")).plain(format!(" between {size}"))
    }
}

/// `reviews.shop:9080`, with the subset if there is one.
fn service(conflict: &Conflict) -> String {
    let subset = if conflict.subset.is_empty() { String::new() } else { format!(" subset {}", conflict.subset) };
    format!("{}:{}{subset}", short(&conflict.host), conflict.port)
}

fn short(host: &str) -> &str {
    host.split_once(".svc.").map_or(host, |(short, _)| short)
}

fn entries(conflict: &Conflict) -> Vec<Entry> {
    let sni = conflict.offer.sni.as_ref().map(|sni| format!(", SNI {sni}")).unwrap_or_default();
    let offers = format!("{}: {}{sni}", conflict.offer.tls.word(), conflict.offer.because);
    let server = conflict.server.as_ref().map(|server| format!("  {server}")).unwrap_or_default();
    vec![
        entry("fails", Line::of(Role::Bad, conflict.why.clone()), &[]),
        entry("offers", Line::from(offers), &conflict.offered_by),
        entry("accepts", Line::from(format!("{}{server}", conflict.accepts)), conflict.accepted_by.as_slice()),
    ]
}

fn entry(label: &'static str, head: Line, owners: &[Owner]) -> Entry {
    let mut below: Vec<(Line, Line)> = Vec::new();
    for owner in owners {
        below.push((Line::of(Role::Name, owner.to_string()), Line::default()));
        if let Some(place) = &owner.place {
            below.push((Line::of(Role::Muted, place.to_string()), Line::default()));
        }
    }
    Entry { label: Line::of(Role::Muted, label), head, below, ..Entry::default() }
}

/// Edges of one kind: services that the same clients meet so are told together.
fn folded(kind: &Kind, edges: &[&Edge], knowing: &BTreeMap<String, BTreeSet<String>>, verbose: bool) -> Entry {
    let (verdict, offered, accepts) = kind;
    let mut clients: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for edge in edges {
        clients.entry(service_of(edge)).or_default().insert(edge.client.clone());
    }
    let mut by_clients: BTreeMap<BTreeSet<String>, BTreeSet<String>> = BTreeMap::new();
    for (service, clients) in clients {
        by_clients.entry(clients).or_default().insert(service);
    }
    let mut blocks: Vec<(BTreeSet<String>, BTreeSet<String>)> = by_clients.into_iter().collect();
    blocks.sort_by_key(|(clients, services)| std::cmp::Reverse((clients.len(), services.len())));
    let line = |(clients, services): &(BTreeSet<String>, BTreeSet<String>)| {
        let is_all = services.iter().all(|service| knowing.get(service) == Some(clients));
        let who = if is_all && clients.len() > MOST && !verbose {
            format!("all {} clients that know it", clients.len())
        } else {
            names(clients, verbose)
        };
        (Line::from(who).and(Role::Muted, " → ").plain(names(services, verbose)), Line::default())
    };
    let most = if verbose { usize::MAX } else { MOST };
    let mut below: Vec<(Line, Line)> = blocks.iter().take(most).map(line).collect();
    if blocks.len() > most {
        let more = count(blocks.len() - most, "other group");
        below.push((Line::of(Role::Muted, format!("and {more}: -v shows all")), Line::default()));
    }
    let role = match verdict {
        Verdict::Fails => Role::Bad,
        Verdict::Unknown => Role::Warning,
        Verdict::Plaintext | Verdict::Simple | Verdict::PassedThrough => Role::Plain,
        Verdict::Tunnel | Verdict::Mutual => Role::Good,
    };
    let number = count(edges.len(), "edge");
    Entry {
        label: Line::of(role, verdict.word()),
        head: Line::from(format!("{} to {accepts}", offered.word())).and(Role::Muted, format!("  {number}")),
        below,
        ..Entry::default()
    }
}

fn service_of(edge: &Edge) -> String {
    let subset = if edge.subset.is_empty() { String::new() } else { format!(" ({})", edge.subset) };
    format!("{}:{}{subset}", short(&edge.host), edge.port)
}

fn names(all: &BTreeSet<String>, verbose: bool) -> String {
    let most = if verbose { usize::MAX } else { MOST };
    let text = all.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
    if all.len() > most { format!("{text} and {} more", all.len() - most) } else { text }
}
