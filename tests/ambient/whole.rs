//! The whole way of each recorded request: through the ztunnels, waypoints and sidecars whose logs tell of it, and to
//! the end that its client saw.

use std::collections::BTreeSet;

use meshdbg::base::name::ProxyId;
use meshdbg::correlate::Mesh;
use meshdbg::model::Model;
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use meshdbg::simulate::followed::{FollowedHop, FollowedWay};
use meshdbg::simulate::trace::HopKind;
use serde_json::json;

use super::log::{self, Line};
use super::recorded::{NAMES, Request, recording};

/// Where nobody was: what would have answered there is not for a configuration to tell.
const NOBODY: [&str; 2] = ["10.244.9.9:8080", "api.bank.example.test:443"];

#[test]
fn each_request_goes_the_way_and_ends_as_the_logs_say() {
    let (mut played, mut wrong) = (0, Vec::new());
    let envoys = recording("base").0.proxies;
    for name in NAMES {
        let (mesh, requests) = recording(name);
        let mesh = with_envoys(mesh, name, &envoys);
        let engine = Engine::new(&mesh);
        for request in &requests {
            played += 1;
            let line = json!({ "from": pod(&mesh, &request.from), "to": request.to }).to_string();
            let Answer::Followed(followed) = batch::answer(&engine, batch::read(line.as_bytes()).ask.unwrap(), None)
            else {
                panic!("{name}: {} is not followed", request.what)
            };
            let found = followed.ways.iter().map(|way| differences(request, way)).min_by_key(Vec::len);
            let mut found = found.unwrap_or_else(|| vec!["there is no way".to_owned()]);
            found.extend(followed.undetermined.iter().cloned());
            if !found.is_empty() {
                wrong.push(format!(
                    "{name}: {} {} ({})\n   {}",
                    request.from,
                    request.to,
                    request.what,
                    found.join("\n   ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {played} requests go another way:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(played, 95);
}

/// Some variants were recorded without their Envoys, in which nothing had changed.
fn with_envoys(mesh: Mesh, name: &str, base: &[meshdbg::model::Proxy]) -> Mesh {
    if !mesh.proxies.is_empty() {
        return mesh;
    }
    let own = super::recorded::envoys(name);
    let proxies = if own.is_empty() { base.to_vec() } else { own };
    let Mesh { ztunnels, resources, gaps, taken_at, .. } = mesh;
    Mesh::new(Model { proxies, ztunnels, resources, gaps, taken_at, ..Model::default() })
}

fn pod(mesh: &Mesh, beginning: &str) -> String {
    let workloads = &mesh.ztunnels[0].dump.workloads;
    let found = workloads.iter().find(|workload| workload.name.starts_with(&format!("{beginning}-")));
    let found = found.unwrap_or_else(|| panic!("no workload {beginning}"));
    ProxyId::new(&found.namespace, &found.name).to_string()
}

fn differences(request: &Request, way: &FollowedWay) -> Vec<String> {
    let mut all = Vec::new();
    let nobody = way.end.answered_by.rsplit(' ').next().is_some_and(|end| NOBODY.iter().any(|no| end.starts_with(no)));
    let code = request.answer.get("http").map_or(0, |code| code.parse().unwrap());
    if way.end.code != code && !nobody {
        all.push(format!("the client saw {code}, not {}", way.end.code));
    }
    ztunnels(request, way, &mut all);
    let logs = request.logs.iter().filter_map(|(log, lines)| Some((log.strip_prefix("envoy:")?, lines)));
    // What an Envoy logs of its own tunnel stands beside the line of the request.
    let tunnel = |line: &&String| line.contains("connect_originate - ") && line.contains("\"- - -\" 0 UF");
    let logs: Vec<(&str, &String)> = logs
        .flat_map(|(proxy, lines)| lines.iter().filter(|line| !tunnel(line)).map(move |line| (proxy, line)))
        .collect();
    let envoys: Vec<&FollowedHop> = way.hops.iter().filter(|hop| hop.kind != HopKind::Ztunnel).collect();
    let seen: BTreeSet<String> = logs.iter().map(|(proxy, _)| (*proxy).replacen('.', "/", 1)).collect();
    let told: BTreeSet<String> = envoys.iter().map(|hop| hop.proxy.to_string()).collect();
    if seen != told {
        all.push(format!("Envoys {seen:?} logged it, not {told:?}"));
        return all;
    }
    for (proxy, line) in logs {
        let hop = envoys.iter().find(|hop| hop.proxy.to_string() == proxy.replacen('.', "/", 1)).unwrap();
        if !nobody {
            of_log(line, hop, &mut all);
        }
    }
    all
}

/// `[TIME] "METHOD PATH PROTOCOL" CODE FLAGS DETAILS …`.
fn of_log(line: &str, hop: &FollowedHop, all: &mut Vec<String>) {
    let rest = line.rsplit_once("] \"").unwrap().1.split_once("\" ").unwrap().1;
    let fields: Vec<&str> = rest.split(' ').collect();
    let flags: Vec<&str> = hop.flags.iter().map(|flag| flag.short()).collect();
    let flags = if flags.is_empty() { "-".to_owned() } else { flags.join(",") };
    let told = [hop.code.to_string(), flags, hop.details.clone().unwrap_or_else(|| "-".to_owned())];
    if fields[..3] != told {
        all.push(format!("{} logged {:?}, not {told:?}", hop.proxy, &fields[..3]));
    }
}

/// The pods before which a ztunnel logged the connection, and whether one did before the client.
fn ztunnels(request: &Request, way: &FollowedWay, all: &mut Vec<String>) {
    let lines = request.logs.iter().filter(|(log, _)| log.starts_with("ztunnel:")).flat_map(|(_, lines)| lines);
    let mut seen: Vec<(String, Option<String>)> = Vec::new();
    for line in lines {
        if let Some(Line::Access(access)) = log::read(line) {
            let error = access.field("error").filter(|error| error.contains("policy rejection"));
            let to = access.address("dst.hbone_addr").or_else(|| access.address("dst.addr")).unwrap();
            match access.field("direction") {
                Some("outbound") => seen.push(("outbound".to_owned(), None)),
                _ => seen.push((to.ip().to_string(), error.map(str::to_owned))),
            }
        }
    }
    let hops = way.hops.iter().filter(|hop| hop.kind == HopKind::Ztunnel);
    let mut told: Vec<(String, Option<String>)> = hops
        .enumerate()
        .map(|(number, hop)| {
            let is_first = number == 0 && seen.iter().any(|(direction, _)| direction == "outbound");
            let rejection = hop.close.clone().filter(|close| close.contains("policy rejection"));
            let pod = hop.upstreams.iter().map(|address| address.split(':').next().unwrap_or_default());
            if is_first { ("outbound".to_owned(), None) } else { (pod.collect(), rejection) }
        })
        .collect();
    seen.sort();
    told.sort();
    if seen != told {
        all.push(format!("ztunnels logged {seen:?}, not {told:?}"));
    }
}
