//! The way of a request through all its proxies: from the client's socket to the application.
//!
//! Each proxy is asked in turn, as the one before it sent the request. What comes back may change what the earlier
//! ones log and answer, so the ends are worked out backwards.
//!
//! | step | where |
//! |---|---|
//! | whose an address is | [`place`] |
//! | the request as it arrives at the next proxy | [`arrive`] |
//! | one proxy after the other, all branches | [`follow`] |
//! | listeners inside of a proxy, and the tunnels that they open | [`inside`] |
//! | ztunnels, and the policies of those before a pod | [`ambient`], [`guard`] |
//! | waypoints that a request does not meet | [`waypoint`] |
//! | tries after the first | [`again`] |
//! | what an answer makes of the hop before it | [`back`] |
//! | what comes back | [`reply`] |
//! | a hop put before the rest of a way | [`tail`] |
//! | what is behind the last proxy | [`application`] |
//! | TLS from one to the next | [`edge`] |
//! | ways that end alike | [`merge`] |

mod again;
mod ambient;
pub mod application;
pub mod arrive;
pub mod back;
pub mod edge;
pub mod follow;
mod guard;
mod inside;
pub mod merge;
pub mod place;
pub mod reply;
mod tail;
mod waypoint;

pub use follow::{Start, walk};
