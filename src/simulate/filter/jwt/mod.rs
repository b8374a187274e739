//! JWT authentication: which token a request needs, whether it is good, and what its claims become.

mod config;
mod extract;
mod filter;
mod keys;
mod status;
mod token;
mod verify;

pub use filter::{PER_ROUTE, TYPES, build};
