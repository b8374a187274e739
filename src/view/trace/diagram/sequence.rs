//! A trace as messages between the client, the proxies and the application.

use super::tree::Branch;
use super::words;
use crate::simulate::trace::{EdgeTls, Hop, Stage, Way};
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
                let alternatives = several.iter().map(|next| Alternative {
                    label: next.condition(branch),
                    parts: self.branch(next, here),
                });
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
        if let Some(place) = words::place(way) {
            let to = self.column(&place);
            parts.push(self.request(last, from, to));
            let answers = matches!(way.end.decided_by, Actor::Application { .. });
            match last {
                _ if !answers => {}
                Some(hop) => parts.push(back(to, from, hop.outcome.code, &words::answered(&hop.outcome), way.is_success())),
                None => parts.push(back(to, from, way.end.code, &way.end.code.to_string(), way.is_success())),
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
            parts.push(back(here, to, hop.outcome.code, &words::answered(&hop.outcome), hop.outcome.is_success()));
        }
        parts
    }
}

fn back(from: usize, to: usize, code: u16, text: &str, is_success: bool) -> Part {
    let arrow = if code == 0 && !is_success { Arrow::Reset } else { Arrow::Answer };
    Part::Message { from, to, text: text.to_owned(), arrow }
}

/// The route that a proxy takes, where all ways of a branch take the same and somebody wrote it.
fn route(branch: &Branch, hop: &Hop) -> Option<String> {
    let of = |hop: &'_ Hop| hop.steps.iter().rfind(|step| step.stage == Stage::Route).cloned();
    let step = of(hop).filter(|step| !step.owners.is_empty())?;
    let same = branch.ways.iter().all(|way| way.hops.get(branch.depth).and_then(of).is_some_and(|other| other.at == step.at));
    same.then(|| format!("route {}{}", step.decision, words::owner(&step)))
}
