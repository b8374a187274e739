//! Running meshes: what an admin port and an API server answer, as the same [`Capture`](crate::base::capture::Capture)
//! that files give. Nothing is changed in a cluster or a proxy,
//! but for the log levels that a user sets.
//!
//! | step | where |
//! |---|---|
//! | which cluster, as whom | [`kubeconfig`] |
//! | which pods have a proxy, where its admin port is | [`pod`], [`container`], [`choose`] |
//! | a way to the admin port | [`reach`]: [`port_forward`], else [`exec`]; [`plain`] for a URL |
//! | HTTP over any of them | [`http`] |
//! | the pages of one proxy | [`page`], [`proxy`] |
//! | the debug pages of istiod | [`istiod`] |
//! | the kinds that the cluster serves, and their objects | [`kinds`], [`discover`], [`objects`] |
//! | more of a mesh that was read in parts | [`want`] |
//! | everything of the above for many proxies at once | [`cluster`], [`crowd`] |
//! | why it did not work, and what to do | [`error`], [`trouble`], [`role`] |

mod choose;
mod cluster;
mod container;
mod crowd;
mod discover;
mod error;
mod exec;
mod http;
mod istiod;
mod kinds;
mod kubeconfig;
mod objects;
mod page;
mod plain;
mod pod;
mod port_forward;
mod proxy;
mod reach;
mod role;
mod trouble;
mod want;

pub use choose::Wanted;
pub use cluster::{Cluster, Taken};
pub use crowd::{Ask, Refused};
pub use error::Error;
pub use istiod::{IstiodPage, Told};
pub use kubeconfig::Access;
pub use page::Page;
pub(super) use plain::read as read_url;
pub use plain::{is_url, read_into};
pub use pod::Pod;
pub use reach::Via;
pub use want::{Collected, Sought, Want};
