//! The debug pages of every istiod: a proxy is connected to one of them, and only that one knows it.

use std::collections::BTreeMap;

use hyper::Method;
use k8s_openapi::api::core::v1::Pod as Object;
use kube::Api;
use kube::api::ListParams;
use tokio::task::JoinSet;

use super::cluster::Cluster;
use super::error::Error;
use super::pod::Pod;
use super::proxy;
use super::reach::Via;
use super::trouble::Trouble;
use crate::base::capture::{Document, Gap, ISTIOD};
use crate::base::name::ProxyId;
use crate::collect::document;
use crate::collect::limit::Budget;

/// The label of istiod's pods, of every revision.
const LABEL: &str = "app=istiod";
/// The container in them.
pub(super) const CONTAINER: &str = "discovery";
/// Where it serves its debug pages: beside its metrics, and on its plain port. From within the pod nobody is asked who
/// they are.
const PORTS: [u16; 2] = [15014, 8080];

/// A debug page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum IstiodPage {
    /// What was sent to whom, and acknowledged.
    Syncz,
    /// The configuration as istiod has it, with what it made of Gateway API resources.
    Configz,
    /// The endpoints that it knows.
    Endpointz,
    /// What it would send to a proxy.
    Intended(ProxyId),
}

impl IstiodPage {
    /// What a snapshot keeps.
    pub const ALL: [Self; 3] = [Self::Syncz, Self::Configz, Self::Endpointz];

    fn path(&self) -> String {
        match self {
            Self::Syncz => "debug/syncz".to_owned(),
            Self::Configz => "debug/configz".to_owned(),
            Self::Endpointz => "debug/endpointz".to_owned(),
            Self::Intended(id) => format!("debug/config_dump?proxyID={}.{}&include_eds", id.name, id.namespace),
        }
    }

    /// Its place below the name of the cluster.
    fn place(&self, istiod: &ProxyId) -> String {
        let folder = format!("istiod/{}.{}", istiod.namespace, istiod.name);
        match self {
            Self::Syncz => format!("{folder}/syncz.json"),
            // No line in it is one that somebody wrote.
            Self::Configz => format!("{folder}/configz{}", crate::base::capture::LISTING),
            Self::Endpointz => format!("{folder}/endpointz.json"),
            Self::Intended(id) => format!("proxies/{}.{}/config_dump_istiod.json", id.namespace, id.name),
        }
    }
}

/// What came of istiods.
#[derive(Debug, Default)]
pub struct Told {
    /// The pages.
    pub documents: Vec<Document>,
    /// What did not come, and what would allow it.
    pub gaps: Vec<Gap>,
    /// How each was reached.
    pub via: BTreeMap<ProxyId, Via>,
}

impl Cluster {
    /// The running pods of istiod: of the whole cluster, else, where that is forbidden, of its usual namespace.
    ///
    /// # Errors
    /// Where neither may be listed, or the API server does not answer.
    pub fn istiods(&self, namespace: Option<&str>) -> Result<Vec<Pod>, Error> {
        let found = match (self.list_istiods(namespace), namespace) {
            (Err(Error::Forbidden { .. }), None) => self.list_istiods(Some("istio-system")),
            (found, _) => found,
        }?;
        Ok(found.into_iter().filter(|pod| pod.not_running.is_none()).collect())
    }

    fn list_istiods(&self, namespace: Option<&str>) -> Result<Vec<Pod>, Error> {
        let api: Api<Object> = match namespace {
            Some(namespace) => Api::namespaced(self.client.clone(), namespace),
            None => Api::all(self.client.clone()),
        };
        let listed = self.runtime.block_on(api.list(&ListParams::default().labels(LABEL)));
        let objects = listed.map_err(|error| self.refused("pods of istiod", namespace, &error))?.items;
        let mut pods: Vec<Pod> = objects.iter().map(istiod).collect();
        pods.sort_by(|left, right| left.id.cmp(&right.id));
        Ok(pods)
    }

