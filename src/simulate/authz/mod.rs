//! What binds a workload, read off its configuration without a request.
//!
//! | what | where |
//! |---|---|
//! | the kinds of connections that a proxy takes | [`door`] |
//! | the policies that are asked of them | [`mod@bound`] |
//! | what a port takes: mutual TLS, plaintext, both | [`mod@accepts`] |
//! | who there is in the mesh | [`census`] |
//! | rules that can never match, and why | [`mod@never`], [`mod@contradiction`] |
//! | policies that were meant for a workload, and are not for it | [`mod@unbound`] |
//! | rules that a port without HTTP loses, or that grow wider there | [`mod@dropped`] |
//! | TLS from every client to every service | [`mod@edges`], one of them: [`mod@meet`] |
//!
//! The policies of a ztunnel are no Envoy filters: they are not read here.

pub mod accepts;
pub mod bound;
pub mod census;
pub mod contradiction;
pub mod door;
pub mod dropped;
pub mod edges;
pub mod meet;
pub mod never;
pub mod unbound;
