//! What `istioctl ztunnel-config` prints, cell for cell and blank for blank.
//!
//! # What istioctl hides
//!
//! - `workload`: whether a ztunnel holds the workload, or its sidecar speaks HBONE itself; its policies, status, weight
//!   and locality.
//! - `service`: ports and how an endpoint is chosen. Endpoints count as healthy where their workload is. Weighted
//!   waypoints are not shown.
//! - `policy`: rules, which may be none; whether it is a dry run.
//! - `certificate`: why there is none.
//! - `-o json` and `-o yaml` leave out what istioctl does not know, such as `hboneMtlsPort`. Here the objects are as they
//!   stand in the dump.

pub mod all;
pub mod certificate;
pub mod connections;
mod name;
mod pick;
pub mod policy;
pub mod service;
pub mod workload;
