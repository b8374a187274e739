//! Listeners, chains and filters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::super::graph::NodeId;
use super::table::TableFacts;
use crate::model::any::TypedConfig;
use crate::model::envoy::address::Address;
use crate::model::envoy::listener::TrafficDirection;
use crate::model::envoy::metadata::Metadata;

/// A listener.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerFacts {
    /// Name.
    pub name: String,
    /// Where it listens.
    pub address: Address,
    /// The direction istiod made it for.
    pub traffic_direction: TrafficDirection,
    /// Chains; the default chain comes last.
    pub filter_chains: Vec<ChainFacts>,
    /// Taken when no chain matches.
    pub default_filter_chain: Option<ChainFacts>,
    /// A tree that chooses the chain.
    pub filter_chain_matcher: Option<Value>,
    /// Filters that look at the connection first.
    pub listener_filters: Vec<ListenerFilterFacts>,
    /// Access logs of its own.
    pub access_log: Vec<Value>,
    /// It stands in the bootstrap.
    #[serde(skip)]
    pub is_static: bool,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// A listener filter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerFilterFacts {
    /// Connections that the filter leaves alone.
    pub filter_disabled: Value,
}

/// A filter chain.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChainFacts {
    /// Name.
    pub name: String,
    /// What it takes, as it is written.
    pub filter_chain_match: Option<Value>,
    /// Network filters.
    pub filters: Vec<FilterFacts>,
    /// Marks.
    pub metadata: Metadata,
    /// It is the default chain.
    #[serde(skip)]
    pub is_default: bool,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// A network or HTTP filter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FilterFacts {
    /// Name.
    pub name: String,
    /// Configuration.
    pub typed_config: Option<TypedConfig>,
    /// What the rules read of it.
    #[serde(skip)]
    pub facts: FilterConfig,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// What the rules read of a filter's configuration, whatever its type.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FilterConfig {
    /// TCP: to this cluster.
    pub cluster: String,
    /// TCP: to one of these.
    pub weighted_clusters: WeightedClusters,
    /// TCP: connections end after this.
    pub max_downstream_connection_duration: Option<Value>,
    /// TCP: endpoints are chosen by a hash.
    pub hash_policy: Vec<Value>,
    /// HTTP: the table comes by RDS.
    pub rds: Option<Rds>,
    /// HTTP: the table is inline.
    pub route_config: Option<TableFacts>,
    /// HTTP filters.
    pub http_filters: Vec<FilterFacts>,
    /// HTTP: tracing.
    pub tracing: Option<Value>,
    /// Access logs.
    pub access_log: Vec<Value>,
    /// RBAC: the policies.
    pub rules: Option<Policies>,
    /// RBAC: policies that only count.
    pub shadow_rules: Option<Policies>,
    /// External authorization: whom it asks.
    pub grpc_service: Option<Value>,
    /// External authorization: whom it asks.
    pub http_service: Option<Value>,
    /// JWT: the providers.
    pub providers: BTreeMap<String, JwtProvider>,
}

/// `weighted_clusters`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WeightedClusters {
    /// The clusters.
    pub clusters: Vec<NamedCluster>,
}

/// A cluster by name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NamedCluster {
    /// Its name.
    pub name: String,
}

/// `rds`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rds {
    /// Name of the table.
    pub route_config_name: String,
}

/// Policies by name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Policies {
    /// The policies, of which only the names are read.
    #[serde(deserialize_with = "names")]
    pub policies: BTreeSet<String>,
}

/// The keys of a map.
fn names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeSet<String>, D::Error> {
    struct Names;
    impl<'de> Visitor<'de> for Names {
        type Value = BTreeSet<String>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BTreeSet<String>, A::Error> {
            let mut names = BTreeSet::new();
            while let Some((name, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                names.insert(name);
            }
            Ok(names)
        }
    }
    deserializer.deserialize_map(Names)
}

/// A JWT provider.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct JwtProvider {
    /// Issuer.
    pub issuer: String,
}

impl FilterFacts {
    /// Whether it is the HTTP connection manager.
    pub fn is_http(&self) -> bool {
        self.facts.rds.is_some() || self.facts.route_config.is_some() || !self.facts.http_filters.is_empty()
    }

    /// The HTTP filters inside, then the filter itself.
    pub fn with_inner(&self) -> impl Iterator<Item = &Self> {
        self.facts.http_filters.iter().chain([self])
    }

    /// The names of all RBAC policies.
    pub fn policies(&self) -> impl Iterator<Item = &str> {
        let all = self.facts.rules.iter().chain(&self.facts.shadow_rules);
        all.flat_map(|policies| &policies.policies).map(String::as_str)
    }

    /// The clusters that it asks or reports to, beside those that it sends to.
    pub fn asks(&self) -> Vec<&str> {
        fn find<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
            match value {
                Value::Object(fields) => {
                    for (key, value) in fields {
                        match (key.as_str(), value) {
                            ("cluster" | "cluster_name" | "collector_cluster", Value::String(name)) => found.push(name),
                            _ => find(value, found),
                        }
                    }
                }
                Value::Array(items) => items.iter().for_each(|item| find(item, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        let facts = &self.facts;
        let parts = facts.grpc_service.iter().chain(&facts.http_service).chain(&facts.tracing);
        parts.for_each(|part| find(part, &mut found));
        found
    }

    /// The clusters it sends to.
    pub fn clusters(&self) -> impl Iterator<Item = &str> {
        let one = Some(self.facts.cluster.as_str()).filter(|name| !name.is_empty());
        one.into_iter().chain(self.facts.weighted_clusters.clusters.iter().map(|cluster| cluster.name.as_str()))
    }
}

impl ChainFacts {
    /// The chain as keys name it.
    pub fn key(&self) -> String {
        if self.is_default {
            return format!("{}#default", self.name);
        }
        let empty = Value::Object(serde_json::Map::new());
        format!("{}#{}", self.name, self.filter_chain_match.as_ref().unwrap_or(&empty))
    }

    /// A list of strings in what it takes.
    pub fn strings(&self, field: &str) -> impl Iterator<Item = &str> {
        let list = self.filter_chain_match.as_ref().and_then(|matches| matches.get(field)?.as_array());
        list.into_iter().flatten().filter_map(Value::as_str)
    }

    /// The destination port that it takes.
    pub fn destination_port(&self) -> Option<u16> {
        self.filter_chain_match.as_ref()?.get("destination_port")?.as_u64()?.try_into().ok()
    }

    /// Its connection manager.
    pub fn http(&self) -> Option<&FilterFacts> {
        self.filters.iter().find(|filter| filter.is_http())
    }
}

impl ListenerFacts {
    /// Whether an inspector is told to leave a port alone.
    pub fn names_port(&self, port: u16) -> bool {
        fn holds(value: &Value, port: u64) -> bool {
            match value {
                Value::Object(fields) => {
                    fields.get("start").and_then(Value::as_u64) == Some(port)
                        || fields.values().any(|value| holds(value, port))
                }
                Value::Array(items) => items.iter().any(|item| holds(item, port)),
                _ => false,
            }
        }
        self.listener_filters.iter().any(|filter| holds(&filter.filter_disabled, u64::from(port)))
    }
}
