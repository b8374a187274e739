//! External authorization: a service that allows or denies.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::external::{self, GrpcService, HttpService};
use super::http_status::HttpStatus;
use super::levels::Levels;
use crate::base::evidence::Truth;
use crate::model::any::TypedConfig;
use crate::model::envoy::scalar::{RuntimeFlag, RuntimeFraction};
use crate::model::envoy::string_match::MetadataMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::metadata::MetadataMatch;
use crate::simulate::outcome::{Disposition, Flag, LocalReply};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.ext_authz.v3.ExtAuthz", "envoy.config.filter.http.ext_authz.v2.ExtAuthz"];

/// `ExtAuthz`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    failure_mode_allow: bool,
    filter_enabled: Option<RuntimeFraction>,
    filter_enabled_metadata: Option<MetadataMatcher>,
    deny_at_disable: Option<RuntimeFlag>,
    clear_route_cache: bool,
    grpc_service: GrpcService,
    http_service: Option<HttpService>,
    shadow_mode: bool,
    status_on_error: HttpStatus,
}

impl Config {
    fn cluster(&self) -> Option<&str> {
        let by_http = self.http_service.as_ref().map(|service| service.server_uri.cluster.as_str());
        by_http.or_else(|| self.grpc_service.cluster())
    }
}

/// `ExtAuthzPerRoute`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PerRoute {
    disabled: bool,
}

#[derive(Debug)]
struct ExtAuthz {
    config: Config,
    enabled: Option<MetadataMatch>,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(ExtAuthz {
        enabled: decoded.filter_enabled_metadata.as_ref().map(MetadataMatch::new),
        config: decoded,
    }))
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &[
        "envoy.extensions.filters.http.ext_authz.v3.ExtAuthzPerRoute",
        "envoy.config.filter.http.ext_authz.v2.ExtAuthzPerRoute",
    ],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: PerRoute = config.read(unmodelled)?;
    Ok(Box::new(decoded))
}

fn denied(details: &str, code: Option<u16>) -> LocalReply {
    LocalReply {
        disposition: Disposition::ExtAuthzDenied,
        // What the service says, else its default, which is also that of `status_on_error`.
        code: code.unwrap_or(403),
        flags: vec![Flag::Uaex],
        details: details.to_owned(),
        ..LocalReply::default()
    }
}

impl HttpFilter for ExtAuthz {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        if levels.most_specific::<PerRoute>().is_some_and(|route| route.disabled) {
            run.step(|| Step::new(Stage::HttpFilter, name).because("switched off for this route"));
            return Ok(Verdict::Continue);
        }
        let by_metadata =
            self.enabled.as_ref().map_or(Truth::Yes, |enabled| enabled.matches(&stream.metadata, &mut run.notes));
        if by_metadata == Truth::Unknown {
            return run.end_unknown_by_notes();
        }
        let by_share = self.config.filter_enabled.as_ref().map(|fraction| run.engine.runtime.fraction(fraction));
        let asked = by_metadata.is_yes()
            && by_share.is_none_or(|fraction| {
                run.by_chance(ForkKind::Filter, || name.to_owned(), "asked", "not asked", fraction)
            });
        if !asked {
            if self.config.deny_at_disable.as_ref().is_some_and(|flag| run.engine.runtime.flag(flag)) {
                run.step_with_evidence(|| {
                    Step::new(Stage::HttpFilter, format!("{name} denies"))
                        .because("it is switched off, and denies then")
                        .mood(Mood::Fails)
                });
                return Ok(Verdict::Reply(denied("ext_authz_error", self.config.status_on_error.code.number())));
            }
            run.step_with_evidence(|| Step::new(Stage::HttpFilter, name).because("the service is not asked"));
            return Ok(Verdict::Continue);
        }
        if self.config.shadow_mode {
            run.step_with_evidence(|| Step::new(Stage::HttpFilter, name).because("only notes what it would do"));
            return Ok(Verdict::Continue);
        }
        if let Some(why) = external::unreachable(run, self.config.cluster()) {
            return Ok(self.fail(name, run, &why));
        }
        if run.by_state(ForkKind::Answer, || name.to_owned(), &["allowed", "denied"]) == 1 {
            run.step_with_evidence(|| {
                Step::new(Stage::HttpFilter, format!("{name} denies"))
                    .because("if the authorization service says so")
                    .mood(Mood::Fails)
            });
            return Ok(Verdict::Reply(denied("ext_authz_denied", None)));
        }
        let failing = if self.config.failure_mode_allow { "let through" } else { "denied" };
        run.step_with_evidence(|| {
            Step::new(Stage::HttpFilter, name)
                .because(format!("if the authorization service allows; {failing} where it fails"))
        });
        Ok(if self.config.clear_route_cache { Verdict::Reroute } else { Verdict::Continue })
    }
}

impl ExtAuthz {
    /// The service cannot answer.
    fn fail(&self, name: &str, run: &mut Run, why: &str) -> Verdict {
        if self.config.failure_mode_allow {
            run.step_with_evidence(|| {
                Step::new(Stage::HttpFilter, name).because(format!("lets through what it cannot check: {why}"))
            });
            return Verdict::Continue;
        }
        run.step_with_evidence(|| {
            Step::new(Stage::HttpFilter, format!("{name} denies"))
                .because(format!("the authorization service cannot be asked: {why}"))
                .mood(Mood::Fails)
        });
        Verdict::Reply(denied("ext_authz_error", self.config.status_on_error.code.number()))
    }
}
