//! A cluster: what can be asked of it.

use k8s_openapi::api::core::v1::Pod as Object;
use kube::{Api, Client};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::kubeconfig::{self, Access};
use super::pod::{self, Pod};
use super::reach::{Kept, Learned, Via, Way};
use super::role::Missing;
use super::trouble::{causes, said};
use super::{Error, proxy};
use crate::base::capture::{Document, Gap};

/// A connection to a cluster.
pub struct Cluster {
    pub(super) runtime: Runtime,
    pub(super) client: Client,
    pub(super) shared: std::sync::Arc<Shared>,
    server: String,
    namespace: String,
}

/// What the tasks of all proxies need.
pub(super) struct Shared {
    pub(super) name: String,
    pub(super) access: Access,
    pub(super) learned: Learned,
    pub(super) kept: Kept,
}

/// What was taken from one proxy.
#[derive(Debug)]
pub struct Taken {
    /// The pod.
    pub pod: Pod,
    /// What it holds.
    pub documents: Vec<Document>,
    /// What did not come.
    pub gaps: Vec<Gap>,
    /// How it was reached.
    pub via: Option<Via>,
    /// Other ways that were tried first and what became of them, and that parts of a dump could not be had.
    pub tried: Vec<String>,
}

impl Cluster {
    /// Reads the kubeconfig. Nobody is asked yet.
    ///
    /// # Errors
    /// Where there is no kubeconfig, or no such context in it.
    pub fn connect(access: Access) -> Result<Self, Error> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::Start)?;
        let (client, server, namespace, name) = runtime.block_on(async {
            let (config, name) = kubeconfig::config(&access).await?;
            let server = config.cluster_url.to_string();
            let namespace = config.default_namespace.clone();
            let client = Client::try_from(config)
                .map_err(|error| Error::Kubeconfig { reason: format!("context {name}: {}", causes(&error)) })?;
            Ok::<_, Error>((client, server, namespace, name))
        })?;
        let shared = Shared { name, access, learned: Learned::default(), kept: Kept::default() };
        Ok(Self { runtime, client, shared: std::sync::Arc::new(shared), server, namespace })
    }

    /// The name of the context.
    pub fn name(&self) -> &str {
        &self.shared.name
    }

    /// The namespace that counts where none is named.
    pub fn default_namespace(&self) -> &str {
        &self.namespace
    }

    /// The pods of a namespace, or all, in the order of their names.
    pub(super) fn pods(&self, namespace: Option<&str>, labels: Option<&str>) -> Result<Vec<Pod>, Error> {
        let api = api(&self.client, namespace);
        self.runtime.block_on(pod::list(&api, labels)).map_err(|error| self.refused("pods", namespace, &error))
    }

    /// A pod by its name.
    pub(super) fn pod(&self, namespace: &str, name: &str) -> Result<Option<Pod>, Error> {
        let found = self.runtime.block_on(api(&self.client, Some(namespace)).get_opt(name));
        let found = found.map_err(|error| self.refused(&format!("pod {namespace}/{name}"), Some(namespace), &error))?;
        Ok(found.as_ref().map(Pod::new))
    }

    /// An object by its name, as JSON.
    pub(super) fn object(
        &self,
        group: &str,
        version: &str,
        plural: &str,
        namespace: &str,
        name: &str,
    ) -> Result<Option<Value>, Error> {
        let root = if group.is_empty() { format!("/api/{version}") } else { format!("/apis/{group}/{version}") };
        let what = format!("{plural} {namespace}/{name}");
        let request = ::http::Request::get(format!("{root}/namespaces/{namespace}/{plural}/{name}"))
            .body(Vec::new())
            .map_err(|error| Error::Answer { what: what.clone(), reason: error.to_string() })?;
        match self.runtime.block_on(self.client.request(request)) {
            Ok(object) => Ok(Some(object)),
            Err(kube::Error::Api(status)) if status.code == 404 => Ok(None),
            Err(error) => Err(self.refused(&what, Some(namespace), &error)),
        }
    }

    /// What an error of the API server means.
    pub(super) fn refused(&self, what: &str, namespace: Option<&str>, error: &kube::Error) -> Error {
        match error {
            kube::Error::Api(status) => match status.code {
                401 => Error::Unauthorized {
                    server: self.server.clone(),
                    context: self.name().to_owned(),
                    reason: said(status),
                },
                403 => Error::Forbidden {
                    what: what.to_owned(),
                    reason: said(status),
                    missing: Missing::Pods,
                    namespace: namespace.map(str::to_owned),
                },
                _ => Error::Answer { what: what.to_owned(), reason: said(status) },
            },
            kube::Error::Auth(cause) => Error::Unauthorized {
                server: self.server.clone(),
                context: self.name().to_owned(),
                reason: causes(cause),
            },
            other => Error::Unreachable { server: self.server.clone(), reason: causes(other) },
        }
    }

    /// Sends a request to the admin port of a proxy that changes something in it, or that is no page of a capture.
    ///
    /// # Errors
    /// Where it cannot be reached or refuses.
    pub fn send(&self, pod: &Pod, method: &str, path: &str) -> Result<String, Error> {
        let refuse = |reason: String| Error::Proxy { proxy: format!("pod {}", pod.id), reason };
        let method: hyper::Method = method.parse().map_err(|_| refuse(format!("{method} is no method")))?;
        let port = self.shared.port(pod);
        let way = self.shared.way(&self.client, pod, port);
        match self.runtime.block_on(way.send(&method, path)) {
            Ok((text, _)) => Ok(String::from_utf8_lossy(&text).into_owned()),
            Err(troubles) => Err(proxy::refusal(pod, port, &troubles)),
        }
    }
}

impl Cluster {
    /// Waits; `false` where it was interrupted (Ctrl-C).
    pub fn wait(&self, duration: std::time::Duration) -> bool {
        self.runtime.block_on(async {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => false,
                () = tokio::time::sleep(duration) => true,
            }
        })
    }
}

impl Shared {
    /// The admin port of a pod.
    pub(super) fn port(&self, pod: &Pod) -> u16 {
        self.access.admin_port.unwrap_or(pod.admin_port)
    }

    /// How to ask a pod.
    pub(super) fn way<'a>(&'a self, client: &Client, pod: &'a Pod, port: u16) -> Way<'a> {
        Way {
            pods: api(client, Some(&pod.id.namespace)),
            pod,
            port,
            via: self.access.via,
            timeout: self.access.timeout,
            learned: &self.learned,
            kept: None,
        }
    }
}

/// The pods of a namespace, or of all.
fn api(client: &Client, namespace: Option<&str>) -> Api<Object> {
    match namespace {
        Some(namespace) => Api::namespaced(client.clone(), namespace),
        None => Api::all(client.clone()),
    }
}
