//! What is in the cluster: nodes, pods, the resources of the recorded mesh, and who may do what.

use std::collections::{BTreeMap, BTreeSet};

use kube::Client;
use serde_json::{Value, json};

use super::envoy::Recorded;
use super::kwok;
use crate::support;

/// The API server, asked as its administrator.
pub(crate) struct Api {
    pub(crate) client: Client,
    pub(crate) runtime: tokio::runtime::Runtime,
}

impl Api {
    /// Writes an object. One that is there stays.
    pub(crate) fn create(&self, path: &str, object: &Value) {
        let request = http::Request::post(path)
            .header("content-type", "application/json")
            .body(serde_json::to_vec(object).unwrap())
            .unwrap();
        match self.runtime.block_on(self.client.request::<Value>(request)) {
            Ok(_) => {}
            Err(kube::Error::Api(status)) if status.code == 409 => {}
            Err(error) => panic!("{path}: {error}\n{object}"),
        }
    }

    /// Sets the status of an object.
    pub(crate) fn set_status(&self, path: &str, status: &Value) {
        let request = http::Request::patch(format!("{path}/status"))
            .header("content-type", "application/merge-patch+json")
            .body(serde_json::to_vec(&json!({ "status": status })).unwrap())
            .unwrap();
        self.runtime.block_on(self.client.request::<Value>(request)).unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Whether something is there.
    pub(crate) fn has(&self, path: &str) -> bool {
        let request = http::Request::get(path).body(Vec::new()).unwrap();
        self.runtime.block_on(self.client.request::<Value>(request)).is_ok()
    }

    /// Takes a pod away at once.
    pub(crate) fn delete_pod(&self, namespace: &str, name: &str) {
        let path = format!("/api/v1/namespaces/{namespace}/pods/{name}?gracePeriodSeconds=0");
        let request = http::Request::delete(path).body(Vec::new()).unwrap();
        self.runtime.block_on(self.client.request::<Value>(request)).unwrap();
    }

    /// A namespace.
    pub(crate) fn namespace(&self, name: &str) {
        let object = json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": name } });
        self.create("/api/v1/namespaces", &object);
    }

    /// A node whose kubelet is kwok.
    pub(crate) fn node(&self, name: &str) {
        self.create("/api/v1/nodes", &json!({ "apiVersion": "v1", "kind": "Node", "metadata": { "name": name } }));
        let status = json!({
            "addresses": [{ "type": "InternalIP", "address": "127.0.0.1" }],
            "daemonEndpoints": { "kubeletEndpoint": { "Port": kwok::PORT } },
        });
        self.set_status(&format!("/api/v1/nodes/{name}"), &status);
    }

    /// A running pod.
    pub(crate) fn pod(&self, object: &Value, address: &str, state: &Value) {
        let (namespace, name) = (&object["metadata"]["namespace"], &object["metadata"]["name"]);
        let path = format!("/api/v1/namespaces/{}/pods", namespace.as_str().unwrap());
        self.create(&path, object);
        let containers = object["spec"]["containers"].as_array().unwrap().iter();
        let statuses: Vec<Value> = containers
            .map(|container| {
                json!({ "name": container["name"], "image": "i", "imageID": "i", "ready": true, "restartCount": 0, "state": state })
            })
            .collect();
        let status = json!({ "phase": "Running", "podIP": address, "containerStatuses": statuses });
        self.set_status(&format!("{path}/{}", name.as_str().unwrap()), &status);
    }

    /// What groups may do: everybody but strangers may look; some may exec, some forward, some both, one in one namespace
    /// only.
    pub(crate) fn grant(&self) {
        let read = json!({ "apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list"] });
        // `*` would be of subresources too.
        let kinds = ["namespaces", "nodes", "pods", "services", "endpointslices"];
        let core = json!({ "apiGroups": ["", "discovery.k8s.io"], "resources": kinds, "verbs": ["get", "list"] });
        let mesh = json!({
            "apiGroups": ["networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io",
                "gateway.networking.k8s.io"],
            "resources": ["*"], "verbs": read["verbs"],
        });
        let sub = |name: &str| json!({ "apiGroups": [""], "resources": [name], "verbs": ["get", "create"] });
        for (group, more) in [
            ("viewers", vec![]),
            ("forwarders", vec![sub("pods/portforward")]),
            ("executors", vec![sub("pods/exec")]),
            ("both", vec![sub("pods/portforward"), sub("pods/exec")]),
            ("partial", vec![]),
        ] {
            let rules: Vec<Value> = [core.clone(), mesh.clone()].into_iter().chain(more).collect();
            let root = "/apis/rbac.authorization.k8s.io/v1";
            let api = "rbac.authorization.k8s.io";
            let version = format!("{api}/v1");
            self.create(
                &format!("{root}/clusterroles"),
                &json!({ "apiVersion": version, "kind": "ClusterRole", "metadata": { "name": group }, "rules": rules }),
            );
            self.create(
                &format!("{root}/clusterrolebindings"),
                &json!({
                    "apiVersion": version, "kind": "ClusterRoleBinding", "metadata": { "name": group },
                    "roleRef": { "apiGroup": api, "kind": "ClusterRole", "name": group },
                    "subjects": [{ "apiGroup": api, "kind": "Group", "name": group }],
                }),
            );
        }
        self.namespace("shop");
        let root = "/apis/rbac.authorization.k8s.io/v1/namespaces/shop";
        let named = json!({ "name": "partial", "namespace": "shop" });
        let api = "rbac.authorization.k8s.io";
        let version = format!("{api}/v1");
        self.create(
            &format!("{root}/roles"),
            &json!({ "apiVersion": version, "kind": "Role", "metadata": named, "rules": [sub("pods/portforward")] }),
        );
        self.create(
            &format!("{root}/rolebindings"),
            &json!({
                "apiVersion": version, "kind": "RoleBinding", "metadata": named,
                "roleRef": { "apiGroup": api, "kind": "Role", "name": "partial" },
                "subjects": [{ "apiGroup": api, "kind": "Group", "name": "partial" }],
            }),
        );
    }
}

