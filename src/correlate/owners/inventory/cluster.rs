//! Clusters and endpoints.

use serde::Deserialize;
use serde_json::Value;

use super::super::graph::NodeId;
use crate::base::name::ClusterName;
use crate::model::envoy::address::Address;
use crate::model::envoy::metadata::{IstioMark, Metadata};

/// A cluster.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClusterFacts {
    /// Name.
    pub name: String,
    /// Marks.
    pub metadata: Metadata,
    /// What the mark says.
    #[serde(skip)]
    pub mark: IstioMark,
    /// Its node.
    #[serde(skip)]
    pub node: NodeId,
    /// Its endpoints.
    #[serde(skip)]
    pub endpoints: Vec<EndpointFacts>,
}

impl ClusterFacts {
    /// What the name says.
    pub fn parts(&self) -> Option<ClusterName<'_>> {
        ClusterName::parse(&self.name)
    }
}

/// An endpoint in a cluster.
#[derive(Debug, Clone)]
pub struct EndpointFacts {
    /// `IP:PORT`, `NAME:PORT` or `internal:LISTENER/ID`.
    pub address: String,
    /// Host and port behind the address; of an internal address, those of its id.
    pub target: (String, u16),
    /// Its share of traffic is not what its own weight says: a locality is preferred or weighted.
    pub by_locality: bool,
    /// istiod says that it takes mutual TLS.
    pub takes_mutual_tls: bool,
    /// Its node.
    pub node: NodeId,
}

/// What EDS sent for a cluster.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Assignment {
    /// The cluster.
    pub cluster_name: String,
    /// Endpoints by locality.
    pub endpoints: Vec<LocalityFacts>,
}

/// The endpoints of a locality.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LocalityFacts {
    /// The endpoints.
    pub lb_endpoints: Vec<LbEndpointFacts>,
    /// Weight of the locality.
    pub load_balancing_weight: u32,
    /// 0 is preferred.
    pub priority: u32,
}

/// An endpoint.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LbEndpointFacts {
    /// Where it is.
    pub endpoint: AddressFacts,
    /// Marks.
    pub metadata: Metadata,
    /// Weight.
    pub load_balancing_weight: u32,
}

/// Where an endpoint is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AddressFacts {
    /// The address.
    pub address: Address,
}

impl LocalityFacts {
    /// The endpoints, before they have nodes.
    ///
    /// Without a load balancing setting by locality istiod gives a locality the sum of its endpoints' weights and the
    /// first priority (`pilot/pkg/networking/core/loadbalancer/loadbalancer.go`).
    pub fn endpoints(&self) -> impl Iterator<Item = EndpointFacts> {
        let sum: u32 = self.lb_endpoints.iter().map(|endpoint| endpoint.load_balancing_weight.max(1)).sum();
        let by_locality = self.priority > 0 || (self.load_balancing_weight != 0 && self.load_balancing_weight != sum);
        self.lb_endpoints.iter().filter_map(move |endpoint| endpoint.facts(by_locality))
    }
}

impl LbEndpointFacts {
    fn facts(&self, by_locality: bool) -> Option<EndpointFacts> {
        let address = &self.endpoint.address;
        let (text, target) = match (&address.socket_address, &address.envoy_internal_address) {
            (Some(socket), _) => {
                (format!("{}:{}", socket.address, socket.port_value), (socket.address.clone(), socket.port_value))
            }
            (None, Some(internal)) => {
                let (host, port) = internal.endpoint_id.rsplit_once(':')?;
                let text = format!("internal:{}/{}", internal.server_listener_name, internal.endpoint_id);
                (text, (host.to_owned(), port.parse().ok()?))
            }
            (None, None) => return None,
        };
        let mode: Option<Value> = self.metadata.value("envoy.transport_socket_match");
        let takes_mutual_tls = mode.is_some_and(|mode| mode["tlsMode"] == "istio");
        Some(EndpointFacts { address: text, target, by_locality, takes_mutual_tls, node: 0 })
    }
}
