//! The result as a document: the answer in a line, a table with the worst first, what is wrong, what is not known.

use std::collections::BTreeSet;

use super::detail;
use super::result::{ProxyStatus, Status};
use super::verdict::Verdict;
use crate::correlate::sync::{Link, SyncState, TypeSync};
use crate::model::istiod::XdsType;
use crate::view::document::{Block, Document, Line, Role, Table};
use crate::view::words::count;

impl Status {
    /// The result as a document; a wide one has a column for each kind of objects.
    pub fn document(&self, wide: bool) -> Document {
        let mut document = Document::default();
        document.push(Block::Heading(self.answer()));
        if !self.istiods.is_empty() {
            let istiods: Vec<String> =
                self.istiods.iter().map(|istiod| format!("{} {}", istiod.name, istiod.connected)).collect();
            document.say(Line::of(Role::Muted, format!("connected to {}", istiods.join(", "))));
        }
        if !self.proxies.is_empty() {
            document.push(Block::Table(if wide { self.wide() } else { self.table() }));
        }
        for proxy in &self.proxies {
            detail::add(&mut document, proxy);
        }
        if !self.not_known.is_empty() {
            document.push(Block::Gap);
            for text in &self.not_known {
                document.say(Line::of(Role::Warning, "not known: ").plain(text.clone()));
            }
        }
        document
    }

    fn answer(&self) -> Line {
        let all = self.proxies.len();
        let synced = self.count(Verdict::Synced);
        let others: Vec<String> = Verdict::ALL
            .into_iter()
            .filter(|verdict| *verdict != Verdict::Synced && self.count(*verdict) > 0)
            .map(|verdict| format!("{} {}", self.count(verdict), verdict.word()))
            .collect();
        let role = self.proxies.first().map_or(Role::Plain, |worst| worst.verdict.role());
        match (all, synced) {
            (0, _) => Line::from("no proxies"),
            _ if self.count(Verdict::Unknown) == all => {
                Line::of(role, format!("{}: nothing wrong is known, nor whether they are in sync", proxies(all)))
            }
            (_, 0) => Line::of(role, format!("{}: {}", proxies(all), others.join(", "))),
            _ if others.is_empty() => Line::of(role, format!("{synced} of {all} synced")),
            _ => Line::of(role, format!("{synced} of {all} synced: {}", others.join(", "))),
        }
    }

    /// What is the same for all stands above; here is what tells them apart.
    fn table(&self) -> Table {
        let differ =
            |of: &dyn Fn(&ProxyStatus) -> String| self.proxies.iter().map(of).collect::<BTreeSet<_>>().len() > 1;
        let (istiods, versions) = (differ(&istiod), differ(&|proxy| proxy.version.clone()));
        let mut table = Table { titles: vec!["PROXY".into(), "TYPE".into(), "STATE".into()], ..Table::default() };
        table.titles.extend(istiods.then_some("ISTIOD".into()));
        table.titles.extend(versions.then_some("VERSION".into()));
        for proxy in &self.proxies {
            let mut row =
                vec![Line::of(Role::Name, proxy.proxy.to_string()), Line::from(proxy.proxy_type.word()), state(proxy)];
            row.extend(istiods.then(|| Line::from(istiod(proxy))));
            row.extend(versions.then(|| Line::from(proxy.version.clone())));
            table.rows.push(row);
        }
        table
    }

