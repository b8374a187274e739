//! `meshdbg snapshot -o FILE`.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::Args;
use jiff::Timestamp;

use super::progress::Progress;
use crate::base::capture::Gap;
use crate::cli::args::Global;
use crate::cli::destination::Destination;
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::collect::live::{Ask, Cluster, Error, Page, Pod, Wanted};
use crate::collect::write::{Size, Snapshot};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  -o says where: NAME.tar.zst, or a folder.
  One namespace, packed:
    meshdbg snapshot -n shop -o shop.tar.zst
  The whole mesh, 32 proxies at a time:
    meshdbg snapshot -A -o mesh.tar.zst --concurrency 32
  Some proxies, as a folder:
    meshdbg snapshot -n shop -l app=reviews -o reviews/
  Then, anywhere:
    meshdbg trace deploy/frontend-v1 --to reviews:9080 --from shop.tar.zst
Interrupted, the same command goes on where it stopped. What cannot be read is left out and noted in the snapshot.")]
pub(in crate::cli) struct Options {
    /// All namespaces
    #[arg(short = 'A', long = "all", visible_alias = "all-namespaces")]
    all: bool,
    /// Proxies with these labels: app=reviews,version=v1
    #[arg(short = 'l', long = "selector", value_name = "LABELS")]
    labels: Option<String>,
}

/// Takes a snapshot.
///
/// # Errors
/// Where the cluster cannot be asked, the disk refuses, or it is interrupted.
pub(in crate::cli) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    if !global.from.is_empty() {
        bail!("a snapshot is taken of a cluster; --from names what is saved already");
    }
    let Some(Destination::File(file)) = &global.output else {
        bail!("where to? -o NAME.tar.zst writes a file, -o ./NAME a folder");
    };
    let cluster = Cluster::connect(global.live.access())?;
    let namespace = match (&global.namespace, options.all) {
        (Some(namespace), _) => Some(namespace.as_str()),
        (None, true) => None,
        (None, false) => Some(cluster.default_namespace()),
    };
    let wanted = options.labels.clone().map_or(Wanted::All, Wanted::Labels);
    let mut pods = cluster.find(&wanted, namespace)?;
    pods.retain(|pod| pod.container.is_some());
    if pods.is_empty() {
        let place = namespace.map_or("any namespace".to_owned(), |namespace| format!("namespace {namespace}"));
        bail!("no pod with a proxy in {place} of {}; -A takes all namespaces", cluster.name());
    }
    let mut snapshot = Snapshot::open(file)?;
    let all = pods.len();
    pods.retain(|pod| !snapshot.has(&pod.id.to_string(), &pod.uid));
    if pods.len() < all {
        output.note(&format!("goes on: {} of {all} proxies were taken before", all - pods.len()));
    }
    let namespaces: BTreeSet<String> = pods.iter().map(|pod| pod.id.namespace.clone()).collect();
    let namespaces: Vec<String> = namespaces.into_iter().chain(namespace.map(str::to_owned)).collect();
    let (documents, gaps) = cluster.resources(&namespaces)?;
    for gap in &gaps {
        output.warn(&format!("{}: {}", gap.place, gap.reason));
    }
    snapshot.add_others(&documents, gaps)?;
    drop(documents);
    let missed = take(&cluster, pods, &mut snapshot, global, output)?;
    let taken = snapshot.proxies();
    if taken == 0 {
        bail!("none of the {all} proxies answers");
    }
    let Size { raw, stored } = snapshot.finish(cluster.name(), Timestamp::now())?;
    let missing = if missed == 0 { String::new() } else { format!(", without {missed} that cannot be read") };
    output.note(&format!(
        "{}: {taken} proxies{missing}; {} as {} ({:.1} %)",
        file.display(),
        megabytes(raw),
        megabytes(stored),
        share(stored, raw),
    ));
    Ok(Exit::Yes)
}

/// Takes the proxies. Returns how many could not be read.
fn take(
    cluster: &Cluster,
    pods: Vec<Pod>,
    snapshot: &mut Snapshot,
    global: &Global,
    output: &mut Output,
) -> Result<usize> {
    let mut progress = Progress::new(pods.len(), output.shows_progress());
    let mut missed = 0;
    let mut broken = None;
    let pages: Arc<[Page]> = Page::ALL.into();
    let asks = pods.into_iter().map(|pod| Ask { pod, pages: pages.clone() });
    let finished = cluster.take(asks, |taken| {
        match taken {
            Ok(taken) => {
                let bytes = taken.documents.iter().map(|document| document.text.len() as u64).sum();
                let id = taken.pod.id.to_string();
                if let Some(via) = taken.via.filter(|_| global.verbose) {
                    progress.aside(|| output.note(&format!("{id}: read by {}", via.word())));
                }
                if broken.is_none() {
                    broken = snapshot.add(&id, &taken.pod.uid, &taken.documents, taken.gaps).err();
                }
                progress.done(bytes);
            }
            Err(refusal) => {
                let (pod, error) = *refusal;
                missed += 1;
                progress.aside(|| output.warn(&short(&error)));
                snapshot.miss(Gap { place: format!("pod {}", pod.id), reason: reason(&pod, &error) });
                progress.done(0);
            }
        }
        broken.is_none()
    });
    progress.finish();
    if let Some(error) = broken {
        return Err(error.into());
    }
    if !finished {
        bail!("interrupted; {} proxies are kept, and the same command goes on with the others", snapshot.proxies());
    }
    Ok(missed)
}

/// Without the Role, which would come for each pod.
fn short(error: &Error) -> String {
    error.to_string().lines().filter(|line| !line.starts_with("  ") || line.contains(": ")).take(1).collect()
}

fn reason(pod: &Pod, error: &Error) -> String {
    let text = short(error);
    text.strip_prefix(&format!("pod {}: ", pod.id)).map_or(text.clone(), str::to_owned)
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
fn share(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
