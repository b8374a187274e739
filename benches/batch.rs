//! One answer, by the size of the route table. `cargo bench --bench batch`; whole batches are in the table of
//! `cargo bench --bench table`.
#![expect(dead_code, reason = "the other benchmarks use the rest of what is shared")]

mod support;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::answer;
use support::routes;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn route_tables(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one answer");
    for (hosts, per_host) in [(100, 1), (10_000, 1), (1, 100), (1, 5_000)] {
        let mesh = routes::mesh(hosts, per_host);
        let engine = Engine::new(&mesh);
        let proxy = mesh.proxies[0].id.clone();
        let question = routes::question(hosts, per_host);
        let name = format!("{hosts} hosts of {per_host} routes");
        group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
            bencher.iter(|| answer(&engine, question.clone(), Some(&proxy)));
        });
    }
    group.finish();
}

criterion_group!(benches, route_tables);
criterion_main!(benches);
