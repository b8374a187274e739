//! The network `ext_authz`: a service that may refuse a connection once its first bytes arrive.

use serde::Deserialize;

use super::chain::NetworkFilter;
use crate::model::any::TypedConfig;
use crate::model::envoy::string_match::MetadataMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::connection::Connection;
use crate::simulate::filter::external::{self, GrpcService};
use crate::simulate::matcher::metadata::MetadataMatch;
use crate::simulate::outcome::{Disposition, Flag};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.network.ext_authz.v3.ExtAuthz", "envoy.config.filter.network.ext_authz.v2.ExtAuthz"];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    filter_enabled_metadata: Option<MetadataMatcher>,
    grpc_service: GrpcService,
    failure_mode_allow: bool,
    shadow_mode: bool,
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
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    let enabled = decoded.filter_enabled_metadata.as_ref().map(MetadataMatch::new);
    Ok(Box::new(ExtAuthz { enabled, config: decoded }))
}

impl NetworkFilter for ExtAuthz {
    fn on_data(&self, name: &str, run: &mut Run, connection: &mut Connection) -> Flow {
        if let Some(enabled) = &self.enabled
            && enabled.matches(&connection.metadata, &mut run.notes).is_no()
        {
            run.step_with_evidence(|| {
                Step::new(Stage::NetworkFilter, name).because("not asked: its metadata condition does not hold")
            });
            return Ok(());
        }
        if self.config.shadow_mode {
            run.step_with_evidence(|| Step::new(Stage::NetworkFilter, name).because("only notes what it would do"));
            return Ok(());
        }
        if let Some(why) = external::unreachable(run, self.config.grpc_service.cluster()) {
            let lets = self.config.failure_mode_allow;
            run.step_with_evidence(|| {
                let step = Step::new(Stage::NetworkFilter, name);
                if lets {
                    step.because(format!("lets through what it cannot check: {why}"))
                } else {
                    step.because(format!("the service cannot be asked: {why}")).mood(Mood::Fails)
                }
            });
            return if lets { Ok(()) } else { close(run, "ext_authz_error") };
        }
        if run.by_state(ForkKind::Answer, || name.to_owned(), &["allowed", "denied"]) == 0 {
            run.step_with_evidence(|| {
                Step::new(Stage::NetworkFilter, name).because("if the authorization service allows")
            });
            return Ok(());
        }
        run.step_with_evidence(|| {
            Step::new(Stage::NetworkFilter, name).because("if the authorization service denies").mood(Mood::Fails)
        });
        close(run, "ext_authz_denied")
    }
}

/// Envoy says why in the code details of the connection, and gives no termination details.
fn close(run: &mut Run, why: &str) -> Flow {
    run.outcome.flags.insert(Flag::Uaex);
    run.outcome.details = Some(why.to_owned());
    run.end(Disposition::ExtAuthzDenied)
}
