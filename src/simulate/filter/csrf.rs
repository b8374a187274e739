//! CSRF: requests that change something must come from the same site.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::base::evidence::Truth;
use crate::base::field::Field;
use crate::model::any::TypedConfig;
use crate::model::envoy::scalar::RuntimeFraction;
use crate::model::envoy::string_match::StringMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.csrf.v3.CsrfPolicy", "envoy.config.filter.http.csrf.v2.CsrfPolicy"];

/// `CsrfPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Policy {
    filter_enabled: RuntimeFraction,
    shadow_enabled: Option<RuntimeFraction>,
    additional_origins: Vec<StringMatcher>,
}

#[derive(Debug)]
struct Csrf {
    policy: Policy,
    additional: Vec<StringMatch>,
}

impl Csrf {
    fn new(policy: Policy) -> Self {
        Self { additional: policy.additional_origins.iter().map(StringMatch::new).collect(), policy }
    }
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Policy = config.read(unmodelled)?;
    Ok(Box::new(Csrf::new(decoded)))
}

/// What routes say to it: a policy instead of the filter's.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.csrf.v3.CsrfPolicy", "envoy.config.filter.http.csrf.v2.CsrfPolicy"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: Policy = config.read(unmodelled)?;
    Ok(Box::new(Csrf::new(decoded)))
}

impl HttpFilter for Csrf {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let policy = levels.most_specific::<Self>().unwrap_or(self);
        if !matches!(stream.head.method.as_str(), "POST" | "PUT" | "DELETE" | "PATCH") {
            return Ok(Verdict::Continue);
        }
        let fraction = run.engine.runtime.fraction(&policy.policy.filter_enabled);
        if !run.by_chance(ForkKind::Filter, || name.to_owned(), "checked", "not checked", fraction) {
            return Ok(Verdict::Continue);
        }
        let source = ["origin", "referer"]
            .into_iter()
            .filter_map(|header| stream.head.headers.get(header))
            .find(|value| !value.is_empty());
        let source = source.map(host_and_port).unwrap_or_default().to_owned();
        let target = stream.head.authority.clone().unwrap_or_default();
        let same = !source.is_empty() && source == host_and_port(&target);
        let allowed = Truth::any(
            [Truth::from(same)]
                .into_iter()
                .chain(policy.additional.iter().map(|allowed| allowed.matches(&source, &mut run.notes))),
            |truth| truth,
        );
        run.notes.fact_on(
            || Some(Field::header("origin")),
            allowed,
            || {
                (
                    format!("origin: {target}"),
                    if source.is_empty() { "the request has none".to_owned() } else { format!("it is {source}") },
                )
            },
        );
        match allowed {
            Truth::Yes => Ok(Verdict::Continue),
            Truth::Unknown => run.end_unknown_by_notes(),
            Truth::No => {
                run.step_with_evidence(|| Step::new(Stage::HttpFilter, format!("{name} denies")).mood(Mood::Fails));
                Ok(Verdict::Reply(LocalReply {
                    disposition: Disposition::Other,
                    code: 403,
                    details: "csrf_origin_mismatch".to_owned(),
                    body: "Invalid origin".to_owned(),
                    ..LocalReply::default()
                }))
            }
        }
    }
}

/// The host and port of a URL, or the text itself.
fn host_and_port(text: &str) -> &str {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}
