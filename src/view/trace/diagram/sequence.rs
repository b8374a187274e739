//! A trace as messages between the client, the proxies and the application.

use super::tree::Branch;
use super::words;
use crate::simulate::outcome::Disposition;
use crate::simulate::trace::{EdgeTls, Hop, Stage, Step, Way};
use crate::simulate::walk::reply::Actor;
use crate::view::diagram::{Alternative, Arrow, Part, Participant, Sequence};
use crate::view::trace::report::Report;

impl Report {
    /// The messages of all ways; those that end alike are told once.
    pub fn sequence(&self) -> Sequence {
        let root = Branch::root(&self.trace.ways);
        let first = self.trace.ways.first().and_then(|way| way.hops.first());
        let name = words::client(&self.trace.request, first);
        let mut drawing = Drawing {
            participants: vec![Participant { name, is_client: true }],
            asked: words::asked(&self.trace.request),
        };
        let parts = drawing.onward(&root, 0);
        Sequence { participants: drawing.participants, parts }
    }
}

struct Drawing {
    participants: Vec<Participant>,
    /// What the client asks.
    asked: String,
}

impl Drawing {
    /// The column of a name.
    fn column(&mut self, name: &str) -> usize {
        let known = self.participants.iter().position(|known| !known.is_client && known.name == name);
        known.unwrap_or_else(|| {
            self.participants.push(Participant { name: name.to_owned(), is_client: false });
            self.participants.len() - 1
        })
    }

    /// What happens from a place on.
    fn onward(&mut self, branch: &Branch, here: usize) -> Vec<Part> {
        match branch.next.as_slice() {
            [only] => self.branch(only, here),
            several => {
                let alternatives = several
                    .iter()
                    .map(|next| Alternative { label: next.condition(branch), parts: self.branch(next, here) });
                vec![Part::Alternatives(alternatives.collect())]
            }
        }
    }

    fn branch(&mut self, branch: &Branch, from: usize) -> Vec<Part> {
        let Some(way) = branch.way() else { return Vec::new() };
        let Some(hop) = branch.hop() else { return self.end(way, from) };
        let to = self.column(&hop.workload);
        let mut parts = vec![self.request(branch.previous(), from, to)];
        parts.extend(route(branch, hop).map(|text| Part::Note { over: to, text }));
        parts.extend(self.onward(branch, to));
        parts
    }

    fn request(&self, from_hop: Option<&Hop>, from: usize, to: usize) -> Part {
        let fails = from_hop.and_then(|hop| hop.edge.as_ref()).is_some_and(|edge| edge.tls == EdgeTls::Fails);
        let text = from_hop.map_or_else(|| self.asked.clone(), words::sent);
        Part::Message { from, to, text, arrow: if fails { Arrow::Refused } else { Arrow::Request } }
    }

    /// The application, and the answer on its way back.
    fn end(&mut self, way: &Way, from: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let last = way.hops.last();
        if way.end.disposition == Disposition::Undetermined {
            let over = words::place(way).map_or(from, |place| self.column(&place));
            if over != from {
                parts.push(self.request(last, from, over));
            }
            parts.push(Part::Note { over, text: "what it does cannot be told".to_owned() });
            return parts;
        }
        if let Some(place) = words::place(way) {
            let to = self.column(&place);
            parts.push(self.request(last, from, to));
            let answers = matches!(way.end.decided_by, Actor::Application { .. });
            match last {
                _ if !answers => {}
                Some(hop) => parts.push(answer(to, from, hop, way)),
                None => parts.push(Part::Message {
                    from: to,
                    to: from,
                    text: "the answer".to_owned(),
                    arrow: Arrow::Answer,
                }),
            }
        }
        for (index, hop) in way.hops.iter().enumerate().rev() {
            let here = self.column(&hop.workload);
            let decides = way.deciding().is_some_and(|deciding| std::ptr::eq(deciding, hop));
            if decides && !way.is_success() {
                parts.extend(words::failed(hop).map(|text| Part::Note { over: here, text }));
            }
            let to = match index.checked_sub(1) {
                None => 0,
                Some(before) => self.column(&way.hops[before].workload),
            };
            parts.push(answer(here, to, hop, way));
        }
        parts
    }
}

/// What a proxy, or the application behind it, gives back.
fn answer(from: usize, to: usize, hop: &Hop, way: &Way) -> Part {
    let outcome = &hop.outcome;
    let is_cut = outcome.code == 0 && !(outcome.is_success() && (way.is_success() || way.end.code > 0));
    let arrow = if is_cut { Arrow::Reset } else { Arrow::Answer };
    Part::Message { from, to, text: words::answered(outcome, way), arrow }
}

/// The route that a proxy takes, where all ways of a branch take the same and a resource says so.
fn route(branch: &Branch, hop: &Hop) -> Option<String> {
    let of = |hop: &'_ Hop| hop.steps.iter().rfind(|step| step.stage == Stage::Route).cloned();
    let is_route = |step: &Step| {
        let kind = step.owners.first().map(|owner| owner.resource.kind.as_str());
        kind.is_some_and(|kind| kind.ends_with("Route") || matches!(kind, "VirtualService" | "Ingress"))
    };
    let step = of(hop).filter(is_route)?;
    let same =
        branch.ways.iter().all(|way| way.hops.get(branch.depth).and_then(of).is_some_and(|other| other.at == step.at));
    same.then(|| format!("route {}{}", step.decision, words::owner(&step)))
}
