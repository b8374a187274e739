//! Tables of what a ztunnel holds, with what istioctl hides: who is captured, ports and load balancing, the rules of
//! policies, why there is no certificate; and who asks for which waypoint.

pub mod certificates;
pub mod connections;
pub mod policies;
pub mod services;
pub mod waypoints;
pub mod workloads;
