//! An istiod, and the proxies that are connected to it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::XdsType;
use crate::base::name::ProxyId;

/// An istiod.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Istiod {
    /// Its pod, or what else tells it from others.
    pub name: String,
    /// The proxies connected to it.
    pub connections: Vec<Connection>,
    /// Where this stands.
    pub place: String,
}

/// A proxy that is connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The proxy.
    pub proxy: ProxyId,
    /// `sidecar`, `router`, `waypoint`, `ztunnel`, `agentgateway`; empty where an older istiod does not say.
    pub node_type: String,
    /// The cluster that it is in.
    pub cluster: String,
    /// Its version of Istio.
    pub istio_version: String,
    /// What it asked for, and what became of that.
    pub types: BTreeMap<XdsType, Exchange>,
}

/// What became of one kind of objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// How it stands.
    pub outcome: Outcome,
    /// When the last of it was sent.
    pub sent_at: Option<Timestamp>,
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was sent.
    NotSent,
    /// The proxy took what was sent last.
    Synced,
    /// The proxy has not said so of what was sent last.
    Stale {
        /// It never said so of anything.
        never_acknowledged: bool,
    },
    /// The proxy refused it, with this reason where istiod keeps it.
    Rejected(String),
}

impl Outcome {
    /// What nonces say: those of the last thing sent, and of the last one acknowledged.
    pub(super) fn of_nonces(sent: &str, acknowledged: &str, error: &str) -> Self {
        if sent.is_empty() {
            Self::NotSent
        } else if !error.is_empty() {
            // istiod forgets it with the next acknowledgement.
            Self::Rejected(error.to_owned())
        } else if sent == acknowledged {
            Self::Synced
        } else {
            Self::Stale { never_acknowledged: acknowledged.is_empty() }
        }
    }
}

impl Connection {
    /// When anything was sent last: of two connections of one proxy the later is in use.
    pub fn last_sent(&self) -> Option<Timestamp> {
        self.types.values().filter_map(|exchange| exchange.sent_at).max()
    }

    /// Whether all that was sent was taken.
    pub fn is_synced(&self) -> bool {
        self.types.values().all(|exchange| matches!(exchange.outcome, Outcome::Synced | Outcome::NotSent))
    }
}
