//! Two views of the same thing: what differs, by meaning and not by text.
//!
//! | what | where |
//! |---|---|
//! | what istiod would send to a proxy, and what it holds | [`drift`](mod@drift) |
//! | the fields in which two objects differ | [`fields`] |

pub mod drift;
pub mod fields;

pub use drift::{Differing, Drift, KindDrift, drift};
