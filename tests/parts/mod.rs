//! Of a running proxy only what a question needs is asked for, and the answer is that of the whole dump: against an admin
//! port that gives recorded dumps, whole or in parts as Envoy does.

mod admin;

use admin::{Admin, Manner};
use rayon::prelude::*;

use crate::support;
use crate::support::run::run;

/// When requests and certificates are judged.
const AT: &str = "2026-11-20T14:00:00Z";

/// The pages of recorded proxies, by folder; those of the shop have Istio's own filters, those that are live have hosts.
fn proxies(fixture: &str, names: &[&str]) -> Vec<(String, Admin)> {
    let files = support::unpacked(fixture);
    let folders = files.keys().filter_map(|path| path.strip_prefix("proxies/")?.strip_suffix("/config_dump.json"));
    let wanted = folders.filter(|folder| names.iter().any(|name| folder.contains(name)));
    wanted.map(|folder| (format!("{fixture} {folder}"), Admin::of(&files, folder))).collect()
}

fn recorded() -> Vec<(String, Admin)> {
    let mut all = proxies("live.tar.zst", &["frontend-v1", "reviews-v1", "edge-istio", "nnr9w", "egress", "waypoint"]);
    all.extend(proxies("shop.tar.zst", &["checkout-v1", "catalog-v1", "mixed"]));
    assert!(all.len() >= 9, "{}", all.len());
    all
}

