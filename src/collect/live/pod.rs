//! Pods, as far as it matters how to reach their proxies.

use std::collections::BTreeMap;

use k8s_openapi::api::core::v1::Pod as Object;
use kube::Api;
use kube::api::ListParams;

use super::container;
use crate::base::name::ProxyId;

/// So many pods come in one answer.
const PAGE: u32 = 500;

/// A pod.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pod {
    /// Namespace and name.
    pub id: ProxyId,
    /// The one that it is, among those that ever had the name.
    pub uid: String,
    /// Where it runs.
    pub node: String,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
    /// Kinds and names of what it belongs to: the `ReplicaSet`, and the Deployment that is behind it.
    pub owners: Vec<(&'static str, String)>,
    /// The container of its proxy.
    pub container: Option<String>,
    /// The admin port.
    pub admin_port: u16,
    /// Why it cannot answer, as far as the pod tells.
    pub not_running: Option<String>,
    /// Whether it is a ztunnel.
    pub is_ztunnel: bool,
    /// Whether a ztunnel carries its traffic.
    pub is_ambient: bool,
}

impl Pod {
    pub(super) fn new(object: &Object) -> Self {
        let metadata = &object.metadata;
        let container = container::proxy(object);
        Self {
            id: ProxyId::new(metadata.namespace.clone().unwrap_or_default(), metadata.name.clone().unwrap_or_default()),
            uid: metadata.uid.clone().unwrap_or_default(),
            node: object.spec.as_ref().and_then(|spec| spec.node_name.clone()).unwrap_or_default(),
            labels: metadata.labels.clone().into_iter().flatten().collect(),
            owners: owners(object),
            admin_port: container::admin_port(object),
            not_running: container::not_running(object, container.as_deref()),
            is_ztunnel: container.is_some() && container::is_ztunnel(object),
            is_ambient: container::is_ambient(object),
            container,
        }
    }
}

/// Pods of Deployments belong to a `ReplicaSet` whose name is the Deployment's and the pod's template hash; those of
/// `CronJob`s to a Job whose name ends with the minute it was for.
fn owners(object: &Object) -> Vec<(&'static str, String)> {
    let mut owners = Vec::new();
    for owner in object.metadata.owner_references.iter().flatten() {
        let name = owner.name.clone();
        let hash = object.metadata.labels.as_ref().and_then(|labels| labels.get("pod-template-hash"));
        match owner.kind.as_str() {
            "ReplicaSet" => {
                let deployment = hash.and_then(|hash| name.strip_suffix(hash.as_str())?.strip_suffix('-'));
                owners.extend(deployment.map(|deployment| ("deployments", deployment.to_owned())));
                owners.push(("replicasets", name));
            }
            "Job" => {
                let cron_job = name.rsplit_once('-').filter(|(_, end)| end.bytes().all(|byte| byte.is_ascii_digit()));
                owners.extend(cron_job.map(|(cron_job, _)| ("cronjobs", cron_job.to_owned())));
                owners.push(("jobs", name));
            }
            "StatefulSet" => owners.push(("statefulsets", name)),
            "DaemonSet" => owners.push(("daemonsets", name)),
            "ReplicationController" => owners.push(("replicationcontrollers", name)),
            _ => {}
        }
    }
    owners
}

/// The pods of a namespace, or all, in the order of their names.
pub(super) async fn list(api: &Api<Object>, labels: Option<&str>) -> Result<Vec<Pod>, kube::Error> {
    let mut pods = Vec::new();
    let mut parameters = ListParams::default().limit(PAGE);
    if let Some(labels) = labels {
        parameters = parameters.labels(labels);
    }
    loop {
        let page = api.list(&parameters).await?;
        pods.extend(page.items.iter().map(Pod::new));
        match page.metadata.continue_.filter(|token| !token.is_empty()) {
            Some(token) => parameters = parameters.continue_token(&token),
            None => break,
        }
    }
    pods.sort_by(|left, right| left.id.cmp(&right.id));
    Ok(pods)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_behind_owners() {
        let pod: Object = serde_json::from_value(serde_json::json!({
            "metadata": {
                "name": "web-5f-x", "namespace": "shop", "labels": { "pod-template-hash": "5f" },
                "ownerReferences": [{ "apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-5f", "uid": "1" }],
            },
            "spec": { "containers": [{ "name": "istio-proxy", "args": ["proxy", "sidecar"] }] },
        }))
        .unwrap();
        let pod = Pod::new(&pod);
        let want = [("deployments", "web".to_owned()), ("replicasets", "web-5f".to_owned())];
        assert_eq!(pod.owners, want);
        assert!(!pod.is_ztunnel && pod.container.is_some());
    }
}
