//! Parts of a resource that made nothing in any proxy that was read, and why.
//!
//! | what | where |
//! |---|---|
//! | the parts of a resource that could make something | [`parts`] |
//! | the reasons, and those that every kind may have | [`reason`] |
//! | rules of VirtualServices | [`virtual_service`] |
//! | DestinationRules | [`destination_rule`] |
//! | what is for workloads by selector or target | [`selected`] |

pub mod destination_rule;
pub mod parts;
pub mod reason;
pub mod selected;
pub mod virtual_service;

pub use reason::{Idle, IdleCode, Why, idle};
