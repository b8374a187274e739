//! Whether proxies hold what istiod sent them: what istiod says of each, joined with what the proxy's own dump shows.
//!
//! | what | where |
//! |---|---|
//! | what a dump alone tells: how much there is, what was refused, what waits | [`held`] |
//! | whose the refused configuration is | [`blame`] |
//! | what Envoy says when it refuses | [`refusal`] |
//! | who is in the mesh, and what is known of each | [`roster`] |
//! | both sides of one proxy, by kind of objects | [`state`] |

pub mod blame;
pub mod held;
pub mod refusal;
pub mod roster;
pub mod state;

pub use roster::{Kind, Known, Roster};
pub use state::{Link, ProxySync, Rejection, SyncState, TypeSync};
