//! What ztunnels decide is what the recorded ones did.

mod istioctl;
mod log;
mod outbound;
mod owners;
mod policies;
mod recorded;
mod scene;
mod traffic;
mod waypoints;
mod whole;
