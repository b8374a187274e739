//! One run inside of the namespaces: every proxy in turn, with its requests.

use std::path::Path;
use std::sync::Arc;

use super::certificates::Authority;
use super::fixture::Fixture;
use super::lab::Lab;
use super::request::Play;
use super::tally::Tally;
use super::tokens::Signer;
use meshdbg::simulate::Engine;

use super::{generate, judge};

/// Runs it.
pub(crate) fn inside(binary: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(run(binary));
}

/// A proxy, and how many requests it gets: first from the fixed seed, then from the new one.
const SUBJECTS: [(&str, &str, usize, usize); 14] = [
    ("shop.tar.zst", "shop/frontend-v1", 250, 100),
    ("shop.tar.zst", "shop/reviews-v1", 250, 100),
    ("shop.tar.zst", "shop/ratings-v1", 100, 60),
    ("shop.tar.zst", "pay/checkout-v1", 200, 80),
    ("shop.tar.zst", "team-b/client-v1", 150, 60),
    ("shop.tar.zst", "data/postgres-0", 80, 40),
    ("shop.tar.zst", "istio-ingress/ingressgateway", 300, 150),
    ("shop.tar.zst", "istio-egress/egressgateway", 100, 50),
    ("shop.tar.zst", "shop/edge-istio", 100, 60),
    ("shop.tar.zst", "ambient/waypoint", 150, 80),
    ("ambient.tar.zst", "amb-pay/waypoint", 100, 50),
    ("ambient.tar.zst", "amb-shop/wp-web", 80, 40),
    ("ambient.tar.zst", "side/side-api", 80, 40),
    ("standalone.tar.zst", "edge-1", 150, 90),
];
const FIXED_SEED: u64 = 1;

async fn run(binary: &Path) {
    let new_seed =
        std::env::var("ORACLE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| fastrand::u64(..));
    eprintln!("oracle: ORACLE_SEED={new_seed}");
    let (authority, signer) = (Arc::new(Authority::new("mesh")), Signer::new());
    let mut tally = Tally::default();
    for fixture_name in ["shop.tar.zst", "ambient.tar.zst", "standalone.tar.zst"] {
        let fixture = Fixture::read(fixture_name, &signer.key_set());
        let engine = Engine::new(&fixture.mesh);
        let only = std::env::var("ORACLE_ONLY").unwrap_or_default();
        let subjects = SUBJECTS.iter().filter(|(name, start, ..)| *name == fixture_name && start.contains(&only));
        for (_, start, fixed, new) in subjects {
            let started = std::time::Instant::now();
            let subject = fixture.named(start);
            let mut plays = given(&subject.id);
            if std::env::var_os("ORACLE_REQUESTS").is_none() {
                plays.extend(generate::requests(subject, &signer, FIXED_SEED, *fixed));
                plays.extend(generate::requests(subject, &signer, new_seed, *new));
            }
            let mut lab = match Lab::start(binary, subject, &authority) {
                Ok(lab) => lab,
                Err(why) => {
                    tally.failures.push(why);
                    continue;
                }
            };
            eprintln!("oracle: {} starts after {:?}", subject.id, started.elapsed());
            if std::env::var_os("ORACLE_REQUESTS").is_some() {
                show(&engine, &mut lab, &plays).await;
                continue;
            }
            tally.hold(&engine, &mut lab, &plays).await;
            eprintln!("oracle: {}: {} requests, {:.1} s", subject.id, plays.len(), started.elapsed().as_secs_f32());
        }
    }
    tally.report();
}

/// The requests of the file that `ORACLE_REQUESTS` names, as the oracle prints them: to look at a disagreement closely.
fn given(proxy: &str) -> Vec<Play> {
    let Some(path) = std::env::var_os("ORACLE_REQUESTS") else {
        return Vec::new();
    };
    let text = std::fs::read_to_string(path).unwrap();
    let plays = text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str::<Play>(line).unwrap());
    plays.filter(|play| play.proxy == proxy).collect()
}

/// Plays requests, and shows what was observed and judged.
async fn show(engine: &Engine<'_>, lab: &mut Lab, plays: &[Play]) {
    let mut seen = lab.play(plays).await;
    for (play, observation) in plays.iter().zip(&mut seen) {
        let verdict = judge::judge(engine, play, observation);
        eprintln!("{}\n   {:?}\n   {verdict:?}", play.line(), observation.observed);
    }
}
