//! Running meshes: which cluster, which of its proxies, and fetching them.

mod choose;
mod fetch;
pub(super) mod log;
mod name;
mod options;
mod pages;
mod progress;
pub(super) mod snapshot;

pub(super) use fetch::Running;
pub(super) use options::Options;
