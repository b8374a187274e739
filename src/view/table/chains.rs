//! `meshdbg chains`: the filter chains of every listener, in the order in which they match.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, State, listeners};
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::simulate::chain::sieve::LEVELS;
use crate::simulate::listener::{ChainNode, ListenerNode};
use crate::view::document::Role;
use crate::view::words::chain;

/// A filter chain.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChainRow {
    /// Its listener.
    pub listener: String,
    /// Its place in the configuration; `default` for the default chain.
    pub index: String,
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What connections it takes.
    pub matches: Vec<String>,
    /// TLS with clients.
    pub tls: String,
    /// Its network filters.
    pub filters: Vec<String>,
    /// Where it leads.
    pub leads: String,
    /// State of its listener.
    pub state: State,
    /// Whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
}

impl Row for ChainRow {
    const KIND: &'static str = "chains";
    const COLUMNS: &'static [Column] = &[
        column("listener", "LISTENER"),
        column("index", "#"),
        wide("name", "NAME"),
        column("match", "MATCH"),
        column("tls", "TLS"),
        column("leads", "LEADS TO"),
        wide("filters", "FILTERS"),
        wide("state", "STATE"),
        column("owner", "OWNER"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.listener);
        cells.plain(&self.index);
        cells.plain(&self.name);
        cells.list(Role::Plain, &self.matches);
        cells.plain(&self.tls);
        cells.plain(&self.leads);
        cells.list(Role::Plain, &self.filters);
        cells.add(self.state.role(), self.state);
        cells.list(Role::Plain, &self.owners);
    }
}

/// The chains of a proxy. The sieve has no order, but the more specific of two chains wins: port, address, SNI,
/// transport, ALPN, source, in this order of weight. A matcher chooses by name, and the order says nothing.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<ChainRow> {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for (index, entry) in proxy.dump.listeners.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => {
                for (state, listener) in listeners::states(decoded) {
                    rows.extend(of_listener(&ListenerNode::new(listener, Vec::new()), state));
                }
            }
            Err(error) => gaps.push(format!("listener {index} of the dump cannot be read: {error}")),
        }
    }
    gaps.extend(proxy.dump.gap(Section::Listeners));
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

fn of_listener(listener: &ListenerNode, state: State) -> Vec<ChainRow> {
    let mut chains: Vec<(usize, &ChainNode)> = listener.chains.iter().enumerate().collect();
    if listener.tree.is_none() {
        chains.sort_by_key(|(index, chain)| (std::cmp::Reverse(specificity(chain)), *index));
    }
    let mut rows: Vec<ChainRow> =
        chains.into_iter().map(|(index, chain)| row(listener, index.to_string(), chain, state)).collect();
    rows.extend(listener.default_chain.as_ref().map(|chain| row(listener, "default".to_owned(), chain, state)));
    rows
}

/// Level by level, whether the chain asks for something there, and how exactly.
fn specificity(chain: &ChainNode) -> Vec<usize> {
    LEVELS.iter().map(|level| chain.matches.specificity(*level)).collect()
}

fn row(listener: &ListenerNode, index: String, chain: &ChainNode, state: State) -> ChainRow {
    let matches = if listener.tree.is_some() {
        vec![format!("the matcher leads to {}", chain.config.name)]
    } else if index == "default" {
        vec!["everything else".to_owned()]
    } else {
        let conditions = LEVELS.iter().map(|level| (level, chain.matches.condition(*level)));
        let asked: Vec<String> = conditions
            .filter(|(_, condition)| !condition.is_empty())
            .map(|(level, condition)| format!("{} {condition}", level.words()))
            .collect();
        if asked.is_empty() { vec!["everything".to_owned()] } else { asked }
    };
    ChainRow {
        listener: listener.config.name.clone(),
        index,
        name: chain.config.name.clone(),
        matches,
        tls: chain::tls(&chain.config),
        filters: chain::filters(&chain.config.filters),
        leads: chain::leads(&chain.config).to_string(),
        state,
        owners: chain.owners.clone(),
    }
}
