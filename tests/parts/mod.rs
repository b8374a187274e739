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
        .flat_map(|(name, admin)| questions.par_iter().map(move |question| (name, admin, question)))
        .filter_map(|(name, admin, question)| {
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
            let (parts, whole) = (ask(Manner::Envoy), ask(Manner::OnlyWhole));
            let differing = parts.1.iter().zip(&whole.1).find(|(one, other)| one != other);
            (parts != whole).then(|| format!("{name} {question:?}: {differing:?}\n{}\n{}", parts.2, whole.2))
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
