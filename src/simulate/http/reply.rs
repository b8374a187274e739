//! Answers that a proxy gives itself (`FilterManager::sendLocalReply`).

use super::finalize;
use super::headers::Headers;
use super::stream::Stream;
use crate::simulate::outcome::LocalReply;
use crate::simulate::run::Run;

/// The headers of a local reply, before response filters. A route's header operations run on it too: before the reply's
/// own headers, or after them where the route itself answers.
pub fn headers(run: &mut Run, reply: &LocalReply, stream: &Stream) -> Headers {
    if reply.written_by.is_some() {
        return codec_headers(reply);
    }
    let mut headers = Headers::default();
    let answers = stream.route_node().is_some_and(|node| node.config.route.is_none());
    if !answers {
        finalize::response(run, stream, &mut headers);
    }
    add_own(&mut headers, reply);
    if answers {
        finalize::response(run, stream, &mut headers);
    }
    describe_body(&mut headers, reply, stream.grpc);
    headers
}

/// The headers of a reply that no route changes: the codec gives it, or a filter writes it.
pub fn codec_headers(reply: &LocalReply) -> Headers {
    let mut headers = Headers::default();
    add_own(&mut headers, reply);
    describe_body(&mut headers, reply, false);
    headers
}

fn add_own(headers: &mut Headers, reply: &LocalReply) {
    for (name, value) in &reply.headers {
        headers.add(name.clone(), value.clone());
    }
}

fn describe_body(headers: &mut Headers, reply: &LocalReply, grpc: bool) {
    if grpc {
        headers.set("content-type", "application/grpc");
        headers.set("grpc-status", reply.grpc_status.unwrap_or_else(|| grpc_status(reply.code)).to_string());
        if !reply.body.is_empty() {
            headers.set("grpc-message", reply.body.clone());
        }
    } else if !reply.body.is_empty() && !headers.has("content-type") {
        headers.set("content-type", "text/plain");
    }
}

/// Puts a reply and its headers, as the filters left them, into the outcome.
pub fn conclude(run: &mut Run, stream: Option<&Stream>, reply: LocalReply, mut headers: Headers, server_name: &str) {
    let grpc = stream.is_some_and(|stream| stream.grpc);
    headers.set("server", if server_name.is_empty() { "envoy" } else { server_name });
    let outcome = &mut run.outcome;
    outcome.disposition = reply.disposition;
    // gRPC clients read the status out of the trailers.
    outcome.code = if grpc { 200 } else { reply.code };
    outcome.flags.extend(reply.flags);
    outcome.details = Some(reply.details);
    outcome.response.set(&headers);
    let is_head = stream.is_some_and(|stream| stream.head.method == "HEAD");
    if !reply.body.is_empty() && !grpc && !is_head {
        outcome.response.body = Some(reply.body);
    }
}

/// `Grpc::Utility::httpToGrpcStatus`.
fn grpc_status(code: u16) -> u16 {
    match code {
        400 => 13,
        401 => 16,
        403 => 7,
        404 => 12,
        429 | 502 | 503 | 504 => 14,
        _ => 2,
    }
}
