//! What ztunnels decide: where a connection goes that a pod opens, and whether one is let in that comes to a pod.
//!
//! Pure functions of one ztunnel's dump, for who walks from hop to hop:
//!
//! | question | function |
//! |---|---|
//! | which ztunnel stands before a workload | [`Ambient::before`] |
//! | where does a connection go that a workload opens | [`outbound()`] |
//! | where would it go without a ztunnel | [`uncaptured()`] |
//! | is a connection let in | [`inbound()`] |
//! | which policies bind a workload | [`bound()`] |
//! | why is a waypoint not used that a label asks for | [`attachment()`] |
//!
//! The rules are those of ztunnel's `proxy/outbound.rs`, `state.rs` and `rbac.rs`. Every ztunnel holds the whole mesh, so
//! any of them can answer for any workload, but for what is its node's own: which pods it captures, and their
//! certificates.

mod ambient;
mod attachment;
mod balance;
mod capture;
mod condition;
mod gateway;
mod inbound;
mod judge;
mod kernel;
mod outbound;
mod refusal;
mod state;

pub use ambient::Ambient;
pub use attachment::{Asked, AskedBy, Attachment, Bypass, Obstacle, Subject, attachment};
pub use capture::Capture;
pub use inbound::{Arrival, Arrived, Inbound, Verdict, bound, inbound};
pub use judge::{Failed, JudgedPolicy, JudgedRule};
pub use kernel::uncaptured;
pub use outbound::{Branch, Leg, Outbound, Peer, Transport, Way, outbound};
pub use refusal::Refusal;
pub use state::State;