/// A pod of a recorded proxy, beside its workload.
pub(crate) fn pod_of(recorded: &Recorded) -> Value {
    let metadata = &recorded.metadata;
    let owner = metadata["OWNER"].as_str().unwrap_or_default();
    let mut parts = owner.rsplit('/');
    let (name, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let hash = metadata["LABELS"]["pod-template-hash"].as_str();
    let owner = match (kind, hash) {
        ("deployments", Some(hash)) => Some(("ReplicaSet", format!("{name}-{hash}"))),
        ("statefulsets", _) => Some(("StatefulSet", name.to_owned())),
        _ => None,
    };
    let owners: Vec<Value> = owner
        .map(|(kind, name)| json!({ "apiVersion": "apps/v1", "kind": kind, "name": name, "uid": "1", "controller": true }))
        .into_iter()
        .collect();
    pod(&recorded.namespace, &recorded.name, &metadata["LABELS"], &owners)
}

/// A pod with an application and a sidecar.
pub(crate) fn pod(namespace: &str, name: &str, labels: &Value, owners: &[Value]) -> Value {
    json!({
        "apiVersion": "v1", "kind": "Pod",
        "metadata": { "namespace": namespace, "name": name, "labels": labels, "ownerReferences": owners },
        "spec": {
            "nodeName": "node-a1",
            "containers": [
                { "name": "app", "image": "app", "env": [{ "name": "PASSWORD", "value": "hunter2" }] },
                { "name": "istio-proxy", "image": "proxyv2", "args": ["proxy", "sidecar"] },
            ],
        },
    })
}

/// A pod of istiod.
pub(crate) fn istiod(name: &str) -> Value {
    let mut pod = pod("istio-system", name, &json!({ "app": "istiod", "istio.io/rev": "default" }), &[]);
    pod["spec"]["containers"] = json!([{ "name": "discovery", "image": "pilot" }]);
    pod
}

/// The Services, EndpointSlices, Istio and Gateway API resources of the recorded mesh.
pub(crate) fn resources() -> Vec<Value> {
    let wanted = |object: &Value| {
        let version = object["apiVersion"].as_str().unwrap_or_default();
        let kind = object["kind"].as_str().unwrap_or_default();
        matches!(kind, "Service" | "EndpointSlice") || is_custom(version)
    };
    let files = support::unpacked("shop.tar.zst");
    let manifests = files.iter().filter(|(path, _)| path.starts_with("manifests/") && !path.ends_with('/'));
    manifests
        .flat_map(|(path, text)| {
            let text = std::str::from_utf8(text).unwrap();
            serde_saphyr::from_multiple::<Value>(text).unwrap_or_else(|error| panic!("{path}: {error}"))
        })
        .filter(wanted)
        .collect()
}

fn is_custom(version: &str) -> bool {
    version.contains(".istio.io/") || version.starts_with("gateway.networking.k8s.io/")
}

/// Groups, kinds and versions of custom resources.
fn kinds(resources: &[Value]) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut kinds: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for object in resources.iter().filter(|object| is_custom(object["apiVersion"].as_str().unwrap_or_default())) {
        let (group, version) = object["apiVersion"].as_str().unwrap().split_once('/').unwrap();
        let kind = object["kind"].as_str().unwrap().to_owned();
        kinds.entry((group.to_owned(), kind)).or_default().insert(version.to_owned());
    }
    kinds
}

