//! What came of all requests.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use meshdbg::simulate::followed::Followed;

use super::draw::Draw;
use super::lab::Lab;
use super::scene::Scene;
use super::seen::Sighting;
use crate::support::ways::{Difference, Observed, Seen, compare};

/// What a run has to hold against meshdbg at least.
const AT_LEAST: usize = 200;

/// The counts, and what went wrong.
#[derive(Default)]
pub(crate) struct Tally {
    requests: usize,
    /// Led to proxies that do not play.
    strayed: usize,
    /// Answered by another endpoint than the first.
    retried: usize,
    /// Differed once, and agreed when played again.
    shaky: usize,
    by_end: BTreeMap<String, usize>,
    pub(crate) failures: Vec<String>,
}

impl Tally {
    /// Plays requests, and holds meshdbg's answers against what was seen.
    pub(crate) async fn hold(&mut self, scene: &Scene<'_>, engine: &Engine<'_>, lab: &mut Lab, draws: &[Draw]) {
        let sightings = lab.play(draws).await;
        for (draw, mut sighting) in draws.iter().zip(sightings) {
            if strays(scene, draw, &sighting.seen) {
                self.strayed += 1;
                continue;
            }
            self.requests += 1;
            let answer = match answer(engine, draw) {
                Ok(answer) => answer,
                Err(error) => {
                    self.failures.push(format!("{}\n   meshdbg {error}", draw.line()));
                    continue;
                }
            };
            self.retried += usize::from(sighting.is_retried);
            let end = format!("{} hops {}", sighting.seen.hops.len(), sighting.seen.end["disposition"]);
            *self.by_end.entry(end).or_default() += 1;
            let mut differences = judge(draw, &mut sighting, &answer);
            if !differences.is_empty() {
                // What does not happen again alone was the harness: a packet late on a busy machine.
                sighting = lab.play(std::slice::from_ref(draw)).await.remove(0);
                differences = judge(draw, &mut sighting, &answer);
                self.shaky += usize::from(differences.is_empty());
            }
            if !differences.is_empty() {
                self.failures.push(failure(scene, draw, &sighting, &answer, &differences));
            }
        }
    }

    /// Says what came of it.
    pub(crate) fn report(&self, is_whole: bool) {
        for failure in &self.failures {
            eprintln!("{failure}\n");
        }
        eprintln!("{:?}", self.by_end);
        let (requests, wrong) = (self.requests, self.failures.len());
        eprintln!(
            "oracle: {requests} requests through several proxies, {wrong} wrong, {} retried, {} shaky, {} led elsewhere",
            self.retried, self.shaky, self.strayed
        );
        assert!(self.failures.is_empty(), "{wrong} of {requests} requests go another way");
        assert!(requests >= AT_LEAST || !is_whole, "only {requests} requests were played");
        assert!(self.retried > 0 || !is_whole, "no request was answered by another endpoint than the first");
    }
}

fn answer(engine: &Engine, draw: &Draw) -> Result<Followed, String> {
    let ask = batch::read(draw.line().as_bytes()).ask?;
    match batch::answer(engine, ask, None) {
        Answer::Followed(followed) => Ok(*followed),
        Answer::Error { error, .. } => Err(error),
        Answer::Result(_) => Err("one proxy was answered for, and not the whole way".to_owned()),
    }
}

fn judge(draw: &Draw, sighting: &mut Sighting, answer: &Followed) -> Vec<Difference> {
    let seen = Seen { hops: sighting.seen.hops.clone(), end: sighting.seen.end.clone() };
    compare(&Observed { id: draw.play.id.clone(), first: seen, support: Vec::new() }, answer)
}

/// Whether a request led to a proxy that does not play: then nobody was there to decide.
fn strays(scene: &Scene, draw: &Draw, seen: &Seen) -> bool {
    let is_absent = |address: &str| {
        let ip = address.rsplit_once(':').and_then(|(ip, _)| ip.parse::<Ipv4Addr>().ok());
        ip.is_some_and(|ip| scene.absent.contains(&ip))
    };
    is_absent(&draw.play.dst.to_string()) || seen.hops.iter().filter_map(|hop| hop.upstream.as_deref()).any(is_absent)
}

fn failure(scene: &Scene, draw: &Draw, sighting: &Sighting, answer: &Followed, differences: &[Difference]) -> String {
    let mut lines = vec![format!("{}: {}", scene.name, draw.line())];
    for (field, want, got) in differences {
        lines.push(format!("   {field}\n      envoys  {want}\n      meshdbg {got}"));
    }
    lines.extend(sighting.log.iter().map(|row| format!("   log     {row}")));
    lines.push(format!("   seen    {}", sighting.seen.end));
    lines.extend(answer.ways.iter().take(3).map(|way| format!("   meshdbg {}", serde_json::to_string(way).unwrap())));
    lines.join("\n")
}
