//! What becomes of rules that ask for HTTP where there is none: istiod leaves ALLOW rules out, and only the conditions
//! of DENY, AUDIT and CUSTOM rules, so that these match more (`pilot/pkg/security/authz/model/model.go`).

use std::collections::BTreeSet;

use serde_json::Value;

use crate::base::origin::{Known, Owner};
use crate::correlate::owners::inventory::Inventory;
use crate::correlate::owners::view::View;
use crate::simulate::engine::ProxyEngine;

/// A rule that a port without HTTP changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The rule.
    pub owner: Owner,
    /// What asks for HTTP in it.
    pub conditions: Vec<String>,
    /// Whether it is left out; else it matches more.
    pub left_out: bool,
}

const OPERATIONS: [&str; 6] = ["hosts", "notHosts", "methods", "notMethods", "paths", "notPaths"];
const SOURCES: [&str; 2] = ["requestPrincipals", "notRequestPrincipals"];
const KEYS: [&str; 2] = ["request.headers", "request.auth"];

/// The rules for a proxy that ask for HTTP, among policies that are in one of its chains without.
pub fn dropped(engine: &ProxyEngine) -> Vec<Dropped> {
    let inventory = Inventory::default();
    let view = View::new(engine.mesh, engine.proxy, &inventory);
    let mut found = Vec::new();
    for entry in &view.world.authorization_policies {
        let spec = &entry.spec;
        let targets: Vec<_> = spec.target_refs.iter().chain(&spec.target_ref).cloned().collect();
        let annotations = view.mesh.resource(&entry.id).map(|resource| &resource.metadata.annotations);
        let is_dry = annotations.is_some_and(|all| all.get("istio.io/dry-run").is_some_and(|value| value == "true"));
        if is_dry || view.scope(&entry.id.namespace, spec.selector.as_ref(), &targets).is_none() {
            continue;
        }
        for (index, rule) in spec.rules.iter().enumerate() {
            let conditions: Vec<String> = http_conditions(rule).into_iter().collect();
            if !conditions.is_empty() {
                let owner = entry.cause(format!("spec.rules[{index}]"), Known::Recomputed).owner();
                found.push(Dropped { owner, conditions, left_out: matches!(spec.action.as_str(), "" | "ALLOW") });
            }
        }
    }
    found
}

/// The conditions of a rule that only HTTP can meet.
fn http_conditions(rule: &Value) -> BTreeSet<String> {
    let list = |field: &str| rule[field].as_array().into_iter().flatten();
    let named = |part: &Value, names: &[&str]| -> Vec<String> {
        let has = |name: &&&str| part.get(**name).is_some_and(|value| !value.is_null());
        names.iter().filter(has).map(|name| (*name).to_owned()).collect()
    };
    let operations = list("to").flat_map(|to| named(&to["operation"], &OPERATIONS));
    let sources = list("from").flat_map(|from| named(&from["source"], &SOURCES));
    let keys = list("when").filter_map(|when| when["key"].as_str());
    let keys = keys.filter(|key| KEYS.iter().any(|known| key.starts_with(known))).map(str::to_owned);
    operations.chain(sources).chain(keys).collect()
}
