//! The proxies that a command needs, out of a cluster.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use jiff::Timestamp;

use super::choose::{Chosen, choose};
use super::pages;
use crate::base::capture::{Capture, Document, Gap};
use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::input::{How, More};
use crate::cli::needs::{Dump, Needs, Resources};
use crate::cli::output::Output;
use crate::cli::which::Which;
use crate::collect::live::{Ask, Cluster, Error, Page, Pod, Sought, Wanted, read_into};
use crate::simulate::ask::Sender;
use crate::simulate::engine::Lack;

/// The running proxies that a command is about, and what was read of them so far.
#[derive(Debug)]
pub(in crate::cli) struct Running {
    source: Source,
    /// Proxies and resources.
    pub(in crate::cli) capture: Capture,
    /// The proxies that are meant; `None` for the one behind an admin port.
    pub(in crate::cli) chosen: Option<Vec<ProxyId>>,
    /// Of how many pods that a name means the proxy is the first.
    pub(in crate::cli) remark: Option<String>,
    /// Whether everything was read.
    is_whole: bool,
    /// What was asked for because it was lacking.
    asked: BTreeSet<(ProxyId, Lack)>,
    /// The resources of the cluster, while they are on their way.
    resources: Option<JoinHandle<Found>>,
    verbose: bool,
}

/// The resources of a cluster, and what of them did not come.
type Found = Result<(Vec<Document>, Vec<Gap>), Error>;

/// Where more can be had.
enum Source {
    Cluster { cluster: Arc<Cluster>, pods: Vec<Pod> },
    AdminPort { url: String, timeout: Duration },
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cluster { cluster, .. } => f.write_str(cluster.name()),
            Self::AdminPort { url, .. } => f.write_str(url),
        }
    }
}

impl Running {
    fn nothing_yet(source: Source, needs: &Needs, global: &Global) -> Self {
        Self {
            source,
            capture: Capture { taken_at: Some(Timestamp::now()), ..Capture::default() },
            chosen: None,
            remark: None,
            is_whole: needs.dump == Dump::Whole,
            asked: BTreeSet::new(),
            resources: None,
            verbose: global.verbose,
        }
    }

    /// Fetches what is needed of the proxies meant, and of the resources of the cluster.
    pub(in crate::cli) fn fetch(
        global: &Global,
        which: &Which,
        how: How,
        needs: &Needs,
        output: &mut Output,
    ) -> Result<Self> {
        let cluster = Arc::new(Cluster::connect(global.live.access())?);
        let Chosen { mut pods, remark } = choose(&cluster, global, which, how)?;
        let is_anybody = matches!(which.proxy.as_slice(), [text] if Sender::is_outside(text));
        if how.only_first && !is_anybody {
            // A pod that is starting or ending answers nothing: the next one of the workload will do.
            let first = pods.iter().position(|pod| pod.not_running.is_none()).unwrap_or(0);
            pods = pods.into_iter().skip(first).take(1).collect();
        }
        let chosen: Vec<ProxyId> = pods.iter().map(|pod| pod.id.clone()).collect();
        let namespaces: BTreeSet<String> =
            chosen.iter().map(|id| id.namespace.clone()).chain([cluster.default_namespace().to_owned()]).collect();
        let namespaces: Vec<String> = namespaces.into_iter().collect();
        let kinds = needs.resources.kinds();
        // The API server and the proxies answer at the same time.
        let resources = (needs.resources != Resources::None).then(|| {
            let cluster = cluster.clone();
            thread::spawn(move || cluster.resources_of(&namespaces, kinds))
        });
        let usual = Self::nothing_yet(Source::Cluster { cluster, pods }, needs, global);
        let mut running = Self { chosen: Some(chosen), remark, resources, ..usual };
        running.read(&pages::of_needs(needs), None, output)?;
        if needs.resources != Resources::AllLater {
            running.settle()?;
        }
        Ok(running)
    }

    /// The same of an admin port, which has no resources, beside what was read from elsewhere.
    pub(in crate::cli) fn admin_port(
        url: &str,
        beside: Capture,
        global: &Global,
        needs: &Needs,
        output: &mut Output,
    ) -> Result<Self> {
        let source = Source::AdminPort { url: url.to_owned(), timeout: global.live.timeout() };
        let mut running = Self { capture: beside, ..Self::nothing_yet(source, needs, global) };
        running.read(&pages::of_needs(needs), None, output)?;
        Ok(running)
    }

    /// Reads more. Returns whether there is more than before.
    pub(in crate::cli) fn more(&mut self, what: More, output: &mut Output) -> Result<bool> {
        match what {
            More::Parts(proxy, lacks) => self.add(proxy, lacks, output),
            More::Proxies(wanted) => self.reach(wanted, output),
            More::Awaited => self.settle(),
            More::Everything => self.complete(output),
        }
    }

    fn add(&mut self, proxy: &ProxyId, lacks: &BTreeSet<Lack>, output: &mut Output) -> Result<bool> {
        let is_new = |lack: &&Lack| !self.asked.contains(&(proxy.clone(), (*lack).clone()));
        let new: BTreeSet<Lack> = lacks.iter().filter(is_new).cloned().collect();
        // What did not come when it was asked for by name is no less lacking now.
        if self.is_whole || new.is_empty() {
            return self.complete(output);
        }
        self.read(&pages::of_lacks(&new), Some(proxy), output)?;
        self.asked.extend(new.into_iter().map(|lack| (proxy.clone(), lack)));
        Ok(true)
    }

