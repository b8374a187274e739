//! What ztunnels decide is what the recorded ones did.

mod log;
mod outbound;
mod policies;
mod recorded;
mod scene;
mod traffic;
mod waypoints;
