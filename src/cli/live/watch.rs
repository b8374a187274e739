//! `meshdbg stats --watch`: what changes, interval by interval.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::choose::choose;
use crate::base::capture::Document;
use crate::base::name::ProxyId;
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input::{self, How, Input};
use crate::cli::needs::Needs;
use crate::cli::output::{Format, Output};
use crate::cli::stats::Options;
use crate::collect::live::{Ask, Cluster, Page, Pod, is_url};
use crate::collect::{self, Source};
use crate::model::stats::{Stat, read};
use crate::render;
use crate::view::SCHEMA;
use crate::view::stats::{Before, Statistics, Wish, of_proxy};

/// Where statistics come from, again and again.
enum Tap {
    Url(String, Duration),
    Pods(Box<Cluster>, Vec<Pod>),
}

/// Shows what changes until it is interrupted, or as often as asked for.
///
/// # Errors
/// Where what is saved is named, or nothing answers.
pub(in crate::cli) fn run(options: &Options, wish: &Wish, global: &Global, output: &mut Output) -> Result<Exit> {
    let interval = options.watch.unwrap_or(Duration::from_secs(5));
    let tap = tap(options, global)?;
    // Whose statistics are stands in the configuration; that is read once.
    let mut input = input::of(global, &options.which, &Needs::of_statistics(options.part()), output)?;
    let chosen: Vec<ProxyId> = input.select(&options.which, global)?.iter().map(|proxy| proxy.id.clone()).collect();
    let mut before: BTreeMap<ProxyId, (Instant, Vec<Stat>)> = BTreeMap::new();
    for proxy in &mut input.mesh.proxies {
        if let Some(stats) = proxy.stats.take() {
            before.insert(proxy.id.clone(), (now(), stats));
        }
    }
    let mut left = options.times;
    while left != Some(0) {
        left = left.map(|times| times - 1);
        if !tap.wait(interval) {
            break;
        }
        let readings = tap.read(options, &chosen, output)?;
        if readings.is_empty() {
            bail!("none of the proxies answers any more");
        }
        let statistics = changes(&mut input, wish, &mut before, readings);
        show(&statistics, global, output)?;
    }
    Ok(Exit::Yes)
}

/// What changed since the readings before; the new ones take their place.
fn changes(
    input: &mut Input,
    wish: &Wish,
    before: &mut BTreeMap<ProxyId, (Instant, Vec<Stat>)>,
    readings: Vec<(ProxyId, Vec<Stat>)>,
) -> Statistics {
    let now = now();
    let mut longest = 0.0_f64;
    let mut proxies = Vec::new();
    for (id, stats) in readings {
        let Some(at) = input.mesh.proxies.iter().position(|proxy| proxy.id == id) else { continue };
        input.mesh.proxies[at].stats = Some(stats.clone());
        let (then, last) = before.insert(id, (now, stats)).unwrap_or((now, Vec::new()));
        let seconds = now.duration_since(then).as_secs_f64();
        longest = longest.max(seconds);
        let last = Before::new(&last, seconds);
        proxies.push(of_proxy(&input.mesh, &input.mesh.proxies[at], wish, Some(&last)));
    }
    Statistics { schema: SCHEMA, kind: "stats", interval: Some(longest), proxies }
}

/// One answer for each interval: of JSON a line.
fn show(statistics: &Statistics, global: &Global, output: &mut Output) -> Result<()> {
    use std::io::Write as _;
    match global.format() {
        Format::Json | Format::Jsonl => render::json_line(&mut output.out, statistics)?,
        Format::Yaml => {
            writeln!(output.out, "---")?;
            render::yaml(&mut output.out, statistics)?;
        }
        Format::Table | Format::Wide => {
            render::document(&mut output.out, output.style, &statistics.document(global.format() == Format::Wide))?;
            writeln!(output.out)?;
        }
    }
    output.out.flush()?;
    Ok(())
}

fn tap(options: &Options, global: &Global) -> Result<Tap> {
    match global.from.as_slice() {
        [] => {
            let cluster = Cluster::connect(global.live.access())?;
            let how = How { only_first: false, whole_namespace: false, needs_envoy: true };
            let pods = choose(&cluster, global, &options.which, how)?.pods;
            Ok(Tap::Pods(Box::new(cluster), pods))
        }
        [url] if is_url(url) => Ok(Tap::Url(url.clone(), global.live.timeout())),
        [file] => bail!("{file}: what is saved does not change; --watch asks a pod, or --from http://HOST:PORT"),
        _ => bail!("--watch asks one source; name one admin port with --from, or pods"),
    }
}

impl Tap {
    /// Waits; `false` where it was interrupted.
    fn wait(&self, interval: Duration) -> bool {
        match self {
            Self::Url(..) => {
                std::thread::sleep(interval);
                true
            }
            Self::Pods(cluster, _) => cluster.wait(interval),
        }
    }

    /// Reads the page of each proxy that answers.
    fn read(&self, options: &Options, chosen: &[ProxyId], output: &mut Output) -> Result<Vec<(ProxyId, Vec<Stat>)>> {
        const USED: [Page; 1] = [Page::Stats];
        const ALL: [Page; 1] = [Page::AllStats];
        let pages: &'static [Page] = if options.zeros { &ALL } else { &USED };
        match self {
            Self::Url(url, timeout) => {
                let source = Source::AdminPort { url: url.clone(), pages, timeout: *timeout };
                let capture = collect::read(std::slice::from_ref(&source))?;
                let Some(id) = chosen.first() else { return Ok(Vec::new()) };
                Ok(vec![(id.clone(), stats_of(&capture.documents)?)])
            }
            Self::Pods(cluster, pods) => {
                let mut readings = Vec::new();
                cluster.take(
                    pods.iter().map(|pod| Ask { pod: pod.clone(), pages: pages.into(), again: true }),
                    |taken| {
                        match taken {
                            Ok(taken) => match stats_of(&taken.documents) {
                                Ok(stats) => readings.push((taken.pod.id, stats)),
                                Err(error) => output.warn(&format!("pod {}: {error}", taken.pod.id)),
                            },
                            Err(refusal) => output.warn(&refusal.1.to_string()),
                        }
                        true
                    },
                );
                readings.sort_by(|left, right| left.0.cmp(&right.0));
                Ok(readings)
            }
        }
    }
}

fn stats_of(documents: &[Document]) -> Result<Vec<Stat>> {
    let Some(document) = documents.first() else { bail!("no statistics came") };
    Ok(read(&document.text)?)
}

#[expect(clippy::disallowed_methods, reason = "how long ago the last reading was")]
fn now() -> Instant {
    Instant::now()
}
