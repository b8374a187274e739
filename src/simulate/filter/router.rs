//! The router, as the last filter. What it does is in [`crate::simulate::http::router`].

use serde::Deserialize;

use crate::model::any::TypedConfig;
use crate::simulate::http::per_filter::{Compiled, PerRoute};

/// Message types.
pub const TYPES: &[&str] =
    &["envoy.extensions.filters.http.router.v3.Router", "envoy.config.filter.http.router.v2.Router"];

/// `router.v3.Router`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouterConfig {
    /// No `x-envoy-…` headers are added.
    pub suppress_envoy_headers: bool,
    /// A timeout that an Envoy in front has set is kept.
    pub respect_expected_rq_timeout: bool,
}

/// Per-route configuration that changes nothing here, whatever it is.
pub const IGNORED: PerRoute = PerRoute { types: &[], compile: ignore };

#[expect(clippy::unnecessary_wraps, reason = "the signature is that of all compilers of a level")]
fn ignore(_: &TypedConfig, _: &mut Vec<String>) -> Result<Compiled, String> {
    Ok(Box::new(()))
}
