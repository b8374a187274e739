//! One object: what it does in plain words, whose it is, who refers to it and what it refers to.
//!
//! | what | where |
//! |---|---|
//! | the kinds, and how names are found | [`find`](mod@find) |
//! | the facts and words of each kind | [`subject`] |
//! | the typed result, also as JSON | [`explanation`] |
//! | the result as a document | [`page`] |
//! | what a resource made | [`resource`] |
//! | why there is none | [`missing`] |

pub mod explanation;
pub mod find;
pub mod missing;
mod page;
pub mod resource;
mod subject;

pub use explanation::{Explanation, NotFound, Several};
pub use find::{Found, Kind, find};
pub use missing::Missing;
pub use resource::ResourceExplanation;
