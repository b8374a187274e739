//! The kinds of resources that matter to a mesh and that the cluster serves.

use std::collections::BTreeMap;

use kube::Client;
use tokio::task::JoinSet;

use super::trouble::said;

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
const EXPECTED: [&str; 3] = ["networking.istio.io", "security.istio.io", "gateway.networking.k8s.io"];
/// Of others only these. Secrets are never asked for.
const SINGLE: [(&str, &str); 5] =
    [("", "namespaces"), ("", "nodes"), ("", "pods"), ("", "services"), ("discovery.k8s.io", "endpointslices")];

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

/// What a cluster serves.
#[derive(Debug, Default)]
pub(super) struct Served {
    pub(super) kinds: Vec<Kind>,
    /// Groups whose CRDs are missing, or that cannot be asked.
    pub(super) missing: Vec<(String, String)>,
}

/// Asks the cluster for its kinds.
pub(super) async fn discover(client: &Client) -> Result<Served, kube::Error> {
    let mut served = Served::default();
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::from([(String::new(), vec!["v1".to_owned()])]);
    for group in client.list_api_groups().await?.groups {
        let preferred = group.preferred_version.map(|version| version.version);
        let mut all: Vec<String> = group.versions.into_iter().map(|version| version.version).collect();
        all.sort_by_key(|version| Some(version) != preferred.as_ref());
        versions.insert(group.name, all);
    }
    let wanted = WHOLE_GROUPS.iter().copied().chain(["", "discovery.k8s.io"]);
    let mut asked = JoinSet::new();
    for group in wanted {
        let Some(versions) = versions.get(group) else {
            if EXPECTED.contains(&group) {
                let reason = "the cluster does not serve it: its CRDs are not installed".to_owned();
                served.missing.push((group.to_owned(), reason));
            }
            continue;
        };
        for (rank, version) in versions.iter().cloned().enumerate() {
            let client = client.clone();
            asked.spawn(async move {
                let resources = match group {
                    "" => client.list_core_api_resources(&version).await,
                    group => client.list_api_group_resources(&format!("{group}/{version}")).await,
                };
                (group, rank, version, resources)
            });
        }
    }
    let mut answers = asked.join_all().await;
    // Of a kind in several versions the first counts.
    answers.sort_by_key(|(group, rank, ..)| (*group, *rank));
    for (group, _, version, resources) in answers {
        match resources {
            Ok(resources) => add(&mut served.kinds, group, &version, resources.resources),
            Err(kube::Error::Api(status)) => served.missing.push((format!("{group}/{version}"), said(&status))),
            Err(error) => return Err(error),
        }
    }
    served.missing.sort();
    served.kinds.sort();
    Ok(served)
}

fn add(
    kinds: &mut Vec<Kind>,
    group: &str,
    version: &str,
    resources: Vec<k8s_openapi::apimachinery::pkg::apis::meta::v1::APIResource>,
) {
    for resource in resources {
        let is_wanted = WHOLE_GROUPS.contains(&group) || SINGLE.contains(&(group, resource.name.as_str()));
        let is_known = kinds.iter().any(|known| known.group == group && known.plural == resource.name);
        let can_be_listed = resource.verbs.iter().any(|verb| verb == "list");
        if is_wanted && !is_known && can_be_listed && !resource.name.contains('/') {
            kinds.push(Kind {
                group: group.to_owned(),
                version: version.to_owned(),
                plural: resource.name,
                in_yaml: resource.kind,
                is_namespaced: resource.namespaced,
            });
        }
    }
}
