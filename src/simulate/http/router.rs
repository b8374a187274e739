//! The router: from a route to an answer or an endpoint.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::header_ops::Level;
use super::headers::Headers;
use super::route::RouteNode;
use super::route_table::VirtualHostNode;
use super::stream::Stream;
use super::{redirect, rewrite, timeout, upstream};
use crate::model::dump::Section;
use crate::model::envoy::route_action::{Redirect, RouteAction};
use crate::simulate::asked::Asked;
use crate::simulate::choice::ForkKind;
use crate::simulate::filter::router::RouterConfig;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};
use crate::simulate::upstream::cluster::ClusterNode;

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
        return Ok(Routed::Reply(no_route()));
    };
    let table = stream.table.clone();
    let Some(host) = table.as_ref().and_then(|table| table.hosts.get(selected.host)) else {
        return Ok(Routed::Reply(no_route()));
    };
    let Some(node) = selected.route.and_then(|route| host.routes().nodes.get(route)) else {
        let location = redirect::to_https(&stream.head);
        run.step(|| {
            Step::new(Stage::Route, "require_tls").because("the virtual host sends plaintext requests to https")
        });
        return Ok(Routed::Reply(redirect_reply(301, location)));
    };
    if let Some(action) = &node.config.redirect {
        return redirect_by(run, stream, node, host, action);
    }
    if let Some(direct) = &node.config.direct_response {
        return direct_reply(run, stream, node, host, direct);
    }
    let Some(action) = &node.config.route else {
        if node.config.non_forwarding_action.is_some() {
            return Ok(Routed::Reply(no_cluster(503, "")));
        }
        return run.end_unknown(vec![format!("the action of route {} is not modelled", node.id)]);
    };
    if action.cluster_specifier_plugin.is_some() || action.inline_cluster_specifier_plugin.is_some() {
        return run
            .end_unknown(vec![format!("route {} takes its cluster from a plugin, which is not modelled", node.id)]);
    }
    let name = cluster_name(stream, node).unwrap_or_default();
    let Some(cluster) = run.engine.cluster(&name) else {
        return unknown_cluster(run, action, &name);
    };
    run.meet(&cluster.unmodelled);
    run.owned_by(&cluster.owners);
    run.step(|| {
        let words = format!("{}, {}", cluster.config.type_word(), cluster.config.lb_policy.word());
        Step::new(Stage::Cluster, &cluster.config.name).because(words).owned_by(cluster.owners.clone())
    });
    if let Some(reply) = refused_by_cluster(run, &cluster, action) {
        return Ok(Routed::Reply(reply));
    }
    let criteria = metadata_criteria(action, selected.weighted);
    let target = match upstream::pick(run, stream, &cluster, &criteria)? {
        upstream::Picked::None(why) => return Ok(Routed::Reply(no_host(run, &why))),
        upstream::Picked::Target(target) => target,
    };
    change_request(run, stream, node, host, action, config);
    upstream::forward(run, stream, node, action, target, asked)?;
    Ok(Routed::Forwarded)
}

fn no_route() -> LocalReply {
    LocalReply {
        disposition: Disposition::NoRoute,
        code: 404,
        flags: vec![Flag::Nr],
        details: "route_not_found".to_owned(),
        ..LocalReply::default()
    }
}

fn redirect_reply(code: u16, location: String) -> LocalReply {
    LocalReply {
        disposition: Disposition::Redirect,
        code,
        details: "direct_response".to_owned(),
        headers: vec![("location".to_owned(), location)],
        ..LocalReply::default()
    }
}

fn redirect_by(
    run: &mut Run,
    stream: &mut Stream,
    node: &RouteNode,
    host: &VirtualHostNode,
    action: &Redirect,
) -> Flow<Routed> {
    match redirect::location(action, &stream.head, &node.matches.path) {
        Ok(location) => {
            let mut reply = redirect_reply(action.status(), location);
            add_response_headers(run, stream, node, host, &mut reply);
            Ok(Routed::Reply(reply))
        }
        Err(why) => run.end_unknown(vec![format!("route {}: {why}", node.id)]),
    }
}

