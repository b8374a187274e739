//! TLS between a client and a proxy, both sides: what each shows, and whom it trusts.
//!
//! A request that a person asks about says who its client is by name; then only names are compared, and the
//! certificate behind it is taken to be good. Where the client is a proxy of the mesh, its own certificates and roots
//! are at hand, and both sides verify each other as they would.

pub mod client;
pub mod credentials;
pub mod server;

pub use client::TlsClient;
pub use credentials::{Chain, Credentials, Refusal};
pub use server::{Failure, ServerTls};
