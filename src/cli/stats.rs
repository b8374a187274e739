//! `meshdbg stats [PROXY…]`: what Envoys count.

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use regex::Regex;

use super::args::Global;
use super::exit::Exit;
use super::input;
use super::needs::{self, Needs};
use super::output::{Format, Output};
use super::which::Which;
use crate::view::SCHEMA;
use crate::view::stats::{StatKind, Statistics, Wish, of_proxy};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg stats deploy/frontend-v1 -n shop --filter 'upstream_rq_5xx|upstream_cx_connect_fail'
  meshdbg stats deploy/frontend-v1 -n shop --type histogram
  meshdbg stats --from http://127.0.0.1:15000 --watch 5
  meshdbg stats -A --filter 'listener_manager.lds.update_rejected' --from mesh.tar.zst
Istio's proxies count little of clusters and listeners unless the annotation
sidecar.istio.io/statsInclusionPrefixes: cluster,listener,http tells them to.
A capture has statistics where it was taken with `snapshot --stats`, or /stats lies beside the config dump.")]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) which: Which,
    /// Those that are zero too
    #[arg(long)]
    pub(super) zeros: bool,
    /// Those whose name this regular expression finds
    #[arg(long, value_name = "REGEX")]
    pub(super) filter: Option<String>,
    /// Those of a kind
    #[arg(long = "type", value_name = "TYPE", value_enum)]
    kind: Option<Kind>,
    /// Ask again and again, and show what changed; every 5 seconds if not said
    #[cfg(feature = "live")]
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "5", value_parser = super::live::seconds)]
    pub(super) watch: Option<std::time::Duration>,
    /// How often to ask again; else until it is interrupted
    #[cfg(feature = "live")]
    #[arg(long, value_name = "NUMBER", requires = "watch")]
    pub(super) times: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Counter,
    Gauge,
    Histogram,
    Text,
}

impl Options {
    /// Which statistics are wished for.
    pub(super) fn wish(&self) -> Result<Wish> {
        let compiled = self.filter.as_deref().map(Regex::new).transpose();
        let kind = self.kind.map(|kind| match kind {
            Kind::Counter => StatKind::Counter,
            Kind::Gauge => StatKind::Gauge,
            Kind::Histogram => StatKind::Histogram,
            Kind::Text => StatKind::Text,
        });
        Ok(Wish { zeros: self.zeros, name: compiled.context("--filter is no regular expression")?, kind })
    }

    /// The pages that are needed.
    pub(super) fn part(&self) -> needs::Statistics {
        if self.zeros { needs::Statistics::All } else { needs::Statistics::Used }
    }
}

/// Shows statistics.
///
/// # Errors
/// Where nothing can be read, or no proxy has any.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let wish = options.wish()?;
    #[cfg(feature = "live")]
    if options.watch.is_some() {
        return super::live::watch::run(options, &wish, global, output);
    }
    let input = input::of(global, &options.which, &Needs::of_statistics(options.part()), output)?;
    let mut proxies = Vec::new();
    for proxy in input.select(&options.which, global)? {
        if proxy.stats.is_none() {
            output.warn(&format!(
                "{}: no statistics were read; `snapshot --stats` keeps them, and /stats?format=json of the admin port \
                 beside the config dump is read too",
                proxy.id
            ));
            continue;
        }
        proxies.push(of_proxy(&input.mesh, proxy, &wish, None));
    }
    if proxies.is_empty() {
        bail!("no statistics to show");
    }
    let is_empty = proxies.iter().all(|of_proxy| of_proxy.groups.is_empty());
    let statistics = Statistics { schema: SCHEMA, kind: "stats", interval: None, proxies };
    let wide = global.format() == Format::Wide;
    output.show(global.format(), &statistics, |statistics| statistics.document(wide))?;
    if is_empty {
        output.note("none is wished for that is not zero; --zeros shows those too");
        return Ok(Exit::No);
    }
    Ok(Exit::Yes)
}
