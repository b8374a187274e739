//! Where in a pod its proxy is, and whether it runs.

use k8s_openapi::api::core::v1::{Container, ContainerStatus, Pod};

/// The container of every proxy that Istio makes: sidecars, native sidecars (init containers), gateways, waypoints, and
/// ztunnels.
const PROXY: &str = "istio-proxy";
/// Istio's admin port, unless `proxyAdminPort` says otherwise.
const ADMIN_PORT: u16 = 15000;
/// The annotation that holds a proxy's own `ProxyConfig`.
const PROXY_CONFIG: &str = "proxy.istio.io/config";

/// The name of the proxy's container.
pub(super) fn proxy(pod: &Pod) -> Option<String> {
    let spec = pod.spec.as_ref()?;
    let containers = spec.containers.iter().chain(spec.init_containers.iter().flatten());
    containers.map(|container| &container.name).find(|name| *name == PROXY).cloned()
}

/// Whether the proxy is a ztunnel, by what its container runs.
pub(super) fn is_ztunnel(pod: &Pod) -> bool {
    let labelled =
        pod.metadata.labels.as_ref().is_some_and(|labels| labels.get("app").is_some_and(|app| app == "ztunnel"));
    let runs = |container: &Container| container.args.iter().flatten().any(|argument| argument == "ztunnel");
    labelled || pod.spec.iter().flat_map(|spec| &spec.containers).any(runs)
}

/// Whether a ztunnel carries the pod's traffic.
pub(super) fn is_ambient(pod: &Pod) -> bool {
    let annotations = pod.metadata.annotations.iter().flatten();
    annotations.into_iter().any(|(key, value)| key == "ambient.istio.io/redirection" && value == "enabled")
}

/// The admin port, as the pod's own `ProxyConfig` says.
pub(super) fn admin_port(pod: &Pod) -> u16 {
    #[derive(Default, serde::Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct ProxyConfig {
        proxy_admin_port: Option<u16>,
    }
    let annotation = pod.metadata.annotations.as_ref().and_then(|annotations| annotations.get(PROXY_CONFIG));
    let config = annotation.and_then(|text| serde_saphyr::from_str::<ProxyConfig>(text).ok()).unwrap_or_default();
    config.proxy_admin_port.unwrap_or(ADMIN_PORT)
}

/// Why the proxy cannot answer, where the pod says so itself.
pub(super) fn not_running(pod: &Pod, container: Option<&str>) -> Option<String> {
    let status = pod.status.as_ref();
    if pod.metadata.deletion_timestamp.is_some() {
        return Some("is being deleted".to_owned());
    }
    match status.and_then(|status| status.phase.as_deref()) {
        Some("Succeeded" | "Failed") => return Some("has ended".to_owned()),
        Some("Pending") if container.is_none() => return Some("has not started".to_owned()),
        _ => {}
    }
    let name = container?;
    let statuses = status?;
    let of_container =
        |list: &Option<Vec<ContainerStatus>>| list.iter().flatten().find(|status| status.name == name).cloned();
    let found =
        of_container(&statuses.container_statuses).or_else(|| of_container(&statuses.init_container_statuses))?;
    let state = found.state?;
    if let Some(waiting) = state.waiting {
        let reason = waiting.reason.unwrap_or_else(|| "waiting".to_owned());
        let message = waiting.message.map(|message| format!(": {message}")).unwrap_or_default();
        return Some(format!(
            "container {name} has not started ({reason}{message}); `kubectl describe pod` tells more"
        ));
    }
    let ended = state.terminated?;
    Some(format!(
        "container {name} has ended with exit code {} ({}); `kubectl logs --previous` tells more",
        ended.exit_code,
        ended.reason.unwrap_or_default()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pod(json: serde_json::Value) -> Pod {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn native_sidecars_and_odd_admin_ports() {
        let native = pod(serde_json::json!({
            "metadata": { "annotations": { "proxy.istio.io/config": "proxyAdminPort: 15999\nconcurrency: 2\n" } },
            "spec": { "containers": [{ "name": "app" }], "initContainers": [{ "name": "istio-proxy" }] },
            "status": { "phase": "Running", "initContainerStatuses": [{
                "name": "istio-proxy", "image": "", "imageID": "", "ready": false, "restartCount": 0,
                "state": { "waiting": { "reason": "ImagePullBackOff" } },
            }] },
        }));
        assert_eq!(proxy(&native).as_deref(), Some("istio-proxy"));
        assert_eq!(admin_port(&native), 15999);
        let why = not_running(&native, Some("istio-proxy")).unwrap();
        assert!(why.contains("ImagePullBackOff"), "{why}");
        let plain = pod(serde_json::json!({ "spec": { "containers": [{ "name": "app" }] } }));
        assert_eq!((proxy(&plain), admin_port(&plain), not_running(&plain, None)), (None, 15000, None));
    }
}
