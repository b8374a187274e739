//! `meshdbg explain missing KIND NAME --in PROXY`.

use anyhow::{Result, bail};
use clap::{Args, Subcommand, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::output::Output;
use super::{input, which};
use crate::correlate::absent::{Kind, Wanted};
use crate::view::explain::Missing;

/// The other question: why there is none.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum Command {
    /// Why an object is not there: what hides, loses, refuses or lacks it, and what to do
    Missing(Options),
}

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg explain missing cluster 'outbound|9080|v9|reviews.shop.svc.cluster.local' --in deploy/frontend-v1 --from demo
  meshdbg explain missing cluster ratings.shop:9080 --in deploy/catalog-v1 --from demo
  meshdbg explain missing route plain.example.test --in deploy/frontend-v1 --from demo
  meshdbg explain missing endpoint reviews:9080 --in deploy/frontend-v1 --from demo
  meshdbg explain missing listener 10.96.1.12:9080 --in deploy/frontend-v1 --from demo
Exit codes: 0 it is there after all; 1 it is missing.")]
pub(super) struct Options {
    /// What it is
    #[arg(value_enum, value_name = "KIND")]
    kind: Object,
    /// Its name as Envoy has it, or HOST[:PORT]; a route also HOST/PATH or the name of a rule, an endpoint also
    /// IP[:PORT] or pod/NAME, a listener ADDRESS:PORT
    #[arg(value_name = "NAME")]
    name: String,
    /// The proxy that should have it; may be left out where only one was read
    #[arg(long = "in", value_name = "PROXY")]
    proxy: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Object {
    #[value(alias = "clusters", alias = "c")]
    Cluster,
    #[value(alias = "routes", alias = "r")]
    Route,
    #[value(alias = "endpoints", alias = "ep")]
    Endpoint,
    #[value(alias = "listeners", alias = "l")]
    Listener,
}

/// Says why an object is not there, or that it is.
///
/// # Errors
/// Where nothing can be read, or it is open which proxy is meant.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    if options.name.trim().is_empty() {
        bail!(
            "which {}? its name is empty",
            options.kind.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
        );
    }
    let mesh = input::mesh(global, &[], output)?;
    let (proxy, remark) = which::one(&mesh, options.proxy.as_deref(), global)?;
    if let Some(remark) = remark {
        output.note(&remark);
    }
    let kind = match options.kind {
        Object::Cluster => Kind::Cluster,
        Object::Route => Kind::Route,
        Object::Endpoint => Kind::Endpoint,
        Object::Listener => Kind::Listener,
    };
    let missing = Missing::new(&mesh, proxy, &Wanted::new(kind, options.name.trim()), global.now());
    output.show(global.format(), &missing, Missing::document)?;
    Ok(if missing.missing { Exit::No } else { Exit::Yes })
}
