//! Why something is not there, held against what a real istiod sent: it blames nothing for what is there, and finds a
//! reason for whatever one proxy has and another has not.

use std::collections::{BTreeMap, BTreeSet};

use meshdbg::correlate::Mesh;
use meshdbg::correlate::absent::{Absence, Basis, Kind, Wanted, why};
use meshdbg::model::{Proxy, ProxyKind};
use rayon::prelude::*;

use crate::support;

/// The objects of a proxy that istiod builds from services and gateways, by kind and name.
fn objects(proxy: &Proxy) -> BTreeSet<(&'static str, Kind, String)> {
    let mut found = BTreeSet::new();
    for entry in proxy.dump.clusters.iter().filter_map(|entry| entry.item.decode().ok()) {
        if entry.cluster.name.contains('|') {
            found.insert(("cluster", Kind::Cluster, entry.cluster.name));
        }
    }
    for entry in proxy.dump.endpoints.iter().filter_map(|entry| entry.item.decode().ok()) {
        let name = entry.endpoint_config.cluster_name;
        // What comes in goes where it was going.
        if name.starts_with("outbound|")
            && entry.endpoint_config.endpoints.iter().any(|group| !group.lb_endpoints.is_empty())
        {
            found.insert(("endpoint", Kind::Endpoint, name));
        }
    }
    for entry in proxy.dump.routes.iter().filter_map(|entry| entry.item.decode().ok()) {
        for host in entry.route_config.virtual_hosts.iter().filter(|host| !host.routes.is_empty()) {
            if host.name.contains(':') && !host.name.contains('*') {
                found.insert(("route", Kind::Route, host.name.clone()));
            }
        }
    }
    for entry in proxy.dump.listeners.iter().filter_map(|entry| entry.item.decode().ok()) {
        if entry.active_state.is_some() && entry.name.contains('_') {
            found.insert(("listener", Kind::Listener, entry.name));
        }
    }
    found
}

/// Reasons in the resources: what other proxies have does not count here.
fn blamed(answer: &Absence) -> bool {
    answer.reasons.iter().any(|reason| reason.basis == Basis::Resources)
}

/// The mesh, with one proxy that has nothing.
fn without(mesh: &Mesh, index: usize) -> Mesh {
    let mut bare = mesh.clone();
    let dump = &mut bare.proxies[index].dump;
    dump.clusters.clear();
    dump.endpoints.clear();
    dump.routes.clear();
    dump.listeners.clear();
    bare
}

#[test]
fn nothing_is_blamed_for_what_is_there_and_a_reason_is_found_for_what_is_not() {
    let mesh = support::shop();
    let all: Vec<_> = mesh.proxies.iter().map(objects).collect();
    let looked: Vec<(Vec<&str>, Vec<String>)> = (0..mesh.proxies.len())
        .into_par_iter()
        .map(|index| {
            let (proxy, mut right, mut wrong) = (&mesh.proxies[index], Vec::new(), Vec::new());
            // Of a workload's pods the first stands for all.
            let workload =
                |proxy: &Proxy| (proxy.id.namespace.clone(), proxy.bootstrap.node.metadata.workload_name.clone());
            let is_again = mesh.proxies[..index].iter().any(|other| workload(other) == workload(proxy));
            if proxy.kind == ProxyKind::Waypoint || is_again {
                return (right, wrong);
            }
            let bare = without(mesh, index);
            let fellows = mesh.proxies.iter().zip(&all).filter(|(other, _)| other.kind == proxy.kind);
            let known: BTreeSet<_> = fellows.flat_map(|(_, objects)| objects).collect();
            for wanted in known {
                let (word, kind, name) = wanted;
                let answer = why(&bare, &bare.proxies[index], &Wanted::new(*kind, name));
                let is_there = all[index].contains(wanted);
                if blamed(&answer) == is_there {
                    let codes: Vec<_> = answer.reasons.iter().map(|reason| (reason.code, &reason.sentence)).collect();
                    let word = if is_there { "is blamed" } else { "has no reason" };
                    wrong.push(format!("{} {kind:?} {name} {word}: {codes:?}", proxy.id));
                } else {
                    right.push(*word);
                }
            }
            (right, wrong)
        })
        .collect();
    let (mut right, mut wrong) = (BTreeMap::<&str, usize>::new(), Vec::new());
    for (of_proxy, errors) in looked {
        for word in of_proxy {
            *right.entry(word).or_default() += 1;
        }
        wrong.extend(errors);
    }
    eprintln!("right {right:?}, wrong {}", wrong.len());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(80)].join("\n"));
}
