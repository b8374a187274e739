//! The trace is true, held against a real Envoy as the tests run: recorded configurations, requests made from them,
//! played over real sockets with the original addresses.

mod bootstrap;
mod certificates;
mod client;
mod disposition;
mod envoy;
mod fixture;
mod install;
mod judge;
mod lab;
mod log;
mod namespace;
mod observe;
mod request;
mod sink;
mod tokens;
mod wire;

use std::path::Path;
use std::sync::Arc;

use certificates::Authority;
use fixture::Fixture;
use lab::Lab;
use meshdbg::simulate::Engine;
use meshdbg::simulate::request::{Direction, Protocol, Transport};
use request::Play;
use tokens::Signer;

const TEST: &str = "oracle::a_real_envoy_does_what_meshdbg_says";

#[test]
fn a_real_envoy_does_what_meshdbg_says() {
    if let Some(binary) = std::env::var_os(namespace::INSIDE) {
        return inside(Path::new(&binary));
    }
    let ready = namespace::missing().map_or_else(install::envoy, Err);
    match ready {
        Ok(binary) => assert!(namespace::run_inside(TEST, &binary).success(), "the real Envoy disagrees: see above"),
        Err(why) if std::env::var("CI").is_ok_and(|value| value == "true") => panic!("no oracle: {why}"),
        Err(why) => eprintln!("THE ORACLE IS SKIPPED, nothing was held against a real Envoy: {why}"),
    }
}

fn inside(binary: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(run(binary));
}

async fn run(binary: &Path) {
    let (authority, signer) = (Arc::new(Authority::new()), Signer::new());
    let fixture = Fixture::read("shop.tar.zst", &signer.key_set());
    let engine = Engine::new(&fixture.mesh);
    let subject = fixture.named("shop/frontend-v1");
    let mut lab = Lab::start(binary, subject, &authority).unwrap();
    let play = Play {
        id: "one".to_owned(),
        proxy: subject.id.clone(),
        direction: Direction::Outbound,
        src: subject.address,
        dst: "10.96.0.21:9080".parse().unwrap(),
        transport: Transport::Plaintext,
        sni: None,
        alpn: Vec::new(),
        peer: None,
        protocol: Protocol::Http1,
        method: Some("GET".to_owned()),
        authority: Some("reviews:9080".to_owned()),
        path: Some("/api".to_owned()),
        headers: Vec::new(),
        jwt_claims: None,
    };
    let mut seen = lab.play(std::slice::from_ref(&play)).await;
    eprintln!("{:#?}", seen[0]);
    eprintln!("{:?}", judge::judge(&engine, &play, &mut seen[0]));
}
