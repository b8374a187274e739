//! Which routes of a large virtual host a path can match at all.
//!
//! Routes are tried in order, and a virtual host may have thousands. Most match a literal path or prefix: those that
//! a path cannot match need not be asked.

use std::collections::HashMap;

use super::route::RouteNode;
use crate::simulate::matcher::path::PathMatch;

/// Routes by their literal paths.
#[derive(Debug, Default)]
pub struct PathIndex {
    exact: HashMap<String, Vec<usize>>,
    prefixes: HashMap<String, Vec<usize>>,
    /// Lengths of the prefixes, each once.
    lengths: Vec<usize>,
    /// Routes that any path may match.
    others: Vec<usize>,
    count: usize,
}

/// Below this number of routes looking them up costs more than it saves.
const WORTHWHILE: usize = 16;

impl PathIndex {
    /// Indexes the routes of a virtual host.
    pub fn new(nodes: &[RouteNode]) -> Self {
        let mut index = Self { count: nodes.len(), ..Self::default() };
        if nodes.len() < WORTHWHILE {
            return index;
        }
        for (at, node) in nodes.iter().enumerate() {
            match &node.matches.path {
                PathMatch::Exact(path) if path.case_sensitive => {
                    index.exact.entry(path.pattern.clone()).or_default().push(at);
                }
                PathMatch::Prefix(prefix) | PathMatch::SeparatedPrefix(prefix) if prefix.case_sensitive => {
                    index.prefixes.entry(prefix.pattern.clone()).or_default().push(at);
                }
                PathMatch::Exact(_)
                | PathMatch::Prefix(_)
                | PathMatch::SeparatedPrefix(_)
                | PathMatch::Regex(_)
                | PathMatch::Template(_)
                | PathMatch::Connect
                | PathMatch::Unknown(_) => {
                    index.others.push(at);
                }
            }
        }
        index.lengths = index.prefixes.keys().map(String::len).collect();
        index.lengths.sort_unstable();
        index.lengths.dedup();
        index
    }

    /// The routes that a path may match, in order. A superset of those that do.
    pub fn candidates(&self, path: &str) -> Vec<usize> {
        if self.count < WORTHWHILE {
            return (0..self.count).collect();
        }
        let mut candidates = self.others.clone();
        candidates.extend(self.exact.get(path).into_iter().flatten());
        for length in self.lengths.iter().take_while(|length| **length <= path.len()) {
            let prefix = path.get(..*length).and_then(|prefix| self.prefixes.get(prefix));
            candidates.extend(prefix.into_iter().flatten());
        }
        candidates.sort_unstable();
        candidates
    }
}
