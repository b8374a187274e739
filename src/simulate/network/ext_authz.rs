//! The network `ext_authz`: a service that may refuse a connection once its first bytes arrive.

use serde::Deserialize;

use super::chain::NetworkFilter;
use crate::model::any::TypedConfig;
use crate::model::envoy::string_match::MetadataMatcher;
use crate::simulate::choice::ForkKind;
use crate::simulate::connection::Connection;
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
}

#[derive(Debug)]
struct ExtAuthz {
    enabled: Option<MetadataMatch>,
}

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    let decoded = config.decode::<Config>().map_err(|error| error.to_string())?;
    unmodelled.extend(decoded.unmodelled);
    let enabled = decoded.value.filter_enabled_metadata.as_ref().map(MetadataMatch::new);
    Ok(Box::new(ExtAuthz { enabled }))
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
        if run.by_state(ForkKind::Answer, || name.to_owned(), &["allowed", "denied"]) == 0 {
            run.step_with_evidence(|| {
                Step::new(Stage::NetworkFilter, name).because("if the authorization service allows")
            });
            return Ok(());
        }
        run.outcome.flags.insert(Flag::Uaex);
        run.outcome.close = Some("ext_authz_close".to_owned());
        run.step_with_evidence(|| {
            Step::new(Stage::NetworkFilter, name).because("if the authorization service denies").mood(Mood::Fails)
        });
        run.end(Disposition::ExtAuthzDenied)
    }
}
