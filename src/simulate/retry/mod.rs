//! Tries after the first.
//!
//! | what | where |
//! |---|---|
//! | when a proxy tries again, and at which endpoint | [`policy`] |
//! | how much of each way is left after all tries | [`shares`](mod@shares) |

pub mod policy;
pub mod shares;

pub use policy::Retry;
pub use shares::shares;
