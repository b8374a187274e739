//! The one integration binary.
#![expect(clippy::print_stderr, clippy::unwrap_used, reason = "tests")]

mod bad_input;
mod field_walk;
mod shapes;
mod support;
mod truth;
