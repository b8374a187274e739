//! The filter: rules, what an accepted token changes, and the answer to a refused one.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::config::{Config, PerRoute, Requirement};
use super::extract;
use super::keys::Keys;
use super::status::Status;
use super::verify::{Accepted, Met, Verifier};
use crate::base::evidence::Truth;
use crate::model::any::TypedConfig;
use crate::model::envoy::tls::DataSource;
use crate::simulate::filter::chain::{HttpFilter, Verdict};
use crate::simulate::filter::levels::Levels;
use crate::simulate::http::message::RequestHead;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::route::{Candidate, RouteMatcher};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::metadata::descend;
use crate::simulate::outcome::{Disposition, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &[
    "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication",
    "envoy.config.filter.http.jwt_authn.v2alpha.JwtAuthentication",
];

/// Where claims land in dynamic metadata.
const METADATA: &str = "envoy.filters.http.jwt_authn";

#[derive(Debug)]
struct JwtAuthn {
    config: Config,
    rules: Vec<RouteMatcher>,
    keys: BTreeMap<String, Result<Keys, String>>,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    let config = decoded;
    if config.filter_state_rules.is_some() {
        unmodelled.push("filter_state_rules".to_owned());
    }
    let keys = config.providers.iter().map(|(name, provider)| {
        let keys = provider.local_jwks.as_ref().ok_or_else(|| "its keys are fetched".to_owned()).and_then(read_keys);
        (name.clone(), keys)
    });
    Ok(Box::new(JwtAuthn {
        keys: keys.collect(),
        rules: config.rules.iter().map(|rule| RouteMatcher::new(&rule.matches)).collect(),
        config,
    }))
}

fn read_keys(source: &DataSource) -> Result<Keys, String> {
    let text = if source.inline_string.is_empty() {
        STANDARD.decode(&source.inline_bytes).map_err(|error| error.to_string())?
    } else {
        source.inline_string.clone().into_bytes()
    };
    if text.is_empty() {
        return Err("its keys are in a file of the proxy".to_owned());
    }
    serde_json::from_slice(&text).map_err(|error| error.to_string())
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute =
    per_filter::PerRoute { types: &["envoy.extensions.filters.http.jwt_authn.v3.PerRouteConfig"], compile: per_route };

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    Ok(Box::new(config.read::<PerRoute>(unmodelled)?))
}

impl HttpFilter for JwtAuthn {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let preflight = stream.head.method == "OPTIONS"
            && ["origin", "access-control-request-method"]
                .iter()
                .all(|header| stream.head.headers.get(header).is_some_and(|value| !value.is_empty()));
        if self.config.bypass_cors_preflight && preflight {
            run.step(|| Step::new(Stage::HttpFilter, name).because("a CORS preflight needs no token"));
            return Ok(Verdict::Continue);
        }
        if run.engine.runtime.since(40) {
            self.strip_own_headers(&mut stream.head);
        }
        let Some(requirement) = self.requirement(run, stream, levels)? else {
            return Ok(Verdict::Continue);
        };
        let request = run.request;
        let verifier =
            Verifier { config: &self.config, keys: &self.keys, at: request.at, claims: request.claims.as_ref() };
        match verifier.check(requirement, &stream.head, &mut run.notes) {
            Met::Unknown(reason) => run.end_unknown(vec![format!("HTTP filter {name}: {reason}")]),
            Met::No(status) => {
                run.step_with_evidence(|| {
                    Step::new(Stage::HttpFilter, format!("{name} denies")).because(status.words()).mood(Mood::Fails)
                });
                Ok(Verdict::Reply(self.refuse(&stream.head, status)))
            }
            Met::Yes(accepted) => {
                run.step_with_evidence(|| {
                    let because = if accepted.is_empty() {
                        "no token is needed".to_owned()
                    } else {
                        format!("{} good token", accepted.len())
                    };
                    Step::new(Stage::HttpFilter, name).because(because)
                });
                let reroutes = accepted.iter().any(|accepted| accepted.provider.clear_route_cache);
                for accepted in &accepted {
                    run.claims_used |= accepted.found.is_none() && !accepted.provider.forward;
                    apply(stream, accepted);
                }
                Ok(if reroutes { Verdict::Reroute } else { Verdict::Continue })
            }
        }
    }
}

impl JwtAuthn {
    /// Nobody but this filter may set the headers that it writes.
    fn strip_own_headers(&self, head: &mut RequestHead) {
        for provider in self.config.providers.values() {
            let payload = std::iter::once(&provider.forward_payload_header).filter(|header| !header.is_empty());
            for header in payload.chain(provider.claim_to_headers.iter().map(|claim| &claim.header_name)) {
                head.headers.remove(&header.to_ascii_lowercase());
            }
        }
    }

