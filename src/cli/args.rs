//! The arguments of all commands.

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;

use super::destination::{Destination, Destinations};
use super::output::{Drawing, Format, When};
use super::{authz, completions, explain, proxy_config, schema, status, table, trace, ztunnel};

const EXAMPLES: &str = "\
Examples:
  What happens to a request, by the recorded mesh inside of this program:
    meshdbg trace deploy/frontend-v1 --to reviews:9080 --from demo
  The same for a dump of your own:
    kubectl exec POD -c istio-proxy -- pilot-agent request GET 'config_dump?include_eds' > dump.json
    meshdbg trace --to reviews:9080 --from dump.json
  Clusters of all proxies in a bug report that are not in use as they should be:
    meshdbg clusters -A --where state!=active --from bug-report.tar.gz
  Whose a cluster is, and who refers to it:
    meshdbg explain cluster reviews --from dump.json

Exit codes: 0 yes, nothing wrong; 1 the answer is no; 2 meshdbg could not run; 3 undetermined.";

/// What every Envoy of an Istio mesh does with a request, why, and whose line of YAML made it so
#[derive(Debug, Parser)]
#[command(name = "meshdbg", version, after_help = EXAMPLES, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub(super) global: Global,
    /// The command.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Sources and output")]
pub(super) struct Global {
    /// What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an
    /// Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig's current context
    #[arg(long, global = true, value_name = "SOURCE")]
    pub(super) from: Vec<String>,
    /// Namespace of the proxy, where its name has none
    #[arg(short, long, global = true, value_name = "NAMESPACE")]
    pub(super) namespace: Option<String>,
    /// How to write the answer; of a snapshot the file to write
    #[arg(short, long, global = true, value_name = "FORMAT", value_parser = Destinations)]
    pub(super) output: Option<Destination>,
    /// The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests
    #[arg(long, global = true, value_name = "TIME")]
    pub(super) at: Option<Timestamp>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub(super) color: When,
    /// Columns of the screen; else those of the terminal
    #[arg(long, global = true, value_name = "COLUMNS")]
    pub(super) width: Option<usize>,
    /// No warnings
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
    #[cfg(feature = "live")]
    #[command(flatten, next_help_heading = "Running mesh")]
    pub(super) live: super::live::Options,
}

impl Global {
    /// How to write the answer.
    pub(super) fn format(&self) -> Format {
        match &self.output {
            Some(Destination::Format(format)) => *format,
            _ => Format::default(),
        }
    }

    /// How to draw the answer, where that is wanted.
    pub(super) fn drawing(&self) -> Option<Drawing> {
        match &self.output {
            Some(Destination::Drawing(drawing)) => Some(*drawing),
            _ => None,
        }
    }

    /// The time to judge certificates by.
    pub(super) fn now(&self) -> Timestamp {
        self.at.unwrap_or_else(Timestamp::now)
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What happens to a request at a proxy, step by step, and how it ends
    Trace(Box<trace::Options>),
    /// What an object does, whose it is, what refers to it and what it refers to
    Explain(explain::Options),
    /// Who may do what, what binds a workload, and who speaks TLS to whom
    #[command(subcommand)]
    Authz(authz::Command),
    /// A table.
    #[command(flatten)]
    Table(table::Table),
    /// Whether every proxy holds what istiod sent it: synced, stale, not sent, rejected with the reason and its owner
    #[command(visible_aliases = ["proxy-status", "ps"])]
    Status(status::Options),
    /// What istioctl proxy-config prints, with its flags and short names
    #[command(name = "proxy-config", visible_alias = "pc", subcommand)]
    ProxyConfig(proxy_config::Kind),
    /// What a ztunnel holds, as istioctl ztunnel-config prints it; with -o wide what istioctl hides
    #[command(visible_aliases = ["ztunnel-config", "zc"], subcommand)]
    Ztunnel(ztunnel::Kind),
    /// The whole mesh, or a part of it, to a file: it answers like the cluster
    Snapshot(Box<super::snapshot::Options>),
    /// What proxies count, by cluster and listener, with owners
    #[command(visible_alias = "stat")]
    Stats(super::stats::Options),
    /// Log levels of running proxies; sets them where asked to
    #[cfg(feature = "live")]
    Log(super::live::log::Options),
    /// JSON Schema of what `-o json` writes
    Schema(schema::Options),
    /// Completions for a shell
    Completions(completions::Options),
}

impl Command {
    /// Whether the answer can be drawn.
    pub(super) fn draws(&self) -> bool {
        matches!(self, Self::Trace(options) if options.batch.is_none())
    }

    /// Whether `-o` names a file.
    pub(super) fn writes_a_file(&self) -> bool {
        match self {
            Self::Snapshot(_) => true,
            #[cfg(feature = "live")]
            Self::Log(_) => false,
            Self::Trace(_)
            | Self::Explain(_)
            | Self::Stats(_)
            | Self::Authz(_)
            | Self::Table(_)
            | Self::Status(_)
            | Self::ProxyConfig(_)
            | Self::Ztunnel(_)
            | Self::Schema(_)
            | Self::Completions(_) => false,
        }
    }
}
