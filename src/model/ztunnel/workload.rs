//! Workloads: pods, `WorkloadEntry`s and the endpoints of `ServiceEntry`s.

use std::net::IpAddr;

use serde::Deserialize;

use super::address::GatewayAddress;

/// A workload of the mesh.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Workload {
    /// `CLUSTER//KIND/NAMESPACE/NAME`, by which services refer to it.
    pub uid: String,
    /// Name of the pod or entry.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// Its addresses; none where it has a hostname.
    pub workload_ips: Vec<IpAddr>,
    /// The name to be resolved, of a `ServiceEntry` with DNS.
    pub hostname: String,
    /// How its connections arrive.
    pub protocol: Protocol,
    /// It speaks HBONE itself: a sidecar, which no ztunnel stands before.
    pub native_tunnel: bool,
    /// Its identity's last part.
    pub service_account: String,
    /// Its identity's first part.
    pub trust_domain: String,
    /// The waypoint for connections to its addresses; never for those to a service.
    pub waypoint: Option<GatewayAddress>,
    /// How it is reached from another network.
    pub network_gateway: Option<GatewayAddress>,
    /// A waypoint that runs behind a ztunnel takes the application's bytes like this.
    pub application_tunnel: Option<ApplicationTunnel>,
    /// `NAMESPACE/NAME` of the policies that select it.
    pub authorization_policies: Vec<String>,
    /// Whether it is ready.
    pub status: Health,
    /// The node; empty for what does not run in a cluster.
    pub node: String,
    /// Where it is.
    pub locality: Locality,
    /// Its network; empty in a mesh of one.
    pub network: String,
    /// `HostNetwork` where its address is the node's, by which it cannot be told from others.
    pub network_mode: String,
    /// Its cluster.
    pub cluster_id: String,
    /// Its weight among the endpoints of a service.
    pub capacity: u32,
    /// The services that it belongs to, in any order.
    pub services: Vec<String>,
}

impl Default for Workload {
    fn default() -> Self {
        Self {
            uid: String::new(),
            name: String::new(),
            namespace: String::new(),
            workload_ips: Vec::new(),
            hostname: String::new(),
            protocol: Protocol::Tcp,
            native_tunnel: false,
            service_account: "default".to_owned(),
            trust_domain: "cluster.local".to_owned(),
            waypoint: None,
            network_gateway: None,
            application_tunnel: None,
            authorization_policies: Vec::new(),
            status: Health::Healthy,
            node: String::new(),
            locality: Locality::default(),
            network: String::new(),
            network_mode: "Standard".to_owned(),
            cluster_id: "Kubernetes".to_owned(),
            capacity: 1,
            services: Vec::new(),
        }
    }
}

impl Workload {
    /// The SPIFFE identity that its certificates bear.
    pub fn identity(&self) -> String {
        format!("spiffe://{}/ns/{}/sa/{}", self.trust_domain, self.namespace, self.service_account)
    }

    /// Whether its address is its node's.
    pub fn is_on_host_network(&self) -> bool {
        self.network_mode == "HostNetwork"
    }

    /// `NAMESPACE/NAME`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.namespace, self.name)
    }
}

/// How connections to a workload arrive.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Protocol {
    /// In a tunnel with mTLS, at port 15008.
    Hbone,
    /// As they are.
    Tcp,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Protocol {
    fn from(text: String) -> Self {
        match text.as_str() {
            "HBONE" => Self::Hbone,
            "TCP" => Self::Tcp,
            _ => Self::Other(text),
        }
    }
}

impl Protocol {
    /// The word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Hbone => "HBONE",
            Self::Tcp => "TCP",
            Self::Other(word) => word,
        }
    }
}

/// Whether a workload or endpoint is ready.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Health {
    /// It is.
    Healthy,
    /// It is not.
    Unhealthy,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Health {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Healthy" => Self::Healthy,
            "Unhealthy" => Self::Unhealthy,
            _ => Self::Other(text),
        }
    }
}

impl Health {
    /// The word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Healthy => "Healthy",
            Self::Unhealthy => "Unhealthy",
            Self::Other(word) => word,
        }
    }
}

/// Where a workload is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Locality {
    /// Region.
    pub region: String,
    /// Zone.
    pub zone: String,
    /// Part of the zone.
    pub subzone: String,
}

/// How the application behind a ztunnel takes its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ApplicationTunnel {
    /// `PROXY` or `NONE`.
    pub protocol: String,
    /// The port.
    pub port: Option<u16>,
}
