//! Statistics go to the clusters and listeners of the proxy, and those to their owners.

use meshdbg::base::capture::DocumentKind;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::correlate::stats::groups;
use meshdbg::model;

use crate::support;

const PROXY: &str = "frontend-v1-mh65l5nm7j-rzjl7";
/// Envoy's names, with and without the `;` of newer istiods.
const STATS: &str = "\
cluster.outbound|9080|v1|reviews.shop.svc.cluster.local;.upstream_cx_total: 3
cluster.outbound|9080||reviews.shop.svc.cluster.local.upstream_rq_2xx: 2
listener.0.0.0.0_15006.downstream_cx_total: 5
http.outbound_0.0.0.0_9080;.downstream_rq_total: 4
server.live: 1
";

#[test]
fn groups_have_names_and_owners() {
    let mut capture = collect::read(&[Source::Path(support::fixture("shop.tar.zst"))]).unwrap();
    let dump = capture.documents.iter().find(|document| document.place.contains(PROXY)).unwrap();
    let mut page = dump.clone();
    page.kind = DocumentKind::Stats;
    page.text = STATS.into();
    capture.documents.push(page);
    let mesh = Mesh::new(model::read(capture));
    let proxy = mesh.proxies.iter().find(|proxy| proxy.id.name == PROXY).unwrap();
    let groups = groups(&mesh, proxy, proxy.stats.as_ref().unwrap());
    let shown: Vec<(&str, &str)> = groups.iter().map(|group| (group.about.word(), group.name.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("cluster", "outbound|9080|v1|reviews.shop.svc.cluster.local"),
            ("cluster", "outbound|9080||reviews.shop.svc.cluster.local"),
            ("listener", "virtualInbound"),
            ("http", "outbound_0.0.0.0_9080"),
            ("envoy", "server"),
        ]
    );
    let owners = |at: usize| groups[at].owners.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    assert!(owners(0).contains("DestinationRule shop/reviews"), "{}", owners(0));
    assert!(owners(1).contains("Service shop/reviews"), "{}", owners(1));
    assert!(owners(3).contains("Service shop/"), "{}", owners(3));
    assert_eq!(owners(4), "");
}
