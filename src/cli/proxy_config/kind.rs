//! The kinds, and printing them.

use std::io::Write;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};

use super::flags::{AllFlags, ClusterFlags, EndpointFlags, ListenerFlags, NoFlags, RouteFlags};
use crate::base::section::{Extent, Section};
use crate::cli::args::Global;
use crate::cli::destination::Destination;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::needs::Needs;
use crate::cli::output::{Format, Output};
use crate::model::Proxy;
use crate::render;
use crate::view::istioctl::{
    Listing, Note, Objects, all, bootstrap, cluster, ecds, eds, endpoint, listener, log, route, secret,
};

/// The kinds, with istioctl's names, aliases and flags.
#[derive(Debug, Clone, Subcommand)]
#[command(after_help = "\
Examples:
  meshdbg proxy-config cluster frontend-v1-0.shop --fqdn reviews -f bug-report.tar.gz
  meshdbg pc route deploy/frontend-v1 --name 9080 -o json --from demo
  istioctl's rows have gaps: meshdbg clusters, listeners, routes, endpoints and secrets show all.")]
pub(in crate::cli) enum Kind {
    /// Clusters
    #[command(visible_aliases = ["clusters", "c"])]
    Cluster(Options<ClusterFlags>),
    /// Listeners and where they lead
    #[command(visible_aliases = ["listeners", "l"])]
    Listener(Options<ListenerFlags>),
    /// Routes
    #[command(visible_aliases = ["routes", "r"])]
    Route(Options<RouteFlags>),
    /// Endpoints of `/clusters?format=json`
    #[command(visible_aliases = ["endpoints", "ep"])]
    Endpoint(Options<EndpointFlags>),
    /// Endpoints of a dump with `include_eds`
    #[command(hide = true)]
    Eds(Options<EndpointFlags>),
    /// Secrets
    #[command(visible_aliases = ["secrets", "s"])]
    Secret(Options<NoFlags>),
    /// Bootstrap; as JSON unless asked otherwise
    #[command(visible_alias = "b")]
    Bootstrap(Options<NoFlags>),
    /// Filters that come by discovery
    #[command(visible_alias = "ec")]
    Ecds(Options<NoFlags>),
    /// All of these, one after the other
    #[command(visible_alias = "a")]
    All(Options<AllFlags>),
    /// Log levels; a saved dump does not hold them
    #[command(visible_alias = "o")]
    Log(Options<NoFlags>),
}

/// What every kind takes.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Options<F: Args> {
    /// The pod: NAME[.NAMESPACE], deploy/NAME
    #[arg(value_name = "POD")]
    pod: Option<String>,
    /// A saved dump; the same as --from
    #[arg(short, long, value_name = "FILE")]
    file: Option<String>,
    #[command(flatten)]
    flags: F,
}

/// Prints what istioctl would.
///
/// # Errors
/// Where nothing can be read, or the dump does not hold what is asked for.
pub(in crate::cli) fn run(kind: &Kind, global: &Global, output: &mut Output) -> Result<Exit> {
    match kind {
        Kind::Cluster(options) => {
            let filter = options.flags.filter();
            show(
                options,
                global,
                &Needs::of([Section::Clusters]),
                output,
                |p| cluster::table(p, &filter),
                |p| cluster::objects(p, &filter),
            )
        }
        Kind::Listener(options) => {
            let filter = options.flags.filter();
            show(
                options,
                global,
                &Needs::of([Section::Listeners]),
                output,
                |p| listener::table(p, &filter),
                |p| listener::objects(p, &filter),
            )
        }
        Kind::Route(options) => {
            let filter = options.flags.filter();
            show(
                options,
                global,
                &Needs::of([Section::Routes]),
                output,
                |p| route::table(p, &filter),
                |p| route::objects(p, &filter),
            )
        }
        Kind::Endpoint(options) => {
            let filter = options.flags.filter();
            show(
                options,
                global,
                &Needs { hosts: Some(Extent::Whole), ..Needs::of([Section::Endpoints]) },
                output,
                |p| endpoint::table(p, &filter),
                |p| endpoint::objects(p, &filter),
            )
        }
        Kind::Eds(options) => {
            let filter = options.flags.filter();
            show(
                options,
                global,
                &Needs::of([Section::Endpoints, Section::Clusters]),
                output,
                |p| eds::table(p, &filter),
                |p| eds::objects(p, &filter),
            )
        }
        Kind::Secret(options) => {
            let now = global.now();
            show(options, global, &Needs::of([Section::Secrets]), output, |p| secret::table(p, now), secret::objects)
        }
        Kind::Bootstrap(options) => {
            let json =
                Global { output: global.output.clone().or(Some(Destination::Format(Format::Json))), ..global.clone() };
            show(options, &json, &Needs::of([Section::Bootstrap]), output, bootstrap::table, bootstrap::objects)
        }
        Kind::Ecds(options) => {
            show(options, global, &Needs::of([Section::Ecds, Section::Listeners]), output, ecds::table, ecds::objects)
        }
        Kind::All(options) => show_all(options, global, output),
        Kind::Log(options) => with_proxy(options, global, &Needs::of([]), output, |proxy, output| {
            let listing = log::table(&proxy.id, None);
            answer(output, listing.is_answer(), &listing.notes, &listing.to_text())
        }),
    }
}

