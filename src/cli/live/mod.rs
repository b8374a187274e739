//! Running meshes: which cluster, which of its proxies, and fetching them.

mod choose;
mod fetch;
pub(super) mod log;
mod name;
mod options;
mod pages;
mod progress;
pub(super) mod snapshot;
pub(super) mod status;
pub(super) mod watch;

pub(super) use choose::find;
pub(super) use fetch::{Running, ztunnels};
pub(super) use options::{Options, seconds};
pub(super) use pages::of_statistics as pages;
