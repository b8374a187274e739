//! One run inside of the namespaces: every scene in turn, with its requests.

use std::path::Path;
use std::time::Instant;

use fastrand::Rng;
use meshdbg::simulate::Engine;

use super::draw::{Draw, Drawer};
use super::lab::Lab;
use super::scene::{self, Authorities, Scene};
use super::tally::Tally;
use super::world::World;
use crate::oracle::fixture::Fixture;
use crate::oracle::tokens::Signer;

/// Runs it.
pub(crate) fn inside(binary: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(run(binary));
}

async fn run(binary: &Path) {
    let seed = std::env::var("ORACLE_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed: u64 = seed.unwrap_or_else(|| fastrand::u64(..));
    eprintln!("oracle: ORACLE_SEED={seed}");
    let (authorities, signer) = (Authorities::new(), Signer::new());
    let fixture = Fixture::read("shop.tar.zst", &signer.key_set());
    let faulty = Fixture::read("incidents/06-tls-disable-vs-strict.tar.zst", &signer.key_set());
    let scenes = [
        (scene::as_recorded(&fixture, &authorities), 240),
        (scene::among_impostors(&fixture, &authorities), 60),
        (scene::unencrypted(&fixture, &faulty, &authorities), 40),
    ];
    let mut tally = Tally::default();
    for (scene, count) in &scenes {
        let started = Instant::now();
        let draws = given().unwrap_or_else(|| draws(scene, &signer, seed, *count));
        let engine = Engine::new(&scene.mesh);
        match Lab::start(binary, scene) {
            Ok(mut lab) => {
                let (name, proxies) = (scene.name, scene.members.len());
                eprintln!("oracle: {name}: {proxies} proxies start in {:.1} s", started.elapsed().as_secs_f32());
                tally.hold(scene, &engine, &mut lab, &draws).await;
                eprintln!("oracle: {name}: {} requests, {:.1} s", draws.len(), started.elapsed().as_secs_f32());
            }
            Err(why) => tally.failures.push(why),
        }
    }
    tally.report(given().is_none());
}

/// Requests drawn at random, and those that a scene is about.
fn draws(scene: &Scene, signer: &Signer, seed: u64, count: usize) -> Vec<Draw> {
    let mut random = Rng::with_seed(seed);
    let world = World::of(scene, &mut random);
    let mut drawer = Drawer { world: &world, signer, random };
    let drawn = (0..count).map(|number| drawer.draw(number));
    drawn.chain(scene.about.iter().map(|line| Draw::read(line))).collect()
}

/// The requests of the file that `ORACLE_CHAIN` names, as the oracle prints them: to look at a disagreement closely.
fn given() -> Option<Vec<Draw>> {
    let text = std::fs::read_to_string(std::env::var_os("ORACLE_CHAIN")?).unwrap();
    Some(text.lines().filter(|line| !line.is_empty()).map(Draw::read).collect())
}
