//! Whether a ztunnel stands before a workload.

use schemars::JsonSchema;
use serde::Serialize;

use super::state::State;
use crate::model::ztunnel::workload::{Protocol, Workload};

/// Whether a ztunnel carries the connections of a workload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "is", content = "because")]
pub enum Capture {
    /// The one of its node does.
    Captured(String),
    /// Its sidecar does, which speaks HBONE itself.
    Sidecar(String),
    /// Nothing does: its connections go and come as they are.
    Uncaptured(String),
    /// It cannot be told.
    Unknown(String),
}

impl Capture {
    /// Whether a ztunnel certainly carries its connections.
    pub fn is_captured(&self) -> bool {
        matches!(self, Self::Captured(_))
    }

    /// Why.
    pub fn reason(&self) -> &str {
        match self {
            Self::Captured(reason) | Self::Sidecar(reason) | Self::Uncaptured(reason) | Self::Unknown(reason) => reason,
        }
    }
}

impl State<'_> {
    /// Whether a ztunnel carries the connections of a workload. The one of its node knows; others know only how its
    /// connections are meant to arrive, which lags behind where redirection was lost.
    pub fn capture(&self, workload: &Workload) -> Capture {
        if workload.native_tunnel {
            return Capture::Sidecar("its sidecar speaks HBONE itself (nativeTunnel)".to_owned());
        }
        let captured = self.ztunnel.dump.captured.as_ref().filter(|_| self.ztunnel.is_local_to(workload));
        if let Some(captured) = captured {
            let mut pods = captured.values().map(|state| &state.info);
            let id = &self.ztunnel.id;
            return if pods.any(|pod| pod.name == workload.name && pod.namespace == workload.namespace) {
                Capture::Captured(format!("ztunnel {id} of its node {} holds it", workload.node))
            } else {
                Capture::Uncaptured(format!("ztunnel {id} of its node {} does not hold it", workload.node))
            };
        }
        let protocol = workload.protocol.word();
        let where_from = match workload.node.as_str() {
            "" => "it runs on no node".to_owned(),
            node => format!("the ztunnel of its node {node} was not read, and to others it is {protocol}"),
        };
        match workload.protocol {
            Protocol::Hbone => Capture::Captured(where_from),
            Protocol::Tcp => Capture::Uncaptured(where_from),
            Protocol::Other(_) => Capture::Unknown(format!("protocol {protocol} is not modelled")),
        }
    }
}