/// Whatever is asked, the answer on parts is that on the whole; and where one does not suffice, the whole is asked for.
#[test]
fn parts_answer_as_the_whole_does() {
    let traces = [
        "reviews:9080",
        "http://cart.shop:8080/x",
        "details.shop:9080",
        "tcp://10.96.1.12:9080",
        "https://edge.example.com/",
        "http://shop.example.test/cart",
        "no-such-service:80",
        ":9080",
    ];
    let traces = traces.iter().map(|to| vec!["trace", "--to", to, "-o", "json"]);
    let tables = ["listeners", "chains", "routes", "clusters", "endpoints", "secrets", "bootstrap", "ecds", "filters"];
    let tables = tables.iter().map(|table| vec![*table, "-o", "json"]);
    let filtered = [
        "clusters --fqdn Reviews -o wide",
        "clusters --fqdn passthrough -o json",
        "routes --name 9080 -o json",
        "routes --name http.8080 -o json",
        "endpoints --cluster |9080|v1 -o json",
        "endpoints --cluster reviews -o wide",
    ];
    let filtered = filtered.iter().map(|line| line.split(' ').collect());
    let kinds = ["cluster", "listener", "route", "endpoint", "eds", "secret", "bootstrap", "ecds", "all"];
    let kinds = kinds.iter().flat_map(|kind| [vec!["pc", *kind], vec!["pc", *kind, "-o", "json"]]);
    let questions: Vec<Vec<&str>> = traces.chain(tables).chain(filtered).chain(kinds).collect();
    let resources = support::fixture("shop.tar.zst").parent().unwrap().join("shop.tar.zst");
    let manifests = admin::manifests(&resources);
    let wrong: Vec<String> = recorded()
        .par_iter()
        .enumerate()
        .flat_map(|(shift, proxy)| {
            questions.par_iter().enumerate().map(move |(at, question)| (shift + at, proxy, question))
        })
        .filter_map(|(turn, (name, admin), question)| {
            // The questions go round: each is for a third of the proxies, and all are for the one that has most.
            let has_all = name.contains("live.tar.zst shop.frontend");
            if turn % 3 > 0 && !has_all {
                return None;
            }
            let ask = |manner| {
                let mut arguments = question.clone();
                let url = admin.url(manner);
                arguments.extend(["--at", AT, "--from", &url]);
                if question[0] != "pc" {
                    arguments.extend(["--from", manifests.path().to_str().unwrap()]);
                }
                let ran = run(&arguments);
                // The bootstrap's table says from which pages it is.
                let lines = ran.stdout.lines().filter(|line| !line.contains(&url)).map(str::to_owned);
                (ran.code, lines.collect::<Vec<_>>(), ran.stderr.replace(&url, "URL"))
            };
            let whole = ask(Manner::OnlyWhole);
            // Old Envoys are asked less often: that takes its time.
            let old = if has_all && turn % 3 == 0 { &[Manner::NoNames, Manner::NoQueries][..] } else { &[] };
            [Manner::Envoy].iter().chain(old).find_map(|manner| {
                let parts = ask(*manner);
                let differing = parts.1.iter().zip(&whole.1).find(|(one, other)| one != other);
                (parts != whole)
                    .then(|| format!("{name} {manner:?} {question:?}: {differing:?}\n{}\n{}", parts.2, whole.2))
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a question asks of a proxy: the pages, by what stands for their section.
#[test]
fn no_more_is_asked_than_needed() {
    let (_, admin) = proxies("live.tar.zst", &["frontend-v1"]).remove(0);
    let trace = &["listeners", "scoped", "secrets", "ecds", "bootstrap", "runtime"];
    // The tables that may be those of the destination, as istiod names them.
    let tables = ["cluster.local", "shop.svc.cluster.local", "svc.cluster.local"];
    let tables = tables.map(|domain| format!("details\\.{}:9080", domain.replace('.', "\\.")));
    let tables = format!("routes of 9080|{}|details:9080", tables.join("|"));
    let cases: [(&str, Vec<&str>); 7] = [
        ("listeners", vec!["bootstrap", "listeners"]),
        ("routes --name 9080", vec!["bootstrap", "routes of (?is)(.*, )?9080(, .*)?"]),
        ("clusters --fqdn reviews", vec!["bootstrap", "clusters of (?is).*reviews.*"]),
        ("endpoints", vec!["bootstrap", "endpoints", "hosts"]),
        ("secrets", vec!["bootstrap", "secrets"]),
        ("bootstrap", vec!["bootstrap", "runtime"]),
        (
            "trace --to details:9080",
            [
                &trace[..],
                &[tables.as_str()],
                &["clusters of outbound\\|9080\\|\\|details\\.shop\\.svc\\.cluster\\.local"],
                &["endpoints of outbound\\|9080\\|\\|details\\.shop\\.svc\\.cluster\\.local"],
                &["hosts of outbound\\|9080\\|\\|details\\.shop\\.svc\\.cluster\\.local"],
            ]
            .concat(),
        ),
    ];
    let url = admin.url(Manner::Envoy);
    for (line, mut want) in cases {
        admin.asked();
        let arguments: Vec<&str> = line.split(' ').chain(["--from", &url]).collect();
        assert_ne!(run(&arguments).code, 2, "{line}");
        let mut asked = admin.asked();
        asked.sort();
        want.sort_unstable();
        assert_eq!(asked, want, "{line}");
    }
    // Why there is none may stand anywhere.
    let (_, closed) = proxies("shop.tar.zst", &["catalog-v1"]).remove(0);
    let ran = run(&["trace", "--to", "http://ratings.shop:9080", "--from", &closed.url(Manner::Envoy)]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(closed.asked().contains(&"whole".to_owned()));
    // An Envoy that gives no parts is asked for the whole, and it is said.
    for (manner, says) in
        [(Manner::OnlyWhole, "does not give parts of its dump"), (Manner::NoQueries, "gives all of its dump")]
    {
        let ran = run(&["listeners", "-v", "--from", &admin.url(manner)]);
        assert!(ran.code == 0 && ran.stderr.contains(says), "{manner:?}: {}", ran.stderr);
        let quiet = run(&["listeners", "--from", &admin.url(manner)]);
        assert!(quiet.code == 0 && quiet.stderr.is_empty(), "{manner:?}: {}", quiet.stderr);
    }
}
