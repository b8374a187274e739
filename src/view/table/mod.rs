//! Tables: one file for each kind of object. A row is a typed fact that becomes JSON as it is, and writes its own cells.
//!
//! They show what other tools hide: objects that are warming, draining or rejected, every condition of a route, every
//! destination with its weight, chains in the order in which they match.

pub mod bootstrap;
mod brief_cluster;
pub mod chains;
pub mod clusters;
pub mod condition;
pub mod ecds;
pub mod endpoints;
pub mod filters;
pub mod listeners;
pub mod routes;
pub mod row;
pub mod secrets;
pub mod state;
pub mod ztunnel;

pub use condition::{Conditions, Wish};
pub use row::{Cells, Column, Listing, OfProxy, Row, Rows, Shown};
pub use state::State;
