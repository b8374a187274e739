//! The one integration binary.
#![expect(clippy::print_stderr, clippy::unwrap_used, reason = "tests")]

mod field_walk;
mod istioctl;
mod support;
mod truth;
