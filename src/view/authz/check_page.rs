//! What binds a workload as a document.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::{self, label, place};
use super::check::{Bindings, BoundPolicy, BoundRule, NeverOn, PortMode, Section};
use crate::base::origin::Owner;
use crate::simulate::authz::never::Code;
use crate::simulate::authz::unbound::Unbound;
use crate::view::document::{Block, Document, Entry, Line, Role};

impl Bindings {
    /// The answer as a document.
    pub fn document(&self, verbose: bool) -> Document {
        let mut document = Document::default();
        document.say(self.answer());
        document.push(Block::Ledger(vec![
            Entry::fact("workload", self.workload.clone()),
            Entry::fact("proxy", self.proxy.to_string()),
        ]));
        if !self.ports.is_empty() {
            heading(&mut document, "mutual TLS");
            document.push(Block::Ledger(ports(&self.ports)));
        }
        // What no service names is rarely of interest; where nothing else is there, it is.
        let has_named = self.sections.iter().any(|section| !section.is_other());
        let bound = self.sections.iter().filter(|section| !section.policies.is_empty() || !section.tokens.is_empty());
        let (told, hidden): (Vec<_>, Vec<_>) = bound.partition(|section| verbose || !has_named || !section.is_other());
        for section in told {
            heading(&mut document, section.heading());
            if verbose {
                document.say(Line::of(Role::Muted, format!("chains {}", section.chains.join(", "))));
            }
            document.push(Block::Ledger(section.entries(verbose)));
        }
        if !hidden.is_empty() {
            document.push(Block::Gap);
            let names: Vec<String> = hidden.into_iter().map(Section::heading).collect();
            document.say(Line::of(Role::Muted, format!("{}: -v shows what binds there", names.join("; "))));
        }
        let open: Vec<String> =
            self.sections.iter().filter(|section| section.is_open()).map(Section::heading).collect();
        if !open.is_empty() && !self.is_open() {
            document.push(Block::Gap);
            document.push(Block::Ledger(vec![Entry::fact("no policy", open.join("; "))]));
        }
        if !self.unbound.is_empty() {
            heading(&mut document, "nearly for this workload, and not");
            let entry = |unbound: &Unbound| Entry {
                label: Line::of(Role::Warning, "!"),
                head: Line::from(unbound.owner.resource.to_string()),
                below: vec![
                    (Line::from(unbound.reason.clone()), Line::default()),
                    (place(&unbound.owner), Line::default()),
                ],
                ..Entry::default()
            };
            document.push(Block::Ledger(self.unbound.iter().map(entry).collect()));
        }
        document
    }

    /// What binds, in a sentence.
    fn answer(&self) -> Line {
        if self.is_open() {
            let noted = if self.policies().next().is_some() { "no policy decides" } else { "no policy" };
            return Line::of(Role::Strong, format!("{noted}: everything that gets through TLS is allowed"));
        }
        let mut names: Vec<(&str, bool, String)> = Vec::new();
        for policy in self.policies() {
            let name = policy.owner.as_ref().map_or_else(String::new, |owner| owner.resource.to_string());
            let key = (policy.action, policy.dry_run, name);
            if !names.contains(&key) {
                names.push(key);
            }
        }
        let kinds: Vec<(&str, bool)> = names.iter().map(|(action, dry_run, _)| (*action, *dry_run)).collect();
        let line = bound::sentence(&self.workload, &kinds);
        let doubts = [
            (self.never().len(), "rule can never match", "rules can never match"),
            (self.nobodies().len(), "identity is nobody's", "identities are nobody's"),
        ];
        doubts.iter().filter(|(number, ..)| *number > 0).fold(line, |line, (number, one, several)| {
            line.and(Role::Warning, format!("; {number} {}", if *number == 1 { one } else { several }))
        })
    }

    /// The rules that can match nowhere, by their names; policies that have none are meant so.
    fn never(&self) -> Vec<String> {
        let mut by_rule: BTreeMap<String, bool> = BTreeMap::new();
        for rule in self.policies().flat_map(|policy| &policy.rules) {
            let Some(owner) = &rule.owner else { continue };
            let is_dead = rule.never.as_ref().is_some_and(|why| why.code != Code::Empty);
            *by_rule.entry(owner.to_string()).or_insert(true) &= is_dead;
        }
        by_rule.into_iter().filter(|(_, dead)| *dead).map(|(name, _)| name).collect()
    }

    fn nobodies(&self) -> BTreeSet<&String> {
        self.policies().flat_map(|policy| &policy.rules).flat_map(|rule| &rule.nobodies).collect()
    }

    fn policies(&self) -> impl Iterator<Item = &BoundPolicy> {
        self.sections.iter().flat_map(|section| &section.policies)
    }
}

impl Section {
    /// Whether nothing here lets through or denies.
    fn is_open(&self) -> bool {
        self.policies.iter().all(|policy| policy.dry_run || policy.action == "AUDIT")
    }

