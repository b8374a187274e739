//! `meshdbg status`: whether every proxy holds what istiod sent it, what it refused, and where both sides differ.
//!
//! | what | where |
//! |---|---|
//! | the typed result; its JSON is the contract | [`result`] |
//! | the verdict on a proxy | [`verdict`] |
//! | as a document | [`page`]; what stands under the table: [`detail`] |

mod detail;
mod page;
pub mod result;
pub mod verdict;

pub use result::{ProxyStatus, Status};
pub use verdict::Verdict;
