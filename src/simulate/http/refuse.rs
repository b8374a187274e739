//! Why a route leads to no endpoint: the cluster is unknown, shut or empty.

use super::local;
use super::local::{no_cluster, unavailable};
use crate::model::dump::Section;
use crate::model::envoy::route_action::RouteAction;
use crate::simulate::choice::ForkKind;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};
use crate::simulate::upstream::cluster::ClusterNode;

/// The proxy does not know the cluster of a route.
///
/// # Errors
/// Where the dump has no clusters.
pub fn unknown_cluster(run: &mut Run, action: &RouteAction, name: &str) -> Flow<LocalReply> {
    if !run.engine.proxy.dump.knows(Section::Clusters, name) {
        return run.end_unknown(vec![Section::Clusters.missing().to_owned()]);
    }
    let code = match action.cluster_not_found_response_code.as_str() {
        "NOT_FOUND" => 404,
        "INTERNAL_SERVER_ERROR" => 500,
        _ => 503,
    };
    run.step(|| {
        Step::new(Stage::Cluster, if name.is_empty() { "none" } else { name })
            .because("the proxy has no such cluster")
            .mood(Mood::Fails)
    });
    Ok(no_cluster(code))
}

/// The cluster has no usable endpoint.
pub fn no_host(run: &mut Run, why: &str) -> LocalReply {
    run.step_with_evidence(|| Step::new(Stage::Endpoint, "none").because(why).mood(Mood::Fails));
    local::no_host()
}

/// Maintenance mode, drops and closed circuit breakers.
pub fn by_cluster(run: &mut Run, cluster: &ClusterNode, action: &RouteAction) -> Option<LocalReply> {
    let name = &cluster.config.name;
    if let Some(percent) = run.engine.runtime.integer(&format!("upstream.maintenance_mode.{name}"))
        && percent > 0
        && run.by_chance(
            ForkKind::Drop,
            || format!("maintenance mode of {name}"),
            "refused",
            "let through",
            (percent, 100),
        )
    {
        return Some(unavailable(Disposition::Dropped, Flag::Uo, "maintenance_mode", "maintenance mode"));
    }
    for drop in &cluster.policy.drop_overloads {
        let (numerator, denominator) = drop.drop_percentage.parts();
        if numerator >= denominator {
            return Some(unavailable(
                Disposition::Dropped,
                Flag::Udo,
                "unconditional_drop_overload",
                "unconditional drop overload",
            ));
        }
        if numerator > 0
            && run.by_chance(
                ForkKind::Drop,
                || format!("drop {} of {name}", drop.category),
                "dropped",
                "let through",
                (numerator, denominator),
            )
        {
            return Some(unavailable(Disposition::Dropped, Flag::Do, "drop_overload", "drop overload"));
        }
    }
    let threshold = cluster.config.circuit_breakers.of(&action.priority)?;
    if threshold.max_requests == Some(0) || threshold.max_pending_requests == Some(0) {
        run.step(|| {
            Step::new(Stage::Cluster, name).because("its circuit breaker allows no request at all").mood(Mood::Fails)
        });
        let body = "upstream connect error or disconnect/reset before headers. reset reason: overflow";
        return Some(unavailable(
            Disposition::UpstreamFailed,
            Flag::Uo,
            "upstream_reset_before_response_started{overflow}",
            body,
        ));
    }
    None
}
