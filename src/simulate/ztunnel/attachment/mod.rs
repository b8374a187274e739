//! Why a waypoint is used or not that a label asks for.
//!
//! istiod attaches a service or a workload to a waypoint, and ztunnel only sees the result: `waypoint` in its dump, or
//! nothing. What stands in the way is in the resources, and in the condition `istio.io/WaypointBound` of the service
//! (istiod's `serviceregistry/ambient/waypoints.go`).

mod answer;
mod bypass;
mod label;
mod obstacle;

pub use answer::{Attachment, Subject, attachment};
pub use bypass::Bypass;
pub use label::{Asked, AskedBy};
pub use obstacle::Obstacle;
