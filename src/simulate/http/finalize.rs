//! What routes, virtual hosts and tables do to the headers of requests and answers.

use super::header_ops::Level;
use super::headers::Headers;
use super::route::RouteNode;
use super::route_table::{RouteTable, VirtualHostNode};
use super::stream::Stream;
use super::{rewrite, timeout};
use crate::model::envoy::route_action::RouteAction;
use crate::simulate::filter::router::RouterConfig;
use crate::simulate::run::Run;

/// Headers, host, path and timeouts of the request as it goes upstream (`RouteEntry::finalizeRequestHeaders`).
///
/// What is not modelled of it makes the verdict uncertain.
pub fn request(
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
    table: Option<&'c RouteTable>,
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

/// Header operations on an answer (`RouteEntry::finalizeResponseHeaders`): also on answers of the proxy itself.
pub fn response(run: &mut Run, stream: &Stream, headers: &mut Headers) {
    let (Some(node), Some(host)) = (stream.route_node(), stream.host_node()) else {
        return;
    };
    let table = stream.table.clone();
    for level in levels(stream, node, host, table.as_deref()) {
        for command in level.change_response(headers, &stream.source()) {
            run.undetermined(format!("route {}: the format command {command} is not modelled", node.id));
        }
    }
}

/// The headers that the proxy adds to the answer of an endpoint.
pub fn forwarded_response(run: &mut Run, stream: &Stream) -> Headers {
    let mut headers = Headers::default();
    let Some(host) = stream.host_node() else {
        return headers;
    };
    response(run, stream, &mut headers);
    if host.config.include_attempt_count_in_response {
        headers.set("x-envoy-attempt-count", "1");
    }
    for (name, value) in stream.noted.iter().filter(|(name, _)| *name == "set-cookie") {
        headers.add(*name, value.clone());
    }
    headers
}
