//! `meshdbg authz mtls [FROM] [DEST]`.

use anyhow::Result;
use clap::Args;

use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::cli::{input, which};
use crate::simulate::Engine;
use crate::simulate::authz::edges::edges;
use crate::simulate::authz::meet::Verdict;
use crate::view::authz::Matrix;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg authz mtls --from demo
  meshdbg authz mtls deploy/frontend-v1 --from demo
  meshdbg authz mtls deploy/frontend-v1 reviews.shop:9080 --from demo
Exit codes: 0 no conflict; 1 conflicts; 3 some of it cannot be told.")]
pub(in crate::cli) struct Options {
    /// The client: pod/NAME, NAME.NAMESPACE, deploy/NAME, gateway/NAMESPACE/NAME; else every proxy that was read
    #[arg(value_name = "FROM")]
    from_proxy: Option<String>,
    /// The service: HOST, HOST:PORT or :PORT; else every one that the client knows
    #[arg(value_name = "DEST")]
    to: Option<String>,
}

/// Says what comes of TLS between clients and services.
///
/// # Errors
/// Where nothing can be read, or no proxy has the name.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let mesh = input::mesh(global, &[], output)?;
    let engine = Engine::new(&mesh);
    let clients: Vec<&ProxyId> = match &options.from_proxy {
        Some(name) => {
            which::named(&mesh, name, global.namespace.as_deref())?.into_iter().map(|proxy| &proxy.id).collect()
        }
        None => mesh.proxies_of(global.namespace.as_deref()).map(|proxy| &proxy.id).collect(),
    };
    let (host, port) = wanted(options.to.as_deref().unwrap_or_default());
    let wants = |own: &str, number: u16| {
        let is_host =
            host.is_empty() || own == host || own.strip_prefix(host).is_some_and(|rest| rest.starts_with('.'));
        is_host && port.is_none_or(|port| port == number)
    };
    let matrix = Matrix::new(&mesh, &engine, edges(&engine, &clients, &wants));
    output.show(global.format(), &matrix, |matrix| matrix.document(global.verbose))?;
    let is_unknown = matrix.edges.iter().any(|edge| edge.verdict == Verdict::Unknown);
    Ok(match (matrix.conflicts.is_empty(), is_unknown) {
        (false, _) => Exit::No,
        (true, true) => Exit::Undetermined,
        (true, false) => Exit::Yes,
    })
}

/// `HOST:PORT`, `HOST` or `:PORT`.
fn wanted(text: &str) -> (&str, Option<u16>) {
    match text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?))) {
        Some((host, port)) => (host, Some(port)),
        None => (text, None),
    }
}
