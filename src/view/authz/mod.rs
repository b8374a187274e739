//! Authorization as answers: who may do what, what binds a workload, and who speaks TLS to whom.
//!
//! | what | where |
//! |---|---|
//! | whether a request is let through, policy by policy | [`can`], as a document: `can_page` |
//! | what binds a workload, port by port | [`check`], as a document: `check_page` |
//! | what binds a workload at its ztunnel | [`ambient`] |
//! | what these two say alike | `bound` |
//! | TLS between clients and services | [`mtls`], as a document: `mtls_page` |
//! | conditions in words | [`words`] |

pub mod ambient;
mod bound;
pub mod can;
mod can_page;
pub mod check;
mod check_page;
pub mod mtls;
mod mtls_page;
pub mod words;

pub use ambient::AmbientBindings;
pub use can::Can;
pub use check::Bindings;
pub use mtls::Matrix;
