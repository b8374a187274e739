//! What `status` needs of a running mesh: the lists of every istiod, and the dumps of the proxies that are named or that
//! the lists say are behind; of all where no istiod may be asked.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use jiff::Timestamp;

use super::fetch::choose;
use crate::base::capture::{Capture, Gap, ISTIOD};
use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::input::{How, linked};
use crate::cli::output::Output;
use crate::cli::status::Options;
use crate::collect::live::{Cluster, Error, IstiodPage, Page, Pod, Wanted};
use crate::correlate::Mesh;
use crate::model;

/// What is meant and has been found out of the cluster.
type Found = (Mesh, Option<BTreeSet<ProxyId>>);

/// Fetches it.
pub(in crate::cli) fn fetch(options: &Options, global: &Global, output: &mut Output) -> Result<Found> {
    let cluster = Cluster::connect(global.live.access())?;
    let is_named = !options.which.proxy.is_empty() || options.which.labels.is_some();
    let pods = pods(&cluster, options, global, is_named, output)?;
    let mut capture = Capture { taken_at: Some(Timestamp::now()), ..Capture::default() };
    let istiods = istiods(&cluster, options, &mut capture)?;
    ask(
        &cluster,
        istiods.iter().map(|pod| (pod.clone(), vec![IstiodPage::Syncz])).collect(),
        &mut capture,
        global,
        output,
    );

    // Who is where, and who is behind.
    let lists = model::read(capture.clone()).istiods;
    let mut served: BTreeMap<&ProxyId, &str> = BTreeMap::new();
    let mut fine: BTreeSet<&ProxyId> = BTreeSet::new();
    for (istiod, connection) in lists.iter().flat_map(|istiod| istiod.connections.iter().map(move |one| (istiod, one)))
    {
        served.insert(&connection.proxy, &istiod.name);
        if connection.is_synced() {
            fine.insert(&connection.proxy);
        }
    }
    let is_looked_at = |pod: &Pod| is_named || options.compare || !fine.contains(&pod.id);
    let dumped: Vec<Pod> = pods.iter().filter(|pod| is_looked_at(pod) && !pod.is_ztunnel).cloned().collect();
    let is_any_read = take(&cluster, dumped.clone(), &mut capture, global, output)?;
    if !is_any_read && lists.is_empty() {
        return Err(nothing(&capture));
    }
    if is_named || options.compare {
        let mut wanted: BTreeMap<&ProxyId, Vec<IstiodPage>> = BTreeMap::new();
        for pod in &dumped {
            let own =
                served.get(&pod.id).and_then(|name| istiods.iter().find(|istiod| istiod.id.to_string() == **name));
            if let Some(istiod) = own {
                wanted.entry(&istiod.id).or_default().push(IstiodPage::Intended(pod.id.clone()));
            }
        }
        let wanted = istiods.iter().filter_map(|pod| Some((pod.clone(), wanted.remove(&pod.id)?))).collect();
        ask(&cluster, wanted, &mut capture, global, output);
    }
    let namespaces: BTreeSet<String> = pods.iter().map(|pod| pod.id.namespace.clone()).collect();
    let (documents, gaps) = cluster.resources(&namespaces.into_iter().collect::<Vec<_>>())?;
    capture.documents.extend(documents);
    capture.gaps.extend(gaps);
    // What istiod made of resources helps to name owners of what it made of that; without any dump there is nothing to own.
    if is_any_read {
        ask(
            &cluster,
            istiods.into_iter().take(1).map(|pod| (pod, vec![IstiodPage::Configz])).collect(),
            &mut capture,
            global,
            output,
        );
    }
    // Of what is there twice the API server's own counts.
    capture.documents.sort_by_key(|document| (document.place.contains("!istiod/"), document.place.clone()));
    capture.gaps.sort_by(|left, right| left.place.cmp(&right.place));
    capture.gaps.dedup();
    let chosen = is_named.then(|| pods.into_iter().map(|pod| pod.id).collect());
    Ok((linked(capture, output), chosen))
}

/// The pods meant; where pods may not be listed, those that the istiods list.
fn pods(
    cluster: &Cluster,
    options: &Options,
    global: &Global,
    is_named: bool,
    output: &mut Output,
) -> Result<Vec<Pod>> {
    if is_named {
        return Ok(choose(cluster, global, &options.which, How { only_first: false, whole_namespace: false })?.pods);
    }
    match cluster.find(&Wanted::All, global.namespace.as_deref()) {
        Ok(pods) => Ok(pods.into_iter().filter(|pod| pod.container.is_some()).collect()),
        Err(error @ Error::Forbidden { .. }) => {
            output.warn(&error.to_string());
            Ok(Vec::new())
        }
        Err(error) => Err(error.into()),
    }
}

fn istiods(cluster: &Cluster, options: &Options, capture: &mut Capture) -> Result<Vec<Pod>> {
    let (reason, found) = match cluster.istiods(options.istio_namespace.as_deref()) {
        Ok(found) if found.is_empty() => {
            ("no running pod has the label app=istiod; -i names its namespace".to_owned(), found)
        }
        Ok(found) => return Ok(found),
        Err(error @ Error::Forbidden { .. }) => (error.to_string(), Vec::new()),
        Err(error) => return Err(error.into()),
    };
    capture.gaps.push(Gap { place: format!("{ISTIOD}in {}", cluster.name()), reason });
    Ok(found)
}

fn ask(
    cluster: &Cluster,
    wanted: Vec<(Pod, Vec<IstiodPage>)>,
    capture: &mut Capture,
    global: &Global,
    output: &mut Output,
) {
    let told = cluster.ask_istiods(wanted);
    for (istiod, via) in told.via.iter().filter(|_| global.verbose) {
        output.note(&format!("{istiod}: read by {}", via.word()));
    }
    capture.documents.extend(told.documents);
    capture.gaps.extend(told.gaps);
}

/// Takes dumps. Returns whether any came.
fn take(
    cluster: &Cluster,
    pods: Vec<Pod>,
    capture: &mut Capture,
    global: &Global,
    output: &mut Output,
) -> Result<bool> {
    let mut is_any_read = false;
    let finished = cluster.take(pods, &[Page::ConfigDump], |taken| {
        match taken {
            Ok(taken) => {
                if let Some(via) = taken.via.filter(|_| global.verbose) {
                    output.note(&format!("{}: read by {}", taken.pod.id, via.word()));
                }
                is_any_read = true;
                capture.documents.extend(taken.documents);
                capture.gaps.extend(taken.gaps);
            }
            Err(refused) => {
                let (pod, error) = *refused;
                let text = error.to_string();
                let place = format!("pod {}", pod.id);
                let reason = text.strip_prefix(&format!("{place}: ")).unwrap_or(&text).to_owned();
                capture.gaps.push(Gap { place, reason });
            }
        }
        true
    });
    if !finished {
        bail!("interrupted");
    }
    Ok(is_any_read)
}

/// Why there is no answer at all.
fn nothing(capture: &Capture) -> anyhow::Error {
    let texts: Vec<String> = capture.gaps.iter().map(|gap| format!("{}: {}", gap.place, gap.reason)).collect();
    let others = texts.len().saturating_sub(2);
    let more = if others == 0 { String::new() } else { format!("\n… and {others} more like it") };
    let shown: Vec<String> = texts.into_iter().take(2).collect();
    anyhow::anyhow!("neither an istiod nor a proxy can be asked\n{}{more}", shown.join("\n"))
}