    /// Which connections these are.
    fn heading(&self) -> String {
        let protocol = if self.http { "HTTP" } else { "TCP" };
        if !self.services.is_empty() {
            return format!("{protocol} for {}", self.services.join(", "));
        }
        let mut places: Vec<String> = self.ports.iter().map(|port| format!("port {port}")).collect();
        places.extend(self.other_ports.then(|| "other ports".to_owned()));
        format!("{protocol} on {}", places.join(", "))
    }

    /// Whether it is for ports that no service names.
    fn is_other(&self) -> bool {
        self.ports.is_empty() && self.services.is_empty()
    }

    fn entries(&self, verbose: bool) -> Vec<Entry> {
        let token = |owner: &Owner| Entry {
            below: vec![(place(owner), Line::default())],
            ..Entry::fact("token", Line::of(Role::Name, owner.to_string()).plain("  a request without a token goes on"))
        };
        let mut entries: Vec<Entry> = self.tokens.iter().map(token).collect();
        entries.extend(self.policies.iter().map(|bound| policy(bound, verbose)));
        entries
    }
}

fn policy(policy: &BoundPolicy, verbose: bool) -> Entry {
    let name = policy.owner.as_ref().map_or_else(
        || "without rules: it allows nothing".to_owned(),
        |owner| format!("{}/{}", owner.resource.namespace, owner.resource.name),
    );
    let mut head = Line::of(Role::Name, name);
    if let Some(provider) = &policy.provider {
        head = head.plain(format!("  asks {provider}"));
    }
    let mut below: Vec<(Line, Line)> = policy.owner.iter().map(|owner| (place(owner), Line::default())).collect();
    for own in &policy.rules {
        below.extend(rule(own, policy.action, verbose).into_iter().map(|line| (line, Line::default())));
    }
    Entry { label: label(policy.action, policy.dry_run), head, below, ..Entry::default() }
}

fn rule(rule: &BoundRule, action: &str, verbose: bool) -> Vec<Line> {
    let is_empty = rule.never.as_ref().is_some_and(|why| why.code == Code::Empty);
    if is_empty {
        let words = match action {
            "ALLOW" => "no rules: it allows nothing, so what no other ALLOW policy allows is denied",
            _ => "no rules: it matches nothing",
        };
        return vec![Line::from(words)];
    }
    let path = rule.owner.as_ref().map_or(rule.name.as_str(), |owner| owner.path.trim_start_matches("spec."));
    let mut words: Vec<String> = rule.what.clone();
    words.extend(rule.who.iter().map(|who| format!("from {who}")));
    let words = match (words.is_empty(), rule.name.is_empty()) {
        (_, true) => String::new(),
        (true, false) => "  everything".to_owned(),
        (false, false) => format!("  {}", words.join("; ")),
    };
    let mut lines = vec![Line::of(Role::Strong, path.to_owned()).plain(words)];
    if let Some(why) = &rule.never {
        lines.push(Line::of(Role::Warning, "  never matches: ").plain(why.reason.clone()));
    }
    lines.extend(rule.nobodies.iter().map(|nobody| Line::of(Role::Warning, "  ! ").plain(nobody.clone())));
    let is_told = |never: &&NeverOn| verbose || never.connections.contains("port ");
    let never_on = rule.never_on.iter().filter(is_told);
    for never in never_on {
        lines.push(Line::of(Role::Muted, format!("  not on {}: {}", never.connections, never.why.reason)));
    }
    lines.extend(rule.lost.iter().map(|lost| Line::of(Role::Warning, "  ! ").plain(lost.clone())));
    lines
}

/// What ports take: those that take the same for the same reason in one line.
fn ports(modes: &[PortMode]) -> Vec<Entry> {
    let mut alike: Vec<(Vec<String>, &PortMode)> = Vec::new();
    for mode in modes {
        let port = mode.port.map_or_else(|| "other ports".to_owned(), |port| port.to_string());
        match alike.iter_mut().find(|(_, known)| (known.mode, &known.owner) == (mode.mode, &mode.owner)) {
            Some((ports, _)) => ports.push(port),
            None => alike.push((vec![port], mode)),
        }
    }
    let all = alike.len() == 1 && modes.iter().any(|mode| mode.port.is_none());
    let entry = |(ports, mode): (Vec<String>, &PortMode)| {
        let owner = mode.owner.as_ref();
        let place = owner.map(|owner| (place(owner), Line::default()));
        Entry {
            label: Line::of(Role::Muted, if all { "every port".to_owned() } else { ports.join(", ") }),
            head: Line::of(Role::Name, mode.mode),
            aside: owner.map(|owner| Line::from(owner.to_string())).unwrap_or_default(),
            below: place.into_iter().filter(|(line, _)| !line.is_empty()).collect(),
        }
    };
    alike.into_iter().map(entry).collect()
}

fn heading(document: &mut Document, text: impl Into<std::borrow::Cow<'static, str>>) {
    document.push(Block::Gap);
    document.push(Block::Heading(Line::of(Role::Strong, text)));
}
