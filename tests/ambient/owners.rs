//! Whose the policies of ztunnels are: checked against what the resources ask for.

use std::collections::BTreeSet;

use meshdbg::base::origin::Owner;
use meshdbg::correlate::{Mesh, ztunnel_policy};
use meshdbg::model::ztunnel::policy::{Action, Policy};
use meshdbg::simulate::ztunnel::{Ambient, bound};
use serde_json::Value;

use super::recorded::recording;

/// The resource of an owner, and the part of it that is meant.
fn part<'m>(mesh: &'m Mesh, owner: &Owner) -> &'m Value {
    let body = &mesh.resource(&owner.resource).unwrap_or_else(|| panic!("{owner} was not read")).body;
    let pointer = owner.path.replace(['.', '['], "/").replace(']', "");
    body.pointer(&format!("/{pointer}")).unwrap_or_else(|| panic!("{owner} is not there"))
}

/// Addresses and ports that a rule asks for stand in the rule that it is said to come from.
fn stands_in(policy: &Policy, rule: usize, spec: &Value) {
    let text = spec.to_string();
    for asked in policy.rules[rule].iter().flatten() {
        let ports = asked.destination_ports.any.iter().map(ToString::to_string);
        let addresses = asked.source_ips.any.iter().map(ToString::to_string);
        for value in ports.chain(addresses) {
            assert!(text.contains(&value), "{} rule {rule} asks for {value}, and {text} does not", policy.id());
        }
    }
}

#[test]
fn every_policy_that_binds_has_the_owner_that_asks_for_it() {
    let mut kinds = BTreeSet::new();
    // The variants were recorded without their policies' resources.
    let (mesh, _) = recording("base");
    let ambient = Ambient::of(&mesh).unwrap();
    for workload in &ambient.any().ztunnel.dump.workloads {
        let (policies, missing) = bound(ambient.before(workload), workload);
        assert!(missing.is_empty(), "{missing:?}");
        for policy in policies {
            let owner = ztunnel_policy::owner_of(&mesh, policy, workload)
                .unwrap_or_else(|| panic!("nobody owns {} of {}", policy.id(), workload.id()));
            let spec = part(&mesh, &Owner { path: "spec".to_owned(), ..owner.clone() });
            match owner.resource.kind.as_str() {
                "AuthorizationPolicy" => {
                    let action = spec["action"].as_str().unwrap_or("ALLOW");
                    assert_eq!(action, policy.action.word().to_uppercase(), "{owner}");
                }
                "PeerAuthentication" => {
                    assert_eq!(policy.action, Action::Deny, "{owner}");
                    assert_eq!(spec["mtls"]["mode"], "STRICT", "{owner}");
                }
                other => panic!("{} is owned by a {other}", policy.id()),
            }
            for rule in 0..policy.rules.len() {
                let owner = ztunnel_policy::rule_owner(&mesh, policy, workload, rule).unwrap();
                if owner.path.starts_with("spec.rules") {
                    stands_in(policy, rule, part(&mesh, &owner));
                    kinds.insert("rule");
                }
            }
            kinds.insert(if owner.resource.kind == "AuthorizationPolicy" { "policy" } else { "peers" });
        }
    }
    assert_eq!(kinds, BTreeSet::from(["peers", "policy", "rule"]));
}

/// The PeerAuthentication that makes a workload strict is that of its namespace, and of no other.
#[test]
fn strict_is_who_says_so() {
    let (mesh, _) = recording("base");
    let ambient = Ambient::of(&mesh).unwrap();
    let ledger = ambient.pod("amb-pay", "ledger-v1-c5zqgs8d5k-57pz4").unwrap();
    let (policies, _) = bound(ambient.before(ledger), ledger);
    let strict = policies.into_iter().find(|policy| policy.name == "istio_converted_static_strict").unwrap();
    let owner = ztunnel_policy::owner_of(&mesh, strict, ledger).unwrap();
    assert_eq!(owner.to_string(), "PeerAuthentication amb-pay/default mtls");
    assert_eq!(part(&mesh, &owner)["mode"], "STRICT");
    let elsewhere = ambient.pod("amb-shop", "db-0").unwrap();
    assert_eq!(ztunnel_policy::owner_of(&mesh, strict, elsewhere), None);
}
