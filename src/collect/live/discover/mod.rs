//! What a cluster serves: at once, where it says so in one answer for all groups; else group by group.

use std::collections::BTreeMap;

use k8s_openapi::apimachinery::pkg::apis::meta::v1::APIResource;
use kube::Client;
use kube::core::discovery::v2::{APIGroupDiscovery, APIGroupDiscoveryList, APIResourceDiscovery};
use tokio::task::JoinSet;

use super::kinds::{self, EXPECTED, Kind, is_wanted};
use super::trouble::said;

#[cfg(test)]
mod tests;

/// What a cluster serves.
#[derive(Debug, Default)]
pub(super) struct Served {
    pub(super) kinds: Vec<Kind>,
    /// Groups whose CRDs are missing, or that cannot be asked.
    pub(super) missing: Vec<(String, String)>,
}

impl Served {
    /// Adds what is wanted of a version of a group. Of a kind in several versions the first counts.
    fn add(&mut self, kinds: impl IntoIterator<Item = Kind>) {
        for kind in kinds {
            let is_known = self.kinds.iter().any(|known| known.group == kind.group && known.plural == kind.plural);
            if is_wanted(&kind.group, &kind.plural) && !is_known {
                self.kinds.push(kind);
            }
        }
    }

    fn settled(mut self, has_group: impl Fn(&str) -> bool) -> Self {
        for group in EXPECTED.into_iter().filter(|group| !has_group(group)) {
            let reason = "the cluster does not serve it: its CRDs are not installed".to_owned();
            self.missing.push((group.to_owned(), reason));
        }
        self.missing.sort();
        self.kinds.sort();
        self
    }
}

/// Asks the cluster for its kinds.
pub(super) async fn discover(client: &Client) -> Result<Served, kube::Error> {
    let (core, groups) = tokio::join!(client.list_core_api_versions_aggregated(), client.list_api_groups_aggregated());
    let (core, groups) = (items(core)?, items(groups)?);
    // Before Kubernetes 1.27 the answer is a list of groups, in which this reads nothing.
    if core.is_empty() || groups.is_empty() {
        return one_by_one(client).await;
    }
    Ok(all_at_once(core.into_iter().chain(groups).collect()))
}

fn items(answer: Result<APIGroupDiscoveryList, kube::Error>) -> Result<Vec<APIGroupDiscovery>, kube::Error> {
    match answer {
        Ok(list) => Ok(list.items),
        // What is not understood or not allowed may be so in the older way.
        Err(kube::Error::Api(_) | kube::Error::SerdeError(_)) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The preferred version of a group comes first.
fn all_at_once(groups: Vec<APIGroupDiscovery>) -> Served {
    let mut served = Served::default();
    let mut names = Vec::new();
    for group in groups {
        let name = group.metadata.and_then(|metadata| metadata.name).unwrap_or_default();
        for version in group.versions {
            let in_version = version.version.unwrap_or_default();
            // The server behind the group did not answer the one that was asked.
            if version.freshness.as_deref() == Some("Stale")
                && version.resources.is_empty()
                && kinds::groups().any(|group| group == name)
            {
                served.missing.push((format!("{name}/{in_version}"), "its API server does not answer".to_owned()));
            }
            served.add(version.resources.into_iter().filter_map(|resource| kind(&name, &in_version, resource)));
        }
        names.push(name);
    }
    served.settled(|group| names.iter().any(|name| name == group))
}

fn kind(group: &str, version: &str, resource: APIResourceDiscovery) -> Option<Kind> {
    resource.verbs.iter().any(|verb| verb == "list").then_some(())?;
    Some(Kind {
        group: group.to_owned(),
        version: version.to_owned(),
        plural: resource.resource?,
        in_yaml: resource.response_kind?.kind?,
        is_namespaced: resource.scope.as_deref() == Some("Namespaced"),
    })
}

/// The groups first, then the kinds of each.
async fn one_by_one(client: &Client) -> Result<Served, kube::Error> {
    let mut served = Served::default();
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::from([(String::new(), vec!["v1".to_owned()])]);
    for group in client.list_api_groups().await?.groups {
        let preferred = group.preferred_version.map(|version| version.version);
        let mut all: Vec<String> = group.versions.into_iter().map(|version| version.version).collect();
        all.sort_by_key(|version| Some(version) != preferred.as_ref());
        versions.insert(group.name, all);
    }
    let mut asked = JoinSet::new();
    for group in kinds::groups() {
        for (rank, version) in versions.get(group).into_iter().flatten().cloned().enumerate() {
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
    answers.sort_by_key(|(group, rank, ..)| (*group, *rank));
    for (group, _, version, resources) in answers {
        match resources {
            Ok(list) => served.add(list.resources.into_iter().filter_map(|one| one_kind(group, &version, one))),
            Err(kube::Error::Api(status)) => served.missing.push((format!("{group}/{version}"), said(&status))),
            Err(error) => return Err(error),
        }
    }
    Ok(served.settled(|group| versions.contains_key(group)))
}

fn one_kind(group: &str, version: &str, resource: APIResource) -> Option<Kind> {
    let can_be_listed = resource.verbs.iter().any(|verb| verb == "list") && !resource.name.contains('/');
    can_be_listed.then(|| Kind {
        group: group.to_owned(),
        version: version.to_owned(),
        plural: resource.name,
        in_yaml: resource.kind,
        is_namespaced: resource.namespaced,
    })
}
