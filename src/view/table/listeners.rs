//! `meshdbg listeners`.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, State};
use crate::base::origin::Owner;
use crate::correlate::{Mesh, marked};
use crate::model::Proxy;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::address::Address;
use crate::model::envoy::entry::ListenerEntry;
use crate::model::envoy::listener::{Listener, TrafficDirection};
use crate::view::document::Role;
use crate::view::words::chain::{Leads, leads};
use crate::view::words::{count, filter};

/// A listener.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ListenerRow {
    /// Its name.
    pub name: String,
    /// Where it listens; `internal` for one inside of the Envoy.
    pub addresses: Vec<String>,
    /// Its state.
    pub state: State,
    /// Which way istiod made it for; empty where it does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub direction: String,
    /// Whether the kernel delivers connections to it; else they are handed to it by another listener.
    pub bound: bool,
    /// What its chains speak.
    pub serves: String,
    /// How many chains it has, the default one included.
    pub chains: usize,
    /// What it looks at before it chooses a chain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub listener_filters: Vec<String>,
    /// Hands connections to the listener of their original destination.
    pub use_original_dst: bool,
    /// Whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// When it was loaded.
    pub updated: String,
    /// Version of the control plane; empty with delta xDS.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// Why Envoy refused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Row for ListenerRow {
    const KIND: &'static str = "listeners";
    const COLUMNS: &'static [Column] = &[
        column("name", "NAME"),
        column("address", "ADDRESS"),
        column("state", "STATE"),
        column("direction", "DIRECTION"),
        column("serves", "SERVES"),
        column("chains", "CHAINS"),
        wide("bound", "BOUND"),
        wide("filters", "LISTENER FILTERS"),
        wide("original-dst", "ORIGINAL DST"),
        column("owner", "OWNER"),
        wide("updated", "UPDATED"),
        wide("version", "VERSION"),
        column("error", "ERROR"),
    ];

    fn cells(&self, cells: &mut Cells) {
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        cells.add(Role::Name, &self.name);
        cells.list(Role::Plain, &self.addresses);
        cells.add(self.state.role(), self.state);
        cells.plain(&self.direction);
        cells.plain(&self.serves);
        cells.plain(self.chains);
        cells.plain(yes(self.bound));
        cells.list(Role::Plain, &self.listener_filters);
        cells.plain(yes(self.use_original_dst));
        cells.list(Role::Plain, &self.owners);
        cells.plain(&self.updated);
        cells.plain(&self.version);
        cells.add(Role::Bad, self.error.as_deref().unwrap_or_default());
    }
}

/// The listeners of a proxy: for each of them a row for every state it is in.
pub fn rows(_: &Mesh, proxy: &Proxy) -> OfProxy<ListenerRow> {
    let mut rows = Vec::new();
    for (index, entry) in proxy.dump.listeners.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => rows.extend(of_entry(decoded)),
            Err(error) => rows.push(unreadable(index, entry, &error.to_string())),
        }
    }
    let gaps = proxy.dump.gap(Section::Listeners).into_iter().collect();
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

fn of_entry(entry: ListenerEntry) -> Vec<ListenerRow> {
    let mut rows = Vec::new();
    if let Some(listener) = &entry.listener {
        rows.push(row(listener, State::Static, entry.last_updated.clone(), String::new()));
    }
    let states = [
        (entry.active_state, State::Active),
        (entry.warming_state, State::Warming),
        (entry.draining_state, State::Draining),
    ];
    for (found, state) in states {
        if let Some(found) = found {
            rows.push(row(&found.listener, state, found.last_updated, found.version_info));
        }
    }
    if let Some(error) = entry.error_state {
        let refused = refused(&entry.name, error.failed_configuration.as_deref());
        let mut row = row(&refused, State::Rejected, error.last_update_attempt, error.version_info);
        row.error = Some(error.details);
        rows.push(row);
    }
    rows
}

/// A listener in every state it is in.
pub(super) fn states(entry: ListenerEntry) -> Vec<(State, Listener)> {
    let refused = entry.error_state.map(|error| refused(&entry.name, error.failed_configuration.as_deref()));
    let states = [
        (State::Static, entry.listener),
        (State::Active, entry.active_state.map(|state| state.listener)),
        (State::Warming, entry.warming_state.map(|state| state.listener)),
        (State::Draining, entry.draining_state.map(|state| state.listener)),
        (State::Rejected, refused),
    ];
    states.into_iter().filter_map(|(state, listener)| Some((state, listener?))).collect()
}

/// What Envoy refused: the configuration is there too, where Envoy keeps it.
fn refused(name: &str, json: Option<&RawValue>) -> Listener {
    let mut listener: Listener = json.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
    if listener.name.is_empty() {
        name.clone_into(&mut listener.name);
    }
    listener
}

fn row(listener: &Listener, state: State, updated: String, version: String) -> ListenerRow {
    ListenerRow {
        name: listener.name.clone(),
        addresses: addresses(listener),
        state,
        direction: direction(listener).to_owned(),
        bound: listener.is_bound(),
        serves: serves(listener),
        chains: listener.filter_chains.len() + usize::from(listener.default_filter_chain.is_some()),
        listener_filters: listener
            .listener_filters
            .iter()
            .map(|filter| {
                let type_name = filter.typed_config.as_ref().map_or(filter.name.as_str(), |config| &config.type_name);
                filter::short_type(type_name).to_owned()
            })
            .collect(),
        use_original_dst: listener.use_original_dst,
        owners: marked::of_chain(&listener.metadata),
        updated,
        version,
        error: None,
    }
}

fn addresses(listener: &Listener) -> Vec<String> {
    if listener.internal_listener.is_some() {
        return vec!["internal".to_owned()];
    }
    listener.addresses().map(Address::to_string).collect()
}

fn direction(listener: &Listener) -> &'static str {
    match listener.traffic_direction {
        TrafficDirection::Unspecified => "",
        TrafficDirection::Inbound => "inbound",
        TrafficDirection::Outbound => "outbound",
    }
}

/// What its chains speak, in how many chains.
fn serves(listener: &Listener) -> String {
    let (mut http, mut tcp, mut other) = (0, 0, 0);
    for chain in listener.filter_chains.iter().chain(&listener.default_filter_chain) {
        match leads(chain) {
            Leads::RouteTable(_) | Leads::InlineTable(_) | Leads::Scopes(_) => http += 1,
            Leads::Clusters(_) => tcp += 1,
            Leads::Other(_) | Leads::Nowhere => other += 1,
        }
    }
    let parts = [("HTTP", http), ("TCP", tcp), ("other", other)];
    let kinds: Vec<&str> = parts.iter().filter(|(_, chains)| *chains > 0).map(|(kind, _)| *kind).collect();
    if kinds.is_empty() { count(0, "chain") } else { kinds.join("+") }
}

fn unreadable(index: usize, entry: &Entry<ListenerEntry>, error: &str) -> ListenerRow {
    ListenerRow {
        state: entry.state.into(),
        error: Some(format!("cannot be read: {error}")),
        ..row(
            &Listener { name: format!("#{index}"), ..Listener::default() },
            State::Active,
            String::new(),
            String::new(),
        )
    }
}
