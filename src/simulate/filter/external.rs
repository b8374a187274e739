//! The services that filters ask: whether they can be asked at all.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::base::evidence::Notes;
use crate::model::dump::Section;
use crate::simulate::run::Run;
use crate::simulate::upstream::balance;
use crate::simulate::upstream::cluster::Hosts;

/// `core.v3.GrpcService`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GrpcService {
    /// By a cluster of the proxy.
    pub envoy_grpc: Option<EnvoyGrpc>,
    /// Past Envoy's clusters.
    pub google_grpc: Option<Map<String, Value>>,
    /// Time for an answer.
    pub timeout: Option<Value>,
    /// Headers of the call.
    pub initial_metadata: Vec<Value>,
    /// Retries of the call.
    pub retry_policy: Option<Value>,
}

/// `GrpcService.EnvoyGrpc`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EnvoyGrpc {
    /// The cluster.
    pub cluster_name: String,
    /// Host header of the call.
    pub authority: String,
    /// Retries of the call.
    pub retry_policy: Option<Value>,
    /// Limit of what it receives.
    pub max_receive_message_length: Option<Value>,
    /// Whether the call says who makes it.
    pub skip_envoy_headers: bool,
}

/// `ext_authz.v3.HttpService`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HttpService {
    /// Where it is.
    pub server_uri: HttpUri,
    /// In front of the path of the request.
    pub path_prefix: String,
    /// The path of the call.
    pub path_override: String,
    /// What it is told.
    pub authorization_request: Option<Map<String, Value>>,
    /// What is taken of its answer.
    pub authorization_response: Option<Map<String, Value>>,
    /// Retries of the call.
    pub retry_policy: Option<Value>,
}

/// `core.v3.HttpUri`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HttpUri {
    /// The URI.
    pub uri: String,
    /// The cluster.
    pub cluster: String,
    /// Time for an answer.
    pub timeout: Option<Value>,
}

impl GrpcService {
    /// The cluster of the service, if it is one of the proxy's.
    pub fn cluster(&self) -> Option<&str> {
        self.envoy_grpc.as_ref().map(|envoy| envoy.cluster_name.as_str())
    }
}

/// Why a service is certain not to answer; `None` where it may.
pub fn unreachable(run: &Run, cluster: Option<&str>) -> Option<String> {
    let name = cluster?;
    let Some(cluster) = run.engine.cluster(name) else {
        return run
            .engine
            .proxy
            .dump
            .knows(Section::Clusters, name)
            .then(|| format!("the proxy has no cluster {name}"));
    };
    let Hosts::Known(hosts) = &cluster.hosts else {
        return None;
    };
    let mut unheard = Notes::new(false);
    balance::candidates(&cluster, hosts, &Map::new(), &run.engine.runtime, &mut unheard)
        .err()
        .filter(|_| unheard.take_unknown().is_empty())
        .map(|why| format!("cluster {name}: {why}"))
}
