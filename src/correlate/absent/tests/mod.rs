//! Each reason with a case that it explains and a near one that it does not.

mod dump;
mod resources;
mod scene;

use std::collections::BTreeSet;

use super::Code;

/// A reason that no test gives is one that nobody knows to be right.
#[test]
fn every_reason_is_tested() {
    let schema = serde_json::to_value(schemars::schema_for!(Code)).unwrap();
    let all = schema["oneOf"].as_array().unwrap().iter().map(|one| one["const"].as_str().unwrap().to_owned());
    let tested: BTreeSet<String> = resources::CASES
        .iter()
        .map(|case| case.code)
        .chain(dump::CODES)
        .map(|code| serde_json::to_value(code).unwrap().as_str().unwrap().to_owned())
        .collect();
    let missing: Vec<String> = all.filter(|code| !tested.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
