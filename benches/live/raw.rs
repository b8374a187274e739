//! The floor: the same pages through the same API server by port-forward, read to their ends and thrown away.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper_util::rt::TokioIo;
use k8s_openapi::api::core::v1::Pod;
use kube::config::{KubeConfigOptions, Kubeconfig};
use kube::{Api, Client, Config};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// A client, and what runs it.
pub(crate) struct Cluster {
    runtime: Runtime,
    client: Client,
}

impl Cluster {
    /// As its administrator.
    pub(crate) fn connect(kubeconfig: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let client = runtime.block_on(async {
            let options = KubeConfigOptions { context: Some("admin".to_owned()), ..KubeConfigOptions::default() };
            let config = Config::from_custom_kubeconfig(Kubeconfig::read_from(kubeconfig).unwrap(), &options);
            Client::try_from(config.await.unwrap()).unwrap()
        });
        Self { runtime, client }
    }

    /// Fetches pages of pods, so many pods at a time. Returns how many bytes came.
    pub(crate) fn fetch(&self, pods: &[(String, String)], pages: &'static [&'static str], at_a_time: usize) -> usize {
        self.runtime.block_on(async {
            let (mut tasks, slots) = (JoinSet::new(), Arc::new(Semaphore::new(at_a_time)));
            for (namespace, name) in pods {
                let (pods, name) = (Api::namespaced(self.client.clone(), namespace), name.clone());
                let slots = slots.clone();
                tasks.spawn(async move {
                    let _slot = slots.acquire_owned().await.unwrap();
                    of_pod(&pods, &name, pages).await
                });
            }
            tasks.join_all().await.into_iter().sum()
        })
    }
}

async fn of_pod(pods: &Api<Pod>, name: &str, pages: &[&str]) -> usize {
    let mut forward = pods.portforward(name, &[15000]).await.unwrap();
    let stream = TokioIo::new(forward.take_stream(15000).unwrap());
    let (mut sender, connection) = hyper::client::conn::http1::handshake(stream).await.unwrap();
    tokio::spawn(async move { drop(connection.await) });
    let mut bytes = 0;
    for page in pages {
        let request = hyper::Request::get(format!("/{page}")).header("host", "localhost").body(Empty::<Bytes>::new());
        sender.ready().await.unwrap();
        let mut response = sender.send_request(request.unwrap()).await.unwrap();
        let mut whole = Vec::new();
        while let Some(frame) = response.frame().await {
            whole.extend_from_slice(frame.unwrap().data_ref().map_or(&[][..], |data| data));
        }
        bytes += whole.len();
    }
    bytes
}
