//! The one integration binary.
#![expect(clippy::print_stderr, clippy::unwrap_used, reason = "tests")]

mod ablation;
mod absent;
mod ambient;
mod architecture;
mod authz;
mod bad_input;
mod chain;
mod commands;
mod completions;
mod diagram;
mod east_west;
mod field_walk;
mod help;
mod istioctl;
#[cfg(all(feature = "live", unix))]
mod live;
mod matrix;
mod next;
mod oracle;
mod owners;
#[cfg(all(feature = "live", unix))]
mod parts;
mod properties;
mod readme;
mod redact;
mod retries;
mod schema;
mod shapes;
mod stats;
mod support;
mod truth;
