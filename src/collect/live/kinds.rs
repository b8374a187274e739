//! The kinds of resources that matter to a mesh and that the cluster serves.

/// Of these groups every kind.
const WHOLE_GROUPS: [&str; 6] = [
    "networking.istio.io",
    "security.istio.io",
    "telemetry.istio.io",
    "extensions.istio.io",
    "gateway.networking.k8s.io",
    "gateway.networking.x-k8s.io",
];
/// Without the CRDs of these something is missing that meshes usually have.
pub(super) const EXPECTED: [&str; 3] = ["networking.istio.io", "security.istio.io", "gateway.networking.k8s.io"];
/// Of others only these. Secrets are never asked for.
const SINGLE: [(&str, &str); 5] =
    [("", "namespaces"), ("", "nodes"), ("", "pods"), ("", "services"), ("discovery.k8s.io", "endpointslices")];

/// Whether a kind matters.
pub(super) fn is_wanted(group: &str, plural: &str) -> bool {
    WHOLE_GROUPS.contains(&group) || SINGLE.contains(&(group, plural))
}

/// The groups that have any that do.
pub(super) fn groups() -> impl Iterator<Item = &'static str> {
    let single = SINGLE.into_iter().map(|(group, _)| group);
    let mut groups: Vec<&str> = WHOLE_GROUPS.into_iter().chain(single).collect();
    groups.sort_unstable();
    groups.dedup();
    groups.into_iter()
}

/// A kind that the cluster serves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    /// API group; empty for the core.
    pub(super) group: String,
    /// The version to read: the preferred one, where that has the kind.
    pub(super) version: String,
    /// The name in URLs.
    pub(super) plural: String,
    /// The name in YAML.
    pub(super) in_yaml: String,
    /// Whether its objects have a namespace.
    pub(super) is_namespaced: bool,
}

impl Kind {
    /// The name by which kubectl knows it.
    pub(super) fn name(&self) -> String {
        if self.group.is_empty() { self.plural.clone() } else { format!("{}.{}", self.plural, self.group) }
    }

    /// The path of its list.
    pub(super) fn path(&self, namespace: Option<&str>) -> String {
        let root = match self.group.as_str() {
            "" => format!("/api/{}", self.version),
            group => format!("/apis/{group}/{}", self.version),
        };
        match namespace.filter(|_| self.is_namespaced) {
            Some(namespace) => format!("{root}/namespaces/{namespace}/{}", self.plural),
            None => format!("{root}/{}", self.plural),
        }
    }
}
