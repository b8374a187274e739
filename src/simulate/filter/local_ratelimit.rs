//! The local rate limit: a token bucket in the proxy.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::chain::{HttpFilter, Verdict};
use super::http_status::HttpStatus;
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::model::envoy::route_config::HeaderOption;
use crate::model::envoy::scalar::{ProtoDuration, RuntimeFraction};
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::http::header_ops::change;
use crate::simulate::http::headers::Headers;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit"];

/// `LocalRateLimit`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Config {
    status: HttpStatus,
    token_bucket: Option<TokenBucket>,
    filter_enabled: RuntimeFraction,
    filter_enforced: RuntimeFraction,
    response_headers_to_add: Vec<HeaderOption>,
    request_headers_to_add_when_not_enforced: Vec<HeaderOption>,
    descriptors: Vec<Map<String, Value>>,
    rate_limited_as_resource_exhausted: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct TokenBucket {
    max_tokens: u32,
    tokens_per_fill: Option<u32>,
    fill_interval: Option<ProtoDuration>,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(LocalRateLimit(decoded)))
}

/// What routes say to it: a limit instead of the filter's.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(LocalRateLimit(decoded)))
}

#[derive(Debug)]
struct LocalRateLimit(Config);

impl HttpFilter for LocalRateLimit {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let config = &levels.most_specific::<Self>().unwrap_or(self).0;
        let enabled = run.engine.runtime.fraction(&config.filter_enabled);
        if config.token_bucket.is_none() && config.descriptors.is_empty()
            || !run.by_chance(ForkKind::Filter, || name.to_owned(), "counted", "not counted", enabled)
        {
            return Ok(Verdict::Continue);
        }
        let bucket = config.token_bucket.as_ref().map_or_else(
            || "a bucket by descriptor".to_owned(),
            |bucket| {
                format!(
                    "a bucket of {}, {} every {}",
                    bucket.max_tokens,
                    bucket.tokens_per_fill.unwrap_or(1),
                    bucket.fill_interval.unwrap_or_default()
                )
            },
        );
        let empty = config.token_bucket.as_ref().is_some_and(|bucket| bucket.max_tokens == 0);
        if !empty && run.by_state(ForkKind::Limit, || name.to_owned(), &[WITHIN_LIMIT, "over the limit"]) == 0 {
            run.step(|| Step::new(Stage::HttpFilter, name).because(format!("if it holds a token: {bucket}")));
            return Ok(Verdict::Continue);
        }
        let enforced = run.engine.runtime.fraction(&config.filter_enforced);
        if !run.by_chance(ForkKind::Filter, || format!("{name} enforcement"), "enforced", "not enforced", enforced) {
            let mut headers = std::mem::take(&mut stream.head.headers);
            change(&mut headers, &config.request_headers_to_add_when_not_enforced, &[], &stream.source());
            stream.head.headers = headers;
            return Ok(Verdict::Continue);
        }
        run.step(|| {
            Step::new(Stage::HttpFilter, format!("{name} refuses"))
                .because(format!("if it is empty: {bucket}"))
                .mood(Mood::Fails)
        });
        let mut headers = Headers::default();
        change(&mut headers, &config.response_headers_to_add, &[], &stream.source());
        Ok(Verdict::Reply(LocalReply {
            disposition: Disposition::RateLimited,
            code: config.status.code.number().filter(|code| *code >= 400).unwrap_or(429),
            flags: vec![Flag::Rl],
            details: "local_rate_limited".to_owned(),
            body: "local_rate_limited".to_owned(),
            headers: headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            grpc_status: config.rate_limited_as_resource_exhausted.then_some(8),
            ..LocalReply::default()
        }))
    }
}
