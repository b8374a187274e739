//! Snapshots: what was collected, in the format that [`read`](crate::collect::read) reads, as a folder or packed.
//!
//! | what | where |
//! |---|---|
//! | the folder, and going on where an earlier run stopped | [`folder`] |
//! | equal parts once | [`chunk`], [`share`] |
//! | a folder as `.tar.zst` | [`pack`] |
//! | what was saved in another way | [`saved`] |

mod chunk;
mod folder;
mod pack;
mod saved;
mod share;

pub use folder::{About, Error, Size, Snapshot};
pub use saved::{Group, grouped};
