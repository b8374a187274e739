//! The request on its way to an endpoint: which one, over what, and as what.

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::hash;
use super::route::RouteNode;
use super::route_table::VirtualHostNode;
use super::stream::Stream;
use super::{arrive, rewrite};
use crate::model::envoy::route_action::{MirrorPolicy, RouteAction};
use crate::simulate::asked::Asked;
use crate::simulate::choice::ForkKind;
use crate::simulate::departure::{Carried, Departure};
use crate::simulate::filter::alpn::APPLICATION_PROTOCOLS;
use crate::simulate::internal;
use crate::simulate::outcome::{Disposition, UpstreamRequest};
use crate::simulate::request::{Protocol, Request};
use crate::simulate::retry::Retry;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Stage, Step};
use crate::simulate::upstream::cluster::ClusterNode;
use crate::simulate::upstream::pick::{self, Group, Wanted};
use crate::simulate::upstream::protocol::UpstreamProtocol;

/// What came of the search for an endpoint.
pub enum Picked {
    /// There is none, for this reason.
    None(String),
    /// These.
    Target(Box<Target>),
}

/// The endpoints that a request may go to; they differ in nothing but their addresses.
pub struct Target {
    cluster: Arc<ClusterNode>,
    group: Group,
}

/// Finds the endpoints of a cluster, and takes one of the groups that differ in more than their addresses.
///
/// # Errors
/// Where it cannot be told.
pub fn pick(run: &mut Run, stream: &Stream, cluster: &Arc<ClusterNode>, criteria: &Map<String, Value>) -> Flow<Picked> {
    let by_hostname =
        stream.route_node().and_then(|node| node.config.route.as_ref()).is_some_and(|action| action.auto_host_rewrite);
    let wanted = Wanted { criteria, destination: original_destination(stream, cluster), by_hostname };
    match pick::pick(run, cluster, &wanted)? {
        Err(why) => Ok(Picked::None(why)),
        Ok((cluster, group)) => Ok(Picked::Target(Box::new(Target { cluster, group }))),
    }
}

/// Where an `ORIGINAL_DST` cluster sends the request: a header or metadata may say so, else the restored address.
fn original_destination(stream: &Stream, cluster: &ClusterNode) -> Option<SocketAddr> {
    let config = cluster.config.original_dst_lb_config.as_ref();
    let by_header = config.filter(|config| config.use_http_header).and_then(|config| {
        let name = if config.http_header_name.is_empty() {
            "x-envoy-original-dst-host".to_owned()
        } else {
            config.http_header_name.to_ascii_lowercase()
        };
        stream.head.values(&name).first().and_then(|value| value.parse().ok())
    });
    by_header.or_else(|| pick::original_destination(stream.connection, &stream.metadata, cluster))
}

/// Sends the request: TLS, protocol, copies, and the request as the next hop sees it.
///
/// # Errors
/// Where a listener inside of the proxy takes over, or it cannot be told.
pub fn forward(
    run: &mut Run,
    stream: &mut Stream,
    (node, host): (&RouteNode, &VirtualHostNode),
    action: &RouteAction,
    target: Target,
    asked: &Asked,
) -> Flow {
    let Target { cluster, mut group } = target;
    if action.auto_host_rewrite && !group.hostname.is_empty() {
        rewrite::set_host(&mut stream.head, &group.hostname, action.append_x_forwarded_host);
    }
    let protocol = upstream_protocol(run, &cluster, asked.request.protocol);
    if let Some(reason) = doubtful_authority(stream, protocol) {
        return run.end_unknown(vec![reason]);
    }
    let sni = group.sni.clone().or_else(|| automatic_sni(stream, &cluster, &group));
    group.alpn = offered(stream, &group, protocol);
    pick::note_tls(run, &group, sni.as_deref());
    run.outcome.upstreams = group.upstreams();
    run.outcome.cluster =
        Some(node.config.route.as_ref().map_or_else(String::new, |_| run.outcome.cluster.clone().unwrap_or_default()));
    if let Some(inside) = &asked.inside
        && let Some(listener) = &group.internal
    {
        // A tunnel that ends here: what is inside goes on.
        return internal::enter(run, stream.connection, listener, &group, inside);
    }
    for policy in mirrors(stream, action) {
        mirror(run, stream, &policy);
    }
    hash::note_cookies(stream, action, &cluster);
    finish(run, stream, asked, &group, sni.clone(), protocol);
    if run.follows {
        let policy = action.retry_policy.as_ref().or(host.config.retry_policy.as_ref());
        let retry = Retry::of_request(policy, &cluster.config, &action.priority, hash::has_hash(stream, action));
        let http2 = matches!(protocol, UpstreamProtocol::Http2 | UpstreamProtocol::Http3);
        let carried = Carried::Http { head: stream.head.clone(), http2 };
        let alpn = group.alpn.clone();
        let departure = Departure::new(run.engine, &cluster, group, sni, alpn, carried, retry);
        let departure = departure.over(stream.connection);
        run.leaving = Some(Departure { claims_used: run.claims_used, ..departure });
    }
    Ok(())
}

