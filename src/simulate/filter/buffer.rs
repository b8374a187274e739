//! Buffering: only a body can exceed its limit, and a request that is asked about has none.

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.buffer.v3.Buffer", "envoy.config.filter.http.buffer.v2.Buffer"];

/// `Buffer`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Config {
    max_request_bytes: Option<u64>,
}

/// What routes say to it: another limit, or none.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &[
        "envoy.extensions.filters.http.buffer.v3.BufferPerRoute",
        "envoy.config.filter.http.buffer.v2.BufferPerRoute",
    ],
    compile: per_route,
};

/// `BufferPerRoute`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct PerRoute {
    disabled: bool,
    buffer: Config,
}

#[derive(Debug)]
struct Buffer(Config);

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    Ok(Box::new(config.read::<PerRoute>(unmodelled)?))
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(Buffer(decoded)))
}

impl HttpFilter for Buffer {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let config = match levels.most_specific::<PerRoute>() {
            Some(route) if route.disabled => return Ok(Verdict::Continue),
            Some(route) => &route.buffer,
            None => &self.0,
        };
        let limit = config.max_request_bytes.unwrap_or(u64::MAX);
        let announced =
            stream.head.headers.get("content-length").and_then(|length| length.parse::<u64>().ok()).unwrap_or(0);
        if announced <= limit {
            return Ok(Verdict::Continue);
        }
        run.step(|| {
            Step::new(Stage::HttpFilter, format!("{name} refuses"))
                .because(format!("a body of {announced} bytes, more than {limit}"))
                .mood(Mood::Fails)
        });
        Ok(Verdict::Reply(LocalReply {
            disposition: Disposition::Other,
            code: 413,
            details: "request_payload_too_large".to_owned(),
            body: "Payload Too Large".to_owned(),
            ..LocalReply::default()
        }))
    }
}
