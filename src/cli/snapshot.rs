//! `meshdbg snapshot -o FILE`: a running mesh, or what is saved already, as one file or folder.

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;
use jiff::Timestamp;

use super::args::Global;
use super::destination::Destination;
use super::exit::Exit;
use super::input;
use super::output::Output;
use super::redaction::Redaction;
use crate::base::capture::{Document, Gap};
use crate::base::name::ProxyId;
use crate::collect;
use crate::collect::redact::{Disguise, What};
use crate::collect::write::{About, Group, Size, Snapshot, grouped};

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
  To give away, with what stands for what in a file of your own:
    meshdbg snapshot -A -o mesh.tar.zst --redact --redact-map mine.json
  The same of what was saved before:
    meshdbg snapshot --from bug-report.tar.gz --redact=names,tokens -o shared.tar.zst
Interrupted, the same command goes on where it stopped. What cannot be read is left out and noted in the snapshot.
Private keys and values of Secrets never get into one, with --redact or without.")]
pub(super) struct Options {
    /// All namespaces
    #[arg(short = 'A', long = "all", visible_alias = "all-namespaces")]
    pub(super) all: bool,
    /// Proxies with these labels: app=reviews,version=v1
    #[arg(short = 'l', long = "selector", value_name = "LABELS")]
    pub(super) labels: Option<String>,
    /// Counters, gauges and histograms of the proxies too
    #[arg(long)]
    #[cfg(feature = "live")]
    pub(super) stats: bool,
    #[command(flatten)]
    pub(super) redaction: Redaction,
}

/// Takes a snapshot.
///
/// # Errors
/// Where the source cannot be read, the disk refuses, or it is interrupted.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let Some(Destination::File(file)) = &global.output else {
        bail!("where to? -o NAME.tar.zst writes a file, -o ./NAME a folder");
    };
    if !global.from.is_empty() {
        return of_saved(options, file, global, output);
    }
    #[cfg(feature = "live")]
    return super::live::snapshot::run(options, file, global, output);
    #[cfg(not(feature = "live"))]
    bail!("nothing to read: name a capture with --from (this meshdbg was built without the feature `live`)");
}

/// Writes what is saved already: in another form, of one namespace only, or redacted.
fn of_saved(options: &Options, file: &Path, global: &Global, output: &mut Output) -> Result<Exit> {
    if options.labels.is_some() {
        bail!("-l chooses among running pods; of what is saved -n chooses a namespace");
    }
    #[cfg(feature = "live")]
    let part = if options.stats { Some(crate::cli::needs::Statistics::Used) } else { None };
    #[cfg(not(feature = "live"))]
    let part = None;
    let mut capture = collect::read(&input::sources(&global.from, global, part)?)?;
    if let Some(namespace) = global.namespace.as_deref().filter(|_| !options.all) {
        capture
            .documents
            .retain(|document| document.proxy.as_ref().is_none_or(|proxy: &ProxyId| proxy.namespace == namespace));
    }
    let taken_at = capture.taken_at;
    let (groups, others, gaps) = grouped(capture, &global.from);
    let mut writer = Writer::open(options, file)?;
    for group in &groups {
        writer.learn(&group.documents);
    }
    writer.others(others, gaps)?;
    for Group { name, documents } in groups {
        let id: ProxyId = name.parse().unwrap_or_else(|never| match never {});
        writer.proxy(&id, "", documents, Vec::new())?;
    }
    writer.finish(options, &global.from.join(", "), taken_at.unwrap_or_else(|| global.now()), 0, file, output)
}

/// A snapshot that is being written, and the disguise of what goes in.
pub(super) struct Writer {
    /// What is in it.
    pub(super) snapshot: Snapshot,
    disguise: Option<Disguise>,
}

