//! The router: from a route to an answer or an endpoint.

use serde_json::{Map, Value};

use super::route::RouteNode;
use super::stream::Stream;
use super::{finalize, local, redirect, refuse, upstream};
use crate::model::envoy::route_action::RouteAction;
use crate::simulate::asked::Asked;
use crate::simulate::filter::router::RouterConfig;
use crate::simulate::outcome::LocalReply;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{At, Stage, Step};

/// What the router made of a request.
pub enum Routed {
    /// It answers itself.
    Reply(LocalReply),
    /// It went to an endpoint.
    Forwarded,
}

/// Notes route and cluster as the access log shows them, even if a filter then answers.
pub fn note_route(run: &mut Run, stream: &Stream) {
    let outcome = &mut run.outcome;
    (outcome.route, outcome.route_name, outcome.cluster) = (None, None, None);
    let Some(node) = stream.route_node() else {
        return;
    };
    outcome.route = Some(node.id.clone());
    outcome.route_name = (!node.config.name.is_empty()).then(|| node.config.name.clone());
    if let Some(name) = cluster_name(stream, node)
        && run.engine.cluster(&name).is_some()
    {
        run.outcome.cluster = Some(name);
    }
}

/// Routes a request that no filter answered.
///
/// # Errors
/// Where it cannot be told, or where an internal listener behind took over.
pub fn route(run: &mut Run, stream: &mut Stream, asked: &Asked, config: &RouterConfig) -> Flow<Routed> {
    let Some(selected) = stream.route else {
        return Ok(Routed::Reply(local::no_route()));
    };
    let table = stream.table.clone();
    let Some(host) = table.as_ref().and_then(|table| table.hosts.get(selected.host)) else {
        return Ok(Routed::Reply(local::no_route()));
    };
    let Some(node) = selected.route.and_then(|route| host.routes().nodes.get(route)) else {
        let location = redirect::to_https(&stream.head);
        run.step(|| {
            Step::new(Stage::Route, "require_tls").because("the virtual host sends plaintext requests to https")
        });
        return Ok(Routed::Reply(local::redirect(301, location)));
    };
    if let Some(action) = &node.config.redirect {
        return match redirect::location(action, &stream.head, &node.matches.path) {
            Ok(location) => Ok(Routed::Reply(local::redirect(action.status(), location))),
            Err(why) => run.end_unknown(vec![format!("route {}: {why}", node.id)]),
        };
    }
    if let Some(direct) = &node.config.direct_response {
        if direct.body_format.is_some() {
            run.undetermined(format!("route {}: the body_format of its direct response is not modelled", node.id));
        }
        return Ok(Routed::Reply(local::direct(direct)));
    }
    let Some(action) = &node.config.route else {
        if node.config.non_forwarding_action.is_some() {
            return Ok(Routed::Reply(local::no_cluster(503)));
        }
        return run.end_unknown(vec![format!("the action of route {} is not modelled", node.id)]);
    };
    if action.cluster_specifier_plugin.is_some() || action.inline_cluster_specifier_plugin.is_some() {
        return run
            .end_unknown(vec![format!("route {} takes its cluster from a plugin, which is not modelled", node.id)]);
    }
    let name = cluster_name(stream, node).unwrap_or_default();
    let Some(cluster) = run.engine.cluster(&name) else {
        upstream::look_for_mirrors(run, stream, action);
        return refuse::unknown_cluster(run, action, &name).map(Routed::Reply);
    };
    run.meet(&cluster.unmodelled);
    run.owned_by(&cluster.owners);
    run.step(|| {
        let words = format!("{}, {}", cluster.config.type_word(), cluster.config.lb_policy.word());
        Step::new(Stage::Cluster, &cluster.config.name)
            .because(words)
            .owned_by(cluster.owners.clone())
            .at(At::Cluster(cluster.config.name.clone()))
    });
    if let Some(reply) = refuse::by_cluster(run, &cluster, action) {
        return Ok(Routed::Reply(reply));
    }
    let criteria = metadata_criteria(action, selected.weighted);
    let target = match upstream::pick(run, stream, &cluster, &criteria)? {
        upstream::Picked::None(why) => return Ok(Routed::Reply(refuse::no_host(run, &why))),
        upstream::Picked::Target(target) => *target,
    };
    finalize::request(run, stream, node, host, action, config);
    upstream::forward(run, stream, (node, host), action, target, asked)?;
    Ok(Routed::Forwarded)
}

/// The cluster of a route: its own, the picked weighted one, or the one that a header names.
pub fn cluster_name(stream: &Stream, node: &RouteNode) -> Option<String> {
    let action = node.config.route.as_ref()?;
    let by_header =
        |header: &str| stream.head.values(&header.to_ascii_lowercase()).first().map(|value| (*value).to_owned());
    if let Some(weighted) = &action.weighted_clusters {
        let cluster = weighted.clusters.get(stream.route?.weighted?)?;
        return if cluster.name.is_empty() { by_header(&cluster.cluster_header) } else { Some(cluster.name.clone()) };
    }
    action.cluster.clone().or_else(|| by_header(action.cluster_header.as_ref()?))
}

/// `metadata_match` of the route, with that of the weighted cluster over it.
fn metadata_criteria(action: &RouteAction, weighted: Option<usize>) -> Map<String, Value> {
    let of = |metadata: Option<&crate::model::envoy::metadata::Metadata>| {
        metadata.and_then(|metadata| metadata.get::<Map<String, Value>>("envoy.lb")).unwrap_or_default()
    };
    let mut criteria = of(action.metadata_match.as_ref());
    let cluster = weighted.and_then(|index| action.weighted_clusters.as_ref()?.clusters.get(index));
    criteria.extend(of(cluster.and_then(|cluster| cluster.metadata_match.as_ref())));
    criteria
}
