//! The kinds of objects that istiod sends, by the short names that people use.

use std::fmt;

use serde::{Serialize, Serializer};

/// A kind of objects, in the order in which istioctl shows them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum XdsType {
    /// Clusters.
    Cds,
    /// Listeners.
    Lds,
    /// Endpoints.
    Eds,
    /// Route tables.
    Rds,
    /// Extension configurations.
    Ecds,
    /// Secrets.
    Sds,
    /// Names for the agent's DNS.
    Nds,
    /// Workloads and services, for a ztunnel.
    Wds,
    /// Policies, for a ztunnel.
    Wads,
    /// Another, by its type.
    Other(String),
}

impl XdsType {
    /// Reads a type URL, or a short name.
    pub fn parse(text: &str) -> Self {
        match text.rsplit(['/', '.']).next().unwrap_or(text) {
            "Cluster" | "CDS" => Self::Cds,
            "Listener" | "LDS" => Self::Lds,
            "ClusterLoadAssignment" | "EDS" => Self::Eds,
            "RouteConfiguration" | "RDS" => Self::Rds,
            "TypedExtensionConfig" | "ECDS" => Self::Ecds,
            "Secret" | "SDS" => Self::Sds,
            "NameTable" | "NDS" => Self::Nds,
            // `istio.workload.Address` holds both; older ztunnels ask for `Workload`.
            "Address" | "Workload" | "WDS" => Self::Wds,
            "Authorization" | "WADS" => Self::Wads,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The short name.
    pub fn word(&self) -> &str {
        match self {
            Self::Cds => "CDS",
            Self::Lds => "LDS",
            Self::Eds => "EDS",
            Self::Rds => "RDS",
            Self::Ecds => "ECDS",
            Self::Sds => "SDS",
            Self::Nds => "NDS",
            Self::Wds => "WDS",
            Self::Wads => "WADS",
            Self::Other(name) => name,
        }
    }
}

impl fmt::Display for XdsType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for XdsType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl schemars::JsonSchema for XdsType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "XdsType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "CDS, LDS, EDS, RDS, ECDS, SDS, NDS, WDS, WADS, or the last part of a type URL" })
    }
}
