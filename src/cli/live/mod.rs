//! Running meshes: which cluster, which of its proxies, and fetching them.

mod fetch;
pub(super) mod log;
mod name;
mod options;
mod progress;
pub(super) mod snapshot;
pub(super) mod status;

pub(super) use fetch::{Fetched, fetch, find, ztunnels};
pub(super) use options::Options;
