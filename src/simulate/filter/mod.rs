//! HTTP filters: what each of them does with a request.
//!
//! # Adding a filter
//! One file here with the filter's configuration, a type that implements [`HttpFilter`] and a `build` function, and a
//! line in [`registry::REGISTRY`]. A filter without a line shows in every trace that meets it as not modelled, and the
//! verdict of that trace is then undetermined.

pub mod alpn;
pub mod buffer;
pub mod chain;
pub mod cors;
pub mod csrf;
pub mod ext_authz;
pub mod ext_proc;
pub mod external;
pub mod fault;
pub mod header_mutation;
pub mod health_check;
pub mod http_status;
pub mod jwt;
pub mod levels;
pub mod local_ratelimit;
pub mod lua;
pub mod ratelimit;
pub mod rbac;
pub mod registry;
pub mod router;
pub mod set_filter_state;

pub use chain::{HttpFilter, Verdict};
