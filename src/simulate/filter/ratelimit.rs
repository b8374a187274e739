//! The global rate limit: a service that counts.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::simulate::choice::ForkKind;
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
}

#[derive(Debug)]
struct RateLimit(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded = config.decode::<Config>().map_err(|error| error.to_string())?;
    unmodelled.extend(decoded.unmodelled);
    Ok(Box::new(RateLimit(decoded.value)))
}

impl HttpFilter for RateLimit {
    fn on_request(&self, name: &str, run: &mut Run, _: &mut Stream, _: &Levels) -> Flow<Verdict> {
        let domain = &self.0.domain;
        let failing = if self.0.failure_mode_deny {
            "denied where the service fails"
        } else {
            "let through where the service fails"
        };
        let answers: &[&str] = if self.0.failure_mode_deny {
            &["within the limit", "over the limit", "service fails"]
        } else {
            &["within the limit", "over the limit"]
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
                let headers = if self.0.disable_x_envoy_ratelimited_header {
                    Vec::new()
                } else {
                    vec![("x-envoy-ratelimited".to_owned(), "true".to_owned())]
                };
                Ok(Verdict::Reply(LocalReply {
                    disposition: Disposition::RateLimited,
                    code: 429,
                    flags: vec![Flag::Rl],
                    details: "request_rate_limited".to_owned(),
                    headers,
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
                    code: 500,
                    flags: vec![Flag::Rlse],
                    details: "rate_limiter_error".to_owned(),
                    ..LocalReply::default()
                }))
            }
        }
    }
}
