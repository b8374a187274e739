//! `meshdbg authz check [PROXY]`.

use anyhow::{Context, Result};
use clap::Args;

use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output::Output;
use crate::simulate::Engine;
use crate::view::authz::Bindings;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg authz check deploy/ratings-v1 --from demo
  meshdbg authz check gateway/istio-ingress/public --from demo
  meshdbg authz check --from dump.json
Policies of ambient pods that no waypoint serves bind at ztunnel, and are not read yet.")]
pub(in crate::cli) struct Options {
    /// The workload: pod/NAME, NAME.NAMESPACE, deploy/NAME, gateway/NAMESPACE/NAME. May be left out where only one
    /// proxy was read
    #[arg(value_name = "PROXY")]
    proxy: Option<String>,
}

/// Says which policies bind a workload.
///
/// # Errors
/// Where nothing can be read, or it is open which proxy is meant.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let input = input::of_one(global, options.proxy.as_deref(), output)?;
    let (proxy, remark) = input.one(options.proxy.as_deref(), global)?;
    if let Some(remark) = remark {
        output.note(&remark);
    }
    let engine = Engine::new(&input.mesh);
    let proxy = engine.proxy(&proxy.id).context("the proxy is in the mesh")?;
    let bindings = Bindings::new(&input.mesh, &engine, proxy);
    output.show(global.format(), &bindings, |bindings| bindings.document(global.verbose))?;
    Ok(Exit::Yes)
}