    /// The requirement of the route, else that of the first rule that matches; none asks for nothing.
    fn requirement(&self, run: &mut Run, stream: &Stream, levels: &Levels) -> Flow<Option<&Requirement>> {
        if let Some(route) = levels.most_specific::<PerRoute>() {
            if route.disabled {
                return Ok(None);
            }
            return match self.config.requirement_map.get(&route.requirement_name) {
                Some(requirement) => Ok(Some(requirement)),
                None => run.end_unknown(vec![format!(
                    "the route asks for JWT requirement {}, which does not exist",
                    route.requirement_name
                )]),
            };
        }
        let lines = run.engine.runtime.header_lines();
        for (rule, matcher) in self.config.rules.iter().zip(&self.rules) {
            let candidate = Candidate {
                head: &stream.head,
                path: stream.head.path_only(),
                connection: stream.connection,
                metadata: &stream.metadata,
                lines,
            };
            let before = run.notes.take_evidence();
            let holds = matcher.matches(&candidate, &mut run.notes);
            run.notes.take_evidence();
            drop(before);
            match holds {
                Truth::No => {}
                Truth::Unknown => return run.end_unknown_by_notes(),
                Truth::Yes if rule.requirement_name.is_empty() => {
                    return Ok(rule.requires.as_ref());
                }
                Truth::Yes => return Ok(self.config.requirement_map.get(&rule.requirement_name)),
            }
        }
        Ok(None)
    }

    fn refuse(&self, head: &RequestHead, status: Status) -> LocalReply {
        let realm = original_uri(head);
        let error = if status == Status::Missing { "" } else { ", error=\"invalid_token\"" };
        let silent = self.config.strip_failure_response;
        LocalReply {
            disposition: Disposition::JwtDenied,
            code: status.code(),
            details: status.details(),
            body: if silent { String::new() } else { status.words().to_owned() },
            headers: if silent {
                Vec::new()
            } else {
                vec![("www-authenticate".to_owned(), format!("Bearer realm=\"{realm}\"{error}"))]
            },
            ..LocalReply::default()
        }
    }
}

/// `Http::Utility::buildOriginalUri`, with a path of at most 256 bytes.
fn original_uri(head: &RequestHead) -> String {
    let path = head.headers.get("x-envoy-original-path").or(head.path.as_deref()).unwrap_or_default();
    let path = path.get(..256).unwrap_or(path);
    let scheme = &head.scheme;
    format!("{scheme}://{}{path}", head.authority.as_deref().unwrap_or_default())
}

/// What an accepted token changes: headers, metadata, the token itself.
fn apply(stream: &mut Stream, accepted: &Accepted) {
    let provider = accepted.provider;
    if !provider.forward_payload_header.is_empty() {
        let mut payload = accepted.encoded_payload.clone();
        while provider.pad_forward_payload_header && !payload.len().is_multiple_of(4) {
            payload.push('=');
        }
        stream.head.headers.set(provider.forward_payload_header.to_ascii_lowercase(), payload);
    }
    let payload = Value::Object(accepted.payload.clone());
    for claim in &provider.claim_to_headers {
        let path: Vec<String> = if claim.claim_path.is_empty() {
            claim.claim_name.split('.').map(str::to_owned).collect()
        } else {
            claim.claim_path.iter().map(|segment| segment.key.clone()).collect()
        };
        if let Some(value) = descend(&payload, &path).and_then(header_value) {
            stream.head.headers.set(claim.header_name.to_ascii_lowercase(), value);
        }
    }
    if !provider.payload_in_metadata.is_empty() {
        let mut normalized = accepted.payload.clone();
        for claim in &provider.normalize_payload_in_metadata.space_delimited_claims {
            if let Some(value) = normalized.get_mut(claim)
                && let Some(text) = value.as_str()
            {
                *value = text.split(' ').map(Value::from).collect();
            }
        }
        let entry = stream.metadata.entry(METADATA).or_insert_with(|| json!({}));
        if let Value::Object(fields) = entry {
            fields.insert(provider.payload_in_metadata.clone(), Value::Object(normalized));
        }
    }
    if let Some(found) = accepted.found.as_ref().filter(|_| !provider.forward) {
        extract::remove(&mut stream.head, found);
    }
}

/// Text, numbers and booleans as they are; lists and objects as base64 of their JSON.
fn header_value(claim: &Value) -> Option<String> {
    match claim {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(claim.to_string()),
        Value::Array(_) | Value::Object(_) => Some(STANDARD.encode(claim.to_string())),
    }
}
