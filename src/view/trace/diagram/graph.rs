//! A trace as a graph: the client, the proxies, and the ends.

use super::tree::Branch;
use super::words;
use crate::view::diagram::{Edge, Graph, Node, Shape};
use crate::view::document::Role;
use crate::view::trace::ending;
use crate::view::trace::report::Report;

impl Report {
    /// The tree of ways as a graph; equal ends are one node.
    pub fn graph(&self) -> Graph {
        let root = Branch::root(&self.trace.ways);
        let first = self.trace.ways.first().and_then(|way| way.hops.first());
        let client =
            Node { lines: vec![words::client(&self.trace.request, first)], shape: Shape::Client, role: Role::Plain };
        let mut graph = Graph { title: words::asked(&self.trace.request), nodes: vec![client], edges: Vec::new() };
        grow(&mut graph, &root, 0);
        graph
    }
}

fn grow(graph: &mut Graph, branch: &Branch, from: usize) {
    for next in &branch.next {
        let Some(node) = node(next) else { continue };
        let is_end = node.shape == Shape::End;
        let known = graph.nodes.iter().position(|known| is_end && *known == node);
        let to = known.unwrap_or_else(|| {
            graph.nodes.push(node);
            graph.nodes.len() - 1
        });
        let mut lines = Vec::new();
        if branch.next.len() > 1 {
            lines.push(next.condition(branch));
        }
        // What ends at the proxy goes nowhere.
        if let Some(before) = next.previous()
            && let Some(edge) = &before.edge
        {
            lines.extend(before.outcome.cluster.clone());
            lines.push(words::tls_word(edge.tls).to_owned());
        }
        let role = match next.ways.as_slice() {
            ways if ways.windows(2).all(|pair| words::role(pair[0]) == words::role(pair[1])) => {
                next.way().map_or(Role::Plain, words::role)
            }
            _ => Role::Plain,
        };
        graph.edges.push(Edge { from, to, lines, role });
        grow(graph, next, to);
    }
}

fn node(branch: &Branch) -> Option<Node> {
    let way = branch.way()?;
    if let Some(hop) = branch.hop() {
        let lines = vec![hop.workload.clone(), hop.direction.word().to_owned()];
        return Some(Node { lines, shape: Shape::Proxy, role: Role::Plain });
    }
    let (muted, said): (Vec<_>, Vec<_>) =
        ending::of(way).line().spans.into_iter().partition(|span| span.role == Role::Muted);
    let text =
        |spans: Vec<crate::view::document::Span>| spans.iter().map(|span| span.text.as_ref()).collect::<String>();
    let lines = [text(said), text(muted)].map(|line| line.trim().to_owned());
    Some(Node {
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        shape: Shape::End,
        role: words::role(way),
    })
}
