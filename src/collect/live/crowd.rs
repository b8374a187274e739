//! Many proxies at once, and all resources: never more in memory than are asked at a time.

use std::sync::Arc;

use kube::Client;
use tokio::task::JoinSet;

use super::cluster::{Cluster, Shared, Taken};
use super::discover::discover;
use super::error::Error;
use super::kinds::Kind;
use super::page::Page;
use super::pod::Pod;
use super::trouble::said;
use super::{objects, proxy};
use crate::base::capture::{Document, Gap, LISTING};
use crate::collect::document;
use crate::collect::limit::Budget;

/// Kinds that are listed at a time.
const LISTS: usize = 8;

impl Cluster {
    /// Reads pages of proxies, so many at a time as [`Access`](super::Access) allows, and hands each over as it comes.
    /// It ends early where that says `false`, and at an interrupt
    /// (Ctrl-C). Returns whether all were asked.
    pub fn take(
        &self,
        asks: impl IntoIterator<Item = Ask>,
        mut each: impl FnMut(Result<Taken, Refused>) -> bool,
    ) -> bool {
        let mut waiting = asks.into_iter();
        self.runtime.block_on(async {
            let mut tasks = JoinSet::new();
            let mut interrupted = std::pin::pin!(tokio::signal::ctrl_c());
            loop {
                while tasks.len() < self.shared.access.concurrency.max(1)
                    && let Some(ask) = waiting.next()
                {
                    tasks.spawn(take_one(self.client.clone(), self.shared.clone(), ask));
                }
                tokio::select! {
                    biased;
                    _ = &mut interrupted => return false,
                    joined = tasks.join_next() => match joined {
                        None => return true,
                        Some(Ok(taken)) => {
                            if !each(taken) {
                                return false;
                            }
                        }
                        // A task that panicked has said so.
                        Some(Err(_)) => {}
                    },
                }
            }
        })
    }

    /// Reads the resources of the whole cluster; where that is forbidden, those of these namespaces.
    ///
    /// # Errors
    /// Where the API server does not answer.
    pub fn resources(&self, namespaces: &[String]) -> Result<(Vec<Document>, Vec<Gap>), Error> {
        self.resources_of(namespaces, None)
    }

    /// The same, of some kinds only, as YAML calls them.
    ///
    /// # Errors
    /// Where the API server does not answer.
    pub fn resources_of(
        &self,
        namespaces: &[String],
        only: Option<&[&str]>,
    ) -> Result<(Vec<Document>, Vec<Gap>), Error> {
        let (mut documents, mut gaps) = (Vec::new(), Vec::new());
        let served = self.runtime.block_on(discover(&self.client));
        let mut served = served.map_err(|error| self.refused("API groups", None, &error))?;
        if let Some(only) = only {
            served.kinds.retain(|kind| only.contains(&kind.in_yaml.as_str()));
            served.missing.clear();
        }
        let gap = |place: &str, reason: String| Gap { place: format!("{}: {place}", self.name()), reason };
        gaps.extend(served.missing.iter().map(|(group, reason)| gap(group, reason.clone())));
        let listed = self.runtime.block_on(list_all(&self.client, served.kinds, namespaces));
        for (kind, found) in listed {
            match found {
                Err(error) => return Err(self.refused(&kind.name(), None, &error)),
                Ok(found) => {
                    gaps.extend(found.forbidden.into_iter().map(|reason| gap(&kind.name(), reason)));
                    let place = format!("{}!resources/{}{LISTING}", self.name(), kind.name());
                    if found.items.is_empty() {
                        continue;
                    }
                    let text = objects::text(&kind, &found.items);
                    match document::read(text, &place, &Budget::default()) {
                        Ok(harvest) => {
                            documents.extend(harvest.documents);
                            gaps.extend(harvest.gaps);
                        }
                        Err(error) => gaps.push(gap(&kind.name(), error.to_string())),
                    }
                }
            }
        }
        Ok((documents, gaps))
    }
}

/// A pod of which nothing came, and why.
pub type Refused = Box<(Pod, Error)>;

/// What is asked of a proxy.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Its pod.
    pub pod: Pod,
    /// The pages.
    pub pages: Arc<[Page]>,
    /// More will be asked of it soon: the stream to it is kept.
    pub again: bool,
}

