//! The whole way of a request over the recorded mesh, once that is read: 38 proxies, about 250 resources.
#![expect(clippy::unwrap_used, reason = "a benchmark")]

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model;
use meshdbg::simulate::Engine;
use meshdbg::simulate::ask::{Ask, Sender};
use meshdbg::simulate::explore::Wanted;
use meshdbg::simulate::walk::walk;
use meshdbg::view::trace::{Depth, Report};

fn two_hops(criterion: &mut Criterion) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/shop.tar.zst");
    let mesh = Mesh::new(model::read(collect::read(&[Source::Path(fixture)]).unwrap()));
    let sender = Sender::find(&mesh, "deploy/frontend-v1", Some("shop")).unwrap();
    let ask = Ask { to: Some("ratings:9080".to_owned()), ..Ask::default() };
    let mut group = criterion.benchmark_group("two hops");
    // Nothing is decoded yet, as in the first trace of a run.
    group.bench_function("first trace, with owners, as a page", |bencher| {
        bencher.iter_batched(
            || mesh.clone(),
            |mesh| {
                let engine = Engine::new(&mesh);
                let (start, _) = sender.start(&engine, &ask).unwrap();
                let trace = walk(&engine, &start, &Wanted { explain: true, ..Wanted::default() });
                black_box(Report::new(&mesh, start.proxy.as_ref(), trace).document(Depth::Usual));
            },
            BatchSize::LargeInput,
        );
    });
    let engine = Engine::new(&mesh);
    let (start, _) = sender.start(&engine, &ask).unwrap();
    group.bench_function("each further one, without a page", |bencher| {
        bencher.iter(|| black_box(walk(&engine, &start, &Wanted::default())));
    });
    group.finish();
}

criterion_group!(benches, two_hops);
criterion_main!(benches);
