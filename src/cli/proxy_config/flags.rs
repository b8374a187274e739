//! istioctl's flags, by kind.

use clap::Args;

use crate::view::istioctl::{all, cluster, endpoint, listener, route};

/// No flags.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct NoFlags {}

/// Flags of `cluster`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct ClusterFlags {
    /// Text in the name
    #[arg(long)]
    pub(super) fqdn: Option<String>,
    /// Direction
    #[arg(long)]
    pub(super) direction: Option<String>,
    /// Subset
    #[arg(long)]
    pub(super) subset: Option<String>,
    /// Port
    #[arg(long)]
    pub(super) port: Option<u32>,
}

/// Flags of `listener`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct ListenerFlags {
    /// Address
    #[arg(long)]
    pub(super) address: Option<String>,
    /// HTTP, TCP or HTTP+TCP
    #[arg(long = "type")]
    pub(super) kind: Option<String>,
    /// Port
    #[arg(long)]
    pub(super) port: Option<u32>,
    /// A row for each chain
    #[arg(long, default_value_t = true, action = clap::ArgAction::Set, num_args = 0..=1, default_missing_value = "true")]
    pub(super) verbose: bool,
    /// The chains of a waypoint
    #[arg(long, hide = true)]
    pub(super) waypoint: bool,
}

/// Flags of `route`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct RouteFlags {
    /// Route table
    #[arg(long)]
    pub(super) name: Option<String>,
    /// A row for each route
    #[arg(long, default_value_t = true, action = clap::ArgAction::Set, num_args = 0..=1, default_missing_value = "true")]
    pub(super) verbose: bool,
}

/// Flags of `endpoint`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct EndpointFlags {
    /// Address
    #[arg(long)]
    pub(super) address: Option<String>,
    /// Port
    #[arg(long)]
    pub(super) port: Option<u32>,
    /// Cluster
    #[arg(long)]
    pub(super) cluster: Option<String>,
    /// healthy or unhealthy
    #[arg(long)]
    pub(super) status: Option<String>,
}

/// Flags of `all`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct AllFlags {
    /// Text in the name of clusters
    #[arg(long)]
    pub(super) fqdn: Option<String>,
    /// Direction of clusters
    #[arg(long)]
    pub(super) direction: Option<String>,
    /// Subset of clusters
    #[arg(long)]
    pub(super) subset: Option<String>,
    /// Address of listeners and endpoints
    #[arg(long)]
    pub(super) address: Option<String>,
    /// Type of listeners
    #[arg(long = "type")]
    pub(super) kind: Option<String>,
    /// Port of clusters, listeners and endpoints
    #[arg(long)]
    pub(super) port: Option<u32>,
    /// Route table
    #[arg(long)]
    pub(super) name: Option<String>,
    /// A row for each chain and route
    #[arg(long, default_value_t = true, action = clap::ArgAction::Set, num_args = 0..=1, default_missing_value = "true")]
    pub(super) verbose: bool,
    /// A heading over each table
    #[arg(long)]
    pub(super) with_headers: bool,
}

impl ClusterFlags {
    pub(super) fn filter(&self) -> cluster::Filter {
        let Self { fqdn, direction, subset, port } = self.clone();
        cluster::Filter { fqdn, direction, subset, port }
    }
}

impl ListenerFlags {
    pub(super) fn filter(&self) -> listener::Filter {
        let Self { address, kind, port, verbose, waypoint } = self.clone();
        listener::Filter { address, port, kind, verbose, waypoint }
    }
}

impl RouteFlags {
    pub(super) fn filter(&self) -> route::Filter {
        let Self { name, verbose } = self.clone();
        route::Filter { name, verbose }
    }
}

impl EndpointFlags {
    pub(super) fn filter(&self) -> endpoint::Filter {
        let Self { address, port, cluster, status } = self.clone();
        endpoint::Filter { address, port, cluster, status }
    }
}

impl AllFlags {
    pub(super) fn filter(&self) -> all::Filter {
        let Self { fqdn, direction, subset, address, kind, port, name, verbose, with_headers: _ } = self.clone();
        all::Filter {
            cluster: cluster::Filter { fqdn, direction, subset, port },
            listener: listener::Filter { address: address.clone(), port, kind, verbose, waypoint: false },
            route: route::Filter { name, verbose },
            endpoint: endpoint::Filter { address, port, ..endpoint::Filter::default() },
        }
    }
}
