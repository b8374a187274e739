//! Running meshes, on the cluster of the tests: what a trace and a snapshot cost against the bare fetch of the same bytes
//! through the same API server, and what a snapshot takes of memory and disk. `cargo bench --bench live`; every ratio is of
//! times of this one run.
#![cfg(unix)]
#![expect(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, reason = "it prints a table")]
#![expect(dead_code, reason = "the tests use the rest of what is shared")]

#[path = "../../tests/live/mod.rs"]
mod live;
mod measure;
mod raw;
#[path = "../../tests/support/mod.rs"]
mod support;

/// The programs that both the cluster test and the oracle need.
#[path = "../../tests/oracle"]
mod oracle {
    pub(crate) mod install;
}

use std::path::Path;
use std::process::Stdio;

use live::lab::Lab;
use live::{install, world};
use measure::{Run, Side};

const RUNS: usize = 5;
/// Pages that a trace needs at most, and those of a snapshot.
const DUMP: [&str; 3] = ["config_dump?include_eds", "clusters?format=json", "runtime"];
const ALL: [&str; 8] = [
    "config_dump?include_eds",
    "clusters?format=json",
    "runtime",
    "server_info",
    "certs",
    "listeners?format=json",
    "init_dump",
    "stats?format=json&usedonly",
];

fn main() {
    if let Some(tools) = std::env::var_os(world::INSIDE) {
        return inside(Path::new(&tools));
    }
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    match world::missing().map_or_else(install::tools, Err) {
        Ok(tools) => assert!(world::run_inside(&[], &tools, Stdio::inherit()).success(), "see above"),
        Err(why) => println!("Running meshes were not measured: {why}."),
    }
}

fn inside(tools: &Path) {
    let folder = tempfile::Builder::new().prefix("live-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let lab = Lab::start(tools, folder.path(), &["crowd", "more"]);
    let raw = raw::Cluster::connect(&lab.kubeconfig);
    println!("| running mesh, through the API server | time | against the bare fetch |");
    println!("|---|---|---|");
    traces(&lab, &raw);
    snapshots(&lab, &raw);
    println!("\n| `meshdbg snapshot` of | peak memory | stored | of the pages |");
    println!("|---|---|---|---|");
    for (proxies, which) in
        [(50, &["-n", "crowd", "-l", "quarter=0"][..]), (200, &["-n", "crowd"]), (400, &["-A", "-l", "app=copy"])]
    {
        let taken = measure::snapshot(&lab, which);
        let (stored, raw) = taken.sizes();
        let share = 100.0 * stored / raw;
        println!("| {proxies} sidecars | {:.0} MB | {:.1} MB | {share:.1} % |", taken.peak / 1e6, stored / 1e6);
    }
}

/// The way through two proxies, which one trace reads as it meets them, against their whole dumps one after the other.
fn traces(lab: &Lab, raw: &raw::Cluster) {
    let pod = |start: &str| lab.recorded.iter().find(|pod| pod.name.starts_with(start)).unwrap().name.clone();
    let (from, to) = (pod("frontend"), pod("reviews-v2"));
    let both = [("shop".to_owned(), from.clone()), ("shop".to_owned(), to)];
    let asked = ["trace", &from, "-n", "shop", "--to", "reviews:9080", "--pick", "subset=v2"];
    let [bare, ours] = measure::in_turn(RUNS, |side| match side {
        Side::Bare => {
            raw.fetch(&both, &DUMP, 1);
        }
        Side::Ours => {
            Run::of(lab, &asked).code_is(&[0, 1, 3]);
        }
    });
    println!("| whole dumps of two sidecars, bare | {} ms | |", bare.as_millis());
    println!(
        "| `meshdbg trace` over both | {} ms | {:.2} |",
        ours.as_millis(),
        ours.as_secs_f64() / bare.as_secs_f64()
    );
}

/// Two hundred sidecars at 16 at a time.
fn snapshots(lab: &Lab, raw: &raw::Cluster) {
    let pods: Vec<(String, String)> =
        (0..live::fake::CROWD).map(|number| ("crowd".to_owned(), live::fake::name(number))).collect();
    let [bare, ours] = measure::in_turn(3, |side| match side {
        Side::Bare => {
            raw.fetch(&pods, &ALL, 16);
        }
        Side::Ours => {
            measure::snapshot(lab, &["-n", "crowd"]);
        }
    });
    let throughput = 100.0 * bare.as_secs_f64() / ours.as_secs_f64();
    println!("| all pages of 200 sidecars, 16 at a time, bare | {} ms | |", bare.as_millis());
    println!("| `meshdbg snapshot` of them | {} ms | {throughput:.0} % of the throughput |", ours.as_millis());
}
