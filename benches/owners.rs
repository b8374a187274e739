//! Linking every object of every proxy to its resources: `cargo bench --bench owners`.
//!
//! The recorded mesh as a whole, and one sidecar in generated meshes of up to 1,000 services: times that grow as the
//! number of objects and resources does mean linear growth.
#![expect(dead_code, reason = "the other benchmarks use the rest of what is shared")]

mod support;

use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::correlate::owners::Owners;
use meshdbg::model;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn read(sources: &[Source]) -> Mesh {
    Mesh::new(model::read(collect::read(sources).expect("the benchmark's own capture can be read")))
}

fn link(mesh: &Mesh) -> Owners {
    Owners::of(mesh, &mesh.proxies.iter().collect::<Vec<_>>())
}

fn recorded(criterion: &mut Criterion) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop.tar.zst");
    let mesh = read(&[Source::Path(fixture)]);
    let mut group = criterion.benchmark_group("owners");
    group.sample_size(10);
    group.bench_function("38 proxies", |bencher| bencher.iter_with_large_drop(|| link(&mesh)));
    group.finish();
}

fn generated(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("owners of services");
    group.sample_size(10);
    for services in [125, 250, 500, 1000] {
        let source = |name: &str, text: Vec<u8>| Source::Bytes { name: name.to_owned(), bytes: text.into() };
        let dump = source("dump.json", support::large::dump(services));
        let mesh = read(&[dump, source("resources.json", support::large::resources(services))]);
        group.throughput(Throughput::Elements(services as u64));
        group.bench_function(BenchmarkId::from_parameter(services), |bencher| {
            bencher.iter_with_large_drop(|| link(&mesh));
        });
    }
    group.finish();
}

criterion_group!(benches, recorded, generated);
criterion_main!(benches);
