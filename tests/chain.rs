//! The whole way is true: requests that went through two and three real Envoys with real mTLS, and what the access log
//! of each said. Everything that was seen must be among the ways that meshdbg tells.

use std::collections::BTreeMap;

use meshdbg::correlate::Mesh;
use meshdbg::model;
use meshdbg::model::item::Item;
use meshdbg::simulate::Engine;
use meshdbg::simulate::batch::{self, Answer};
use rayon::prelude::*;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, SanType};
use serde_json::Value;

use crate::support;
use crate::support::secrets;
use crate::support::ways::{Difference, Observed, compare};

#[test]
fn real_envoys_did_what_meshdbg_says() {
    let mesh = support::shop();
    assert_eq!(agreement("base", mesh), 317);
}

/// Services, pods, gateways and names from outside, asked at random by everybody, also with what is wrong there.
#[test]
fn requests_drawn_at_random() {
    assert_eq!(agreement("drawn", support::shop()), 1169);
}

/// A `DestinationRule` switches TLS off, and the servers are STRICT.
#[test]
fn plaintext_to_a_strict_server() {
    let faulty = support::mesh("incidents/06-tls-disable-vs-strict.tar.zst");
    let mut mesh = support::shop().clone();
    for proxy in faulty.proxies {
        mesh.proxies.retain(|known| known.id != proxy.id);
        mesh.proxies.push(proxy);
    }
    assert_eq!(agreement("inc06", &mesh), 11);
}

/// A `DestinationRule` asks for mutual TLS with a pod that has no proxy.
#[test]
fn mutual_tls_to_a_pod_without_a_proxy() {
    let mut mesh = support::shop().clone();
    for proxy in &mut mesh.proxies {
        let mut mutual = Value::Null;
        for cluster in &mut proxy.dump.clusters {
            let mut entry: Value = serde_json::from_slice(cluster.item.text()).unwrap();
            let body = &mut entry["cluster"];
            let matches = body["transport_socket_matches"].as_array();
            let found = matches.and_then(|matches| matches.iter().find(|entry| entry["name"] == "tlsMode-istio"));
            mutual = found.map_or(mutual, |entry| entry["transport_socket"].clone());
            if body["name"].as_str().is_some_and(|name| name.ends_with("|billing.legacy.svc.cluster.local")) {
                body["transport_socket"] = mutual.clone();
                body["transport_socket_matches"] = serde_json::json!([]);
                cluster.item = Item::new(entry.to_string().into());
            }
        }
    }
    assert_eq!(agreement("inc21", &mesh), 11);
}

/// Some pods hold a certificate of another authority, one is for somebody else.
#[test]
fn certificates_that_the_other_side_does_not_accept() {
    let mut mesh = support::shop().clone();
    let (good, rogue) = (Authority::new("good"), Authority::new("rogue"));
    for proxy in &mut mesh.proxies {
        let pod = proxy.id.to_string();
        let identity = if pod.starts_with("shop/reviews-v3") {
            "spiffe://cluster.local/ns/shop/sa/impostor".to_owned()
        } else {
            proxy.identity().unwrap_or_default()
        };
        let is_rogue = pod.starts_with("pay/checkout") || pod.starts_with("shop/ratings");
        let authority = if is_rogue { &rogue } else { &good };
        secrets::replace(proxy, &authority.sign(&identity), &good.pem());
    }
    let mesh = Mesh::new(model::Model {
        proxies: mesh.proxies,
        resources: mesh.resources,
        taken_at: Some("2027-01-01T00:00:00Z".parse().unwrap()),
        ..model::Model::default()
    });
    assert_eq!(agreement("wrongcert", &mesh), 15);
}

/// How many rows of a recording there are; all must agree.
fn agreement(set: &str, mesh: &Mesh) -> usize {
    let engine = Engine::new(mesh);
    let files = support::unpacked("chain.tar.zst");
    let lines = |kind: &str| -> Vec<Vec<u8>> {
        let file = &files[&format!("{set}.{kind}.jsonl")];
        file.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect()
    };
    let rows: Vec<(Vec<u8>, Vec<u8>)> = lines("requests").into_iter().zip(lines("observed")).collect();
    let wrong: Vec<(String, Vec<Difference>)> = rows
        .par_iter()
        .filter_map(|(request, observed)| {
            let observed: Observed = serde_json::from_slice(observed).unwrap();
            let ask = batch::read(request).ask.unwrap();
            assert_eq!(ask.id, Value::String(observed.id.clone()));
            let differences = match batch::answer(&engine, ask, None) {
                Answer::Followed(followed) => compare(&observed, &followed),
                Answer::Error { error, .. } => vec![("error".to_owned(), String::new(), error)],
                Answer::Result(_) => panic!("{}: the whole way was asked for", observed.id),
            };
            (!differences.is_empty()).then_some((observed.id, differences))
        })
        .collect();
    let mut by_field: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, differences) in &wrong {
        for (field, want, got) in differences {
            by_field.entry(field).or_default().push(format!("   {id}\n      envoys  {want}\n      meshdbg {got}"));
        }
    }
    for (field, cases) in by_field {
        eprintln!("{field}: {}\n{}", cases.len(), cases[..cases.len().min(4)].join("\n"));
    }
    assert!(wrong.is_empty(), "{set}: {} of {} requests go another way", wrong.len(), rows.len());
    rows.len()
}

struct Authority(Issuer<'static, KeyPair>, String);

impl Authority {
    fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        Self(Issuer::new(params, key), pem)
    }

    fn pem(&self) -> String {
        self.1.clone()
    }

    fn sign(&self, identity: &str) -> String {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.subject_alt_names = vec![SanType::URI(identity.try_into().unwrap())];
        params.signed_by(&KeyPair::generate().unwrap(), &self.0).unwrap().pem()
    }
}