async fn take_one(client: Client, shared: Arc<Shared>, ask: Ask) -> Result<Taken, Refused> {
    let Ask { pod, pages, again } = ask;
    let refuse = |pod: Pod, reason: String| {
        let error = Error::Proxy { proxy: format!("pod {}", pod.id), reason };
        Err(Box::new((pod, error)))
    };
    if let Some(reason) = pod.not_running.clone() {
        return refuse(pod, reason);
    }
    if pod.container.is_none() && shared.access.admin_port.is_none() {
        let reason = if pod.is_ambient {
            format!(
                "has no sidecar: it is in the ambient mesh, and its proxies are the ztunnel of node {} and the waypoint, \
                 if it has one; name those",
                pod.node
            )
        } else {
            "has no container istio-proxy, so no sidecar; was its namespace labelled for injection when it started? For \
             an Envoy of your own, --admin-port says where its admin port is"
                .to_owned()
        };
        return refuse(pod, reason);
    }
    let port = shared.port(&pod);
    // A ztunnel has a config dump of its own shape, and no other page.
    let mut asked: Vec<Page> = if pod.is_ztunnel { vec![Page::ConfigDump] } else { pages.to_vec() };
    let mut way = shared.way(&client, &pod, port);
    way.kept = again.then_some(&shared.kept);
    let mut reached = way.pages(&asked).await;
    let mut left = asked.split_off(reached.answers.len());
    let no_parts = proxy::without_parts(&mut reached.answers);
    if no_parts.is_some() {
        asked = Page::whole(&pages);
        reached = way.pages(&asked).await;
        left = asked.split_off(reached.answers.len());
    }
    drop(way);
    let (via, troubles) = (reached.via, reached.troubles.clone());
    let name = shared.name.clone();
    let of = pod.clone();
    // Finding secrets in a large dump would hold up the others.
    let judged = tokio::task::spawn_blocking(move || proxy::judge(&name, &of, &left, reached, port)).await;
    match judged {
        Ok(Ok(harvest)) => {
            let troubles = troubles.iter().map(|(via, trouble)| format!("{}: {}", via.word(), trouble.text(port)));
            let tried = troubles.chain(no_parts).collect();
            Ok(Taken { pod, documents: harvest.documents, gaps: harvest.gaps, via, tried })
        }
        Ok(Err(error)) => Err(Box::new((pod, error))),
        Err(error) => refuse(pod, format!("could not be read ({error})")),
    }
}

/// The objects of a kind, and where they could not be listed.
struct Listed {
    items: Vec<serde_json::Value>,
    forbidden: Option<String>,
}

async fn list_all(
    client: &Client,
    kinds: Vec<Kind>,
    namespaces: &[String],
) -> Vec<(Kind, Result<Listed, kube::Error>)> {
    let mut tasks = JoinSet::new();
    let mut waiting = kinds.into_iter();
    let mut all = Vec::new();
    loop {
        while tasks.len() < LISTS
            && let Some(kind) = waiting.next()
        {
            let (client, namespaces) = (client.clone(), namespaces.to_vec());
            tasks.spawn(async move {
                let listed = list_one(&client, &kind, &namespaces).await;
                (kind, listed)
            });
        }
        match tasks.join_next().await {
            None => break,
            Some(Ok(listed)) => all.push(listed),
            Some(Err(_)) => {}
        }
    }
    all.sort_by(|left, right| left.0.cmp(&right.0));
    all
}

async fn list_one(client: &Client, kind: &Kind, namespaces: &[String]) -> Result<Listed, kube::Error> {
    let refusal = match objects::list(client, kind, None).await {
        Ok(items) => return Ok(Listed { items, forbidden: None }),
        Err(kube::Error::Api(status)) if matches!(status.code, 403 | 404) => said(&status),
        Err(error) => return Err(error),
    };
    let mut items = Vec::new();
    let mut read = Vec::new();
    for namespace in namespaces.iter().filter(|_| kind.is_namespaced) {
        match objects::list(client, kind, Some(namespace)).await {
            Ok(more) => {
                items.extend(more);
                read.push(namespace.as_str());
            }
            Err(kube::Error::Api(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let forbidden = if read.is_empty() {
        format!("cannot be listed ({refusal}); owners of this kind stay unknown")
    } else {
        format!("only those of {} were read ({refusal}); owners elsewhere stay unknown", read.join(", "))
    };
    Ok(Listed { items, forbidden: Some(forbidden) })
}
