//! A trace as a report: the verdict first, then the request, then what each proxy decided.
//!
//! | what | where |
//! |---|---|
//! | yes, no, or why not certain | [`verdict`] |
//! | an end in a sentence | [`ending`] |
//! | what the ends depended on, what was taken for granted | [`decided`] |
//! | what to look at next where it fails | [`next`] |
//! | why the object is missing at which it ends | [`missing`] |
//! | the typed result, also as JSON | [`report`] |
//! | the owners of each step | [`owned`] |
//! | the report as a document | [`page`] |
//! | the steps at one proxy | [`steps`] |
//! | the request as it leaves | [`sent`] |
//! | the ways as diagrams | [`diagram`] |

pub mod decided;
mod diagram;
pub mod ending;
mod missing;
pub mod next;
mod owned;
mod page;
pub mod report;
mod sent;
mod steps;
pub mod verdict;

pub use page::Depth;
pub use report::Report;
pub use verdict::Verdict;
