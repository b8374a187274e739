//! `meshdbg explain KIND NAME [--in PROXY]`.

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::args::Global;
use super::exit::Exit;
use super::output::Output;
use super::{input, missing, which};
use crate::model::Proxy;
use crate::view::SCHEMA;
use crate::view::explain::{Explanation, Found, Kind, NotFound, Several, find};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg explain cluster 'outbound|9080|v1|reviews.shop.svc.cluster.local' --from demo
  meshdbg explain route from-frontend --in deploy/frontend-v1 --from demo
  meshdbg explain endpoint 10.244.1.14:9080 --from demo
  meshdbg explain secret default --in gateway/istio-ingress/public --from demo
  meshdbg explain missing cluster ratings.shop:9080 --in deploy/catalog-v1 --from demo
A part of a name will do; where several objects hold it they are listed (exit code 1: no object has it).")]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, disable_help_subcommand = true)]
pub(super) struct Options {
    /// What it is
    #[arg(value_enum, value_name = "KIND", required = true)]
    kind: Option<Object>,
    /// Its name, or a part of it: a chain is LISTENER|INDEX, a route TABLE|VIRTUAL HOST|INDEX, an endpoint IP:PORT
    #[arg(value_name = "NAME", required = true)]
    name: Option<String>,
    /// The proxy to look in; else all that were read
    #[arg(long = "in", value_name = "PROXY")]
    proxy: Option<String>,
    #[command(subcommand)]
    other: Option<missing::Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Object {
    #[value(alias = "listeners", alias = "l")]
    Listener,
    #[value(alias = "chains", alias = "filterchain")]
    Chain,
    #[value(alias = "routes", alias = "r")]
    Route,
    #[value(alias = "clusters", alias = "c")]
    Cluster,
    #[value(alias = "endpoints", alias = "ep")]
    Endpoint,
    #[value(alias = "filters")]
    Filter,
    #[value(alias = "secrets", alias = "s")]
    Secret,
}

impl From<Object> for Kind {
    fn from(object: Object) -> Self {
        match object {
            Object::Listener => Self::Listener,
            Object::Chain => Self::Chain,
            Object::Route => Self::Route,
            Object::Cluster => Self::Cluster,
            Object::Endpoint => Self::Endpoint,
            Object::Filter => Self::Filter,
            Object::Secret => Self::Secret,
        }
    }
}

/// Explains an object, lists those that may be meant, or says that there is none.
///
/// # Errors
/// Where nothing can be read.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    if let Some(missing::Command::Missing(options)) = &options.other {
        return missing::run(options, global, output);
    }
    let (Some(kind), Some(wanted)) = (options.kind, options.name.clone()) else {
        bail!("what is to be explained? write KIND and NAME");
    };
    let mesh = input::mesh(global, &[], output)?;
    let namespace = global.namespace.as_deref();
    let proxies: Vec<&Proxy> = match &options.proxy {
        Some(name) => which::named(&mesh, name, namespace)?,
        None => mesh.proxies_of(namespace).collect(),
    };
    let now = global.now();
    let kind = Kind::from(kind);
    match find(&mesh, &proxies, kind, &wanted, now) {
        Found::One { name, proxies } => {
            let (first, others) = proxies.split_first().context("a name that was found is in a proxy")?;
            let proxy = mesh.proxy(first).context("the proxy is in the mesh")?;
            let explanation = Explanation::new(&mesh, proxy, others.to_vec(), kind, &name, now);
            output.show(global.format(), &explanation, Explanation::document)?;
            Ok(Exit::Yes)
        }
        Found::Several(found) => {
            let several = Several { schema: SCHEMA, kind: "explain-several", object: kind.word(), wanted, found };
            output.show(global.format(), &several, Several::document)?;
            Ok(Exit::Yes)
        }
        Found::Nothing(nearest) => {
            let nothing = NotFound { schema: SCHEMA, kind: "explain-nothing", object: kind.word(), wanted, nearest };
            output.show(global.format(), &nothing, NotFound::document)?;
            Ok(Exit::No)
        }
    }
}
