//! Role-based access control, shared by the HTTP and the network filter: policies of permissions and principals.
//!
//! | what | where |
//! |---|---|
//! | as configured | [`config`] |
//! | who may do what | [`permission`], [`principal`] |
//! | rules against a request | [`engine`] |
//! | conditions of both kinds, to be looked at without a request | [`clause`] |
//! | what they said, policy by policy | [`judgement`] |
//! | the one condition that a policy failed by | [`mod@failed`] |

pub mod clause;
pub mod config;
pub mod engine;
pub mod failed;
pub mod judgement;
pub mod permission;
pub mod principal;
