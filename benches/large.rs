//! Reading, against the floor: a pass of `serde_json` over the same bytes that keeps nothing.
//!
//! `cargo bench --bench large`. The table of the README, with whole commands and memory, is of `cargo bench --bench table`.
#![expect(dead_code, reason = "the other benchmark uses the rest of what is shared")]

mod support;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::{model, view};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn read(source: &Source) -> Mesh {
    let capture = collect::read(std::slice::from_ref(source)).expect("the benchmark's own dump can be read");
    Mesh::new(model::read(capture))
}

fn one_dump(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("dump");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for percent in [10, 33, 100] {
        let text = Bytes::from(support::large::dump(support::large::FULL * percent / 100));
        let size = format!("{} MB", text.len() / 1_000_000);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("floor", &size), |bencher| {
            bencher.iter(|| serde_json::from_slice::<serde::de::IgnoredAny>(black_box(&text)));
        });
        let source = Source::Bytes { name: "dump.json".to_owned(), bytes: text.clone() };
        group.bench_function(BenchmarkId::new("read", &size), |bencher| bencher.iter_with_large_drop(|| read(&source)));
        group.bench_function(BenchmarkId::new("read and clusters", &size), |bencher| {
            bencher.iter_with_large_drop(|| {
                let mesh = read(&source);
                let rows = view::table::clusters::rows(&mesh, &mesh.proxies[0], false);
                (mesh, rows)
            });
        });
    }
    group.finish();
}

fn whole_mesh(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("38 proxies");
    group.sample_size(10);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop.tar.zst");
    let source = Source::Path(path);
    for threads in [1, 0] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
        let name = format!("{} threads", pool.current_num_threads());
        group.bench_function(name, |bencher| bencher.iter_with_large_drop(|| pool.install(|| read(&source))));
    }
    group.finish();
}

criterion_group!(benches, one_dump, whole_mesh);
criterion_main!(benches);
