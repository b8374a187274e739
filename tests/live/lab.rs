//! The whole cluster.

use std::path::{Path, PathBuf};

use kube::config::{KubeConfigOptions, Kubeconfig};
use serde_json::{Value, json};

use super::control_plane::ControlPlane;
use super::envoy::{self, Recorded};
use super::fake::{self, Manner};
use super::istiod;
use super::kwok::{self, Target};
use super::objects::{self, Api};
use super::process::Process;

/// A running cluster with a mesh in it; stops when dropped.
pub(crate) struct Lab {
    pub(crate) folder: PathBuf,
    pub(crate) kubeconfig: PathBuf,
    pub(crate) api: Api,
    pub(crate) recorded: Vec<Recorded>,
    _kwok: Process,
    envoys: Vec<Process>,
    _control_plane: ControlPlane,
}

impl Lab {
    /// Starts everything, with a crowd of sidecars in each of some namespaces.
    pub(crate) fn start(tools: &Path, folder: &Path, crowds: &[&str]) -> Self {
        let control_plane = ControlPlane::start(tools, folder);
        let kubeconfig = control_plane.kubeconfig();
        let api = api(&kubeconfig);
        fake::start();
        let (recorded, envoys, replays) = envoy::start(tools, folder);
        let resources = objects::resources();
        istiod::start(&replays, &resources);
        api.node("node-a1");
        api.grant();
        objects::apply(&api, &resources);
        let running = json!({ "running": { "startedAt": "2026-11-20T12:00:00Z" } });
        let mut targets = Vec::new();
        for pod in &recorded {
            api.namespace(&pod.namespace);
            api.pod(&objects::pod_of(pod), &pod.address.to_string(), &running);
            targets.push(target(&pod.namespace, &pod.name, 15000, (pod.address, 15000)));
        }
        for namespace in crowds.iter().chain(&["odd", "istio-system"]) {
            api.namespace(namespace);
        }
        for (name, address) in istiod::PODS {
            api.pod(&objects::istiod(name), &address.to_string(), &running);
            targets.push(target("istio-system", name, 15014, (address, istiod::PORT)));
        }
        for (namespace, number) in crowds.iter().flat_map(|namespace| (0..fake::CROWD).map(move |n| (namespace, n))) {
            let (name, manner) = (fake::name(number), Manner::Crowd(number));
            let labels =
                json!({ "app": "copy", "quarter": (u32::from(number) * 4 / u32::from(fake::CROWD)).to_string() });
            api.pod(&objects::pod(namespace, &name, &labels, &[]), &manner.address().to_string(), &running);
            targets.push(target(namespace, &name, 15000, (manner.address(), fake::PORT)));
        }
        odd_pods(&api, &running, &mut targets, &recorded);
        let kwok = kwok::start(tools, folder, &targets);
        Self {
            folder: folder.to_owned(),
            kubeconfig,
            api,
            recorded,
            _kwok: kwok,
            envoys,
            _control_plane: control_plane,
        }
    }
}

impl Lab {
    /// Ends the Envoy of a recorded pod; the pod stays.
    pub(crate) fn kill_envoy(&self, pod: &str) {
        self.envoys.iter().find(|envoy| envoy.name().starts_with(&format!("envoy-{pod}."))).unwrap().kill();
    }
}

/// Pods whose proxies cannot be read, each for a reason of its own.
fn odd_pods(api: &Api, running: &Value, targets: &mut Vec<Target>, recorded: &[Recorded]) {
    let none = json!({});
    for (name, manner) in [("hangs", Manner::Hangs), ("cuts", Manner::Cuts), ("stranger", Manner::Stranger)] {
        api.pod(&objects::pod("odd", name, &none, &[]), &manner.address().to_string(), running);
        targets.push(target("odd", name, 15000, (manner.address(), fake::PORT)));
    }
    // This one can be read.
    api.pod(&objects::pod("default", "ends", &none, &[]), &Manner::Ends.address().to_string(), running);
    targets.push(target("default", "ends", 15000, (Manner::Ends.address(), fake::PORT)));
    api.pod(&objects::pod("odd", "closed", &none, &[]), "10.99.3.1", running);
    targets.push(target("odd", "closed", 15000, ([10, 99, 3, 1].into(), 1)));
    let mut distroless = target("odd", "distroless", 15000, ([10, 99, 3, 2].into(), 1));
    distroless.is_distroless = true;
    api.pod(&objects::pod("odd", "distroless", &none, &[]), "10.99.3.2", running);
    targets.push(distroless);

    let mut plain = objects::pod("odd", "plain", &none, &[]);
    plain["spec"]["containers"].as_array_mut().unwrap().truncate(1);
    api.pod(&plain, "10.99.3.3", running);
    let waiting = json!({ "waiting": { "reason": "ImagePullBackOff", "message": "no such image" } });
    api.pod(&objects::pod("odd", "waiting", &none, &[]), "10.99.3.4", &waiting);

    // A native sidecar, whose admin port is another one.
    let frontend = recorded.iter().find(|pod| pod.name.starts_with("frontend")).unwrap();
    let mut native = objects::pod("odd", "native", &none, &[]);
    let mut sidecar = native["spec"]["containers"].as_array_mut().unwrap().pop().unwrap();
    sidecar["restartPolicy"] = "Always".into();
    native["spec"]["initContainers"] = json!([sidecar]);
    native["metadata"]["annotations"] = json!({ "proxy.istio.io/config": "proxyAdminPort: 15999\n" });
    api.pod(&native, "10.99.3.5", running);
    targets.push(target("odd", "native", 15999, (frontend.address, 15000)));
}

fn target(namespace: &str, name: &str, port: u16, address: (std::net::Ipv4Addr, u16)) -> Target {
    Target { namespace: namespace.to_owned(), name: name.to_owned(), port, address, is_distroless: false }
}

fn api(kubeconfig: &Path) -> Api {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let client = runtime.block_on(async {
        let options = KubeConfigOptions { context: Some("admin".to_owned()), ..KubeConfigOptions::default() };
        let config = Kubeconfig::read_from(kubeconfig).unwrap();
        let config = kube::Config::from_custom_kubeconfig(config, &options).await.unwrap();
        kube::Client::try_from(config).unwrap()
    });
    Api { client, runtime }
}
