//! What `istioctl proxy-config` prints, cell for cell.

pub mod all;
pub mod bootstrap;
pub mod cluster;
mod destination;
mod domains;
pub mod ecds;
pub mod eds;
pub mod endpoint;
mod go_sort;
pub mod listener;
mod listener_match;
mod listing;
pub mod log;
mod management;
mod naming;
mod note;
mod objects;
mod raw;
pub mod route;
mod route_match;
pub mod secret;
mod section;
mod subset_key;
mod tree;
mod waypoint;

pub use listing::Listing;
pub use note::Note;
pub use objects::Objects;
pub use tree::Tree;