/// The protocols that are offered: as a filter set them, as the cluster says, else the one that is spoken
/// (`TransportSocketOptions`: override, then the socket's own, then the fallback of the connection pool).
fn offered(stream: &Stream, group: &Group, protocol: UpstreamProtocol) -> Vec<String> {
    if !group.tls {
        return Vec::new();
    }
    if let Some(set) = stream.connection.filter_state.get(APPLICATION_PROTOCOLS) {
        return set.text.split(',').map(|name| name.trim().to_owned()).collect();
    }
    if !group.alpn.is_empty() {
        return group.alpn.clone();
    }
    let fallback: &[&str] = match protocol {
        UpstreamProtocol::Http2 => &["h2"],
        UpstreamProtocol::Http3 => &["h3"],
        UpstreamProtocol::Auto => &["h2", "http/1.1"],
        UpstreamProtocol::Http1 | UpstreamProtocol::Downstream => &["http/1.1"],
    };
    fallback.iter().map(|name| (*name).to_owned()).collect()
}

fn finish(
    run: &mut Run,
    stream: &mut Stream,
    asked: &Asked,
    group: &Group,
    sni: Option<String>,
    protocol: UpstreamProtocol,
) {
    let is_http2 = matches!(protocol, UpstreamProtocol::Http2 | UpstreamProtocol::Http3);
    let upgrade = stream.head.upgrade_type().is_some_and(|upgrade| upgrade != "CONNECT");
    if is_http2 && upgrade {
        // HTTP/2 carries the upgrade as an extended CONNECT; the next proxy writes the header anew.
        stream.head.headers.set("connection", "upgrade");
    }
    let has_body = asked.request.protocol == Protocol::Grpc;
    let bodiless = matches!(stream.head.method.as_str(), "GET" | "HEAD" | "DELETE" | "TRACE" | "CONNECT");
    // An upgrade has no end that a length could tell.
    if !is_http2 && !has_body && !bodiless && !upgrade && !stream.head.headers.has("content-length") {
        stream.head.headers.set("content-length", "0");
    }
    let outcome = &mut run.outcome;
    outcome.disposition = Disposition::Forwarded;
    // The application is taken to answer 200. To a WebSocket upgrade over HTTP/1 that means no; over HTTP/2, yes.
    (outcome.code, outcome.details) = match (upgrade, is_http2) {
        (true, true) => (101, Some("via_upstream".to_owned())),
        (true, false) => (200, Some("websocket_handshake_unsuccessful".to_owned())),
        (false, _) => (200, Some("via_upstream".to_owned())),
    };
    outcome.path.clone_from(&stream.head.path);
    outcome.authority = stream.head.authority.clone().filter(|host| !host.is_empty());
    outcome.upstream_request = Some(upstream_request(stream, &asked.request, group, sni, is_http2));
}

fn upstream_request(
    stream: &mut Stream,
    request: &Request,
    group: &Group,
    sni: Option<String>,
    is_http2: bool,
) -> UpstreamRequest {
    if is_http2 {
        stream.head.headers.join_cookies();
    }
    let stream = &*stream;
    let (added, removed) = difference(stream, request, is_http2);
    let (mut for_next_proxy, added): (Lines, Lines) =
        added.into_iter().partition(|(name, _)| arrive::is_internal_only(name));
    let mut removed = removed;
    // The next HTTP server answers 100 and takes the line off.
    if let Some(expect) = stream.head.headers.get("expect") {
        for_next_proxy.push(("expect".to_owned(), expect.to_owned()));
        removed.push(("expect".to_owned(), expect.to_owned()));
        removed.sort();
    }
    UpstreamRequest {
        method: Some(stream.head.method.clone()),
        authority: stream.head.authority.clone(),
        path: stream.head.path.clone(),
        scheme: Some(scheme(stream, group.tls, is_http2)),
        added,
        removed,
        for_next_proxy,
        tls: group.tls,
        sni,
    }
}

/// The scheme as the next hop takes it: HTTP/1 carries none, and `x-forwarded-proto` stands for it.
fn scheme(stream: &Stream, tls: bool, is_http2: bool) -> String {
    let forwarded = stream.head.headers.get("x-forwarded-proto").map(str::to_ascii_lowercase);
    match forwarded.filter(|scheme| !is_http2 && matches!(scheme.as_str(), "http" | "https")) {
        Some(scheme) => scheme,
        None if is_http2 => stream.head.scheme.clone(),
        None => if tls { "https" } else { "http" }.to_owned(),
    }
}

type Lines = Vec<(String, String)>;

