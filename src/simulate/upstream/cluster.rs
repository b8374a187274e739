//! A cluster, decoded and compiled when a request first meets it.

use super::host::{self, Host};
use super::protocol::{self, UpstreamProtocol};
use super::socket::Sockets;
use crate::base::origin::Owner;
use crate::correlate::marked;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::cluster::{AggregateConfig, Cluster, DiscoveryType, HttpProtocolOptions};
use crate::model::envoy::endpoint::{AssignmentPolicy, ClusterLoadAssignment};
use crate::model::envoy::entry::ClusterEntry;
use crate::simulate::engine::ProxyEngine;

/// A cluster with its endpoints.
#[derive(Debug)]
pub struct ClusterNode {
    /// As configured.
    pub config: Cluster,
    /// Its endpoints.
    pub hosts: Hosts,
    /// Whether `/clusters` tells their health of the moment.
    pub has_live_hosts: bool,
    /// Percent; how far a priority may fail before the next one helps.
    pub overprovisioning: u32,
    /// Shares that are dropped.
    pub policy: AssignmentPolicy,
    /// How it connects.
    pub sockets: Sockets,
    /// Which HTTP it speaks.
    pub protocol: UpstreamProtocol,
    /// Its protocol options.
    pub options: Option<HttpProtocolOptions>,
    /// Whose it is.
    pub owners: Vec<Owner>,
    /// Fields that could matter and are not modelled.
    pub unmodelled: Vec<String>,
}

/// The endpoints of a cluster.
#[derive(Debug)]
pub enum Hosts {
    /// These.
    Known(Vec<Host>),
    /// Where the connection was going.
    OriginalDestination,
    /// The usable ones of other clusters, in this order.
    Aggregate(Vec<String>),
    /// It cannot be told.
    Unknown(String),
}

impl ClusterNode {
    /// Decodes a cluster and finds its endpoints.
    pub fn new(engine: &ProxyEngine, entry: &Entry<ClusterEntry>) -> Self {
        match entry.item.decode_fully("ClusterEntry") {
            Ok(decoded) => {
                let name = decoded.value.cluster.name.clone();
                let unmodelled = decoded
                    .unmodelled
                    .iter()
                    .map(|field| format!("field {field} of cluster {name} is not modelled"))
                    .collect();
                Self::of(engine, decoded.value.cluster, unmodelled)
            }
            Err(error) => Self::of(engine, Cluster::default(), vec![format!("a cluster cannot be read: {error}")]),
        }
    }

    fn of(engine: &ProxyEngine, config: Cluster, unmodelled: Vec<String>) -> Self {
        let assignment = assignment(engine, &config);
        let policy = assignment.as_ref().map(|assignment| assignment.policy.clone()).unwrap_or_default();
        let options = protocol::options(&config);
        Self {
            hosts: hosts(engine, &config, assignment.as_ref()),
            has_live_hosts: engine.proxy.hosts.as_ref().is_some_and(|hosts| hosts.contains_key(&config.name)),
            overprovisioning: policy.overprovisioning_factor.unwrap_or(140),
            policy,
            sockets: Sockets::new(&config),
            protocol: UpstreamProtocol::of(&config, options.as_ref()),
            options,
            owners: marked::of_cluster(engine.mesh, &config.metadata),
            config,
            unmodelled,
        }
    }
}

/// The endpoints by EDS, or those of the configuration.
fn assignment(engine: &ProxyEngine, config: &Cluster) -> Option<ClusterLoadAssignment> {
    let by_eds = || {
        let index = engine.endpoints(config.endpoints_name())?;
        Some(engine.proxy.dump.endpoints[index].item.decode().ok()?.endpoint_config)
    };
    if config.discovery == DiscoveryType::Eds { by_eds() } else { config.load_assignment.clone().or_else(by_eds) }
}

fn hosts(engine: &ProxyEngine, config: &Cluster, assignment: Option<&ClusterLoadAssignment>) -> Hosts {
    if let Some(custom) = &config.cluster_type {
        let aggregate = custom
            .typed_config
            .as_ref()
            .filter(|config| config.type_name.ends_with("clusters.aggregate.v3.ClusterConfig"))
            .and_then(|config| config.decode::<AggregateConfig>().ok());
        return match aggregate {
            Some(aggregate) => Hosts::Aggregate(aggregate.value.clusters),
            None => Hosts::Unknown(format!("cluster type {} is not modelled", custom.name)),
        };
    }
    if config.discovery == DiscoveryType::OriginalDst {
        return Hosts::OriginalDestination;
    }
    let configured = match assignment {
        Some(assignment) if assignment.endpoints.iter().any(|group| group.leds_cluster_locality_config.is_some()) => {
            return Hosts::Unknown("endpoints by LEDS, which a dump does not show".to_owned());
        }
        Some(assignment) => host::of_assignment(assignment),
        None => host::of_addresses(config),
    };
    if let Some(live) = engine.proxy.hosts.as_ref().and_then(|hosts| hosts.get(&config.name)) {
        return Hosts::Known(host::of_status(live, &configured));
    }
    match &config.discovery {
        DiscoveryType::Eds
            if assignment.is_none() && !engine.proxy.dump.knows(Section::Endpoints, config.endpoints_name()) =>
        {
            Hosts::Unknown(Section::Endpoints.missing().to_owned())
        }
        DiscoveryType::Other(name) => Hosts::Unknown(format!("cluster type {name} is not modelled")),
        DiscoveryType::Static
        | DiscoveryType::StrictDns
        | DiscoveryType::LogicalDns
        | DiscoveryType::Eds
        | DiscoveryType::OriginalDst => Hosts::Known(configured),
    }
}
