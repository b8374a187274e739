//! `meshdbg schema KIND`.

use anyhow::Result;
use clap::{Args, ValueEnum};
use schemars::{Schema, schema_for};

use super::exit::Exit;
use super::output::Output;
use crate::render;
use crate::simulate::batch::Answer;
use crate::view::explain::{Explanation, NotFound, Several};
use crate::view::table::{
    Listing, bootstrap::BootstrapRow, chains::ChainRow, clusters::ClusterRow, ecds::EcdsRow, endpoints::EndpointRow,
    filters::FilterRow, listeners::ListenerRow, routes::RouteRow, secrets::SecretRow,
};
use crate::view::trace::Report;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg schema trace > trace.schema.json
  meshdbg schema clusters | jq .properties")]
pub struct Options {
    /// Of which answer
    #[arg(value_enum, value_name = "KIND")]
    kind: Kind,
}

/// The answers with a schema; `batch` is one line of `trace --batch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Trace,
    Batch,
    Explain,
    ExplainSeveral,
    ExplainNothing,
    Listeners,
    Chains,
    Routes,
    Clusters,
    Endpoints,
    Secrets,
    Bootstrap,
    Ecds,
    Filters,
}

/// Prints a JSON Schema.
///
/// # Errors
/// Those of stdout.
pub fn run(options: &Options, output: &mut Output) -> Result<Exit> {
    let schema: Schema = match options.kind {
        Kind::Trace => schema_for!(Report),
        Kind::Batch => schema_for!(Answer),
        Kind::Explain => schema_for!(Explanation),
        Kind::ExplainSeveral => schema_for!(Several),
        Kind::ExplainNothing => schema_for!(NotFound),
        Kind::Listeners => schema_for!(Listing<ListenerRow>),
        Kind::Chains => schema_for!(Listing<ChainRow>),
        Kind::Routes => schema_for!(Listing<RouteRow>),
        Kind::Clusters => schema_for!(Listing<ClusterRow>),
        Kind::Endpoints => schema_for!(Listing<EndpointRow>),
        Kind::Secrets => schema_for!(Listing<SecretRow>),
        Kind::Bootstrap => schema_for!(Listing<BootstrapRow>),
        Kind::Ecds => schema_for!(Listing<EcdsRow>),
        Kind::Filters => schema_for!(Listing<FilterRow>),
    };
    render::json(&mut output.out, &schema)?;
    Ok(Exit::Yes)
}
