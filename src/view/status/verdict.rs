//! The verdict on a proxy.

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::Drift;
use crate::correlate::sync::{Link, ProxySync, SyncState, TypeSync};
use crate::view::document::Role;

/// What is to be said of a proxy, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It refused an update.
    Rejected,
    /// No istiod knows it.
    NotConnected,
    /// It has not acknowledged what was sent last.
    Stale,
    /// It got nothing of what every proxy gets.
    NotSent,
    /// It has something that waits and takes no traffic.
    Warming,
    /// It holds something else than istiod would send.
    Drift,
    /// Nothing says whether it has what was sent last.
    Unknown,
    /// It took everything.
    Synced,
    /// It has no istiod.
    Standalone,
}

impl Verdict {
    /// All, worst first.
    pub const ALL: [Self; 9] = [
        Self::Rejected,
        Self::NotConnected,
        Self::Stale,
        Self::NotSent,
        Self::Warming,
        Self::Drift,
        Self::Unknown,
        Self::Synced,
        Self::Standalone,
    ];

    /// Judges a proxy.
    pub fn of(sync: &ProxySync, drift: Option<&Drift>) -> Self {
        let has = |is: &dyn Fn(&TypeSync) -> bool| sync.types.iter().any(is);
        let wrong = |state: SyncState| has(&|one| one.state == state && one.is_wrong());
        if wrong(SyncState::Rejected) {
            Self::Rejected
        } else if sync.link == Link::NotConnected {
            Self::NotConnected
        } else if wrong(SyncState::Stale) {
            Self::Stale
        } else if wrong(SyncState::NotSent) {
            Self::NotSent
        } else if has(&|one| !one.warming.is_empty()) {
            Self::Warming
        } else if drift.is_some_and(|drift| !drift.is_none()) {
            Self::Drift
        } else if sync.link == Link::None {
            Self::Standalone
        } else if sync.link == Link::Unknown || has(&|one| one.state == SyncState::Unknown) {
            Self::Unknown
        } else {
            Self::Synced
        }
    }

    /// Whether something is wrong.
    pub fn is_wrong(self) -> bool {
        match self {
            Self::Rejected | Self::NotConnected | Self::Stale | Self::NotSent | Self::Warming | Self::Drift => true,
            Self::Unknown | Self::Synced | Self::Standalone => false,
        }
    }

    /// The words for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::NotConnected => "not connected",
            Self::Stale => "stale",
            Self::NotSent => "not sent",
            Self::Warming => "warming",
            Self::Drift => "drifted",
            Self::Unknown => "not known",
            Self::Synced => "synced",
            Self::Standalone => "standalone",
        }
    }

    /// How it is to be read.
    pub fn role(self) -> Role {
        match self {
            Self::Rejected | Self::NotConnected | Self::NotSent => Role::Bad,
            Self::Stale | Self::Warming | Self::Drift | Self::Unknown => Role::Warning,
            Self::Synced => Role::Good,
            Self::Standalone => Role::Plain,
        }
    }
}
