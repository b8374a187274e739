//! All objects of a proxy, each with its node.

use std::collections::{BTreeSet, HashMap, HashSet};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::super::graph::{Graph, NodeId};
use super::super::object::{EnvoyKind, EnvoyObject};
use super::cluster::{Assignment, ClusterFacts, LocalityFacts};
use super::listener::{FilterFacts, ListenerFacts};
use super::table::TableFacts;
use crate::model::Proxy;
use crate::model::dump::Entry;
use crate::model::envoy::entry::EntryState;
use crate::model::envoy::listener::TrafficDirection;

/// The objects of a proxy that are asked about, by name. Reading them alone costs little, however large the dump.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touched {
    /// Listeners.
    pub listeners: BTreeSet<String>,
    /// Route tables.
    pub tables: BTreeSet<String>,
    /// Clusters, with their endpoints.
    pub clusters: BTreeSet<String>,
}

/// What a proxy has.
#[derive(Debug, Default)]
pub struct Inventory {
    /// Listeners.
    pub listeners: Vec<ListenerFacts>,
    /// Route tables, those that stand in chains too.
    pub tables: Vec<TableFacts>,
    /// Clusters with their endpoints.
    pub clusters: Vec<ClusterFacts>,
    by_name: HashMap<String, usize>,
    /// The outbound clusters of whole services, by port.
    by_port: HashMap<u16, Vec<usize>>,
    listener_names: HashSet<String>,
}

/// The entries of a dump, as deep as they are read here.
mod entry {
    use serde::Deserialize;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    pub(super) struct Listener {
        pub(super) listener: Option<super::ListenerFacts>,
        pub(super) active_state: Option<Box<Listener>>,
    }

    #[derive(Default, Deserialize)]
    #[serde(default)]
    pub(super) struct Table {
        pub(super) route_config: super::TableFacts,
    }

    #[derive(Default, Deserialize)]
    #[serde(default)]
    pub(super) struct Cluster {
        pub(super) cluster: super::ClusterFacts,
    }

    #[derive(Default, Deserialize)]
    #[serde(default)]
    pub(super) struct Endpoints {
        pub(super) endpoint_config: super::Assignment,
    }
}

impl Inventory {
    /// Reads a proxy's dump, or the part of it that is asked about. What cannot be read is left out: the tables say so.
    pub fn read(proxy: &Proxy, touched: Option<&Touched>, graph: &mut Graph) -> Self {
        let dump = &proxy.dump;
        let clusters = touched.map(|touched| &touched.clusters);
        let mut inventory = Self::default();
        for item in wanted(&dump.listeners, touched.map(|touched| &touched.listeners)) {
            let entry: entry::Listener = serde_json::from_slice(item.item.text()).unwrap_or_default();
            let listener = entry.listener.or_else(|| entry.active_state?.listener);
            if let Some(listener) = listener {
                inventory.listener(listener, item.state == EntryState::Static, graph);
            }
        }
        for item in wanted(&dump.routes, touched.map(|touched| &touched.tables)) {
            let entry: entry::Table = serde_json::from_slice(item.item.text()).unwrap_or_default();
            // Envoy lists tables that stand in listeners as static ones: they have been read with their chains.
            if item.state != EntryState::Static {
                let key = entry.route_config.name.clone();
                inventory.table(entry.route_config, key, None, graph);
            }
        }
        inventory.hang_tables(graph);
        for item in wanted(&dump.clusters, clusters) {
            let entry: entry::Cluster = serde_json::from_slice(item.item.text()).unwrap_or_default();
            inventory.cluster(entry.cluster, graph);
        }
        for item in wanted(&dump.endpoints, clusters) {
            let entry: entry::Endpoints = serde_json::from_slice(item.item.text()).unwrap_or_default();
            inventory.endpoints(&entry.endpoint_config, graph);
        }
        inventory
    }

    /// A cluster by name.
    pub fn cluster_named(&self, name: &str) -> Option<&ClusterFacts> {
        self.by_name.get(name).map(|index| &self.clusters[*index])
    }

    /// The outbound clusters for a port of whole services.
    pub fn clusters_at(&self, port: u16) -> impl Iterator<Item = &ClusterFacts> {
        self.by_port.get(&port).into_iter().flatten().map(|index| &self.clusters[*index])
    }

    /// Whether there is a listener of this name.
    pub fn has_listener(&self, name: &str) -> bool {
        self.listener_names.contains(name)
    }

