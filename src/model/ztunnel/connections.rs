//! The workloads that a ztunnel captures, and their open connections.

use serde::Deserialize;

/// A workload of the node that the ztunnel captures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct WorkloadState {
    /// Who it is.
    pub info: WorkloadInfo,
    /// `Up` or `Draining`.
    pub state: String,
    /// What is open.
    pub connections: Connections,
}

/// Who a workload is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct WorkloadInfo {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
    /// Service account.
    pub service_account: String,
    /// Trust domain.
    pub trust_domain: String,
}

/// Open connections.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Connections {
    /// To the workload.
    pub inbound: Vec<Connection>,
    /// From the workload.
    pub outbound: Vec<Connection>,
}

/// An open connection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Connection {
    /// Where it comes from.
    pub src: String,
    /// Where the client wanted to go; of an inbound one, the host that it was told.
    #[serde(deserialize_with = "text")]
    pub original_dst: String,
    /// Where it goes.
    #[serde(alias = "dst")]
    pub actual_dst: String,
    /// `HBONE` or `TCP`.
    pub protocol: String,
}

/// A text; `null` is none.
fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}
