//! Request and mesh in, trace out: what each proxy on the way decides, why, and how it ends.
//!
//! Pure, total and deterministic: no clock, no randomness, nothing that can fail. What the configuration leaves to
//! chance or to state is a fork, and every branch of it is followed; what is not modelled is said.

pub mod ask;
pub mod asked;
pub mod authz;
pub mod batch;
pub mod chain;
pub mod choice;
pub mod connection;
pub mod departure;
pub mod engine;
pub mod enter;
pub mod explore;
pub mod filter;
pub mod followed;
pub mod format;
pub mod http;
pub mod internal;
pub mod listener;
pub mod listener_filter;
pub mod matcher;
pub mod network;
pub mod outcome;
mod places;
pub mod random;
pub mod rbac;
pub mod request;
pub mod retry;
pub mod run;
pub mod runtime;
pub mod schema;
pub mod stage;
pub mod state;
pub mod tls;
pub mod trace;
pub mod upstream;
pub mod walk;
pub mod ztunnel;

pub use engine::Engine;
pub use explore::explore;
pub use request::Request;
pub use trace::Trace;
