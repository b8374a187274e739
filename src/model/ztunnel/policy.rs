//! Policies that a ztunnel can check: what istiod made of `AuthorizationPolicy` and `PeerAuthentication`.

use serde::Deserialize;

use super::matching::Match;

/// A policy.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Policy {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
    /// What it applies to.
    pub scope: Scope,
    /// What it does.
    pub action: Action,
    /// Any rule: all clauses: any match.
    pub rules: Vec<Vec<Vec<Match>>>,
    /// Its verdict is logged and nothing else.
    pub dry_run: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            name: String::new(),
            namespace: String::new(),
            scope: Scope::WorkloadSelector,
            action: Action::Allow,
            rules: Vec::new(),
            dry_run: false,
        }
    }
}

impl Policy {
    /// `NAMESPACE/NAME`, as workloads and logs name it.
    pub fn id(&self) -> String {
        format!("{}/{}", self.namespace, self.name)
    }
}

/// What a policy applies to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Scope {
    /// Every workload.
    Global,
    /// Every workload of its namespace.
    Namespace,
    /// The workloads that name it.
    WorkloadSelector,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Scope {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Global" => Self::Global,
            "Namespace" => Self::Namespace,
            "WorkloadSelector" => Self::WorkloadSelector,
            _ => Self::Other(text),
        }
    }
}

impl Scope {
    /// The word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Global => "Global",
            Self::Namespace => "Namespace",
            Self::WorkloadSelector => "WorkloadSelector",
            Self::Other(word) => word,
        }
    }
}

/// What a policy does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Action {
    /// It lets connections through; where there is one, all others are refused.
    Allow,
    /// It refuses connections.
    Deny,
    /// A word that meshdbg does not know.
    Other(String),
}

impl From<String> for Action {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Allow" => Self::Allow,
            "Deny" => Self::Deny,
            _ => Self::Other(text),
        }
    }
}

impl Action {
    /// The word of the dump.
    pub fn word(&self) -> &str {
        match self {
            Self::Allow => "Allow",
            Self::Deny => "Deny",
            Self::Other(word) => word,
        }
    }
}
