//! `meshdbg schema KIND`.

use anyhow::Result;
use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::exit::Exit;
use super::output::Output;
use crate::render;
use crate::simulate::batch::Answer;
use crate::view::authz::{AmbientBindings, Bindings, Can, Matrix};
use crate::view::explain::{Explanation, Missing, NotFound, ResourceExplanation, Several};
use crate::view::stats::Statistics;
use crate::view::status::{ProxyStatus, Status};
use crate::view::table::{
    Listing, bootstrap::BootstrapRow, chains::ChainRow, clusters::ClusterRow, ecds::EcdsRow, endpoints::EndpointRow,
    filters::FilterRow, listeners::ListenerRow, routes::RouteRow, secrets::SecretRow, ztunnel::waypoints::WaypointRow,
};
use crate::view::trace::Report;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg schema trace > trace.schema.json
  meshdbg schema clusters | jq .properties")]
pub(super) struct Options {
    /// Of which answer
    #[arg(value_enum, value_name = "KIND")]
    kind: Kind,
}

/// The answers with a schema; `batch` is one line of `trace --batch`, `proxy-status` one of `status -o jsonl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Trace,
    Batch,
    AuthzCheck,
    AuthzCheckAmbient,
    AuthzCan,
    AuthzMtls,
    Explain,
    ExplainSeveral,
    ExplainNothing,
    ExplainResource,
    ExplainMissing,
    Listeners,
    Chains,
    Routes,
    Clusters,
    Endpoints,
    Secrets,
    Bootstrap,
    Ecds,
    Filters,
    Waypoints,
    Status,
    ProxyStatus,
    Stats,
}

/// Prints a JSON Schema.
///
/// # Errors
/// Those of stdout.
pub(super) fn run(options: &Options, output: &mut Output) -> Result<Exit> {
    let schema: Schema = match options.kind {
        Kind::Trace => of::<Report>(),
        Kind::Batch => of::<Answer>(),
        Kind::AuthzCheck => of::<Bindings>(),
        Kind::AuthzCheckAmbient => of::<AmbientBindings>(),
        Kind::AuthzCan => of::<Can>(),
        Kind::AuthzMtls => of::<Matrix>(),
        Kind::Explain => of::<Explanation>(),
        Kind::ExplainSeveral => of::<Several>(),
        Kind::ExplainNothing => of::<NotFound>(),
        Kind::ExplainResource => of::<ResourceExplanation>(),
        Kind::ExplainMissing => of::<Missing>(),
        Kind::Listeners => of::<Listing<ListenerRow>>(),
        Kind::Chains => of::<Listing<ChainRow>>(),
        Kind::Routes => of::<Listing<RouteRow>>(),
        Kind::Clusters => of::<Listing<ClusterRow>>(),
        Kind::Endpoints => of::<Listing<EndpointRow>>(),
        Kind::Secrets => of::<Listing<SecretRow>>(),
        Kind::Bootstrap => of::<Listing<BootstrapRow>>(),
        Kind::Ecds => of::<Listing<EcdsRow>>(),
        Kind::Filters => of::<Listing<FilterRow>>(),
        Kind::Waypoints => of::<Listing<WaypointRow>>(),
        Kind::Status => of::<Status>(),
        Kind::ProxyStatus => of::<ProxyStatus>(),
        Kind::Stats => of::<Statistics>(),
    };
    render::json(&mut output.out, &schema)?;
    Ok(Exit::Yes)
}

/// The schema of what is written: a field that is left out where it is empty is not required.
fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
