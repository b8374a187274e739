//! Where a thing came from: a resource with a field path, a place in a file, and how we know.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// A Kubernetes, Istio or Gateway API object.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct ResourceRef {
    /// Kind, as in YAML: `VirtualService`.
    pub kind: String,
    /// Namespace; empty for cluster-scoped objects.
    pub namespace: String,
    /// Name.
    pub name: String,
}

impl ResourceRef {
    /// A reference by kind, namespace and name.
    pub fn new(kind: impl Into<String>, namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self { kind: kind.into(), namespace: namespace.into(), name: name.into() }
    }
}

impl fmt::Display for ResourceRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_empty() {
            write!(f, "{} {}", self.kind, self.name)
        } else {
            write!(f, "{} {}/{}", self.kind, self.namespace, self.name)
        }
    }
}

/// A place in a file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// The file as the user named it; `ARCHIVE!MEMBER` inside an archive.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// How an owner is known, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// istiod wrote the owner into the object's metadata.
    Marked,
    /// Read off a name that istiod builds.
    Named,
    /// Worked out from the resources.
    Recomputed,
}

impl Known {
    /// The word that trace and tables print.
    pub fn word(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Named => "named",
            Self::Recomputed => "recomputed",
        }
    }
}

/// The resource (and the part of it) behind an Envoy object.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Owner {
    /// The resource.
    pub resource: ResourceRef,
    /// The part of it, such as `spec.http[2].match[0]`; empty for the whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub path: String,
    /// How we know.
    pub known: Known,
    /// Where it stands, if the resource was read too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.resource.fmt(f)?;
        // Nearly every part stands in `spec`.
        match self.path.strip_prefix("spec.").unwrap_or(&self.path) {
            "" => Ok(()),
            path => write!(f, " {path}"),
        }?;
        Ok(())
    }
}
