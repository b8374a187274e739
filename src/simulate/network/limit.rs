//! Connection limits: `connection_limit` and the network `local_ratelimit`.

use serde::Deserialize;

use super::chain::NetworkFilter;
use crate::model::any::TypedConfig;
use crate::model::envoy::scalar::RuntimeFlag;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::connection::Connection;
use crate::simulate::outcome::Disposition;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &[
    "envoy.extensions.filters.network.connection_limit.v3.ConnectionLimit",
    "envoy.extensions.filters.network.local_ratelimit.v3.LocalRateLimit",
];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Config {
    runtime_enabled: Option<RuntimeFlag>,
}

#[derive(Debug)]
struct Limit(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(Limit(decoded)))
}

impl NetworkFilter for Limit {
    fn on_new_connection(&self, name: &str, run: &mut Run, _: &mut Connection) -> Flow {
        if self.0.runtime_enabled.as_ref().is_some_and(|flag| !run.engine.runtime.flag(flag)) {
            return Ok(());
        }
        if run.by_state(ForkKind::Limit, || name.to_owned(), &[WITHIN_LIMIT, "over the limit"]) == 1 {
            run.step(|| {
                Step::new(Stage::NetworkFilter, name)
                    .because("over its limit: the connection is closed")
                    .mood(Mood::Fails)
            });
            return run.end(Disposition::RateLimited);
        }
        run.step(|| Step::new(Stage::NetworkFilter, name).because("below its limit"));
        Ok(())
    }
}
