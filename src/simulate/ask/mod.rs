//! What a person asks, made into a request: names become addresses, and what was left out gets its default.
//!
//! The options of `trace` and the lines of a batch are the same [`Ask`], and become a [`Request`](super::Request) in
//! one place.

pub mod complete;
pub mod entrance;
pub mod fields;
pub mod gateway;
pub mod lookup;
pub mod sender;
pub mod straight;
pub mod target;

pub use complete::{Completed, complete};
pub use fields::Ask;
pub use lookup::Unresolved;
pub use sender::Sender;
