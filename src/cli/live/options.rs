//! How to get at a cluster.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use crate::collect::live::{Access, Via};

/// What every command takes that can ask a running mesh.
#[derive(Debug, Clone, Default, Args)]
pub(in crate::cli) struct Options {
    /// Context of the kubeconfig; else the current one
    #[arg(long, global = true, value_name = "CONTEXT")]
    context: Option<String>,
    /// The kubeconfig; else KUBECONFIG, or ~/.kube/config
    #[arg(long, global = true, value_name = "FILE")]
    kubeconfig: Option<PathBuf>,
    /// How to reach a proxy; else port-forward, and exec where that is forbidden or fails
    #[arg(long, global = true, value_name = "WAY", value_enum)]
    via: Option<Way>,
    /// Admin port of the proxies; else what the pod says, or 15000
    #[arg(long, global = true, value_name = "PORT")]
    admin_port: Option<u16>,
    /// How long one proxy may take, in seconds; 60 if not said
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,
    /// How many proxies are asked at a time; 16 if not said
    #[arg(long, global = true, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1000))]
    concurrency: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    PortForward,
    Exec,
}

impl Options {
    /// How to get at the cluster.
    pub(in crate::cli) fn access(&self) -> Access {
        let usual = Access::default();
        Access {
            kubeconfig: self.kubeconfig.clone(),
            context: self.context.clone(),
            via: self.via.map(|way| match way {
                Way::PortForward => Via::PortForward,
                Way::Exec => Via::Exec,
            }),
            admin_port: self.admin_port,
            timeout: self.timeout(),
            concurrency: self.concurrency.map_or(usual.concurrency, usize::from),
        }
    }

    /// How long one proxy may take.
    pub(in crate::cli) fn timeout(&self) -> Duration {
        self.timeout.unwrap_or(Access::default().timeout)
    }
}

/// Reads a number of seconds.
pub(in crate::cli) fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || format!("{text:?} is no number of seconds; write 30 or 2.5");
    let number: f64 = text.trim_end_matches('s').parse().map_err(|_| wrong())?;
    Duration::try_from_secs_f64(number).ok().filter(|duration| !duration.is_zero()).ok_or_else(wrong)
}