fn with_proxy<F: Args>(
    options: &Options<F>,
    global: &Global,
    needs: &Needs,
    output: &mut Output,
    print: impl FnOnce(&Proxy, &mut Output) -> Result<Exit>,
) -> Result<Exit> {
    // istioctl's `--verbose` is about rows, and on where it is not said.
    let global = &Global { verbose: false, ..global.clone() };
    let input = input::of_proxy_with(global, options.file.as_slice(), options.pod.as_deref(), needs, output)?;
    let (proxy, remark) = input.one(options.pod.as_deref(), global)?;
    if let Some(remark) = remark {
        output.note(&remark);
    }
    print(proxy, output)
}

fn show<F: Args>(
    options: &Options<F>,
    global: &Global,
    needs: &Needs,
    output: &mut Output,
    table: impl FnOnce(&Proxy) -> Listing,
    objects: impl FnOnce(&Proxy) -> Objects<'_>,
) -> Result<Exit> {
    with_proxy(options, global, needs, output, |proxy, output| match global.format() {
        Format::Table | Format::Wide => {
            let listing = table(proxy);
            answer(output, listing.is_answer(), &listing.notes, &listing.to_text())
        }
        Format::Json | Format::Jsonl => {
            let objects = objects(proxy);
            answer(output, objects.is_answer(), &objects.notes, &objects.to_json())
        }
        Format::Yaml => yaml(output, &objects(proxy)),
    })
}

fn show_all(options: &Options<AllFlags>, global: &Global, output: &mut Output) -> Result<Exit> {
    let (filter, now) = (options.flags.filter(), global.now());
    with_proxy(options, global, &Needs::whole(), output, |proxy, output| match global.format() {
        Format::Table | Format::Wide => {
            let parts = all::tables(proxy, &filter, now);
            let notes: Vec<Note> = parts.iter().flat_map(|part| part.listing.notes.clone()).collect();
            answer(output, true, &notes, &all::to_text(&parts, options.flags.with_headers))
        }
        Format::Json | Format::Jsonl => {
            let objects = all::objects(proxy);
            answer(output, objects.is_answer(), &objects.notes, &objects.to_json())
        }
        Format::Yaml => yaml(output, &all::objects(proxy)),
    })
}

fn yaml(output: &mut Output, objects: &Objects) -> Result<Exit> {
    if objects.is_answer() {
        for note in &objects.notes {
            output.warn(&note.to_string());
        }
        render::yaml(&mut output.out, objects)?;
        return Ok(Exit::Yes);
    }
    answer(output, false, &objects.notes, &objects.to_json())
}

/// Prints an answer with its notes beside it; what is none is an error.
fn answer(output: &mut Output, is_answer: bool, notes: &[Note], text: &str) -> Result<Exit> {
    if !is_answer {
        bail!("{}", text.trim_end());
    }
    for note in notes {
        output.warn(&note.to_string());
    }
    output.out.write_all(text.as_bytes())?;
    Ok(Exit::Yes)
}
