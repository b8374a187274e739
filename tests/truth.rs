//! The trace is true: requests that were played against a real Envoy under the recorded configurations, and what it
//! did. Everything it was seen to do must be among what meshdbg says it may do.

use std::collections::BTreeMap;

use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use rayon::prelude::*;
use serde_json::Value;

use crate::support;
use crate::support::agreement::{Difference, Observed, compare};

#[test]
fn a_real_envoy_did_what_meshdbg_says() {
    let engine = Engine::new(support::shop());
    let files = support::unpacked("truth.tar.zst");
    let mut rows: Vec<(&[u8], &[u8])> = Vec::new();
    for (name, requests) in files.iter().filter(|(name, _)| name.ends_with(".requests.jsonl")) {
        let observed = &files[&name.replace(".requests.", ".observed.")];
        rows.extend(requests.split(|byte| *byte == b'\n').zip(observed.split(|byte| *byte == b'\n')));
    }
    rows.retain(|(request, _)| !request.is_empty());
    assert_eq!(rows.len(), 9776);
    let results: Vec<(Vec<Difference>, Vec<String>, String)> = rows
        .par_iter()
        .map(|(request, observed)| {
            let observed: Observed = serde_json::from_slice(observed).unwrap();
            let ask = batch::read(request).ask.unwrap();
            assert_eq!(ask.id, Value::String(observed.id.clone()));
            match batch::answer(&engine, ask, None) {
                Answer::Error { error, .. } => panic!("{}: {error}", observed.id),
                Answer::Followed(_) => panic!("{}: one proxy was asked", observed.id),
                Answer::Result(answered) if !answered.undetermined.is_empty() => {
                    (Vec::new(), answered.undetermined.clone(), observed.id)
                }
                Answer::Result(answered) => {
                    let shares: f64 = answered.outcomes.iter().map(|ending| ending.outcome.share).sum();
                    assert!((shares - 1.0).abs() < 1e-9, "{}: shares add up to {shares}", observed.id);
                    let id = format!("{} {} {}", answered.proxy, observed.id, observed.end.disposition);
                    (compare(&observed, &answered), Vec::new(), id)
                }
            }
        })
        .collect();
    let undetermined: Vec<_> = results.iter().filter(|(_, reasons, _)| !reasons.is_empty()).collect();
    let wrong: Vec<_> = results.iter().filter(|(differences, _, _)| !differences.is_empty()).collect();
    let mut by_kind: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (differences, _, id) in &wrong {
        for (field, want, got) in differences {
            let shown = format!("   {id}\n      envoy   {want}\n      meshdbg {got}");
            by_kind.entry((*field).to_owned()).or_default().push(shown);
        }
    }
    for (field, cases) in &by_kind {
        let shown: Vec<_> = cases.iter().take(6).cloned().collect();
        eprintln!("{field}: {}\n{}", cases.len(), shown.join("\n"));
    }
    let mut reasons: BTreeMap<&String, usize> = BTreeMap::new();
    for (_, why, _) in &undetermined {
        for reason in why {
            *reasons.entry(reason).or_default() += 1;
        }
    }
    for (reason, count) in &reasons {
        eprintln!("undetermined {count}: {reason}");
    }
    eprintln!("{} requests, {} wrong, {} undetermined", rows.len(), wrong.len(), undetermined.len());
    assert!(wrong.is_empty(), "{} of {} requests end differently", wrong.len(), rows.len());
    assert!(undetermined.len() * 100 < rows.len(), "{} of {} undetermined", undetermined.len(), rows.len());
}