fn direct_reply(
    run: &mut Run,
    stream: &mut Stream,
    node: &RouteNode,
    host: &VirtualHostNode,
    direct: &crate::model::envoy::route_action::DirectResponse,
) -> Flow<Routed> {
    if direct.body_format.is_some() {
        run.undetermined(format!("route {}: the body_format of its direct response is not modelled", node.id));
    }
    let body = direct.body.as_ref().map(|body| {
        if !body.filename.is_empty() {
            format!("(the file {})", body.filename)
        } else if body.inline_string.is_empty() && !body.inline_bytes.is_empty() {
            format!("(base64 {})", body.inline_bytes)
        } else {
            body.inline_string.clone()
        }
    });
    let mut reply = LocalReply {
        disposition: Disposition::DirectResponse,
        code: u16::try_from(direct.status.0).unwrap_or(500),
        details: "direct_response".to_owned(),
        body: body.unwrap_or_default(),
        ..LocalReply::default()
    };
    add_response_headers(run, stream, node, host, &mut reply);
    Ok(Routed::Reply(reply))
}

/// Redirects and direct responses carry the response headers of their route.
fn add_response_headers(
    run: &mut Run,
    stream: &Stream,
    node: &RouteNode,
    host: &VirtualHostNode,
    reply: &mut LocalReply,
) {
    let mut headers = Headers::default();
    for (name, value) in reply.headers.drain(..) {
        headers.add(name, value);
    }
    change_response(run, stream, node, host, &mut headers);
    reply.headers = headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
}

fn no_cluster(code: u16, _name: &str) -> LocalReply {
    LocalReply {
        disposition: Disposition::NoCluster,
        code,
        flags: vec![Flag::Nc],
        details: "cluster_not_found".to_owned(),
        ..LocalReply::default()
    }
}

