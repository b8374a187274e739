//! A report as a document.

use super::ending::{self, Ending};
use super::report::Report;
use super::steps::Manner;
use super::verdict::Verdict;
use super::{missing, next, sent, steps};
use crate::simulate::choice::{Choice, ForkKind};
use crate::simulate::request::{Request, Transport};
use crate::simulate::trace::{EdgeTls, Hop, Way};
use crate::view::document::{Block, Document, Entry, Line, Role};
use crate::view::words::{count, percent};

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// How it ends.
    Summary,
    /// The decisions of the most likely way.
    Usual,
    /// All evidence, and the decisions of every way.
    Everything,
}

impl Report {
    /// The report as a document.
    pub fn document(&self, depth: Depth) -> Document {
        let mut document = Document::default();
        let endings = ending::endings(&self.trace);
        answer(&mut document, self.verdict, &endings);
        document.push(Block::Ledger(facts(self, depth)));
        if depth == Depth::Summary {
            return document;
        }
        let manner = Manner::of(&self.trace, depth);
        let mut ways = self.trace.ways.iter();
        if let Some(main) = ways.next() {
            way(&mut document, main, manner);
        }
        if depth == Depth::Everything {
            ways.for_each(|other| way(&mut document, other, manner));
        } else if self.trace.ways.len() > 1 {
            document.push(Block::Gap);
            let others = count(self.trace.ways.len() - 1, "other way");
            document.say(Line::of(Role::Muted, format!("{others}: -v shows all, --pick FORK=BRANCH follows one")));
        }
        document
    }
}

/// The verdict, and the ends.
fn answer(document: &mut Document, verdict: Verdict, endings: &[Ending]) {
    let head = Line::of(verdict.role(), format!("{}: ", verdict.word()));
    match endings {
        [only] => {
            let mut line = head;
            line.spans.extend(only.line().spans);
            document.say(line);
        }
        several => {
            document.say(head.plain(count(several.len(), "way") + " to end"));
            let entry = |ending: &Ending| Entry {
                label: Line::of(Role::Strong, ending.share()),
                head: ending.line(),
                below: ending
                    .conditions()
                    .into_iter()
                    .map(|text| (Line::of(Role::Muted, text), Line::default()))
                    .collect(),
                ..Entry::default()
            };
            document.push(Block::Ledger(several.iter().map(entry).collect()));
        }
    }
}

/// The request, and what makes the verdict less than certain.
fn facts(report: &Report, depth: Depth) -> Vec<Entry> {
    let entry = |label: &'static str, role: Role, text: String| Entry::fact(label, Line::of(role, text));
    let trace = &report.trace;
    // What to do comes before what was asked.
    let mut entries: Vec<Entry> = report.missing.iter().flat_map(missing::entries).collect();
    entries.extend(report.next.iter().map(next::entry));
    entries.extend([entry("request", Role::Plain, request(&trace.request))]);
    if let Some(proxy) = &report.proxy {
        let from = format!("{proxy}  {}", trace.request.direction.word());
        entries.push(entry("from", Role::Plain, from));
    }
    entries.extend(ending::mirrors(trace).into_iter().map(|(cluster, share)| {
        entry("mirror", Role::Plain, format!("{} of the requests are copied to {cluster}", percent(share * 100.0)))
    }));
    entries.extend(trace.undetermined.iter().map(|reason| entry("unknown", Role::Warning, reason.clone())));
    entries.extend(trace.remarks.iter().map(|remark| entry("note", Role::Plain, remark.clone())));
    if depth != Depth::Summary {
        let decided = &report.decided_by;
        let fields = decided.fields.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        // That a service is called says its name.
        let resources = decided.resources.iter().filter(|resource| resource.kind != "Service");
        let resources = resources.map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let both: Vec<String> = [fields, resources].into_iter().filter(|text| !text.is_empty()).collect();
        let lines = [("decided", both.join("; ")), ("assumed", report.assumed.join("; "))];
        let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
        entries.extend(lines.map(|(label, text)| entry(label, Role::Muted, text)));
    }
    entries
}

/// A request in a line.
fn request(request: &Request) -> String {
    let asked = if request.protocol.is_http() {
        let host = request.authority.as_deref().unwrap_or("(no host)");
        format!("{} {host} {}", request.method, request.path)
    } else {
        "a TCP connection".to_owned()
    };
    let to = if request.destination_known {
        request.destination.to_string()
    } else {
        format!("port {}", request.destination.port())
    };
    let tls = match request.transport {
        Transport::Plaintext => "plaintext",
        Transport::Tls => "TLS",
        Transport::Mtls => "mutual TLS",
    };
    let peer = request.peer.as_ref().map(|peer| format!(" as {peer}")).unwrap_or_default();
    let sni = request.sni.as_ref().map(|sni| format!(", SNI {sni}"));
    let headers = request.headers.iter().map(|(name, value)| format!(", {name}: {value}"));
    let more: String = sni.into_iter().chain(headers).collect();
    format!("{asked} to {to}, {tls}{peer}{more}")
}

/// One way: where it turned, and the decisions at each proxy.
fn way(document: &mut Document, way: &Way, manner: Manner) {
    let depth = manner.depth;
    for (index, hop) in way.hops.iter().enumerate() {
        document.push(Block::Gap);
        let heading = Line::of(Role::Strong, format!("{} {}", index + 1, hop.proxy));
        let mut heading = heading.plain(format!("  {}", hop.direction.word()));
        if !hop.alike.is_empty() {
            let others = count(hop.alike.len(), "other pod");
            heading = heading.and(Role::Muted, format!("  and {others} of {}", hop.workload));
        }
        document.push(Block::Heading(heading));
        // A fork that an earlier one has decided is none.
        let forks = hop.choices.iter().filter(|choice| choice.share != Some(1.0)).map(fork);
        let is_last = index + 1 == way.hops.len();
        let sent = sent::entry(&hop.outcome, depth).filter(|_| depth == Depth::Everything || !is_last || index == 0);
        let steps = steps::ledger(&hop.steps, manner);
        let logged = (depth == Depth::Everything || !way.is_success() && way.undetermined.is_empty()).then(|| log(hop));
        let entries = forks.chain(steps).chain(sent).chain(edge(hop, depth)).chain(logged);
        document.push(Block::Ledger(entries.collect()));
    }
}

/// TLS to the next, where it fails.
fn edge(hop: &Hop, depth: Depth) -> Option<Entry> {
    let edge = hop.edge.as_ref().filter(|edge| edge.tls == EdgeTls::Fails || depth == Depth::Everything)?;
    let role = if edge.tls == EdgeTls::Fails { Role::Bad } else { Role::Plain };
    Some(Entry::fact("edge", Line::of(role, edge.words.clone()).and(Role::Muted, format!("  to {}", edge.to))))
}

/// What the access log of a proxy will show.
fn log(hop: &Hop) -> Entry {
    Entry::fact("log", ending::log(&hop.outcome))
}

/// A branch that was taken.
fn fork(choice: &Choice) -> Entry {
    let share = choice.share.map_or_else(|| "if so".to_owned(), |share| percent(share * 100.0));
    Entry {
        label: Line::of(Role::Muted, choice.fork.word()),
        head: Line::of(Role::Strong, share).plain(format!("  {}", choice.picked)),
        // The route of a weight is told by its own step.
        aside: if choice.fork == ForkKind::Weight { Line::default() } else { Line::of(Role::Muted, choice.at.clone()) },
        ..Entry::default()
    }
}
