//! `meshdbg routes`: every route of every virtual host, with all its conditions and destinations.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::{Cells, Column, Row, column, wide};
use super::{OfProxy, State};
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::owners::{Detail, Role as Owning, Touched};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::entry::RouteEntry;
use crate::model::envoy::route_config::{RouteConfiguration, VirtualHost};
use crate::simulate::http::route::{RouteNode, Routes};
use crate::view::document::Role;
use crate::view::words::route;

/// A route.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RouteRow {
    /// Its route table.
    pub table: String,
    /// Its virtual host.
    pub virtual_host: String,
    /// Hosts of the virtual host.
    pub domains: Vec<String>,
    /// Its place in the virtual host; none where the virtual host has no routes.
    pub index: Option<usize>,
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What requests it takes: all conditions.
    pub matches: String,
    /// What it does.
    pub action: String,
    /// Where it sends requests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub destinations: Vec<Destination>,
    /// State of the table.
    pub state: State,
    /// Whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// What becomes of host and path.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rewrites: String,
    /// Time for the whole answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub timeout: String,
    /// Retries.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub retries: String,
    /// Copies.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub mirrors: String,
    /// Header operations on requests.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub request_headers: String,
    /// Header operations on answers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub response_headers: String,
    /// Filters that it says something to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
    /// Why Envoy refused the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Where a route sends requests.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Destination {
    /// The cluster.
    pub cluster: String,
    /// Its weight, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u32>,
}

impl std::fmt::Display for Destination {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.weight {
            Some(weight) => write!(f, "{weight} {}", self.cluster),
            None => f.write_str(&self.cluster),
        }
    }
}

impl Row for RouteRow {
    const KIND: &'static str = "routes";
    const COLUMNS: &'static [Column] = &[
        column("table", "TABLE"),
        column("host", "VIRTUAL HOST"),
        wide("domains", "DOMAINS"),
        column("index", "#"),
        wide("name", "NAME"),
        column("match", "MATCH"),
        column("action", "ACTION"),
        column("cluster", "CLUSTER"),
        column("owner", "OWNER"),
        wide("rewrite", "REWRITE"),
        wide("timeout", "TIMEOUT"),
        wide("retries", "RETRIES"),
        wide("mirror", "MIRROR"),
        wide("request-headers", "REQUEST HEADERS"),
        wide("response-headers", "RESPONSE HEADERS"),
        wide("filters", "FILTERS"),
        wide("state", "STATE"),
        column("error", "ERROR"),
    ];

    fn cells(&self, cells: &mut Cells) {
        cells.add(Role::Name, &self.table);
        cells.plain(&self.virtual_host);
        cells.list(Role::Plain, &self.domains);
        match self.index {
            Some(index) => cells.plain(index),
            None => cells.plain(""),
        }
        cells.plain(&self.name);
        cells.plain(&self.matches);
        cells.plain(&self.action);
        cells.list(Role::Plain, &self.destinations);
        cells.list(Role::Plain, &self.owners);
        cells.plain(&self.rewrites);
        cells.plain(&self.timeout);
        cells.plain(&self.retries);
        cells.plain(&self.mirrors);
        cells.plain(&self.request_headers);
        cells.plain(&self.response_headers);
        cells.list(Role::Plain, &self.filters);
        cells.add(self.state.role(), self.state);
        cells.add(Role::Bad, self.error.as_deref().unwrap_or_default());
    }
}

/// The routes of a proxy: tables by RDS, then those that stand inside of listeners.
pub fn rows(mesh: &Mesh, proxy: &Proxy) -> OfProxy<RouteRow> {
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for (index, entry) in proxy.dump.routes.iter().enumerate() {
        match entry.item.decode() {
            Ok(decoded) => rows.extend(of_entry(decoded, entry.state.into())),
            Err(error) => gaps.push(format!("route table {index} of the dump cannot be read: {error}")),
        }
    }
    gaps.extend(proxy.dump.gap(Section::Routes));
    if !mesh.resources.is_empty() {
        own(mesh, proxy, &mut rows);
    }
    OfProxy { proxy: proxy.id.clone(), rows, gaps }
}