fn unknown_cluster(run: &mut Run, action: &RouteAction, name: &str) -> Flow<Routed> {
    if !run.engine.proxy.dump.has(Section::Clusters) {
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
    Ok(Routed::Reply(no_cluster(code, name)))
}

fn no_host(run: &mut Run, why: &str) -> LocalReply {
    run.step_with_evidence(|| Step::new(Stage::Endpoint, "none").because(why).mood(Mood::Fails));
    LocalReply {
        disposition: Disposition::NoHost,
        code: 503,
        flags: vec![Flag::Uh],
        details: "no_healthy_upstream".to_owned(),
        body: "no healthy upstream".to_owned(),
        ..LocalReply::default()
    }
}

/// The cluster of a route: its own, the picked weighted one, or the one that a header names.
fn cluster_name(stream: &Stream, node: &RouteNode) -> Option<String> {
    let action = node.config.route.as_ref()?;
    let by_header =
        |header: &str| stream.head.values(&header.to_ascii_lowercase()).first().map(|value| (*value).to_owned());
    if let Some(weighted) = &action.weighted_clusters {
        let cluster = weighted.clusters.get(stream.route?.weighted?)?;
        return if cluster.name.is_empty() { by_header(&cluster.cluster_header) } else { Some(cluster.name.clone()) };
    }
    action.cluster.clone().or_else(|| by_header(action.cluster_header.as_ref()?))
}

/// Maintenance mode, drops and closed circuit breakers.
fn refused_by_cluster(run: &mut Run, cluster: &Arc<ClusterNode>, action: &RouteAction) -> Option<LocalReply> {
    let name = &cluster.config.name;
    let unavailable = |disposition, flag, details: &str, body: &str| LocalReply {
        disposition,
        code: 503,
        flags: vec![flag],
        details: details.to_owned(),
        body: body.to_owned(),
        ..LocalReply::default()
    };
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
    let priority = if action.priority.is_empty() { "DEFAULT" } else { &action.priority };
    let threshold =
        cluster.config.circuit_breakers.thresholds.iter().find(|threshold| {
            threshold.priority == priority || threshold.priority.is_empty() && priority == "DEFAULT"
        })?;
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

/// Headers, host, path and timeouts of the request as it goes upstream (`RouteEntry::finalizeRequestHeaders`).
fn change_request(
    run: &mut Run,
    stream: &mut Stream,
    node: &RouteNode,
    host: &VirtualHostNode,
    action: &RouteAction,
    config: &RouterConfig,
) {
    let timeouts = timeout::apply(&mut stream.head, action, config.suppress_envoy_headers);
    run.notes.remark(|| {
        let words = |duration: std::time::Duration| {
            if duration.is_zero() { "none".to_owned() } else { format!("{duration:?}") }
        };
        let retries = action.retry_policy.as_ref().or(host.config.retry_policy.as_ref());
        let retries = retries.map_or_else(
            || "no retries".to_owned(),
            |policy| format!("{} retries on {}", policy.num_retries.unwrap_or(1), policy.retry_on),
        );
        format!("timeout {}, {retries}", words(timeouts.total))
    });
    let table = stream.table.clone();
    let mut headers = std::mem::take(&mut stream.head.headers);
    let mut unknown = Vec::new();
    for level in levels(stream, node, host, table.as_deref()) {
        // Formats see the headers as they were when the level began.
        stream.head.headers = headers.clone();
        unknown.extend(level.change_request(&mut headers, &stream.source()));
    }
    stream.head.headers = headers;
    for command in unknown {
        run.undetermined(format!("route {}: the format command {command} is not modelled", node.id));
    }
    let weighted_host = stream
        .route
        .and_then(|selected| selected.weighted)
        .and_then(|index| action.weighted_clusters.as_ref()?.clusters.get(index));
    let weighted_host = weighted_host.map_or("", |cluster| cluster.host_rewrite_literal.as_str());
    if let Err(why) = rewrite::request(&mut stream.head, action, &node.matches.path, weighted_host) {
        run.undetermined(format!("route {}: {why}", node.id));
    }
    if host.config.include_request_attempt_count {
        stream.head.headers.set("x-envoy-attempt-count", "1");
    }
}

/// The levels whose header operations apply, in the order in which they run: by default the table's come last and win.
fn levels<'c>(
    stream: &Stream,
    node: &'c RouteNode,
    host: &'c VirtualHostNode,
    table: Option<&'c super::route_table::RouteTable>,
) -> Vec<Level<'c>> {
    let weighted = stream
        .route
        .and_then(|selected| selected.weighted)
        .and_then(|index| node.config.route.as_ref()?.weighted_clusters.as_ref()?.clusters.get(index));
    let mut levels: Vec<Level> = Vec::with_capacity(4);
    if let Some(cluster) = weighted {
        levels.push(Level::new(
            &cluster.request_headers_to_add,
            &cluster.request_headers_to_remove,
            &cluster.response_headers_to_add,
            &cluster.response_headers_to_remove,
        ));
    }
    let route = &node.config;
    levels.push(Level::new(
        &route.request_headers_to_add,
        &route.request_headers_to_remove,
        &route.response_headers_to_add,
        &route.response_headers_to_remove,
    ));
    let host = &host.config;
    levels.push(Level::new(
        &host.request_headers_to_add,
        &host.request_headers_to_remove,
        &host.response_headers_to_add,
        &host.response_headers_to_remove,
    ));
    if let Some(table) = table {
        let config = &table.config;
        levels.push(Level::new(
            &config.request_headers_to_add,
            &config.request_headers_to_remove,
            &config.response_headers_to_add,
            &config.response_headers_to_remove,
        ));
        if config.most_specific_header_mutations_wins {
            levels.reverse();
        }
    }
    levels
}

fn change_response(run: &mut Run, stream: &Stream, node: &RouteNode, host: &VirtualHostNode, headers: &mut Headers) {
    let table = stream.table.clone();
    for level in levels(stream, node, host, table.as_deref()) {
        for command in level.change_response(headers, &stream.source()) {
            run.undetermined(format!("route {}: the format command {command} is not modelled", node.id));
        }
    }
}

/// The headers that the proxy adds to the answer of an endpoint.
pub fn response_headers(run: &mut Run, stream: &Stream) -> Headers {
    let mut headers = Headers::default();
    let (Some(node), Some(host)) = (stream.route_node(), stream.host_node()) else {
        return headers;
    };
    change_response(run, stream, node, host, &mut headers);
    if host.config.include_attempt_count_in_response {
        headers.set("x-envoy-attempt-count", "1");
    }
    for (name, value) in stream.noted.iter().filter(|(name, _)| *name == "set-cookie") {
        headers.add(*name, value.clone());
    }
    headers
}

/// Puts the headers of a forwarded answer into the outcome.
pub fn conclude(run: &mut Run, headers: Headers) {
    for (name, value) in headers.iter() {
        let joined = run.outcome.response.headers.entry(name.to_owned()).or_default();
        if !joined.is_empty() {
            joined.push(',');
        }
        joined.push_str(value);
    }
}
