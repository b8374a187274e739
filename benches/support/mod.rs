//! What the benchmarks share.

pub(crate) mod large;
pub(crate) mod measure;
pub(crate) mod template;
