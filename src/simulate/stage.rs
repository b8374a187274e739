//! The kinds of decisions on a way.

use schemars::JsonSchema;
use serde::Serialize;

/// The kinds of decisions, in the order of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Where the kernel delivers the connection.
    Capture,
    /// Which listener handles it.
    Listener,
    /// Which filter chain.
    Chain,
    /// The TLS handshake with the client.
    Handshake,
    /// A network filter.
    NetworkFilter,
    /// What the connection manager does to the request before routing.
    Manager,
    /// Which virtual host.
    VirtualHost,
    /// Which route.
    Route,
    /// An HTTP filter.
    HttpFilter,
    /// Which cluster.
    Cluster,
    /// Which endpoints.
    Endpoint,
    /// TLS to the endpoint.
    Tls,
    /// The answer.
    Answer,
}

impl Stage {
    /// The word in front of a step.
    pub fn word(self) -> &'static str {
        match self {
            Self::Capture => "capture",
            Self::Listener => "listener",
            Self::Chain => "chain",
            Self::Handshake => "handshake",
            Self::NetworkFilter => "network",
            Self::Manager => "manager",
            Self::VirtualHost => "host",
            Self::Route => "route",
            Self::HttpFilter => "filter",
            Self::Cluster => "cluster",
            Self::Endpoint => "endpoint",
            Self::Tls => "tls",
            Self::Answer => "answer",
        }
    }
}
