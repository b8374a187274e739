//! Health checks that the proxy answers itself.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::base::evidence::Truth;
use crate::model::any::TypedConfig;
use crate::model::envoy::scalar::Percent;
use crate::model::envoy::string_match::HeaderMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::header::HeaderMatch;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &[
    "envoy.extensions.filters.http.health_check.v3.HealthCheck",
    "envoy.config.filter.http.health_check.v2.HealthCheck",
];

/// `HealthCheck`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    pass_through_mode: bool,
    cluster_min_healthy_percentages: BTreeMap<String, Percent>,
    headers: Vec<HeaderMatcher>,
}

#[derive(Debug)]
struct HealthCheck {
    config: Config,
    headers: Vec<HeaderMatch>,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(HealthCheck { headers: decoded.headers.iter().map(HeaderMatch::new).collect(), config: decoded }))
}

impl HttpFilter for HealthCheck {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, _: &Levels) -> Flow<Verdict> {
        let lines = run.engine.runtime.header_lines();
        match Truth::all(&self.headers, |header| header.matches(&stream.head, lines, &mut run.notes)) {
            Truth::No => {
                run.notes.take_evidence();
                return Ok(Verdict::Continue);
            }
            Truth::Unknown => return run.end_unknown_by_notes(),
            Truth::Yes => {}
        }
        if self.config.pass_through_mode {
            run.step_with_evidence(|| {
                Step::new(Stage::HttpFilter, name).because("a health check; it goes on to the application")
            });
            return Ok(Verdict::Continue);
        }
        let depends = !self.config.cluster_min_healthy_percentages.is_empty();
        let healthy = !depends || run.by_state(ForkKind::Answer, || name.to_owned(), &["healthy", "unhealthy"]) == 0;
        run.step_with_evidence(|| {
            Step::new(Stage::HttpFilter, format!("{name} answers")).because("a health check").mood(Mood::Ends)
        });
        Ok(Verdict::Reply(LocalReply {
            disposition: Disposition::Other,
            code: if healthy { 200 } else { 503 },
            details: if healthy { "health_check_ok" } else { "health_check_failed" }.to_owned(),
            ..LocalReply::default()
        }))
    }
}
