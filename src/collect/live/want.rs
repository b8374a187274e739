//! More of a mesh into a capture that is there already: proxies that something lacks, and the parts of them.

use std::net::IpAddr;

use k8s_openapi::api::core::v1::Pod as Object;
use kube::Api;
use kube::api::ListParams;

use super::cluster::Cluster;
use super::crowd::{Ask, Refused};
use super::error::Error;
use super::page::Page;
use super::pod::Pod;
use super::reach::Via;
use crate::base::capture::Capture;
use crate::base::name::ProxyId;

/// A proxy, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sought {
    /// By namespace and name of its pod.
    Pod(ProxyId),
    /// By the address of its pod.
    Address(IpAddr),
}

/// What is wanted of a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Want {
    /// The proxy.
    pub proxy: Sought,
    /// The pages of it.
    pub pages: Vec<Page>,
}

/// What became of what was wanted.
#[derive(Debug, Default)]
pub struct Collected {
    /// The proxies that gave something, and how they were reached.
    pub read: Vec<(ProxyId, Option<Via>)>,
    /// Those that gave nothing.
    pub refused: Vec<Refused>,
    /// No pod is called so, or has the address.
    pub unknown: Vec<Sought>,
    /// What was tried on the way and did not work, by proxy: for who wants to know.
    pub tried: Vec<(ProxyId, String)>,
    /// Somebody interrupted it (Ctrl-C): the rest was not asked.
    pub interrupted: bool,
}

impl Cluster {
    /// Reads what is wanted into a capture. What is there stays: pages of the same proxy are joined.
    ///
    /// # Errors
    /// Where the API server does not tell of the pods.
    pub fn collect(&self, capture: &mut Capture, wants: Vec<Want>) -> Result<Collected, Error> {
        let (mut asks, mut unknown) = (Vec::new(), Vec::new());
        for Want { proxy, pages } in wants {
            match self.locate(&proxy)? {
                Some(pod) => asks.push(Ask { pod, pages: pages.into(), again: false }),
                None => unknown.push(proxy),
            }
        }
        Ok(Collected { unknown, ..self.collect_from(capture, asks) })
    }

    /// The pod of a proxy.
    ///
    /// # Errors
    /// Where the API server does not tell.
    pub fn locate(&self, sought: &Sought) -> Result<Option<Pod>, Error> {
        match sought {
            Sought::Pod(id) => self.pod(&id.namespace, &id.name),
            Sought::Address(address) => self.pod_at(*address),
        }
    }

    /// The same, of pods that are known.
    pub fn collect_from(&self, capture: &mut Capture, asks: Vec<Ask>) -> Collected {
        let mut collected = Collected::default();
        let finished = self.take(asks, |taken| {
            match taken {
                Ok(taken) => {
                    let id = &taken.pod.id;
                    collected.tried.extend(taken.tried.into_iter().map(|tried| (id.clone(), tried)));
                    collected.read.push((id.clone(), taken.via));
                    capture.documents.extend(taken.documents);
                    capture.gaps.extend(taken.gaps);
                }
                Err(refused) => collected.refused.push(refused),
            }
            true
        });
        collected.interrupted = !finished;
        // Answers come in any order; what is said must not depend on it.
        capture.documents.sort_by(|left, right| left.place.cmp(&right.place));
        capture.gaps.sort_by(|left, right| left.place.cmp(&right.place));
        collected.read.sort();
        collected.tried.sort();
        collected.refused.sort_by(|left, right| left.0.id.cmp(&right.0.id));
        collected
    }

    /// The pod with an address; those of the host's network share theirs, and are none.
    fn pod_at(&self, address: IpAddr) -> Result<Option<Pod>, Error> {
        let api: Api<Object> = Api::all(self.client.clone());
        let parameters = ListParams::default().fields(&format!("status.podIP={address}"));
        let found = self.runtime.block_on(api.list(&parameters));
        let found = found.map_err(|error| self.refused("pods", None, &error))?;
        let of_pods = |object: &&Object| {
            let ended = object.status.as_ref().and_then(|status| status.phase.as_deref());
            let own = object.spec.as_ref().is_none_or(|spec| spec.host_network != Some(true));
            own && !matches!(ended, Some("Succeeded" | "Failed"))
        };
        Ok(found.items.iter().find(of_pods).map(Pod::new))
    }
}
