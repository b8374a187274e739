//! `istio.alpn`: the protocols that the connection to the endpoint offers, by which the next proxy tells a peer in the
//! mesh, and what it speaks.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::simulate::http::router;
use crate::simulate::http::stream::Stream;
use crate::simulate::run::{Flow, Run};
use crate::simulate::state::{Fact, Reach};
use crate::simulate::upstream::protocol::UpstreamProtocol;

/// Message types.
pub const TYPES: &[&str] = &["istio.envoy.config.filter.http.alpn.v2alpha1.FilterConfig"];

/// The filter state that Envoy's upstream TLS takes its protocols from (`ApplicationProtocols::key`).
pub const APPLICATION_PROTOCOLS: &str = "envoy.network.application_protocols";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    alpn_override: Vec<Override>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Override {
    /// `HTTP10` (and absent), `HTTP11`, `HTTP2`.
    upstream_protocol: String,
    alpn_override: Vec<String>,
}

#[derive(Debug)]
struct Alpn(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    Ok(Box::new(Alpn(config.read(unmodelled)?)))
}

impl HttpFilter for Alpn {
    /// `AlpnFilter::decodeHeaders`: by what the cluster of the route speaks; a cluster may ask to be left alone.
    fn on_request(&self, _: &str, run: &mut Run, stream: &mut Stream, _: &Levels) -> Flow<Verdict> {
        let cluster = stream.route_node().and_then(|node| router::cluster_name(stream, node));
        let Some(cluster) = cluster.and_then(|name| run.engine.cluster(&name)) else {
            return Ok(Verdict::Continue);
        };
        let istio = cluster.config.metadata.value("istio");
        if istio.is_some_and(|istio| istio.get("alpn_override").and_then(serde_json::Value::as_str) == Some("false")) {
            return Ok(Verdict::Continue);
        }
        let speaks = match cluster.protocol {
            UpstreamProtocol::Http2 | UpstreamProtocol::Http3 => "HTTP2",
            UpstreamProtocol::Downstream if stream.protocol == "HTTP/2" => "HTTP2",
            UpstreamProtocol::Http1 | UpstreamProtocol::Downstream | UpstreamProtocol::Auto => "HTTP11",
        };
        if let Some(found) = self.0.alpn_override.iter().find(|found| found.upstream_protocol == speaks) {
            let fact = Fact { text: found.alpn_override.join(","), reach: Reach::Here };
            stream.connection.filter_state.insert(APPLICATION_PROTOCOLS.to_owned(), fact);
        }
        Ok(Verdict::Continue)
    }
}
