//! More of a mesh into a capture that is there already, as a trace asks for it that goes on to the next proxy.

use meshdbg::base::capture::Capture;
use meshdbg::base::name::ProxyId;
use meshdbg::base::section::{Extent, Section};
use meshdbg::collect::live::{Access, Cluster, Page, Sought, Want};
use meshdbg::model;

use super::super::lab::Lab;

/// Proxies are found by name and by address, give the parts asked for, and what was there stays; who cannot be had is
/// said.
pub(crate) fn of_a_mesh(lab: &Lab) {
    let access =
        Access { kubeconfig: Some(lab.kubeconfig.clone()), context: Some("both".to_owned()), ..Access::default() };
    let cluster = Cluster::connect(access).unwrap();
    let pod = |start: &str| lab.recorded.iter().find(|pod| pod.name.starts_with(start)).unwrap();
    let (frontend, reviews) = (pod("frontend"), pod("reviews-v1"));
    let id = |pod: &super::super::envoy::Recorded| ProxyId::new(&pod.namespace, &pod.name);
    let v1 = "outbound|9080|v1|reviews.shop.svc.cluster.local";
    let part = |section, extent| Page::Section(section, extent);
    let who = || part(Section::Bootstrap, Extent::Whole);

    let mut capture = Capture::default();
    let first = vec![Want {
        proxy: Sought::Pod(id(frontend)),
        pages: vec![who(), part(Section::Listeners, Extent::Whole), part(Section::Clusters, Extent::one(v1))],
    }];
    let collected = cluster.collect(&mut capture, first).unwrap();
    assert_eq!(collected.read.len(), 1, "{:?}", collected.refused);

    let nobody = Sought::Address("10.99.99.99".parse().unwrap());
    let more = vec![
        Want { proxy: Sought::Pod(id(frontend)), pages: vec![part(Section::Clusters, Extent::one("nothing"))] },
        Want {
            proxy: Sought::Address(reviews.address.into()),
            pages: vec![who(), part(Section::Listeners, Extent::Whole)],
        },
        Want { proxy: nobody.clone(), pages: vec![who()] },
        Want { proxy: Sought::Pod(ProxyId::new("odd", "closed")), pages: vec![who()] },
    ];
    let collected = cluster.collect(&mut capture, more).unwrap();
    assert_eq!(collected.unknown, [nobody]);
    assert_eq!(collected.refused.len(), 1);
    assert!(collected.refused[0].1.to_string().contains("nobody listens"));

    let model = model::read(capture);
    let proxy = |of: &super::super::envoy::Recorded| model.proxies.iter().find(|proxy| proxy.id == id(of)).unwrap();
    let (frontend, reviews) = (proxy(frontend), proxy(reviews));
    assert!(frontend.dump.has(Section::Listeners) && reviews.dump.has(Section::Listeners));
    assert_eq!(frontend.dump.clusters.len(), 1);
    // Of what was asked for by name it is known whether it is there; of the rest it is not.
    for (name, want) in [(v1, true), ("nothing", true), ("outbound|9080||reviews.shop.svc.cluster.local", false)] {
        assert_eq!(frontend.dump.knows(Section::Clusters, name), want, "{name}");
    }
    assert!(!frontend.dump.has(Section::Clusters) && !reviews.dump.knows(Section::Clusters, v1));
}

/// A request is followed from proxy to proxy: those on its way are read, and no others.
pub(crate) fn hop_by_hop(lab: &Lab) {
    let ran = lab.run(
        "both",
        &["trace", "deploy/frontend-v1", "-n", "shop", "--to", "reviews:9080", "--pick", "subset=v2", "-v"],
    );
    assert_ne!(ran.code, 2, "{}", ran.stderr);
    let read: Vec<&str> =
        ran.stderr.lines().filter_map(|line| line.split_once(": read by").map(|(who, _)| who)).collect();
    assert!(read.iter().any(|who| who.contains("shop/reviews-v2")), "{read:?}\n{}", ran.stderr);
    let on_the_way = ["shop/frontend-v1", "shop/reviews-"];
    assert!(read.iter().all(|who| on_the_way.iter().any(|known| who.contains(known))), "{read:?}");
    assert!(ran.stdout.contains("\n2 shop/reviews-v2"), "{}", ran.stdout);
}

/// A stream that waits for more to be asked may end: then another is opened.
pub(crate) fn over_an_ended_stream(lab: &Lab) {
    let ran = lab.run("both", &["trace", "ends", "-n", "default", "--to", "reviews.shop:9080", "-v"]);
    assert_ne!(ran.code, 2, "{}", ran.stderr);
    // It gives no parts, so the whole is asked for over the stream that the parts came by.
    assert!(ran.stderr.contains("the whole is read"), "{}", ran.stderr);
    assert!(ran.stderr.contains("default/ends: read by port-forward"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("by exec"), "{}", ran.stderr);
}

/// A line of a batch may ask anything of the proxy that is named: it is read whole.
pub(crate) fn a_batch(lab: &Lab) {
    let frontend = lab.recorded.iter().find(|pod| pod.name.starts_with("frontend")).unwrap();
    let line = format!("{{\"id\":\"1\",\"from\":\"shop/{}\",\"to\":\"reviews:9080\"}}\n", frontend.name);
    std::fs::write(lab.folder.join("batch.jsonl"), line).unwrap();
    let ran = lab.run("both", &["trace", &frontend.name, "-n", "shop", "--batch", "batch.jsonl"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let answer: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let hop = &answer["ways"][0]["hops"][0];
    assert!(hop["route"].is_string() && hop["cluster"].is_string(), "{}", ran.stdout);
}
