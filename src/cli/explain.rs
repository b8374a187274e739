//! `meshdbg explain KIND NAME [--in PROXY]`.

use anyhow::{Context, Result, bail};
use clap::Args;

use super::args::Global;
use super::exit::Exit;
use super::explain_kind::{Meaning, Word};
use super::needs::Needs;
use super::output::Output;
use super::which::Which;
use super::{explain_resource, input, missing, which};
use crate::model::Proxy;
use crate::view::SCHEMA;
use crate::view::explain::{Explanation, Found, NotFound, Several, find};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg explain cluster 'outbound|9080|v1|reviews.shop.svc.cluster.local' --from demo
  meshdbg explain route from-frontend --in deploy/frontend-v1 --from demo
  meshdbg explain endpoint 10.244.1.14:9080 --from demo
  meshdbg explain secret default --in gateway/istio-ingress/public --from demo
  meshdbg explain virtualservice reviews.shop --from demo
  meshdbg explain dr ledger -n pay --in deploy/checkout-v1 --from demo
  meshdbg explain missing cluster ratings.shop:9080 --in deploy/catalog-v1 --from demo
A part of a name will do; where several objects hold it they are listed (exit code 1: no object has it).")]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, disable_help_subcommand = true)]
pub(super) struct Options {
    /// What it is: an Envoy object, or a resource by any name that kubectl takes
    #[arg(value_enum, value_name = "KIND", required = true, ignore_case = true)]
    kind: Option<Word>,
    /// Its name, or a part of it: a chain is LISTENER|INDEX, a route TABLE|VIRTUAL HOST|INDEX, an endpoint IP:PORT, a
    /// resource NAME.NAMESPACE or NAMESPACE/NAME
    #[arg(value_name = "NAME", required = true)]
    name: Option<String>,
    /// The proxy to look in; else all that were read
    #[arg(long = "in", value_name = "PROXY")]
    proxy: Option<String>,
    #[command(subcommand)]
    other: Option<missing::Command>,
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
    let mesh = match &options.proxy {
        None => input::mesh(global, &[], output)?,
        Some(name) => {
            let which = Which { proxy: vec![name.clone()], ..Which::default() };
            input::of(global, &which, &Needs::whole(), output)?.mesh
        }
    };
    let namespace = global.namespace.as_deref();
    let proxies: Vec<&Proxy> = match &options.proxy {
        Some(name) => which::named(&mesh, name, namespace)?,
        None => mesh.proxies_of(namespace).collect(),
    };
    let now = global.now();
    let kind = match kind.meaning() {
        Meaning::Object(kind) => kind,
        Meaning::Resource(kind) => {
            // The namespace is the resource's: what it makes is anywhere.
            let proxies = if options.proxy.is_some() { proxies } else { mesh.proxies.iter().collect() };
            return explain_resource::run(&mesh, &proxies, kind, wanted, global, output);
        }
    };
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
