//! What `status` needs of a running mesh: the lists of every istiod, and the dumps of the proxies that are named or that
//! the lists say are behind; of all where no istiod may be asked.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use jiff::Timestamp;

use super::choose::choose;
use crate::base::capture::{Capture, Gap, ISTIOD};
use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::input::{How, linked};
use crate::cli::output::Output;
use crate::cli::status::Options;
use crate::collect::live::{Ask, Cluster, Error, IstiodPage, Page, Pod, Wanted};
use crate::correlate::Mesh;
use crate::correlate::sync::Roster;
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
    let lists = Mesh::new(model::read(capture.clone()));
    let roster = Roster::of(&lists);
    let connection = |pod: &Pod| roster.proxies.get(&pod.id).and_then(|known| known.connection);
    let is_fine = |pod: &Pod| connection(pod).is_some_and(|(_, connection)| connection.is_synced());
    let all = is_named || options.compare;
    let dumped: Vec<Pod> = pods.iter().filter(|pod| (all || !is_fine(pod)) && !pod.is_ztunnel).cloned().collect();
    let is_any_read = take(&cluster, dumped.clone(), &mut capture, global, output)?;
    if !is_any_read && lists.istiods.is_empty() {
        return Err(nothing(&capture));
    }
    let answered: Vec<Pod> =
        istiods.into_iter().filter(|pod| lists.istiods.iter().any(|own| own.name == pod.id.to_string())).collect();
    if all {
        let pages_of = |istiod: &Pod| {
            let is_own = |pod: &&Pod| connection(pod).is_some_and(|(own, _)| own.name == istiod.id.to_string());
            dumped.iter().filter(is_own).map(|pod| IstiodPage::Intended(pod.id.clone())).collect()
        };
        let wanted = answered.iter().map(|istiod| (istiod.clone(), pages_of(istiod))).collect();
        ask(&cluster, wanted, &mut capture, global, output);
    }
    let namespaces: BTreeSet<String> = pods.iter().map(|pod| pod.id.namespace.clone()).collect();
    let (documents, gaps) = cluster.resources(&namespaces.into_iter().collect::<Vec<_>>())?;
    capture.documents.extend(documents);
    capture.gaps.extend(gaps);
    // What istiod made of resources helps to name owners of what it made of that; without any dump there is nothing to own.
    if is_any_read {
        let wanted = answered.into_iter().take(1).map(|pod| (pod, vec![IstiodPage::Configz])).collect();
        ask(&cluster, wanted, &mut capture, global, output);
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
        return Ok(choose(
            cluster,
            global,
            &options.which,
            How { only_first: false, whole_namespace: false, needs_envoy: true },
        )?
        .pods);
    }
    match cluster.find(&Wanted::All, global.namespace.as_deref()) {
        // What has not started, or has ended, is connected to nobody.
        Ok(pods) => Ok(pods.into_iter().filter(|pod| pod.container.is_some() && pod.not_running.is_none()).collect()),
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
    let pages: std::sync::Arc<[Page]> = [Page::ConfigDump].into();
    let finished = cluster.take(pods.into_iter().map(|pod| Ask { pod, pages: pages.clone(), again: false }), |taken| {
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
    let (istiods, proxies): (Vec<&Gap>, Vec<&Gap>) = capture.gaps.iter().partition(|gap| gap.place.starts_with(ISTIOD));
    let shown: Vec<&&Gap> = istiods.first().into_iter().chain(proxies.first()).collect();
    let others = capture.gaps.len() - shown.len();
    let more = if others == 0 { String::new() } else { format!("\n… and {others} more like these") };
    let shown: Vec<String> = shown.into_iter().map(|gap| format!("{}: {}", gap.place, gap.reason)).collect();
    anyhow::anyhow!("neither an istiod nor a proxy can be asked\n{}{more}", shown.join("\n"))
}
