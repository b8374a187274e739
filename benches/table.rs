//! The table of the README, as Markdown: `cargo bench --bench table`. Every ratio is of times of this one run.
#![expect(clippy::print_stdout, reason = "it prints a table")]

mod support;

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::correlate::owners::Owners;
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::answer;
use meshdbg::{model, view};
use support::large;
use support::measure::{command, machine, median};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 7;

fn read(source: &Source) -> Mesh {
    let capture = collect::read(std::slice::from_ref(source)).expect("the benchmark's own dump can be read");
    Mesh::new(model::read(capture))
}

fn millis(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1e3)
}

/// A time, and how often the floor fits into it.
fn against(floor: Duration, time: Duration) -> String {
    format!("{} ({:.2})", millis(time), time.as_secs_f64() / floor.as_secs_f64())
}

#[expect(clippy::cast_precision_loss, reason = "for a reader")]
fn one_dump(clusters: usize) -> String {
    let text = large::dump(clusters);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("large-{clusters}.json"));
    std::fs::write(&file, &text).expect("the dump can be written below target/");
    let size = text.len() as f64;

    let bytes = Bytes::from(text);
    let floor = median(RUNS, || serde_json::from_slice::<serde::de::IgnoredAny>(&bytes));
    let source = Source::Bytes { name: "dump.json".to_owned(), bytes };
    let reading = median(RUNS, || read(&source));
    let rows = median(RUNS, || {
        let mesh = read(&source);
        let rows = view::table::clusters::rows(&mesh, &mesh.proxies[0], false);
        (mesh, rows)
    });
    drop(source);

    let path = file.display().to_string();
    let to = large::destination();
    let memory =
        |peak: Option<u64>| peak.map_or_else(|| "unknown".to_owned(), |peak| format!("{:.2}", peak as f64 / size));
    let (table, table_peak) = command(RUNS, &["clusters", "--from", &path]);
    let (trace, trace_peak) = command(RUNS, &["trace", "--to", &to, "--from", &path]);
    format!(
        "| {:.0} MB, {clusters} clusters | {} | {} | {} | {} | {} | {} | {} |",
        size / 1e6,
        millis(floor),
        against(floor, reading),
        against(floor, rows),
        against(floor, table),
        memory(table_peak),
        against(floor, trace),
        memory(trace_peak),
    )
}

/// Whole batches: the time grows with the number of requests, the memory does not.
#[expect(clippy::cast_precision_loss, reason = "for a reader")]
fn batches() {
    println!("\n| `meshdbg trace --batch` | time | requests a second | peak memory |");
    println!("|---|---|---|---|");
    for requests in [1, 100_000, 1_000_000] {
        let file = support::batch::requests(requests).display().to_string();
        let mesh = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop.tar.zst").display().to_string();
        let (time, peak) = command(1, &["trace", "--batch", &file, "--from", &mesh]);
        let rate = requests as f64 / time.as_secs_f64();
        let peak = peak.map_or_else(|| "unknown".to_owned(), |peak| format!("{:.0} MB", peak as f64 / 1e6));
        println!("| {requests} | {} | {rate:.0} | {peak} |", millis(time));
    }
}

/// One answer by the size of the route table, each against the smallest of its kind.
fn route_tables() {
    println!("\n| route table | one answer | against the first |");
    println!("|---|---|---|");
    for kind in [[(100, 1), (10_000, 1)], [(1, 100), (1, 5_000)]] {
        let mut first = None;
        for (hosts, per_host) in kind {
            let mesh = support::routes::mesh(hosts, per_host);
            let engine = Engine::new(&mesh);
            let question = support::routes::question(hosts, per_host);
            let many = 2_000;
            let proxy = &mesh.proxies[0].id;
            let time = median(RUNS, || {
                for _ in 0..many {
                    std::hint::black_box(answer(&engine, question.clone(), Some(proxy)));
                }
            });
            let first = *first.get_or_insert(time);
            let one = time.as_secs_f64() * 1e6 / f64::from(many);
            let ratio = time.as_secs_f64() / first.as_secs_f64();
            println!("| {hosts} virtual hosts with {per_host} routes | {one:.1} µs | {ratio:.2} |");
        }
    }
}

/// Linking all objects to their resources: the recorded mesh, and one sidecar in meshes of growing size.
#[expect(clippy::cast_precision_loss, reason = "for a reader")]
fn links(recorded: &Mesh) {
    let link = |mesh: &Mesh| median(RUNS, || Owners::of(mesh, &mesh.proxies.iter().collect::<Vec<_>>()));
    println!("\n| owners of all objects of | time | per service |");
    println!("|---|---|---|");
    println!("| the recorded mesh, 38 proxies | {} | |", millis(link(recorded)));
    for services in [250, 500, 1000] {
        let source = |name: &str, text: Vec<u8>| Source::Bytes { name: name.to_owned(), bytes: text.into() };
        let sources =
            [source("dump.json", large::dump(services)), source("resources.json", large::resources(services))];
        let mesh = Mesh::new(model::read(collect::read(&sources).expect("the benchmark's own capture can be read")));
        let time = link(&mesh);
        let each = time.as_secs_f64() * 1e6 / services as f64;
        println!("| a sidecar in a mesh of {services} services | {} | {each:.1} µs |", millis(time));
    }
}

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("Measured on {}. In brackets: how many times the floor.\n", machine());
    println!(
        "| dump | floor | read | read, cluster rows | `meshdbg clusters` | memory / file | `meshdbg trace` | memory / file |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for percent in [10, 33, 100] {
        println!("{}", one_dump(large::FULL * percent / 100));
    }

    let mesh = Source::Path(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop.tar.zst"));
    let times = [1, 0].map(|threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
        (pool.current_num_threads(), median(RUNS, || pool.install(|| read(&mesh))))
    });
    batches();
    route_tables();
    links(&read(&mesh));
    println!();
    for (threads, time) in times {
        println!("The recorded mesh, 38 proxies, on {threads} threads: {}.", millis(time));
    }
}
