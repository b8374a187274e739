//! `meshdbg stats`: statistics by what they are about, with what changed where two readings are there.

mod change;
mod page;
mod result;

pub use change::Before;
pub use result::{OfProxy, Quantile, StatGroup, StatKind, StatRow, Statistics, Wish, of_proxy};
