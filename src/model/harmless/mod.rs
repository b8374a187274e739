//! Fields of Envoy's messages, and of a ztunnel's dump, that are not modelled because they cannot change what happens to a request, each with
//! its reason.
//!
//! A field that is neither in the types of [`super::envoy`] (or of a filter) nor in this list fails the field walk over
//! the fixtures, and is named in every trace that meets it.

mod fields;
mod path;
mod registry;
mod ztunnel;

pub use path::{field_path, reason};
