//! Secrets end here. What is taken out becomes `[redacted]`, and every line keeps its number.
//!
//! - the values of Kubernetes Secrets, with the copies that annotations hold, in YAML and JSON;
//! - the inline values of Envoy's `private_key` and its like;
//! - whatever else looks like a private key, wherever it stands: PEM blocks, and base64 that holds one.
//!
//! Texts are searched for a few words first; most hold none of them, and are not touched. Where a text holds Secrets
//! and cannot be parsed, that part of it is left out: better nothing than a key.
//!
//! This happens always. On request [`disguise`] also gives substitutes to names, addresses, header values and tokens.

mod cut;
mod disguise;
mod envoy;
mod find;
mod json;
mod pem;
mod yaml;

#[cfg(test)]
mod tests;

pub use disguise::{Disguise, Key, What};
pub(super) use find::secrets;