    fn wide(&self) -> Table {
        let kinds: BTreeSet<&XdsType> =
            self.proxies.iter().flat_map(|proxy| &proxy.types).map(|one| &one.xds).collect();
        let mut table = Table { titles: vec!["PROXY".into(), "TYPE".into()], ..Table::default() };
        table.titles.extend(kinds.iter().map(|kind| kind.to_string().into()));
        table.titles.extend(["DRIFT", "ISTIOD", "VERSION", "CLUSTER"].map(Into::into));
        for proxy in &self.proxies {
            let mut row = vec![Line::of(Role::Name, proxy.proxy.to_string()), Line::from(proxy.proxy_type.word())];
            row.extend(kinds.iter().map(|kind| {
                let one = proxy.types.iter().find(|one| one.xds == **kind);
                one.map_or_else(Line::default, cell)
            }));
            row.push(match &proxy.drift {
                None => Line::of(Role::Muted, "not compared"),
                Some(drift) if drift.is_none() => Line::from("none"),
                Some(drift) => {
                    let differing: usize = drift.kinds.iter().map(crate::compare::KindDrift::count).sum();
                    Line::of(Role::Warning, count(differing, "object"))
                }
            });
            row.push(Line::from(istiod(proxy)));
            row.push(Line::from(proxy.version.clone()));
            row.push(Line::from(proxy.cluster.clone()));
            table.rows.push(row);
        }
        table
    }
}

fn proxies(number: usize) -> String {
    if number == 1 { "1 proxy".to_owned() } else { format!("{number} proxies") }
}

fn istiod(proxy: &ProxyStatus) -> String {
    match &proxy.link {
        // Its namespace stands above.
        Link::Connected(istiod) => istiod.rsplit('/').next().unwrap_or(istiod).to_owned(),
        Link::NotConnected => "none".to_owned(),
        Link::Unknown => "not known".to_owned(),
        Link::None => String::new(),
    }
}

/// The kinds by state, worst first: `LDS rejected; CDS EDS RDS synced`.
fn state(proxy: &ProxyStatus) -> Line {
    let mut line = Line::default();
    let mut add = |role: Role, text: String| {
        let between = if line.spans.is_empty() { "" } else { "; " };
        line = std::mem::take(&mut line).plain(between).and(role, text);
    };
    match proxy.link {
        Link::NotConnected => add(Role::Bad, "not connected".to_owned()),
        Link::None if proxy.types.is_empty() => add(Role::Plain, "no istiod".to_owned()),
        Link::Connected(_) | Link::Unknown | Link::None => {}
    }
    for state in [SyncState::Rejected, SyncState::Stale, SyncState::NotSent, SyncState::Synced] {
        let of_state: Vec<&TypeSync> = proxy.types.iter().filter(|one| one.state == state).collect();
        if !of_state.is_empty() {
            let names: Vec<&str> = of_state.iter().map(|one| one.xds.word()).collect();
            add(role(of_state[0]), format!("{} {}", names.join(" "), state.word()));
        }
    }
    let is_open = |one: &&TypeSync| one.state == SyncState::Unknown && one.held != Some(0);
    let open: Vec<&str> = proxy.types.iter().filter(is_open).map(|one| one.xds.word()).collect();
    // Of who gets nothing new it is no question.
    if !open.is_empty() && proxy.link != Link::NotConnected {
        add(Role::Muted, format!("{} not known", open.join(" ")));
    }
    for one in proxy.types.iter().filter(|one| !one.warming.is_empty()) {
        add(Role::Warning, format!("{} {} warming", one.warming.len(), one.xds));
    }
    if proxy.verdict == Verdict::Drift {
        add(Role::Warning, "drifted".to_owned());
    }
    line
}

fn role(one: &TypeSync) -> Role {
    match one.state {
        SyncState::Rejected => Role::Bad,
        SyncState::Stale => Role::Warning,
        SyncState::NotSent if one.is_wrong() => Role::Bad,
        SyncState::NotSent => Role::Muted,
        SyncState::Unknown => Role::Plain,
        SyncState::Synced => Role::Good,
    }
}

fn cell(one: &TypeSync) -> Line {
    let held = one.held.map(|held| format!(" {held}")).unwrap_or_default();
    let text = match one.state {
        SyncState::Unknown => format!("not known{held}"),
        SyncState::Stale if one.never_acknowledged => "stale (never acknowledged)".to_owned(),
        state => format!("{}{held}", state.word()),
    };
    let warming = if one.warming.is_empty() { String::new() } else { format!(", {} warming", one.warming.len()) };
    Line::of(role(one), text + &warming)
}
