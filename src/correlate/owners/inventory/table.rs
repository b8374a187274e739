//! Route tables, virtual hosts and routes.

use serde::Deserialize;
use serde_json::Value;

use super::super::graph::NodeId;
use super::listener::WeightedClusters;
use crate::model::envoy::metadata::Metadata;

/// A route table.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TableFacts {
    /// Name.
    pub name: String,
    /// Virtual hosts.
    pub virtual_hosts: Vec<VirtualHostFacts>,
    /// Its name in keys: `inline:LISTENER|CHAIN` where it stands in a chain.
    #[serde(skip)]
    pub key: String,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// A virtual host.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct VirtualHostFacts {
    /// Name.
    pub name: String,
    /// Domains.
    pub domains: Vec<String>,
    /// Routes.
    pub routes: Vec<RouteFacts>,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// A route.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteFacts {
    /// Name.
    pub name: String,
    /// What it takes.
    #[serde(rename = "match")]
    pub matches: MatchFacts,
    /// Where it sends.
    pub route: Option<ActionFacts>,
    /// Marks.
    pub metadata: Metadata,
    /// What traces call it.
    pub decorator: DecoratorFacts,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
}

/// What a route takes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MatchFacts {
    /// Path prefix.
    pub prefix: Option<String>,
    /// Whole path.
    pub path: Option<String>,
    /// Path prefix up to a slash.
    pub path_separated_prefix: Option<String>,
    /// Path by regular expression.
    pub safe_regex: Option<RegexFacts>,
    /// Headers.
    pub headers: Vec<Value>,
    /// Query parameters.
    pub query_parameters: Vec<Value>,
}

/// A regular expression.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RegexFacts {
    /// The expression.
    pub regex: String,
}

/// Where a route sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ActionFacts {
    /// To this cluster.
    pub cluster: String,
    /// To one of these.
    pub weighted_clusters: WeightedClusters,
    /// Endpoints are chosen by a hash.
    pub hash_policy: Vec<Value>,
    /// Copies go to these.
    pub request_mirror_policies: Vec<MirrorFacts>,
}

/// Where copies go.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MirrorFacts {
    /// The cluster.
    pub cluster: String,
}

/// What traces call a route.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DecoratorFacts {
    /// `HOST:PORT/PATH`.
    pub operation: String,
}

impl RouteFacts {
    /// The clusters it sends to.
    pub fn clusters(&self) -> impl Iterator<Item = &str> {
        self.route.iter().flat_map(|action| {
            let one = Some(action.cluster.as_str()).filter(|name| !name.is_empty());
            one.into_iter().chain(action.weighted_clusters.clusters.iter().map(|cluster| cluster.name.as_str()))
        })
    }

    /// The clusters that get copies.
    pub fn mirrors(&self) -> impl Iterator<Item = &str> {
        self.route.iter().flat_map(|action| action.request_mirror_policies.iter().map(|mirror| mirror.cluster.as_str()))
    }

    /// Whether endpoints are chosen by a hash.
    pub fn is_hashed(&self) -> bool {
        self.route.as_ref().is_some_and(|action| !action.hash_policy.is_empty())
    }
}
