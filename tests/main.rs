//! The one integration binary.
#![expect(clippy::print_stderr, clippy::unwrap_used, reason = "tests")]

mod ablation;
mod absent;
mod architecture;
mod authz;
mod bad_input;
mod chain;
mod commands;
mod completions;
mod field_walk;
mod help;
mod istioctl;
#[cfg(all(feature = "live", unix))]
mod live;
mod oracle;
mod owners;
mod properties;
mod readme;
mod schema;
mod shapes;
mod support;
mod truth;
