//! One resource: what it made or shaped in which proxies, rule by rule, and which rules made nothing and why.
//!
//! | what | where |
//! |---|---|
//! | from a name to a resource | [`find`](mod@find) |
//! | the typed result, also as JSON | [`result`] |
//! | the result as a document | [`page`] |

pub mod find;
mod page;
pub mod result;

pub use find::{FoundResource, find};
pub use result::ResourceExplanation;
