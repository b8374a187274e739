//! CORS: answers preflights, and marks the answers to requests of allowed origins.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::base::evidence::Truth;
use crate::base::field::Field;
use crate::model::any::TypedConfig;
use crate::model::envoy::scalar::RuntimeFraction;
use crate::model::envoy::string_match::StringMatcher;
use crate::simulate::http::headers::Headers;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.cors.v3.Cors", "envoy.config.filter.http.cors.v2.Cors"];

/// `CorsPolicy`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Policy {
    allow_origin_string_match: Vec<StringMatcher>,
    allow_methods: String,
    allow_headers: String,
    expose_headers: String,
    max_age: String,
    allow_credentials: Option<bool>,
    filter_enabled: Option<RuntimeFraction>,
    shadow_enabled: Option<RuntimeFraction>,
    allow_private_network_access: Option<bool>,
    forward_not_matching_preflights: Option<bool>,
}

#[derive(Debug)]
struct CorsPolicy {
    policy: Policy,
    origins: Vec<StringMatch>,
}

#[derive(Debug)]
struct Cors;

/// Makes the filter, which does nothing without a route's policy.
///
/// # Errors
/// Never: it has no configuration.
pub fn build(_: &TypedConfig, _: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    Ok(Box::new(Cors))
}

/// What routes say to it: the policy itself.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.cors.v3.CorsPolicy", "envoy.config.route.v3.CorsPolicy"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let policy = config.read::<Policy>(unmodelled)?;
    Ok(Box::new(CorsPolicy {
        origins: policy.allow_origin_string_match.iter().map(StringMatch::new).collect(),
        policy,
    }))
}

impl CorsPolicy {
    fn enabled(&self, run: &Run) -> bool {
        // Shares between none and all are not worth a fork: they only decide on headers of the answer.
        self.policy.filter_enabled.as_ref().is_none_or(|fraction| run.engine.runtime.fraction(fraction).0 > 0)
    }

    fn allows(&self, origin: &str, run: &mut Run) -> Truth {
        let any = |origin: &StringMatch| matches!(origin, StringMatch::Exact(text) if text.pattern == "*");
        if self.origins.iter().any(any) {
            return Truth::Yes;
        }
        Truth::any(&self.origins, |allowed| {
            let holds = allowed.matches(origin, &mut run.notes);
            run.notes.fact_on(
                || Some(Field::header("origin")),
                holds,
                || (format!("origin: {allowed}"), format!("it is {origin}")),
            )
        })
    }
}

impl HttpFilter for Cors {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let Some(policy) = levels.most_specific::<CorsPolicy>() else {
            return Ok(Verdict::Continue);
        };
        let Some(origin) = stream.head.headers.get("origin").filter(|origin| !origin.is_empty()).map(str::to_owned)
        else {
            return Ok(Verdict::Continue);
        };
        if !policy.enabled(run) {
            return Ok(Verdict::Continue);
        }
        let allowed = policy.allows(&origin, run);
        if allowed == Truth::Unknown {
            return run.end_unknown_by_notes();
        }
        let preflight = stream.head.method == "OPTIONS"
            && stream.head.headers.get("access-control-request-method").is_some_and(|method| !method.is_empty());
        if allowed.is_no() {
            let forwards = policy.policy.forward_not_matching_preflights.unwrap_or(true);
            run.step_with_evidence(|| {
                Step::new(Stage::HttpFilter, name)
                    .because("the origin is not allowed; the request goes on, and browsers will refuse the answer")
            });
            if preflight && !forwards {
                return Ok(Verdict::Write(preflight_reply(&Policy::default(), "")));
            }
            return Ok(Verdict::Continue);
        }
        stream.noted.push(("cors", origin.clone()));
        if !preflight {
            run.step_with_evidence(|| Step::new(Stage::HttpFilter, name).because("the origin is allowed"));
            return Ok(Verdict::Continue);
        }
        run.step_with_evidence(|| {
            Step::new(Stage::HttpFilter, format!("{name} answers"))
                .because("a preflight of an allowed origin")
                .mood(Mood::Ends)
        });
        let mut reply = preflight_reply(&policy.policy, &origin);
        if policy.policy.allow_private_network_access == Some(true)
            && stream.head.headers.get("access-control-request-private-network") == Some("true")
        {
            reply.headers.push(("access-control-allow-private-network".to_owned(), "true".to_owned()));
        }
        Ok(Verdict::Write(reply))
    }

    fn on_response(&self, _: &str, _: &mut Run, stream: &Stream, levels: &Levels, headers: &mut Headers) {
        let Some(policy) = levels.most_specific::<CorsPolicy>() else {
            return;
        };
        let Some((_, origin)) = stream.noted.iter().find(|(kind, _)| *kind == "cors") else {
            return;
        };
        headers.set("access-control-allow-origin", origin.clone());
        if policy.policy.allow_credentials == Some(true) {
            headers.set("access-control-allow-credentials", "true");
        }
        if !policy.policy.expose_headers.is_empty() {
            headers.set("access-control-expose-headers", policy.policy.expose_headers.clone());
        }
    }
}

fn preflight_reply(policy: &Policy, origin: &str) -> LocalReply {
    let parts = [
        ("access-control-allow-origin", origin),
        ("access-control-allow-credentials", if policy.allow_credentials == Some(true) { "true" } else { "" }),
        ("access-control-allow-methods", &policy.allow_methods),
        ("access-control-allow-headers", &policy.allow_headers),
        ("access-control-max-age", &policy.max_age),
    ];
    LocalReply {
        disposition: Disposition::CorsPreflight,
        code: 200,
        details: "cors_response".to_owned(),
        headers: parts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        ..LocalReply::default()
    }
}
