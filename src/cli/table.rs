//! `meshdbg listeners|chains|routes|clusters|endpoints|secrets|bootstrap|ecds|filters`.

use anyhow::{Result, anyhow};
use clap::{Args, Subcommand};
use rayon::prelude::*;

use super::args::Global;
use super::exit::Exit;
use super::filters::{
    BootstrapFilters, ChainFilters, ClusterFilters, EcdsFilters, EndpointFilters, FilterFilters, Filters,
    ListenerFilters, RouteFilters, SecretFilters,
};
use super::input;
use super::output::{Format, Output};
use super::which::Which;
use crate::correlate::Mesh;
use crate::model::Proxy;
use crate::render::{self, Columns};
use crate::view::table::clusters::{self, ClusterRow, ClusterRows};
use crate::view::table::{
    Conditions, Listing, OfProxy, Row, Shown, Wish, bootstrap, chains, ecds, endpoints, filters, listeners, routes,
    secrets,
};

/// The tables.
#[derive(Debug, Subcommand)]
pub(super) enum Table {
    /// Listeners: where connections arrive
    #[command(visible_alias = "listener", after_help = LISTENERS)]
    Listeners(Options<ListenerFilters>),
    /// Filter chains in the order in which they match
    #[command(visible_alias = "chain", after_help = CHAINS)]
    Chains(Options<ChainFilters>),
    /// Routes with all their conditions and destinations
    #[command(visible_alias = "route", after_help = ROUTES)]
    Routes(Options<RouteFilters>),
    /// Clusters
    #[command(visible_alias = "cluster", after_help = CLUSTERS)]
    Clusters(Options<ClusterFilters>),
    /// Endpoints with their health
    #[command(visible_alias = "endpoint", after_help = ENDPOINTS)]
    Endpoints(Options<EndpointFilters>),
    /// Certificates: names, issuer, validity and days left
    #[command(visible_alias = "secret", after_help = SECRETS)]
    Secrets(Options<SecretFilters>),
    /// Who the proxy is, and its runtime flags
    #[command(after_help = BOOTSTRAP)]
    Bootstrap(Options<BootstrapFilters>),
    /// Filters that come by their own discovery service, such as Wasm plugins
    #[command(after_help = ECDS)]
    Ecds(Options<EcdsFilters>),
    /// Filters in the order in which they run, and what meshdbg knows of each
    #[command(visible_alias = "filter", after_help = FILTERS)]
    Filters(Options<FilterFilters>),
}

/// What every table takes.
#[derive(Debug, Clone, Args)]
pub(super) struct Options<F: Args> {
    #[command(flatten)]
    which: Which,
    #[command(flatten, next_help_heading = "Filters")]
    filters: F,
    /// A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular
    /// expression); all must hold
    #[arg(long = "where", value_name = "CONDITION", help_heading = "Filters")]
    wishes: Vec<String>,
}

/// Examples of `listeners`.
pub(super) const LISTENERS: &str = "\
Examples:
  meshdbg listeners deploy/frontend-v1 --from demo
  meshdbg listeners -A --where state==rejected --from bug-report.tar.gz
Columns for --where: name address type direction state chains bound filters owner updated version error";
/// Examples of `chains`.
pub(super) const CHAINS: &str = "\
Examples:
  meshdbg chains deploy/frontend-v1 --listener virtualInbound --from demo
  meshdbg chains gateway/istio-ingress/public --sni shop --from demo";
/// Examples of `routes`.
pub(super) const ROUTES: &str = "\
Examples:
  meshdbg routes deploy/frontend-v1 --name 9080 --from demo
  meshdbg routes -A --owner reviews -o wide --from demo";
/// Examples of `clusters`.
pub(super) const CLUSTERS: &str = "\
Examples:
  meshdbg clusters deploy/frontend-v1 --fqdn reviews --from demo
  meshdbg clusters -A --where state!=active --from bug-report.tar.gz";
/// Examples of `endpoints`.
pub(super) const ENDPOINTS: &str = "\
Examples:
  meshdbg endpoints deploy/frontend-v1 --cluster 'outbound|9080||reviews' --from demo
  meshdbg endpoints -A --where health!=healthy --from demo";
/// Examples of `secrets`.
pub(super) const SECRETS: &str = "\
Examples:
  meshdbg secrets -A --from demo
  meshdbg secrets -A --where valid==no --at 2027-01-01T00:00:00Z --from demo";
/// Examples of `bootstrap`.
pub(super) const BOOTSTRAP: &str = "\
Examples:
  meshdbg bootstrap deploy/frontend-v1 --from demo
  meshdbg bootstrap -A --where 'field==envoy version' --from demo";
/// Examples of `ecds`.
pub(super) const ECDS: &str = "\
Examples:
  meshdbg ecds -A --from demo";
