//! Why something is not there: the chain of conditions that istiod puts between a resource and an object of a proxy,
//! walked until one fails.
//!
//! [`why`] answers for one object of one proxy. A reason is only given where the dump or the resources say so; where
//! none holds, the answer lists what was checked and what could not be.
//!
//! | what | where |
//! |---|---|
//! | the question and its answer | [`answer`] |
//! | a reason: code, sentence, owners, how it is known, what to do | [`reason`] |
//! | the kinds of objects | [`cluster`], [`route`], [`endpoint`], [`listener`] |
//! | names as people write them | [`place`] |
//! | is there a service with that port | [`service`], and who names it: [`named_by`] |
//! | does the proxy see it: discovery, `exportTo`, Sidecar | [`sight`] |
//! | does the DestinationRule in force have the subset | [`subset`] |
//! | are there pods, ready, with the labels and ports | [`endpoints`], [`pods`] |
//! | is the VirtualService for this proxy, and first with its host | [`virtual_service`] |
//! | does the Gateway select this proxy and take the host | [`gateway`], or as the Gateway API has it: [`gateway_api`] |
//! | what the dump holds | [`held`] |
//! | was the update refused, or not got yet | [`update`] |
//!
//! A new reason is a variant of [`Code`] and the check that gives it, in the file of what it is about, with a case that
//! it explains and a near one that it does not in `tests`.

pub mod answer;
mod case;
mod cluster;
mod endpoint;
mod endpoints;
mod gateway;
mod gateway_api;
mod held;
mod listener;
mod named_by;
mod place;
mod pods;
pub mod reason;
mod route;
mod service;
mod sight;
mod subset;
#[cfg(test)]
mod tests;
mod update;
mod virtual_service;

pub use answer::{Absence, Kind, There, Wanted, why};
pub use reason::{Basis, Code, Reason};