    fn listener(&mut self, mut listener: ListenerFacts, is_static: bool, graph: &mut Graph) {
        listener.is_static = is_static;
        if let Some(mut chain) = listener.default_filter_chain.take() {
            chain.is_default = true;
            listener.filter_chains.push(chain);
        }
        listener.node = graph.add(EnvoyObject::named(EnvoyKind::Listener, [&listener.name]), None);
        let name = listener.name.clone();
        // A gateway's listener is there for its chains; elsewhere chains are there for their listener.
        let parent = (!listener.is_gateway()).then_some(listener.node);
        let mut chains = Vec::new();
        for chain in &mut listener.filter_chains {
            let key = chain.key();
            chain.node = graph.add(EnvoyObject::named(EnvoyKind::FilterChain, [&name, &key]), parent);
            chains.push(chain.node);
            for (index, filter) in chain.filters.iter_mut().enumerate() {
                let object = EnvoyObject::indexed(EnvoyKind::NetworkFilter, [&name, &key], index);
                filter.node = graph.add(object, Some(chain.node));
                read_config(filter);
                for (index, filter) in filter.facts.http_filters.iter_mut().enumerate() {
                    let object = EnvoyObject::indexed(EnvoyKind::HttpFilter, [&name, &key], index);
                    filter.node = graph.add(object, Some(chain.node));
                    read_config(filter);
                }
                if let Some(table) = filter.facts.route_config.clone() {
                    self.table(table, format!("inline:{name}|{key}"), Some(chain.node), graph);
                }
            }
        }
        if parent.is_none() {
            graph.need_object(listener.node, chains);
        }
        self.listener_names.insert(name);
        self.listeners.push(listener);
    }

    fn table(&mut self, mut table: TableFacts, key: String, parent: Option<NodeId>, graph: &mut Graph) {
        table.node = graph.add(EnvoyObject::named(EnvoyKind::RouteConfig, [&key]), parent);
        for host in &mut table.virtual_hosts {
            host.node = graph.add(EnvoyObject::named(EnvoyKind::VirtualHost, [&key, &host.name]), Some(table.node));
            for (index, route) in host.routes.iter_mut().enumerate() {
                // A gateway's virtual host is there for its routes: they hang on the table.
                let object = EnvoyObject::indexed(EnvoyKind::Route, [&key, &host.name], index);
                route.node = graph.add(object, Some(table.node));
            }
        }
        table.key = key;
        self.tables.push(table);
    }

    /// A proxy asks for the tables that its chains name.
    fn hang_tables(&mut self, graph: &mut Graph) {
        let mut users: HashMap<&str, Vec<NodeId>> = HashMap::new();
        for chain in self.listeners.iter().flat_map(|listener| &listener.filter_chains) {
            for rds in chain.filters.iter().filter_map(|filter| filter.facts.rds.as_ref()) {
                users.entry(&rds.route_config_name).or_default().push(chain.node);
            }
        }
        // A gateway's table for TLS is named by its server, wherever that listens: its rule hangs it there.
        for table in self.tables.iter().filter(|table| !table.key.starts_with("https.")) {
            if let Some(chains) = users.remove(table.key.as_str()) {
                graph.place(table.node, chains);
            }
        }
    }

    fn cluster(&mut self, mut cluster: ClusterFacts, graph: &mut Graph) {
        cluster.node = graph.add(EnvoyObject::named(EnvoyKind::Cluster, [&cluster.name]), None);
        cluster.mark = cluster.metadata.istio().unwrap_or_default();
        let name = cluster.parts().filter(|name| name.direction == "outbound" && name.subset.is_empty());
        if let Some(port) = name.map(|name| name.port) {
            self.by_port.entry(port).or_default().push(self.clusters.len());
        }
        self.by_name.insert(cluster.name.clone(), self.clusters.len());
        self.clusters.push(cluster);
    }

    fn endpoints(&mut self, assignment: &Assignment, graph: &mut Graph) {
        let Some(index) = self.by_name.get(&assignment.cluster_name) else {
            return;
        };
        let cluster = &mut self.clusters[*index];
        for mut endpoint in assignment.endpoints.iter().flat_map(LocalityFacts::endpoints) {
            let object = EnvoyObject::named(EnvoyKind::Endpoint, [&cluster.name, &endpoint.address]);
            endpoint.node = graph.add(object, Some(cluster.node));
            cluster.endpoints.push(endpoint);
        }
    }
}

impl ListenerFacts {
    /// Whether it is a listener of a gateway: bound, and made for what is behind it.
    pub fn is_gateway(&self) -> bool {
        !self.is_static && self.traffic_direction == TrafficDirection::Outbound && !self.access_log.is_empty()
    }
}

/// The entries that may hold one of the names, found without decoding any: names stand anywhere in an entry.
fn wanted<'p, T: Sync>(entries: &'p [Entry<T>], names: Option<&BTreeSet<String>>) -> Vec<&'p Entry<T>> {
    let Some(names) = names else {
        return entries.iter().collect();
    };
    let Ok(search) = AhoCorasick::new(names.iter().filter(|name| !name.is_empty())) else {
        return Vec::new();
    };
    entries.par_iter().filter(|entry| search.is_match(entry.item.text())).collect()
}

fn read_config(filter: &mut FilterFacts) {
    if let Some(config) = filter.typed_config.take() {
        filter.facts = serde_json::from_str(config.json.get()).unwrap_or_default();
        filter.typed_config = Some(config);
    }
}