fn plural(kind: &str) -> String {
    let kind = kind.to_lowercase();
    match kind.strip_suffix('y').filter(|start| !start.ends_with('a')) {
        Some(start) => format!("{start}ies"),
        None if kind.ends_with('s') => format!("{kind}es"),
        None => format!("{kind}s"),
    }
}

/// Puts the resources into the cluster, with definitions that take anything of their kinds.
pub(crate) fn apply(api: &Api, resources: &[Value]) {
    for ((group, kind), versions) in kinds(resources) {
        let plural = plural(&kind);
        let is_cluster_wide = kind == "GatewayClass";
        let any = json!({ "openAPIV3Schema": { "type": "object", "x-kubernetes-preserve-unknown-fields": true } });
        let served: Vec<Value> = versions
            .iter()
            .rev()
            .enumerate()
            .map(|(index, version)| json!({ "name": version, "served": true, "storage": index == 0, "schema": any }))
            .collect();
        let name = format!("{plural}.{group}");
        api.create(
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            &json!({
                "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                "metadata": {
                    "name": name,
                    "annotations": { "api-approved.kubernetes.io": "unapproved, for a test" },
                },
                "spec": {
                    "group": group, "scope": if is_cluster_wide { "Cluster" } else { "Namespaced" },
                    "names": { "kind": kind, "plural": plural, "singular": kind.to_lowercase() },
                    "versions": served,
                },
            }),
        );
        let version = versions.first().unwrap();
        let path = format!("/apis/{group}/{version}/{plural}");
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(30);
        while !api.has(&path) {
            assert!(std::time::Instant::now() < deadline, "{name} is not served");
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }
    for object in resources {
        let version = object["apiVersion"].as_str().unwrap();
        let root = if version.contains('/') { format!("/apis/{version}") } else { format!("/api/{version}") };
        let plural = plural(object["kind"].as_str().unwrap());
        let path = match object["metadata"]["namespace"].as_str() {
            Some(namespace) => {
                api.namespace(namespace);
                format!("{root}/namespaces/{namespace}/{plural}")
            }
            None => format!("{root}/{plural}"),
        };
        api.create(&path, object);
    }
}
