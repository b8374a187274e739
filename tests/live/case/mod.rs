//! What is tried on the cluster.

mod contexts;
mod errors;
mod forbidden;
mod many;
mod more;
mod reaching;
mod run;
mod snapshot;
mod stats;
pub(crate) mod status;

use super::lab::Lab;

/// A case.
pub(crate) type Case = (&'static str, fn(&Lab));

/// All cases, in the order in which they run.
pub(crate) const ALL: &[Case] = &[
    ("both transports lead to the same trace", reaching::transports),
    ("names of proxies", reaching::names),
    ("tables and explanations", reaching::tables),
    ("an admin port by its URL", reaching::admin_port),
    ("log levels are set and undone", reaching::log_levels),
    ("statistics have owners and change", stats::of_pods),
    ("RBAC forbids", forbidden::roles),
    ("what is wrong with a proxy is said", errors::proxies),
    ("what is wrong with a cluster is said", errors::clusters),
    ("more of a mesh into a capture", more::of_a_mesh),
    ("a trace goes on to the next proxy", more::hop_by_hop),
    ("a batch asks one proxy", more::a_batch),
    ("a stream to a proxy ends between two questions", more::over_an_ended_stream),
    ("contexts of a kubeconfig", contexts::several),
    ("a snapshot answers as the cluster does", snapshot::same_answers),
    ("a snapshot holds no secrets", snapshot::no_secrets),
    ("status joins the lists of istiods", status::lists),
    ("status compares with what istiod would send", status::drift),
    ("status without istiod", status::forbidden),
    ("a snapshot keeps what istiods say", status::kept),
    ("a redacted snapshot traces and names nobody", snapshot::redacted),
    ("two hundred proxies at once, stored once", many::crowd),
    ("a pod dies during a snapshot", many::dying),
    ("an interrupted snapshot goes on", many::interrupted),
    // It ends an Envoy: nothing comes behind it that needs it.
    ("some proxies die during a snapshot, the others are whole", many::some_die),
];
