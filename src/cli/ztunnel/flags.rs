//! istioctl's flags, by kind.

use clap::{Args, ValueEnum};

use crate::view::istioctl::ztunnel::{connections, policy, service, workload};

/// No flags.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct NoFlags {}

/// Flags of `workloads`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct WorkloadFlags {
    /// Namespace of the workloads
    #[arg(long, value_name = "NAMESPACE")]
    workload_namespace: Option<String>,
    /// Node of the workloads
    #[arg(long, value_name = "NODE")]
    workload_node: Option<String>,
    /// Address of the workload
    #[arg(long, value_name = "IP")]
    address: Option<String>,
}

/// Flags of `services`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct ServiceFlags {
    /// Namespace of the services
    #[arg(long, value_name = "NAMESPACE")]
    service_namespace: Option<String>,
}

/// Flags of `policies`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct PolicyFlags {
    /// Namespace of the policies
    #[arg(long, value_name = "NAMESPACE")]
    policy_namespace: Option<String>,
}

/// Flags of `connections`.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct ConnectionFlags {
    /// Namespace of the workloads
    #[arg(long, value_name = "NAMESPACE")]
    workload_namespace: Option<String>,
    /// Only these
    #[arg(long, value_name = "DIRECTION", value_enum)]
    direction: Option<Direction>,
    /// Addresses, not names
    #[arg(long)]
    raw: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Direction {
    Inbound,
    Outbound,
}

impl WorkloadFlags {
    pub(super) fn filter(&self) -> workload::Filter {
        let Self { workload_namespace: namespace, workload_node: node, address } = self.clone();
        workload::Filter { namespace, node, address }
    }
}

impl ServiceFlags {
    pub(super) fn filter(&self) -> service::Filter {
        service::Filter { namespace: self.service_namespace.clone() }
    }
}

impl PolicyFlags {
    pub(super) fn filter(&self) -> policy::Filter {
        policy::Filter { namespace: self.policy_namespace.clone() }
    }
}

impl ConnectionFlags {
    pub(super) fn filter(&self) -> connections::Filter {
        let direction = self.direction.map(|direction| match direction {
            Direction::Inbound => "inbound".to_owned(),
            Direction::Outbound => "outbound".to_owned(),
        });
        connections::Filter { namespace: self.workload_namespace.clone(), direction, raw: self.raw }
    }
}
