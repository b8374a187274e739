//! `meshdbg authz can [FROM] --to DEST`.

use anyhow::Result;
use clap::Args;

use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::needs::Needs;
use crate::cli::output::Output;
use crate::cli::trace::{RequestOptions, ask, followed, pick};
use crate::simulate::explore::Wanted;
use crate::view::authz::Can;
use crate::view::authz::can::Allowed;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg authz can deploy/frontend-v1 --to reviews:9080 --from demo
  meshdbg authz can deploy/cart-v1 --to reviews:9080 -X DELETE --from demo
  meshdbg authz can internet --to https://shop.example.test/api/items --claim role=admin --from demo
Exit codes: 0 yes; 1 no; 3 it depends, or cannot be told.")]
pub(in crate::cli) struct Options {
    /// Who sends the request: pod/NAME, NAME.NAMESPACE, deploy/NAME, gateway/NAMESPACE/NAME, `internet`
    #[arg(value_name = "FROM")]
    from_proxy: Option<String>,
    /// Where to, as for trace
    #[arg(long, value_name = "DEST")]
    to: String,
    #[command(flatten, next_help_heading = "Request")]
    request: RequestOptions,
    /// At forks follow this branch only; repeatable
    #[arg(long, value_name = "FORK=BRANCH")]
    pick: Vec<String>,
}

/// Says whether a request is let through: what the trace of it says of policies.
///
/// # Errors
/// Where nothing can be read or the options do not say enough.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let picks = options.pick.iter().map(|text| pick(text)).collect::<Result<Vec<_>>>()?;
    let ask = ask(Some(&options.to), &options.request, global)?;
    let from = options.from_proxy.as_deref();
    let mut input = input::of_pod(global, from, &Needs::of_trace(), output)?;
    let wanted = Wanted { explain: true, picks, follow: true };
    let report = followed(&mut input, from, &ask, &wanted, global, output)?;
    let can = Can::new(&input.mesh, report);
    output.show(global.format(), &can, |can| can.document(global.verbose))?;
    Ok(match can.allowed {
        Allowed::Yes => Exit::Yes,
        Allowed::No | Allowed::Partly => Exit::No,
        Allowed::Depends | Allowed::Undetermined => Exit::Undetermined,
    })
}
