//! `meshdbg filters`: the filters of every listener, chain and connection manager, in the order in which they run, and
//! what meshdbg knows of each.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, listeners};
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::filter_chain::{Filter, FilterChain};
use crate::model::envoy::http_connection_manager::{HTTP_CONNECTION_MANAGER, HttpConnectionManager};
use crate::model::envoy::listener::{Listener, ListenerFilter};
use crate::simulate::listener::ListenerNode;
use crate::view::document::Role;
use crate::view::table::State;
use crate::view::words::filter::{self, short_type};

/// A filter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FilterRow {
    /// Its listener.
    pub listener: String,
    /// Its chain: the index, or `default`; empty for listener filters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub chain: String,
    /// Where it stands.
    pub level: Level,
    /// Its place there.
    pub index: usize,
    /// Name of the instance.
    pub name: String,
    /// Message type of its configuration.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Off unless a route switches it on.
    pub disabled: bool,
    /// Comes by its own discovery service.
    pub discovered: bool,
    /// What meshdbg knows of it: a trace through a filter that is not modelled is undetermined.
    pub knowledge: String,
}

/// Where a filter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Before a chain is chosen.
    Listener,
    /// On the bytes of a connection.
    Network,
    /// On requests.
    Http,
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Listener => "listener",
            Self::Network => "network",
            Self::Http => "http",
        })
    }
}

impl Row for FilterRow {
    const KIND: &'static str = "filters";
    const COLUMNS: &'static [Column] = &[
        column("listener", "LISTENER"),
        column("chain", "CHAIN"),
        column("level", "LEVEL"),
        column("index", "#"),
        column("name", "NAME"),
        column("type", "TYPE"),
        wide("message", "MESSAGE"),
        wide("disabled", "DISABLED"),
        wide("discovered", "DISCOVERED"),
        column("known", "KNOWN"),
    ];

    fn cells(&self, cells: &mut Cells) {
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        cells.add(Role::Name, &self.listener);
        cells.plain(&self.chain);
        cells.plain(self.level);
        cells.plain(self.index);
        cells.plain(&self.name);
        cells.plain(short_type(&self.type_name));
        cells.plain(&self.type_name);
        cells.plain(yes(self.disabled));
        cells.plain(yes(self.discovered));
        let role = if self.knowledge.starts_with("not modelled") { Role::Warning } else { Role::Plain };
        cells.add(role, &self.knowledge);
    }
}

/// The filters of the listeners in use.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<FilterRow> {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for (index, entry) in proxy.dump.listeners.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => {
                let in_use = listeners::states(decoded).into_iter();
                for (_, listener) in in_use.filter(|(state, _)| matches!(state, State::Static | State::Active)) {
                    rows.extend(of_listener(listener));
                }
            }
            Err(error) => gaps.push(format!("listener {index} of the dump cannot be read: {error}")),
        }
    }
    gaps.extend(proxy.dump.gap(Section::Listeners));
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

fn of_listener(listener: Listener) -> Vec<FilterRow> {
    let name = listener.name.clone();
    let mut rows: Vec<FilterRow> = listener
        .listener_filters
        .iter()
        .enumerate()
        .map(|(index, filter)| of_listener_filter(&name, index, filter))
        .collect();
    let node = ListenerNode::new(listener, Vec::new());
    for (index, chain) in node.chains.iter().enumerate() {
        rows.extend(of_chain(&name, &index.to_string(), &chain.config));
    }
    rows.extend(node.default_chain.iter().flat_map(|chain| of_chain(&name, "default", &chain.config)));
    rows
}

fn of_listener_filter(listener: &str, index: usize, filter: &ListenerFilter) -> FilterRow {
    let type_name = filter.typed_config.as_ref().map_or(filter.name.clone(), |config| config.type_name.clone());
    FilterRow {
        listener: listener.to_owned(),
        chain: String::new(),
        level: Level::Listener,
        index,
        name: filter.name.clone(),
        disabled: false,
        discovered: filter.config_discovery.is_some(),
        knowledge: filter::listener_filter(&type_name).to_owned(),
        type_name,
    }
}

fn of_chain(listener: &str, chain: &str, config: &FilterChain) -> Vec<FilterRow> {
    let row = |level, index, filter: &Filter, knowledge| FilterRow {
        listener: listener.to_owned(),
        chain: chain.to_owned(),
        level,
        index,
        name: filter.name.clone(),
        type_name: filter.type_name().to_owned(),
        disabled: filter.disabled,
        discovered: filter.config_discovery.is_some(),
        knowledge,
    };
    let mut rows = Vec::new();
    for (index, filter) in config.filters.iter().enumerate() {
        rows.push(row(Level::Network, index, filter, filter::network_filter(filter)));
        let manager = filter.config().filter(|config| config.is(HTTP_CONNECTION_MANAGER));
        let manager = manager.and_then(|config| config.decode::<HttpConnectionManager>().ok());
        for (index, filter) in manager.iter().flat_map(|manager| manager.value.http_filters.iter().enumerate()) {
            rows.push(row(Level::Http, index, filter, filter::http_filter(filter)));
        }
    }
    rows
}
