//! The kinds.

use anyhow::Result;
use clap::{Args, Subcommand};

use super::chosen::Chosen;
use super::flags::{ConnectionFlags, NoFlags, PolicyFlags, ServiceFlags, WorkloadFlags};
use super::show::{Asked, show, show_all, show_waypoints};
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::view::istioctl::ztunnel::{certificate, connections, policy, service, workload};
use crate::view::table::ztunnel as wide;

/// The kinds, with istioctl's names, aliases and flags.
#[derive(Debug, Clone, Subcommand)]
#[command(after_help = "\
Examples:
  meshdbg ztunnel workloads --workload-namespace shop
  meshdbg ztunnel policies -o wide --from ztunnel-config_dump.json
  meshdbg zc connections --node worker-1 --from bug-report.tar.gz
  meshdbg ztunnel waypoints --from bug-report.tar.gz")]
pub(in crate::cli) enum Kind {
    /// Workloads: pods and entries, how they are reached, their waypoints
    #[command(visible_aliases = ["workload", "w"])]
    Workloads(Options<WorkloadFlags>),
    /// Services with their waypoints and endpoints
    #[command(visible_aliases = ["service", "svc", "s"])]
    Services(Options<ServiceFlags>),
    /// Policies that ztunnels check
    #[command(visible_aliases = ["policy", "pol", "p"])]
    Policies(Options<PolicyFlags>),
    /// Certificates of the node's workloads
    #[command(visible_aliases = ["certificate", "certs", "cert"])]
    Certificates(Options<NoFlags>),
    /// Open connections of the node's workloads
    #[command(visible_aliases = ["connection", "cons"])]
    Connections(Options<ConnectionFlags>),
    /// All of these, one after the other
    #[command(visible_alias = "a")]
    All(Options<NoFlags>),
    /// Who asks for which waypoint, whether it is used, and why not
    #[command(visible_aliases = ["waypoint", "wp"])]
    Waypoints(Options<NoFlags>),
}

/// What every kind takes.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Options<F: Args> {
    #[command(flatten)]
    chosen: Chosen,
    /// A saved dump; the same as --from
    #[arg(short, long, value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    flags: F,
}

/// Prints what istioctl would, or the wide table.
///
/// # Errors
/// Where nothing can be read, or no ztunnel is meant.
pub(in crate::cli) fn run(kind: &Kind, global: &Global, output: &mut Output) -> Result<Exit> {
    let now = global.now();
    match kind {
        Kind::Workloads(options) => {
            let filter = options.flags.filter();
            show(
                &options.asked(),
                global,
                output,
                |ztunnel| workload::table(ztunnel, &filter),
                |ztunnel| workload::objects(ztunnel, &filter),
                |state| wide::workloads::rows(state, &filter),
            )
        }
        Kind::Services(options) => {
            let filter = options.flags.filter();
            show(
                &options.asked(),
                global,
                output,
                |ztunnel| service::table(ztunnel, &filter),
                |ztunnel| service::objects(ztunnel, &filter),
                |state| wide::services::rows(state, &filter),
            )
        }
        Kind::Policies(options) => {
            let filter = options.flags.filter();
            show(
                &options.asked(),
                global,
                output,
                |ztunnel| policy::table(ztunnel, &filter),
                |ztunnel| policy::objects(ztunnel, &filter),
                |state| wide::policies::rows(state, &filter),
            )
        }
        Kind::Certificates(options) => show(
            &options.asked_of_it(),
            global,
            output,
            |ztunnel| certificate::table(ztunnel, now),
            certificate::objects,
            |state| wide::certificates::rows(state, now),
        ),
        Kind::Connections(options) => {
            let filter = options.flags.filter();
            show(
                &options.asked_of_it(),
                global,
                output,
                |ztunnel| connections::table(ztunnel, &filter),
                |ztunnel| connections::objects(ztunnel, &filter),
                |state| wide::connections::rows(state, &filter),
            )
        }
        Kind::All(options) => show_all(&options.asked_of_it(), global, output),
        Kind::Waypoints(options) => show_waypoints(&options.asked(), global, output),
    }
}

impl<F: Args> Options<F> {
    /// What any ztunnel can tell.
    fn asked(&self) -> Asked {
        Asked { chosen: self.chosen.clone(), files: self.file.iter().cloned().collect() }
    }

    /// What only the ztunnel itself can tell.
    fn asked_of_it(&self) -> Asked {
        Asked { chosen: self.chosen.itself(), ..self.asked() }
    }
}