/// Examples of `filters`.
pub(super) const FILTERS: &str = "\
Examples:
  meshdbg filters deploy/frontend-v1 --listener virtualInbound --from demo
  meshdbg filters -A --where 'known~not modelled' --from demo";

/// Prints the table of a command.
///
/// # Errors
/// Where nothing can be read or the conditions are not understood.
pub(super) fn run(table: &Table, global: &Global, output: &mut Output) -> Result<Exit> {
    match table {
        Table::Listeners(options) => show(options, global, output, listeners::rows),
        Table::Chains(options) => show(options, global, output, chains::rows),
        Table::Routes(options) => show(options, global, output, routes::rows),
        Table::Clusters(options) => show_clusters(options, global, output),
        Table::Endpoints(options) => show(options, global, output, endpoints::rows),
        Table::Secrets(options) => {
            let now = global.now();
            show(options, global, output, move |mesh, proxy| secrets::rows(mesh, proxy, now))
        }
        Table::Bootstrap(options) => show(options, global, output, bootstrap::rows),
        Table::Ecds(options) => show(options, global, output, ecds::rows),
        Table::Filters(options) => show(options, global, output, filters::rows),
    }
}

fn show<F: Filters, R: Row>(
    options: &Options<F>,
    global: &Global,
    output: &mut Output,
    rows: impl Fn(&Mesh, &Proxy) -> OfProxy<R> + Sync,
) -> Result<Exit> {
    let conditions = options.conditions::<R>()?;
    let input = input::of(global, &options.which, &options.filters.needs(), output)?;
    let mesh = &input.mesh;
    let proxies = input.select(&options.which, global)?;
    let mut listing = Listing::new(proxies.par_iter().map(|proxy| rows(mesh, proxy)).collect());
    for of_proxy in &listing.proxies {
        for gap in &of_proxy.gaps {
            output.warn(&format!("{}: {gap}", of_proxy.proxy));
        }
    }
    let columns = match global.format() {
        Format::Jsonl => {
            listing.retain(&conditions);
            for of_proxy in &listing.proxies {
                render::json_line(&mut output.out, of_proxy)?;
            }
            return Ok(Exit::Yes);
        }
        Format::Json | Format::Yaml => {
            listing.retain(&conditions);
            let structured = if global.format() == Format::Json { render::json } else { render::yaml };
            structured(&mut output.out, &listing)?;
            return Ok(Exit::Yes);
        }
        Format::Table => Columns::Usual,
        Format::Wide => Columns::Wide,
    };
    let shown = listing.proxies.into_iter().zip(&proxies);
    let shown: Vec<Shown<R>> =
        shown.map(|(of_proxy, proxy)| Shown { proxy: &proxy.id, rows: Box::new(of_proxy.rows) }).collect();
    text(output, columns, &conditions, &shown)
}

/// Clusters are many: as text they are never all there at once.
fn show_clusters(options: &Options<ClusterFilters>, global: &Global, output: &mut Output) -> Result<Exit> {
    let columns = match global.format() {
        Format::Json | Format::Jsonl | Format::Yaml => {
            return show(options, global, output, |mesh, proxy| clusters::rows(mesh, proxy, true));
        }
        Format::Table => Columns::Usual,
        Format::Wide => Columns::Wide,
    };
    let conditions = options.conditions::<ClusterRow>()?;
    // A condition may be on a column that only wide tables show.
    let with_details = columns == Columns::Wide || !options.wishes.is_empty();
    let input = input::of(global, &options.which, &options.filters.needs(), output)?;
    let mesh = &input.mesh;
    let proxies = input.select(&options.which, global)?;
    for proxy in &proxies {
        for gap in clusters::gaps(proxy) {
            output.warn(&format!("{}: {gap}", proxy.id));
        }
    }
    let shown = proxies.iter().map(|proxy| Shown::<ClusterRow> {
        proxy: &proxy.id,
        rows: Box::new(ClusterRows::new(mesh, proxy, with_details)),
    });
    text(output, columns, &conditions, &shown.collect::<Vec<_>>())
}

fn text<R: Row>(output: &mut Output, columns: Columns, conditions: &Conditions, shown: &[Shown<R>]) -> Result<Exit> {
    let style = output.style;
    if render::listing(&mut output.out, style, columns, conditions, shown)? == 0 {
        output.note(&format!("no {} found", R::KIND));
    }
    Ok(Exit::Yes)
}

impl<F: Filters> Options<F> {
    /// The conditions that the options mean.
    fn conditions<R: Row>(&self) -> Result<Conditions> {
        let mut wishes = self.filters.wishes();
        for text in &self.wishes {
            wishes.push(Wish::parse(text).map_err(|error| anyhow!(error))?);
        }
        Conditions::compile(&wishes, R::COLUMNS).map_err(|error| anyhow!(error))
    }
}
