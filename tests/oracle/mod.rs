//! The trace is true, held against a real Envoy as the tests run: recorded configurations, requests made from them,
//! played over real sockets with the original addresses.
//!
//! `ORACLE_SEED` repeats a run, `ORACLE_ONLY` plays against the proxies whose names hold it, and `ORACLE_REQUESTS` names
//! a file of requests, one a line as the oracle prints them, to play and show instead.

#![expect(clippy::disallowed_methods, reason = "it waits for processes, and is steered by the environment")]

mod bootstrap;
mod certificates;
mod chain;
mod client;
mod disposition;
mod envoy;
mod fixture;
mod generate;
pub(crate) mod install;
mod judge;
mod lab;
mod log;
mod namespace;
mod observe;
mod request;
mod session;
mod shrink;
mod sink;
mod tally;
mod tokens;
mod wire;

use std::path::Path;

const TEST: &str = "oracle::a_real_envoy_does_what_meshdbg_says";

#[test]
fn a_real_envoy_does_what_meshdbg_says() {
    if let Some(binary) = std::env::var_os(namespace::INSIDE) {
        return session::inside(Path::new(&binary));
    }
    let ready = namespace::missing().map_or_else(install::envoy, Err);
    match ready {
        Ok(binary) => assert!(namespace::run_inside(TEST, &binary).success(), "the real Envoy disagrees: see above"),
        Err(why) if std::env::var("CI").is_ok_and(|value| value == "true") => panic!("no oracle: {why}"),
        Err(why) => eprintln!("THE ORACLE IS SKIPPED, nothing was held against a real Envoy: {why}"),
    }
}