impl Writer {
    /// Begins one, or goes on with one that was interrupted.
    pub(super) fn open(options: &Options, file: &Path) -> Result<Self> {
        let disguise = options.redaction.disguise()?;
        let fingerprint = disguise.as_ref().map(Disguise::fingerprint).unwrap_or_default();
        Ok(Self { snapshot: Snapshot::open(file, &fingerprint)?, disguise })
    }

    /// Learns the names in documents before they, or others, are written.
    pub(super) fn learn(&mut self, documents: &[Document]) {
        if let Some(disguise) = &mut self.disguise {
            disguise.learn(documents);
        }
    }

    /// Whether names and addresses are given substitutes.
    #[cfg(feature = "live")]
    pub(super) fn has_substitutes(&self) -> bool {
        self.disguise.is_some()
    }

    /// Learns the name of the context: gaps begin with it.
    #[cfg(feature = "live")]
    pub(super) fn learn_name(&mut self, name: &str) {
        if let Some(disguise) = &mut self.disguise {
            disguise.learn_name(name);
        }
    }

    /// The name that a proxy has in it.
    pub(super) fn name(&mut self, proxy: &ProxyId) -> String {
        match &mut self.disguise {
            Some(disguise) => disguise.proxy(proxy).to_string(),
            None => proxy.to_string(),
        }
    }

    /// Adds what is of no proxy.
    pub(super) fn others(&mut self, documents: Vec<Document>, gaps: Vec<Gap>) -> Result<()> {
        self.learn(&documents);
        let (documents, gaps) = self.disguised(documents, gaps);
        Ok(self.snapshot.add_others(&documents, gaps)?)
    }

    /// Adds a proxy.
    pub(super) fn proxy(&mut self, id: &ProxyId, uid: &str, documents: Vec<Document>, gaps: Vec<Gap>) -> Result<()> {
        self.learn(&documents);
        let name = self.name(id);
        let (documents, gaps) = self.disguised(documents, gaps);
        Ok(self.snapshot.add(&name, uid, &documents, gaps)?)
    }

    /// Notes what could not be read.
    #[cfg(feature = "live")]
    pub(super) fn miss(&mut self, gap: Gap) {
        let (_, gaps) = self.disguised(Vec::new(), vec![gap]);
        for gap in gaps {
            self.snapshot.miss(gap);
        }
    }

    fn disguised(&mut self, documents: Vec<Document>, gaps: Vec<Gap>) -> (Vec<Document>, Vec<Gap>) {
        let Some(disguise) = &mut self.disguise else { return (documents, gaps) };
        // What stands before the path within it names a context, or a folder of this machine.
        let documents = documents.iter().map(|document| disguise.document(document)).collect();
        (documents, gaps.iter().map(|gap| disguise.gap(gap)).collect())
    }

    /// Ends it, and says how large it became.
    pub(super) fn finish(
        self,
        options: &Options,
        made_from: &str,
        taken_at: Timestamp,
        missed: usize,
        file: &Path,
        output: &mut Output,
    ) -> Result<Exit> {
        let Self { snapshot, disguise } = self;
        let taken = snapshot.proxies();
        let redacted: Vec<&'static str> = disguise.iter().flat_map(Disguise::what).map(What::word).collect();
        // The name of a context or a file may well tell whose it is.
        let made_from = if redacted.is_empty() { made_from } else { "a capture that was redacted" };
        let Size { raw, stored } = snapshot.finish(&About { made_from, taken_at, redacted: redacted.clone() })?;
        if let Some(disguise) = &disguise {
            options.redaction.write_map(disguise)?;
        }
        let missing = if missed == 0 { String::new() } else { format!(", without {missed} that cannot be read") };
        let redacted = if redacted.is_empty() { String::new() } else { format!("; redacted: {}", redacted.join(", ")) };
        output.note(&format!(
            "{}: {taken} proxies{missing}; {} as {} ({:.1} %){redacted}",
            file.display(),
            megabytes(raw),
            megabytes(stored),
            share(stored, raw),
        ));
        Ok(Exit::Yes)
    }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
fn share(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
