//! Running meshes, proven on one: a real API server with its etcd, kwok in place of the kubelets, and real Envoys that
//! hold recorded configurations; all on this machine, without root, in namespaces of the test's own.
//!
//! `LIVE_HOLD=SECONDS` keeps it running that long after the cases, and says where its kubeconfig is.

#![expect(clippy::disallowed_methods, reason = "it waits for processes, and is steered by the environment")]

mod case;
mod control_plane;
mod envoy;
pub(crate) mod fake;
pub(crate) mod install;
mod istiod;
mod keys;
mod kwok;
pub(crate) mod lab;
mod objects;
mod process;
mod replay;
pub(crate) mod server;
mod session;
pub(crate) mod world;
mod xds;

const TEST: &str = "live::a_real_cluster_answers";

#[test]
fn a_real_cluster_answers() {
    if let Some(tools) = std::env::var_os(world::INSIDE) {
        return session::inside(std::path::Path::new(&tools));
    }
    let ready = world::missing().map_or_else(install::tools, Err);
    match ready {
        Ok(tools) => {
            let this = ["--exact", TEST, "--nocapture", "--test-threads=1"];
            let ended = world::run_inside(&this, &tools, std::process::Stdio::null());
            assert!(ended.success(), "a running mesh is read wrongly: see above");
        }
        Err(why) if std::env::var("CI").is_ok_and(|value| value == "true") => panic!("no cluster: {why}"),
        Err(why) => eprintln!("THE CLUSTER TEST IS SKIPPED, nothing was tried on a running mesh: {why}"),
    }
}