/// Gives every route the rule it comes from, in place of the resource that istiod marks.
fn own(mesh: &Mesh, proxy: &Proxy, rows: &mut [RouteRow]) {
    let tables = rows.iter().map(|row| row.table.clone()).collect();
    let detail = Detail::of(mesh, proxy, Some(&Touched { tables, ..Touched::default() }));
    for row in rows.iter_mut().filter(|row| row.state != State::Rejected) {
        let Some(index) = row.index else {
            continue;
        };
        let told = detail.route(&format!("{}|{}|{index}", row.table, row.virtual_host), None);
        let of_role =
            |wanted: Owning| told.iter().filter(move |(role, _)| *role == wanted).map(|(_, owner)| owner.clone());
        // The server that a gateway has the host for says nothing of the route.
        let made: Vec<Owner> = of_role(Owning::Made).filter(|owner| owner.resource.kind != "Gateway").collect();
        let owners = if made.is_empty() { of_role(Owning::Carried).collect() } else { made };
        if !owners.is_empty() {
            row.owners = owners;
        }
    }
}

fn of_entry(entry: RouteEntry, state: State) -> Vec<RouteRow> {
    let mut rows = of_table(&entry.route_config, state);
    if let Some(error) = entry.error_state {
        let refused: RouteConfiguration =
            error.failed_configuration.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
        let mut more = of_table(&refused, State::Rejected);
        if more.is_empty() {
            more.push(empty(&entry.route_config.name, &VirtualHost::default(), State::Rejected));
        }
        for row in &mut more {
            row.error = Some(error.details.clone());
        }
        rows.extend(more);
    }
    rows
}

/// The routes of one table.
pub fn of_table(table: &RouteConfiguration, state: State) -> Vec<RouteRow> {
    let of_host = |host: &VirtualHost| {
        let routes = Routes::new(&table.name, host);
        if routes.nodes.is_empty() {
            return vec![empty(&table.name, host, state)];
        }
        let by_tree = routes.tree.is_some();
        let rows = routes.nodes.iter().enumerate();
        rows.map(|(index, node)| row(&table.name, host, index, node, by_tree, state)).collect::<Vec<_>>()
    };
    table.virtual_hosts.iter().flat_map(of_host).collect()
}

fn row(table: &str, host: &VirtualHost, index: usize, node: &RouteNode, by_tree: bool, state: State) -> RouteRow {
    let config = &node.config;
    let action = config.route.as_ref();
    let destinations = action.map(route::destinations).unwrap_or_default();
    let filters = config.typed_per_filter_config.keys().chain(host.typed_per_filter_config.keys());
    let mut filters: Vec<String> = filters.cloned().collect();
    filters.sort();
    filters.dedup();
    RouteRow {
        index: Some(index),
        name: config.name.clone(),
        matches: if by_tree {
            format!("{} (by the host's matcher)", node.matches.words())
        } else {
            node.matches.words()
        },
        action: route::action(config),
        destinations: destinations.into_iter().map(|(cluster, weight)| Destination { cluster, weight }).collect(),
        owners: node.owners.clone(),
        rewrites: action.map(route::rewrites).unwrap_or_default(),
        timeout: action.map(route::timeout).unwrap_or_default(),
        retries: action
            .map(|action| route::retries(action.retry_policy.as_ref().or(host.retry_policy.as_ref())))
            .unwrap_or_default(),
        mirrors: action.map(|action| route::mirrors(&action.request_mirror_policies)).unwrap_or_default(),
        request_headers: route::headers(&config.request_headers_to_add, &config.request_headers_to_remove),
        response_headers: route::headers(&config.response_headers_to_add, &config.response_headers_to_remove),
        filters,
        ..empty(table, host, state)
    }
}

/// The row of a virtual host without routes: whatever it takes is answered 404.
fn empty(table: &str, host: &VirtualHost, state: State) -> RouteRow {
    RouteRow {
        table: table.to_owned(),
        virtual_host: host.name.clone(),
        domains: host.domains.clone(),
        index: None,
        name: String::new(),
        matches: String::new(),
        action: "answers 404: no routes".to_owned(),
        destinations: Vec::new(),
        state,
        owners: Vec::new(),
        rewrites: String::new(),
        timeout: String::new(),
        retries: String::new(),
        mirrors: String::new(),
        request_headers: String::new(),
        response_headers: String::new(),
        filters: Vec::new(),
        error: None,
    }
}