    /// Asks each istiod for its pages, so many at a time as [`Access`](super::Access) allows. What does not come is a gap.
    pub fn ask_istiods(&self, wanted: Vec<(Pod, Vec<IstiodPage>)>) -> Told {
        let mut told = Told::default();
        // One task for a page: what istiod would send to a proxy it works out anew for each.
        let mut waiting =
            wanted.into_iter().flat_map(|(pod, pages)| pages.into_iter().map(move |page| (pod.clone(), page)));
        let mut answers = self.runtime.block_on(async {
            let mut tasks = JoinSet::new();
            let mut answers = Vec::new();
            loop {
                while tasks.len() < self.shared.access.concurrency.max(1)
                    && let Some((pod, page)) = waiting.next()
                {
                    let (client, shared) = (self.client.clone(), self.shared.clone());
                    tasks.spawn(async move {
                        let mut answer = Err(Vec::new());
                        for port in PORTS {
                            let way = shared.way(&client, &pod, port);
                            answer = way.send(&Method::GET, &page.path()).await;
                            if !matches!(&answer, Err(troubles) if troubles.iter().any(is_of_port)) {
                                break;
                            }
                        }
                        (pod, page, answer)
                    });
                }
                match tasks.join_next().await {
                    None => break answers,
                    Some(Ok(answer)) => answers.push(answer),
                    Some(Err(_)) => {}
                }
            }
        });
        answers.sort_by(|left, right| (&left.0.id, &left.1).cmp(&(&right.0.id, &right.1)));
        for (pod, page, answer) in answers {
            let place = format!("{}!{}", self.name(), page.place(&pod.id));
            match answer {
                Ok((text, via)) => {
                    told.via.insert(pod.id.clone(), via);
                    // It has no configuration, or no endpoints.
                    if page != IstiodPage::Syncz && matches!(text.trim_ascii(), b"[]" | b"{}" | b"null" | b"") {
                        continue;
                    }
                    match document::read(text, &place, &Budget::default()) {
                        Ok(harvest) => {
                            told.documents.extend(harvest.documents);
                            told.gaps.extend(harvest.gaps);
                            // What comes as a page and is none of ours to read, is missing.
                            told.gaps.extend(harvest.first_passed);
                        }
                        Err(error) => told.gaps.push(Gap { place, reason: error.to_string() }),
                    }
                }
                Err(troubles) => miss(&mut told.gaps, &pod, &page, &troubles),
            }
        }
        told
    }
}

fn istiod(object: &Object) -> Pod {
    let containers = object.spec.iter().flat_map(|spec| &spec.containers);
    let names: Vec<&String> = containers.map(|container| &container.name).collect();
    let name = names.iter().find(|name| **name == CONTAINER).or(names.first()).map(|name| (*name).clone());
    Pod { container: name, ..Pod::new(object) }
}

/// Nobody listens there, or somebody without such a page: the other port may have it.
fn is_of_port((_, trouble): &(Via, Trouble)) -> bool {
    matches!(trouble, Trouble::Closed(_) | Trouble::Answered { status: 404, .. })
}

/// Notes what did not come: of an istiod that cannot be reached once, with the Role that would allow it.
fn miss(gaps: &mut Vec<Gap>, pod: &Pod, page: &IstiodPage, troubles: &[(Via, Trouble)]) {
    let place = format!("{ISTIOD}{}", pod.id);
    let reason = match troubles.iter().rfind(|(_, trouble)| matches!(trouble, Trouble::Answered { .. })) {
        Some((_, trouble)) => answered(page, trouble),
        None => {
            let refusal = proxy::refusal(pod, PORTS[0], troubles).to_string();
            refusal.strip_prefix(&format!("pod {}: ", pod.id)).unwrap_or(&refusal).to_owned()
        }
    };
    let reason = match page {
        // It knows only those that are connected to it.
        IstiodPage::Intended(id) => format!("what it would send to {id}: {reason}"),
        IstiodPage::Syncz | IstiodPage::Configz | IstiodPage::Endpointz => reason,
    };
    // The Role is said once for all of a namespace.
    let beside = format!("{ISTIOD}{}/", pod.id.namespace);
    let is_said = gaps.iter().any(|gap| gap.place.starts_with(&beside) && gap.reason.contains('\n'));
    let reason = if is_said { reason.lines().next().unwrap_or_default().to_owned() } else { reason };
    if !gaps.iter().any(|gap| gap.place == place && gap.reason.lines().next() == reason.lines().next()) {
        gaps.push(Gap { place, reason });
    }
}

/// What it says in place of a page.
fn answered(page: &IstiodPage, trouble: &Trouble) -> String {
    let status = match trouble {
        Trouble::Answered { status, .. } => *status,
        _ => 0,
    };
    let says = trouble.says();
    let says = if says.is_empty() { String::new() } else { format!(": {says}") };
    let next = match (status, page) {
        (404, IstiodPage::Intended(_)) => "; the proxy may have moved to another istiod: try again",
        (401 | 403, _) => "; it shows its debug pages only to its own pod: allow port-forward or exec",
        _ => "; its debug pages may be switched off (ENABLE_DEBUG_ON_HTTP)",
    };
    format!("/{} answers {status}{says}{next}", page.path())
}
