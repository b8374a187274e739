//! The filters that tables have names for; `--where` does the rest.

use clap::Args;

use super::needs::{self, Needs, Resources};
use crate::base::section::Section;
use crate::view::table::Wish;

/// Filters with names of their own.
pub(super) trait Filters: Args {
    /// The conditions that they mean.
    fn wishes(&self) -> Vec<Wish>;
    /// What the table needs of a running mesh. A filter by name goes to the proxy as long as the rows stay the same.
    fn needs(&self) -> Needs;
}

/// How an option becomes a condition on a column.
type Make = fn(&str, String) -> Wish;

const IS: Make = |column, text| Wish::is(column, text);
const HAS: Make = |column, text| Wish::has(column, text);

/// Conditions for the options that were given.
fn given<const N: usize>(options: [(&Option<String>, Make, &str); N]) -> Vec<Wish> {
    let given = options.into_iter().filter_map(|(value, make, column)| Some((value.clone()?, make, column)));
    given.map(|(value, make, column)| make(column, value)).collect()
}

/// Filters of `listeners`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ListenerFilters {
    /// Whose name holds this
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// With an address that holds this
    #[arg(long, value_name = "IP")]
    address: Option<String>,
    /// On this port
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Which serves this: HTTP, TCP
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
}

impl Filters for ListenerFilters {
    fn wishes(&self) -> Vec<Wish> {
        let mut wishes =
            given([(&self.name, HAS, "name"), (&self.address, HAS, "address"), (&self.kind, HAS, "serves")]);
        wishes.extend(self.port.map(|port| Wish::matches("address", format!(":{port}(,|$)"))));
        wishes
    }

    fn needs(&self) -> Needs {
        Needs::of([Section::Listeners])
    }
}

/// Filters of `chains`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ChainFilters {
    /// Of the listener with this name
    #[arg(long, value_name = "NAME")]
    listener: Option<String>,
    /// For this destination port
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// For an SNI that holds this
    #[arg(long, value_name = "TEXT")]
    sni: Option<String>,
}

impl Filters for ChainFilters {
    fn wishes(&self) -> Vec<Wish> {
        let mut wishes = given([(&self.listener, IS, "listener")]);
        wishes.extend(self.port.map(|port| Wish::matches("match", format!("destination port {port}(;|,|$)"))));
        wishes.extend(self.sni.iter().map(|sni| Wish::matches("match", format!("SNI [^;]*{}", regex::escape(sni)))));
        wishes
    }

    fn needs(&self) -> Needs {
        Needs::of([Section::Listeners])
    }
}

/// Filters of `routes`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct RouteFilters {
    /// Of this route table
    #[arg(long, value_name = "TABLE")]
    name: Option<String>,
    /// Of virtual hosts that hold this
    #[arg(long, value_name = "TEXT")]
    host: Option<String>,
    /// To a cluster that holds this
    #[arg(long, value_name = "TEXT")]
    cluster: Option<String>,
    /// Of an owner that holds this
    #[arg(long, value_name = "TEXT")]
    owner: Option<String>,
}

impl Filters for RouteFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([
            (&self.name, IS, "table"),
            (&self.host, HAS, "host"),
            (&self.cluster, HAS, "cluster"),
            (&self.owner, HAS, "owner"),
        ])
    }

    fn needs(&self) -> Needs {
        Needs { resources: Resources::All, ..Needs::some(Section::Routes, needs::being(self.name.as_deref())) }
    }
}

/// Filters of `clusters`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ClusterFilters {
    /// For hosts that hold this
    #[arg(long, value_name = "TEXT")]
    fqdn: Option<String>,
    /// For this port of the service
    #[arg(long, value_name = "PORT")]
    port: Option<String>,
    /// For this subset
    #[arg(long, value_name = "NAME")]
    subset: Option<String>,
    /// In this direction: inbound, outbound
    #[arg(long, value_name = "DIRECTION")]
    direction: Option<String>,
    /// Of an owner that holds this
    #[arg(long, value_name = "TEXT")]
    owner: Option<String>,
}

impl Filters for ClusterFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([
            (&self.fqdn, HAS, "fqdn"),
            (&self.port, IS, "port"),
            (&self.subset, IS, "subset"),
            (&self.direction, IS, "direction"),
            (&self.owner, HAS, "owner"),
        ])
    }

    fn needs(&self) -> Needs {
        Needs {
            resources: Resources::OfClusters,
            ..Needs::some(Section::Clusters, needs::holding(self.fqdn.as_deref()))
        }
    }
}

/// Filters of `endpoints`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct EndpointFilters {
    /// With an address that holds this
    #[arg(long, value_name = "IP")]
    address: Option<String>,
    /// On this port
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Of clusters that hold this
    #[arg(long, value_name = "TEXT")]
    cluster: Option<String>,
    /// With this health: healthy, degraded, unhealthy
    #[arg(long, visible_alias = "health", value_name = "HEALTH")]
    status: Option<String>,
}

impl Filters for EndpointFilters {
    fn wishes(&self) -> Vec<Wish> {
        let mut wishes =
            given([(&self.address, HAS, "address"), (&self.cluster, HAS, "cluster"), (&self.status, IS, "health")]);
        wishes.extend(self.port.map(|port| Wish::matches("address", format!(":{port}$"))));
        wishes
    }

    fn needs(&self) -> Needs {
        let extent = needs::holding(self.cluster.as_deref());
        Needs { hosts: Some(extent.clone()), ..Needs::some(Section::Endpoints, extent) }
    }
}

/// Filters of `secrets`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct SecretFilters {
    /// Whose name holds this
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// With a name in the certificate that holds this
    #[arg(long, value_name = "TEXT")]
    san: Option<String>,
}

impl Filters for SecretFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([(&self.name, HAS, "name"), (&self.san, HAS, "san")])
    }

    fn needs(&self) -> Needs {
        Needs::of([Section::Secrets])
    }
}

/// Filters of `bootstrap`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct BootstrapFilters {
    /// Fields whose name holds this
    #[arg(long, value_name = "TEXT")]
    field: Option<String>,
}

impl Filters for BootstrapFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([(&self.field, HAS, "field")])
    }

    fn needs(&self) -> Needs {
        Needs { runtime: true, ..Needs::of([]) }
    }
}

/// Filters of `ecds`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct EcdsFilters {
    /// Whose name holds this
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
}

impl Filters for EcdsFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([(&self.name, HAS, "name")])
    }

    fn needs(&self) -> Needs {
        // The listeners tell that a dump without filters by ECDS has none.
        Needs::of([Section::Ecds, Section::Listeners])
    }
}

/// Filters of `filters`.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct FilterFilters {
    /// Of the listener with this name
    #[arg(long, value_name = "NAME")]
    listener: Option<String>,
    /// Whose name holds this
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Whose type holds this
    #[arg(long = "type", value_name = "TEXT")]
    kind: Option<String>,
    /// At this level: listener, network, http
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
}

impl Filters for FilterFilters {
    fn wishes(&self) -> Vec<Wish> {
        given([
            (&self.listener, IS, "listener"),
            (&self.name, HAS, "name"),
            (&self.kind, HAS, "type"),
            (&self.level, IS, "level"),
        ])
    }

    fn needs(&self) -> Needs {
        Needs::of([Section::Listeners])
    }
}
