//! Which object of a proxy's configuration refers to which: listener to route table, route to cluster, cluster to
//! endpoints and secrets.
//!
//! References are found by the shape of the configuration and not by the types of filters: a filter that nobody
//! modelled refers to clusters and secrets too. In Envoy's API a cluster is named in a field `cluster` or
//! `cluster_name`, a secret beside its `sds_config`, a route table in `route_config_name`.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::model::dump::Section;
use crate::model::{Proxy, peek};

/// The kinds of objects that refer to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectKind {
    /// A listener, by name.
    Listener,
    /// A filter chain: `LISTENER|INDEX` or `LISTENER|default`.
    Chain,
    /// A route table, by name.
    RouteTable,
    /// A route: `TABLE|VIRTUAL HOST|INDEX`.
    Route,
    /// A cluster, by name.
    Cluster,
    /// The endpoints that EDS gives for a name.
    Endpoints,
    /// A secret, by name.
    Secret,
    /// A filter that comes by its own discovery service, by name.
    Filter,
}

impl ObjectKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Listener => "listener",
            Self::Chain => "chain",
            Self::RouteTable => "route table",
            Self::Route => "route",
            Self::Cluster => "cluster",
            Self::Endpoints => "endpoints",
            Self::Secret => "secret",
            Self::Filter => "filter",
        }
    }
}

/// An object of a proxy's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Object {
    /// Its kind.
    pub kind: ObjectKind,
    /// Its name.
    pub name: String,
}

impl Object {
    /// An object by kind and name.
    pub fn new(kind: ObjectKind, name: impl Into<String>) -> Self {
        Self { kind, name: name.into() }
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.word(), self.name)
    }
}

/// One object naming another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Reference {
    /// Who refers.
    pub from: Object,
    /// To whom.
    pub to: Object,
    /// The field that does.
    pub field: String,
    /// Whether the dump has what is referred to; `null` where it lacks that whole section.
    pub exists: Option<bool>,
}

/// All references of a proxy, in the order of the dump.
pub fn references(proxy: &Proxy) -> Vec<Reference> {
    let mut found = Vec::new();
    let dump = &proxy.dump;
    for text in dump.listeners.iter().map(|entry| entry.item.text()) {
        let entry: Value = serde_json::from_slice(text).unwrap_or_default();
        let states = ["active_state", "warming_state", "draining_state"]
            .map(|state| entry.pointer(&format!("/{state}/listener")));
        let listener = states.into_iter().chain([entry.get("listener")]).flatten().next();
        if let Some(listener) = listener {
            of_listener(listener, &mut found);
        }
    }
    for text in dump.routes.iter().map(|entry| entry.item.text()) {
        let entry: Value = serde_json::from_slice(text).unwrap_or_default();
        of_table(&entry["route_config"], &mut found);
    }
    for text in dump.clusters.iter().map(|entry| entry.item.text()) {
        let entry: Value = serde_json::from_slice(text).unwrap_or_default();
        of_cluster(&entry["cluster"], &mut found);
    }
    let present = Present::of(proxy, &found);
    for reference in &mut found {
        reference.exists = reference.exists.or_else(|| present.has(&reference.to));
    }
    found
}

/// What a dump holds, by name.
struct Present<'p> {
    proxy: &'p Proxy,
    objects: BTreeSet<Object>,
}

impl<'p> Present<'p> {
    fn of(proxy: &'p Proxy, found: &[Reference]) -> Self {
        let dump = &proxy.dump;
        let name = |kind, text: &[u8], inside: &[&str], names: &[&str]| {
            peek::name(text, inside, names).map(|name| Object { kind, name })
        };
        let clusters =
            dump.clusters.iter().filter_map(|e| name(ObjectKind::Cluster, e.item.text(), &["cluster"], &["name"]));
        let tables = dump
            .routes
            .iter()
            .filter_map(|e| name(ObjectKind::RouteTable, e.item.text(), &["route_config"], &["name"]));
        let endpoints = dump
            .endpoints
            .iter()
            .filter_map(|e| name(ObjectKind::Endpoints, e.item.text(), &["endpoint_config"], &["cluster_name"]));
        let secrets =
            dump.secrets.iter().filter_map(|e| name(ObjectKind::Secret, e.item.text(), &["secret"], &["name"]));
        let filters =
            dump.ecds.iter().filter_map(|e| name(ObjectKind::Filter, e.item.text(), &["ecds_filter"], &["name"]));
        // Listeners and chains were walked already.
        let walked = found.iter().map(|reference| reference.from.clone());
        let objects = clusters.chain(tables).chain(endpoints).chain(secrets).chain(filters).chain(walked).collect();
        Self { proxy, objects }
    }

    fn has(&self, object: &Object) -> Option<bool> {
        let section = match object.kind {
            // A dump without filters by discovery has no section for them: the listeners tell whether it is whole.
            ObjectKind::Listener | ObjectKind::Chain | ObjectKind::Filter => Section::Listeners,
            ObjectKind::RouteTable | ObjectKind::Route => Section::Routes,
            ObjectKind::Cluster => Section::Clusters,
            ObjectKind::Endpoints => Section::Endpoints,
            ObjectKind::Secret => Section::Secrets,
        };
        self.proxy.dump.has(section).then(|| self.objects.contains(object))
    }
}

