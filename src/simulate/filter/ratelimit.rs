//! The global rate limit: a service that counts.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::chain::{HttpFilter, Verdict};
use super::http_status::HttpStatus;
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::model::envoy::route_config::HeaderOption;
use crate::model::envoy::scalar::RuntimeFraction;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::http::header_ops::change;
use crate::simulate::http::headers::Headers;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.ratelimit.v3.RateLimit", "envoy.config.filter.http.rate_limit.v2.RateLimit"];

/// `RateLimit`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    domain: String,
    failure_mode_deny: bool,
    disable_x_envoy_ratelimited_header: bool,
    rate_limited_as_resource_exhausted: bool,
    rate_limits: Vec<Map<String, Value>>,
    rate_limited_status: HttpStatus,
    status_on_error: HttpStatus,
    response_headers_to_add: Vec<HeaderOption>,
    filter_enabled: Option<RuntimeFraction>,
    filter_enforced: Option<RuntimeFraction>,
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute"],
    compile: per_route,
};

/// `RateLimitPerRoute`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PerRoute {
    rate_limits: Vec<Map<String, Value>>,
    domain: String,
}

#[derive(Debug)]
struct RateLimit(Config);

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    Ok(Box::new(config.read::<PerRoute>(unmodelled)?))
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(RateLimit(decoded)))
}

impl HttpFilter for RateLimit {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let per_route = levels.most_specific::<PerRoute>();
        let host = stream.host_node().is_some_and(|host| !host.config.rate_limits.is_empty());
        let action = stream.route_node().and_then(|node| node.config.route.as_ref());
        let has_limits = !self.0.rate_limits.is_empty()
            || host
            || action.is_some_and(|action| !action.rate_limits.is_empty())
            || per_route.is_some_and(|route| !route.rate_limits.is_empty());
        if !has_limits {
            run.step(|| Step::new(Stage::HttpFilter, name).because("the route names nothing to count"));
            return Ok(Verdict::Continue);
        }
        let runtime = &run.engine.runtime;
        let always = (1, 1);
        let enabled = self.0.filter_enabled.as_ref().map_or(always, |fraction| runtime.fraction(fraction));
        let enforced = self.0.filter_enforced.as_ref().map_or(always, |fraction| runtime.fraction(fraction));
        if !run.by_chance(ForkKind::Filter, || name.to_owned(), "counted", "not counted", enabled)
            || !run.by_chance(ForkKind::Filter, || format!("{name} enforcement"), "enforced", "not enforced", enforced)
        {
            return Ok(Verdict::Continue);
        }
        let own = per_route.map(|route| &route.domain).filter(|domain| !domain.is_empty());
        let domain = own.unwrap_or(&self.0.domain);
        let failing = if self.0.failure_mode_deny {
            "denied where the service fails"
        } else {
            "let through where the service fails"
        };
        let answers: &[&str] = if self.0.failure_mode_deny {
            &[WITHIN_LIMIT, "over the limit", "service fails"]
        } else {
            &[WITHIN_LIMIT, "over the limit"]
        };
        match run.by_state(ForkKind::Answer, || name.to_owned(), answers) {
            0 => {
                run.step(|| {
                    Step::new(Stage::HttpFilter, name)
                        .because(format!("if the rate limit service (domain {domain}) agrees; {failing}"))
                });
                Ok(Verdict::Continue)
            }
            1 => {
                run.step(|| {
                    Step::new(Stage::HttpFilter, format!("{name} refuses"))
                        .because(format!("if the rate limit service (domain {domain}) says so"))
                        .mood(Mood::Fails)
                });
                let mut headers = Headers::default();
                if !self.0.disable_x_envoy_ratelimited_header {
                    headers.add("x-envoy-ratelimited", "true");
                }
                change(&mut headers, &self.0.response_headers_to_add, &[], &stream.source());
                Ok(Verdict::Reply(LocalReply {
                    disposition: Disposition::RateLimited,
                    code: self.0.rate_limited_status.code.number().filter(|code| *code >= 400).unwrap_or(429),
                    flags: vec![Flag::Rl],
                    details: "request_rate_limited".to_owned(),
                    headers: headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
                    grpc_status: self.0.rate_limited_as_resource_exhausted.then_some(8),
                    ..LocalReply::default()
                }))
            }
            _ => {
                run.step(|| {
                    Step::new(Stage::HttpFilter, format!("{name} fails"))
                        .because("if the rate limit service fails")
                        .mood(Mood::Fails)
                });
                Ok(Verdict::Reply(LocalReply {
                    disposition: Disposition::RateLimited,
                    code: self.0.status_on_error.code.number().unwrap_or(500),
                    flags: vec![Flag::Rlse],
                    details: "rate_limiter_error".to_owned(),
                    ..LocalReply::default()
                }))
            }
        }
    }
}