    fn reach(&mut self, wanted: &[ProxyId], output: &mut Output) -> Result<bool> {
        let Source::Cluster { cluster, pods } = &mut self.source else { return Ok(false) };
        let mut found = Vec::new();
        for id in wanted {
            if pods.iter().any(|pod| pod.id == *id) {
                continue;
            }
            if let Some(pod) = cluster.locate(&Sought::Pod(id.clone()))? {
                found.push(pod.id.clone());
                pods.push(pod);
            }
        }
        let pages = if self.is_whole { Page::FOR_TRACE.to_vec() } else { pages::of_needs(&Needs::of_trace()) };
        for id in &found {
            // A proxy that does not answer is a gap, and the trace says so: it does not take the others with it.
            if let Err(error) = self.read(&pages, Some(id), output) {
                self.capture.gaps.push(Gap { place: id.to_string(), reason: error.to_string() });
            }
        }
        Ok(!found.is_empty())
    }

    fn settle(&mut self) -> Result<bool> {
        let Some(resources) = self.resources.take() else { return Ok(false) };
        let (documents, gaps) = resources.join().map_err(|_| anyhow!("the resources could not be read"))??;
        self.capture.documents.extend(documents);
        self.capture.gaps.extend(gaps);
        Ok(true)
    }

    fn complete(&mut self, output: &mut Output) -> Result<bool> {
        if self.settle()? {
            return Ok(true);
        }
        if self.is_whole {
            return Ok(false);
        }
        self.read(&Page::FOR_TRACE, None, output)?;
        self.is_whole = true;
        Ok(true)
    }

    /// Reads pages of one proxy, or of all.
    fn read(&mut self, pages: &[Page], only: Option<&ProxyId>, output: &mut Output) -> Result<()> {
        let verbose = self.verbose;
        if verbose {
            let asked: Vec<String> = pages.iter().map(Page::path).collect();
            output.note(&format!("asks for {}", asked.join(", ")));
        }
        let (cluster, pods) = match &self.source {
            Source::AdminPort { url, timeout } => {
                let no_parts = read_into(&mut self.capture, url, pages, *timeout)?;
                if let Some(no_parts) = no_parts.filter(|_| verbose) {
                    output.note(&format!("{url}: {no_parts}"));
                }
                return Ok(());
            }
            Source::Cluster { cluster, pods } => (cluster, pods),
        };
        let pages: Arc<[Page]> = pages.into();
        let asked = pods.iter().filter(|pod| only.is_none_or(|only| pod.id == *only));
        let asks = asked.map(|pod| Ask { pod: pod.clone(), pages: pages.clone(), again: !self.is_whole }).collect();
        let mut collected = cluster.collect_from(&mut self.capture, asks);
        if collected.interrupted {
            bail!("interrupted");
        }
        if verbose {
            for (id, tried) in &collected.tried {
                output.note(&format!("{id}: {tried}"));
            }
            for (id, via) in &collected.read {
                if let Some(via) = via {
                    output.note(&format!("{id}: read by {}", via.word()));
                }
            }
        }
        if collected.read.is_empty()
            && let Some(first) = collected.refused.pop()
        {
            let others = collected.refused.len();
            let error = anyhow::Error::new(first.1);
            let context = || format!("none of {} proxies answers", others + 1);
            return Err(if others == 0 { error } else { error.context(context()) });
        }
        for refused in collected.refused {
            let text = refused.1.to_string();
            let (place, reason) = text.split_once(": ").unwrap_or((&text, ""));
            self.capture.gaps.push(Gap { place: place.to_owned(), reason: reason.to_owned() });
        }
        Ok(())
    }
}

/// Fetches the ztunnels that `choose` takes out of those of the cluster, and its resources.
pub(in crate::cli) fn ztunnels(
    global: &Global,
    choose: impl FnOnce(&Cluster, &[Pod]) -> Result<Pod>,
    output: &mut Output,
) -> Result<Capture> {
    let cluster = Arc::new(Cluster::connect(global.live.access())?);
    let mut pods = cluster.find(&Wanted::Labels("app=ztunnel".to_owned()), global.namespace.as_deref())?;
    pods.retain(|pod| pod.is_ztunnel);
    if pods.is_empty() {
        bail!("no pod of {} is a ztunnel (app=ztunnel): it has no ambient mesh", cluster.name());
    }
    let pod = choose(&cluster, &pods)?;
    let namespaces = [pod.id.namespace.clone(), cluster.default_namespace().to_owned()];
    let source = Source::Cluster { cluster: cluster.clone(), pods: vec![pod] };
    let mut running = Running::nothing_yet(source, &Needs::whole(), global);
    running.read(&[Page::ConfigDump], None, output)?;
    let (documents, gaps) = cluster.resources(&namespaces)?;
    running.capture.documents.extend(documents);
    running.capture.gaps.extend(gaps);
    Ok(running.capture)
}