fn of_listener(listener: &Value, found: &mut Vec<Reference>) {
    let name = text(&listener["name"]);
    let itself = Object::new(ObjectKind::Listener, name);
    let chains = listener["filter_chains"].as_array().into_iter().flatten().enumerate();
    let chains = chains.map(|(index, chain)| (index.to_string(), chain));
    let default = listener.get("default_filter_chain").map(|chain| ("default".to_owned(), chain));
    for (index, chain) in chains.chain(default) {
        let of_chain = Object::new(ObjectKind::Chain, format!("{name}|{index}"));
        found.push(Reference {
            from: itself.clone(),
            to: of_chain.clone(),
            field: "filter chain".to_owned(),
            exists: None,
        });
        // A chain that refers to nothing is there all the same.
        walk(chain, &of_chain, "", found);
        inline_tables(chain, &of_chain, found);
    }
    for field in ["listener_filters", "access_log"] {
        walk(&listener[field], &itself, field, found);
    }
}

/// Route tables that stand inside of a chain have routes too.
fn inline_tables(value: &Value, chain: &Object, found: &mut Vec<Reference>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if key != "route_config" {
                    inline_tables(value, chain, found);
                    continue;
                }
                let to = Object::new(ObjectKind::RouteTable, text(&value["name"]));
                // It is part of what refers to it.
                let exists = Some(true);
                found.push(Reference { from: chain.clone(), to, field: key.clone(), exists });
                of_table(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| inline_tables(item, chain, found)),
        _ => {}
    }
}

fn of_table(table: &Value, found: &mut Vec<Reference>) {
    let name = text(&table["name"]);
    let itself = Object::new(ObjectKind::RouteTable, name);
    for host in table["virtual_hosts"].as_array().into_iter().flatten() {
        let host_name = text(&host["name"]);
        for (index, route) in host["routes"].as_array().into_iter().flatten().enumerate() {
            walk(route, &Object::new(ObjectKind::Route, format!("{name}|{host_name}|{index}")), "", found);
        }
        let rest = host.as_object().into_iter().flatten().filter(|(key, _)| *key != "routes");
        rest.for_each(|(key, value)| walk(value, &itself, key, found));
    }
    let rest = table.as_object().into_iter().flatten().filter(|(key, _)| *key != "virtual_hosts");
    rest.for_each(|(key, value)| walk(value, &itself, key, found));
}

fn of_cluster(cluster: &Value, found: &mut Vec<Reference>) {
    let name = text(&cluster["name"]);
    let itself = Object::new(ObjectKind::Cluster, name);
    if cluster["type"] == "EDS" {
        let service = text(&cluster["eds_cluster_config"]["service_name"]);
        let to = Object::new(ObjectKind::Endpoints, if service.is_empty() { name } else { service });
        found.push(Reference { from: itself.clone(), to, field: "eds_cluster_config".to_owned(), exists: None });
    }
    let fields = cluster.as_object().into_iter().flatten();
    // Where its endpoints are asked for is no part of its traffic.
    for (key, value) in fields.filter(|(key, _)| *key != "eds_cluster_config" && *key != "metadata") {
        walk(value, &itself, key, found);
    }
}

/// Notes every reference in a value; route tables inside of it are left to [`inline_tables`].
fn walk(value: &Value, from: &Object, field: &str, found: &mut Vec<Reference>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, from, field, found)),
        Value::Object(fields) => {
            let mut add = |kind, name: &str, field: &str| {
                let reference = Reference {
                    from: from.clone(),
                    to: Object::new(kind, name),
                    field: field.to_owned(),
                    exists: None,
                };
                if !name.is_empty() && !found.contains(&reference) {
                    found.push(reference);
                }
            };
            let name = || text(&value["name"]);
            if fields.contains_key("sds_config") {
                add(ObjectKind::Secret, name(), field);
            }
            if fields.contains_key("config_discovery") {
                add(ObjectKind::Filter, name(), field);
            }
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("cluster" | "cluster_name", Value::String(name)) => add(ObjectKind::Cluster, name, field),
                    ("route_config_name", Value::String(name)) => add(ObjectKind::RouteTable, name, field),
                    ("server_listener_name", Value::String(name)) => add(ObjectKind::Listener, name, field),
                    ("weighted_clusters", Value::Object(weighted)) => {
                        for cluster in weighted.get("clusters").and_then(Value::as_array).into_iter().flatten() {
                            let field = match cluster["weight"].as_u64() {
                                Some(weight) => format!("weight {weight}"),
                                None => key.clone(),
                            };
                            add(ObjectKind::Cluster, text(&cluster["name"]), &field);
                        }
                    }
                    _ => {}
                }
            }
            let deeper = |key: &str| {
                !matches!(key, "route_config" | "sds_config" | "config_source" | "config_discovery" | "metadata")
            };
            for (key, value) in fields.iter().filter(|(key, _)| deeper(key)) {
                walk(value, from, key, found);
            }
        }
        _ => {}
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