/// Header lines that the client did not send, and lines of the client that are gone; sorted.
fn difference(stream: &Stream, request: &Request, is_http2: bool) -> (Lines, Lines) {
    let mut sent: Lines = request
        .headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned()))
        .collect();
    if request.protocol == Protocol::Grpc {
        sent.extend(
            [("content-type", "application/grpc"), ("te", "trailers")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
    }
    let mut added = Lines::new();
    for (name, value) in stream.head.headers.iter() {
        // Space around a value, which only HTTP/2 carries, is lost on the way over HTTP/1.
        let value = if is_http2 { value } else { value.trim_matches([' ', '\t']) };
        match sent.iter().position(|(known, text)| known == name && text == value) {
            Some(at) => {
                sent.swap_remove(at);
            }
            None => added.push((name.to_owned(), value.to_owned())),
        }
    }
    for (name, value) in added.iter_mut().chain(&mut sent) {
        if name == "x-request-id" {
            "*".clone_into(value);
        }
    }
    added.sort();
    sent.sort();
    (added, sent)
}

/// What the cluster speaks to this client's request.
fn upstream_protocol(run: &mut Run, cluster: &ClusterNode, downstream: Protocol) -> UpstreamProtocol {
    match cluster.protocol {
        UpstreamProtocol::Downstream if downstream.is_http2() => UpstreamProtocol::Http2,
        UpstreamProtocol::Downstream => UpstreamProtocol::Http1,
        UpstreamProtocol::Auto => {
            run.notes.remark(|| "HTTP/1 or HTTP/2, by what the endpoint agrees to".to_owned());
            UpstreamProtocol::Auto
        }
        known => known,
    }
}

/// HTTP/2 servers differ on hosts that are empty or hold credentials: many reset the stream.
fn doubtful_authority(stream: &Stream, protocol: UpstreamProtocol) -> Option<String> {
    let authority = stream.head.authority.as_deref()?;
    let doubtful = authority.is_empty() || authority.contains('@');
    (doubtful && protocol == UpstreamProtocol::Http2)
        .then(|| format!("HTTP/2 endpoints differ on the :authority {authority:?}: some reset the stream"))
}

/// `auto_sni` and its header, `auto_host_sni`.
fn automatic_sni(stream: &Stream, cluster: &ClusterNode, group: &Group) -> Option<String> {
    if !group.tls {
        return None;
    }
    let options = cluster.options.as_ref().map(|options| &options.upstream_http_protocol_options)?;
    if !options.auto_sni {
        return None;
    }
    let header = options.override_auto_sni_header.to_ascii_lowercase();
    let by_header =
        (!header.is_empty()).then(|| stream.head.values(&header).first().map(|value| (*value).to_owned())).flatten();
    let host = by_header.or_else(|| stream.head.authority.clone())?;
    let host =
        host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host.as_str(), |(host, _)| host);
    host.parse::<std::net::IpAddr>().is_err().then(|| host.to_owned())
}

/// Looks for the clusters of copies. A route whose own cluster was not read lacks these as well: they come with it, not one
/// answer later.
pub fn look_for_mirrors(run: &Run, stream: &Stream, action: &RouteAction) {
    for policy in mirrors(stream, action) {
        run.engine.cluster(&mirror_name(stream, &policy));
    }
}

/// The mirror policies of the most specific place that has any.
fn mirrors(stream: &Stream, action: &RouteAction) -> Vec<MirrorPolicy> {
    let of_host = stream.host_node().map(|host| &host.config.request_mirror_policies);
    let of_table = stream.table.as_ref().map(|table| &table.config.request_mirror_policies);
    let all = [Some(&action.request_mirror_policies), of_host, of_table];
    all.into_iter().flatten().find(|policies| !policies.is_empty()).cloned().unwrap_or_default()
}

fn mirror_name(stream: &Stream, policy: &MirrorPolicy) -> String {
    if !policy.cluster.is_empty() {
        return policy.cluster.clone();
    }
    let header = policy.cluster_header.to_ascii_lowercase();
    stream.head.values(&header).first().map(|value| (*value).to_owned()).unwrap_or_default()
}

/// A copy of the request, by the random number of the stream. Mirrors to unknown clusters are left out silently.
fn mirror(run: &mut Run, stream: &Stream, policy: &MirrorPolicy) {
    let name = mirror_name(stream, policy);
    if run.engine.cluster(&name).is_none() {
        run.step(|| {
            Step::new(Stage::Cluster, &name).because("mirror: the proxy has no such cluster, so nothing is copied")
        });
        return;
    }
    if let Some(fraction) = &policy.runtime_fraction {
        let fraction = run.engine.runtime.fraction(fraction);
        if !run.by_stream(ForkKind::Mirror, || name.clone(), "mirrored", "not mirrored", fraction) {
            return;
        }
    }
    run.step(|| Step::new(Stage::Cluster, &name).because("mirror: gets a copy; its answer is dropped"));
    if !run.outcome.shadows.contains(&name) {
        run.outcome.shadows.push(name);
        run.outcome.shadows.sort();
    }
}
