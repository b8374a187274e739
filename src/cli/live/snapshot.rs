//! `meshdbg snapshot` of a running mesh.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, bail};
use jiff::Timestamp;

use super::progress::Progress;
use crate::base::capture::{Document, Gap, ISTIOD};
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::cli::snapshot::{Options, Writer};
use crate::collect::live::{Ask, Cluster, Error, IstiodPage, Page, Pod, Told, Wanted};

/// Takes a snapshot.
///
/// # Errors
/// Where the cluster cannot be asked, the disk refuses, or it is interrupted.
pub(in crate::cli) fn run(options: &Options, file: &Path, global: &Global, output: &mut Output) -> Result<Exit> {
    let cluster = Arc::new(Cluster::connect(global.live.access())?);
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
    let mut writer = Writer::open(options, file)?;
    writer.learn_name(cluster.name());
    let all = pods.len();
    let namespaces: BTreeSet<String> = pods.iter().map(|pod| pod.id.namespace.clone()).collect();
    let namespaces: Vec<String> = namespaces.into_iter().chain(namespace.map(str::to_owned)).collect();
    // The API server answers while the proxies do. Who interrupts does not wait for it.
    let mut around = Some({
        let cluster = cluster.clone();
        thread::spawn(move || Around::ask(&cluster, &namespaces))
    });
    let mut write = |writer: &mut Writer, output: &mut Output| match around.take() {
        Some(asked) => {
            asked.join().map_err(|_| anyhow!("the resources could not be read"))?.write(writer, global, output)
        }
        None => Ok(()),
    };
    // Substitutes are learned from the names in resources, before any is written.
    if writer.has_substitutes() {
        write(&mut writer, output)?;
    }
    pods.retain(|pod| {
        let name = writer.name(&pod.id);
        !writer.snapshot.has(&name, &pod.uid)
    });
    if pods.len() < all {
        output.note(&format!("goes on: {} of {all} proxies were taken before", all - pods.len()));
    }
    let missed = take(&cluster, pods, &mut writer, options, global, output)?;
    write(&mut writer, output)?;
    if writer.snapshot.proxies() == 0 {
        bail!("none of the {all} proxies answers");
    }
    let made_from = format!("the cluster of context {}", cluster.name());
    writer.finish(options, &made_from, Timestamp::now(), missed, file, output)
}

/// What is around the proxies.
struct Around {
    /// The resources, and what of them did not come.
    resources: Result<(Vec<Document>, Vec<Gap>), Error>,
    /// What every istiod says: whom it serves, its configuration and its endpoints.
    istiods: Result<Told, Error>,
    cluster: String,
}

impl Around {
    fn ask(cluster: &Cluster, namespaces: &[String]) -> Self {
        let all = |istiods: Vec<Pod>| istiods.into_iter().map(|pod| (pod, IstiodPage::ALL.to_vec())).collect();
        Self {
            resources: cluster.resources(namespaces),
            istiods: cluster.istiods(None).map(|istiods| cluster.ask_istiods(all(istiods))),
            cluster: cluster.name().to_owned(),
        }
    }

    fn write(self, writer: &mut Writer, global: &Global, output: &mut Output) -> Result<()> {
        let (documents, gaps) = self.resources?;
        for gap in &gaps {
            output.warn(&format!("{}: {}", gap.place, gap.reason));
        }
        writer.others(documents, gaps)?;
        let told = match self.istiods {
            Ok(told) => told,
            Err(error @ Error::Forbidden { .. }) => {
                output.warn(&error.to_string());
                writer.miss(Gap { place: format!("{ISTIOD}in {}", self.cluster), reason: short(&error) });
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        };
        for (istiod, via) in told.via.iter().filter(|_| global.verbose) {
            output.note(&format!("{istiod}: read by {}", via.word()));
        }
        for gap in &told.gaps {
            output.warn(&format!("{}: {}", gap.place, gap.reason));
        }
        // The Role that would allow it was said; whoever reads the snapshot cannot grant it.
        let first_line = |gap: Gap| Gap { reason: gap.reason.lines().next().unwrap_or_default().to_owned(), ..gap };
        writer.others(told.documents, told.gaps.into_iter().map(first_line).collect())
    }
}

/// Takes the proxies. Returns how many could not be read.
fn take(
    cluster: &Cluster,
    pods: Vec<Pod>,
    writer: &mut Writer,
    options: &Options,
    global: &Global,
    output: &mut Output,
) -> Result<usize> {
    let mut progress = Progress::new(pods.len(), output.shows_progress());
    let mut missed = 0;
    let pages: Vec<Page> = Page::FOR_SNAPSHOT.into_iter().chain(options.stats.then_some(Page::Stats)).collect();
    let mut broken = None;
    let pages: Arc<[Page]> = pages.into();
    let asks = pods.into_iter().map(|pod| Ask { pod, pages: pages.clone(), again: false });
    let finished = cluster.take(asks, |taken| {
        match taken {
            Ok(taken) => {
                let bytes = taken.documents.iter().map(|document| document.text.len() as u64).sum();
                let id = taken.pod.id.to_string();
                if let Some(via) = taken.via.filter(|_| global.verbose) {
                    progress.aside(|| output.note(&format!("{id}: read by {}", via.word())));
                }
                if broken.is_none() {
                    broken = writer.proxy(&taken.pod.id, &taken.pod.uid, taken.documents, taken.gaps).err();
                }
                progress.done(bytes);
            }
            Err(refusal) => {
                let (pod, error) = *refusal;
                missed += 1;
                progress.aside(|| output.warn(&short(&error)));
                writer.miss(Gap { place: format!("pod {}", pod.id), reason: reason(&pod, &error) });
                progress.done(0);
            }
        }
        broken.is_none()
    });
    progress.finish();
    if let Some(error) = broken {
        return Err(error);
    }
    if !finished {
        bail!(
            "interrupted; {} proxies are kept, and the same command goes on with the others",
            writer.snapshot.proxies()
        );
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
