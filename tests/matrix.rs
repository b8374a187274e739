//! Every workload of the recorded mesh asks every port of every service, and gets a verdict. Where one cannot be told,
//! it is for a gap that has a name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use meshdbg::simulate::followed::Followed;
use rayon::prelude::*;
use serde_json::json;

use crate::support;

#[test]
fn everybody_asks_everybody() {
    let mesh = support::shop();
    let engine = Engine::new(mesh);
    let mut clients: BTreeMap<String, String> = BTreeMap::new();
    for proxy in &mesh.proxies {
        clients.entry(mesh.workload(&proxy.id)).or_insert_with(|| proxy.id.to_string());
    }
    clients.insert("legacy/billing-v1".to_owned(), "legacy/billing-v1-mnz8kphjtk-mmrkh".to_owned());
    // Gateways and waypoints ask nobody of their own.
    clients.retain(|workload, _| !["gateway", "edge-istio", "waypoint"].iter().any(|word| workload.contains(word)));
    let mut asked: Vec<(String, &String, &String)> = Vec::new();
    for service in mesh.services.hosts().flat_map(|host| mesh.services.by_host(host)) {
        for port in service.ports.iter().filter(|_| service.resource.kind == "Service") {
            let to = format!("{}:{}", service.host, port.number);
            asked.extend(clients.iter().map(|(workload, pod)| (to.clone(), workload, pod)));
        }
    }
    // A service may have been read twice: as its author wrote it, and as the API server returned it.
    asked.sort();
    asked.dedup();
    assert!(asked.len() > 1000, "{} questions", asked.len());
    let answers: Vec<(String, String, &String)> = asked
        .par_iter()
        .map(|(to, workload, pod)| {
            let line = json!({ "from": pod, "to": to }).to_string();
            let answer = batch::answer(&engine, batch::read(line.as_bytes()).ask.unwrap(), None);
            let Answer::Followed(followed) = answer else { panic!("{workload} to {to}: no answer") };
            (to.clone(), verdict(&followed), *workload)
        })
        .collect();
    let mut table: BTreeMap<String, BTreeMap<String, Vec<&str>>> = BTreeMap::new();
    for (to, verdict, workload) in &answers {
        table.entry(to.clone()).or_default().entry(verdict.clone()).or_default().push(workload);
    }
    let everybody = clients.len();
    let mut text = String::new();
    for (to, verdicts) in table {
        writeln!(text, "{to}").unwrap();
        for (verdict, who) in verdicts {
            let who = if who.len() == everybody { "everybody".to_owned() } else { who.join(", ") };
            writeln!(text, "  {verdict}\n    {who}").unwrap();
        }
    }
    insta::with_settings!({ snapshot_path => "matrix", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("shop", text);
    });
}

/// The ends with what the client sees and where it was decided; and why they are not certain.
fn verdict(followed: &Followed) -> String {
    let mut ends: Vec<String> = followed
        .ways
        .iter()
        .map(|way| {
            let disposition = json!(way.end.disposition);
            // Which pod it was does not matter.
            let at = way.end.decided_by.split_once(' ').map_or("", |(kind, _)| kind);
            format!("{} {} by {at}", way.end.code, disposition.as_str().unwrap_or_default())
        })
        .collect();
    ends.sort();
    ends.dedup();
    let mut text = ends.join(", ");
    for reason in &followed.undetermined {
        write!(text, "; unknown: {reason}").unwrap();
    }
    let is_told = !followed.undetermined.is_empty() || !text.contains("undetermined");
    assert!(is_told, "it cannot be told, and nobody says why: {text}");
    text
}
