//! The whole way is true, held against several real Envoys at once: proxies of a recorded mesh, each with its recorded
//! configuration and a certificate in its own name, and requests drawn at random that go through one, two or three of
//! them.
//!
//! | what | where |
//! |---|---|
//! | which proxies, with whose certificates | [`scene`] |
//! | what is asked | [`draw`] |
//! | the network between the proxies, and the applications | [`hub`] |
//! | the proxies as processes | [`lab`] |
//! | what the logs say of one request | [`seen`] |
//! | whether meshdbg says the same | [`tally`] |
//!
//! `ORACLE_SEED` repeats a run, and `ORACLE_CHAIN` names a file of requests, one a line as the oracle prints them, to play
//! instead.

mod draw;
mod hub;
mod lab;
mod scene;
mod seen;
mod session;
mod tally;
mod world;

use std::path::Path;

use super::{install, namespace};

const TEST: &str = "oracle::chain::real_envoys_in_a_row_do_what_meshdbg_says";

#[test]
fn real_envoys_in_a_row_do_what_meshdbg_says() {
    if let Some(binary) = std::env::var_os(namespace::INSIDE) {
        return session::inside(Path::new(&binary));
    }
    let ready = namespace::missing().map_or_else(install::envoy, Err);
    match ready {
        Ok(binary) => assert!(namespace::run_inside(TEST, &binary).success(), "real Envoys disagree: see above"),
        Err(why) if std::env::var("CI").is_ok_and(|value| value == "true") => panic!("no oracle: {why}"),
        Err(why) => eprintln!("THE ORACLE IS SKIPPED, nothing was held against real Envoys: {why}"),
    }
}
