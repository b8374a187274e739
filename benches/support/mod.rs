//! What the benchmarks share.

pub(crate) mod batch;
pub(crate) mod large;
pub(crate) mod measure;
pub(crate) mod routes;
pub(crate) mod template;
