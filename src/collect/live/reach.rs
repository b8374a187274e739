//! A way to the admin port of a pod: port-forward first; exec where that is forbidden or fails.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::Duration;

use hyper::Method;
use k8s_openapi::api::core::v1::Pod as Object;
use kube::Api;
use tokio::time::{Instant, timeout_at};

use super::exec::{self, Tool};
use super::http::Connection;
use super::page::Page;
use super::pod::Pod;
use super::port_forward::{self, LastWords};
use super::trouble::Trouble;
use crate::base::name::ProxyId;

/// How a proxy's admin port is reached through the API server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// A stream to the port.
    PortForward,
    /// A command in the proxy's container.
    Exec,
}

impl Via {
    /// The word for it, as kubectl has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::PortForward => "port-forward",
            Self::Exec => "exec",
        }
    }
}

/// The pages that came, in the order asked for.
pub(super) type Answers = Vec<(Page, Result<Vec<u8>, Trouble>)>;

/// What asking a proxy gave.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// The pages that were answered, or refused by the proxy itself.
    pub(super) answers: Answers,
    /// The transport that worked.
    pub(super) via: Option<Via>,
    /// What the others said.
    pub(super) troubles: Vec<(Via, Trouble)>,
}

/// What was learned of one pod that holds for others.
#[derive(Debug, Default)]
pub(super) struct Learned {
    /// Namespaces in which RBAC forbids port-forward: asking so first for each of a thousand pods helps nobody.
    no_port_forward: Mutex<BTreeSet<String>>,
}

impl Learned {
    fn forbids(&self, namespace: &str) -> bool {
        self.no_port_forward.lock().is_ok_and(|known| known.contains(namespace))
    }

    fn learn(&self, namespace: &str, via: Via, trouble: &Trouble) {
        if via == Via::PortForward
            && matches!(trouble, Trouble::Forbidden(_))
            && let Ok(mut known) = self.no_port_forward.lock()
        {
            known.insert(namespace.to_owned());
        }
    }
}

/// Streams to pods that more will be asked of.
#[derive(Default)]
pub(super) struct Kept(Mutex<BTreeMap<ProxyId, Connection>>);

impl Kept {
    fn take(&self, pod: &ProxyId) -> Option<Connection> {
        self.0.lock().ok()?.remove(pod)
    }

    fn put(&self, pod: &ProxyId, connection: Connection) {
        if let Ok(mut kept) = self.0.lock() {
            kept.insert(pod.clone(), connection);
        }
    }
}

/// How to ask one pod.
pub(super) struct Way<'a> {
    pub(super) pods: Api<Object>,
    pub(super) pod: &'a Pod,
    pub(super) port: u16,
    /// The only transport to take.
    pub(super) via: Option<Via>,
    pub(super) timeout: Duration,
    pub(super) learned: &'a Learned,
    /// Where a stream waits for the next question; `None` where there will be none.
    pub(super) kept: Option<&'a Kept>,
}

impl Way<'_> {
    /// Asks for pages until all have come, or no transport is left, or the time is up.
    pub(super) async fn pages(&self, pages: &[Page]) -> Reached {
        let deadline = Instant::now() + self.timeout;
        let mut reached = Reached::default();
        for via in self.transports() {
            for attempt in 0..2 {
                let before = reached.answers.len();
                let left = pages.get(before..).unwrap_or_default();
                let asked = timeout_at(deadline, self.once(via, left, &mut reached.answers)).await;
                if reached.answers.len() > before {
                    reached.via = Some(via);
                }
                let trouble = match asked {
                    Ok(Ok(())) => return reached,
                    Ok(Err(trouble)) => trouble,
                    Err(_) => Trouble::Slow(self.timeout),
                };
                self.learned.learn(&self.pod.id.namespace, via, &trouble);
                let is_hopeless = !trouble.is_of_transport();
                if attempt == 0 && trouble.may_pass() {
                    continue;
                }
                reached.troubles.push((via, trouble));
                if is_hopeless {
                    return reached;
                }
                break;
            }
        }
        in_usual_order(&mut reached.troubles);
        reached
    }

    fn transports(&self) -> Vec<Via> {
        match self.via {
            Some(only) => vec![only],
            None if self.pod.container.is_none() => vec![Via::PortForward],
            // It stays the last resort: a Role may name the pods that it is about, and who gets neither is told of both.
            None if self.learned.forbids(&self.pod.id.namespace) => vec![Via::Exec, Via::PortForward],
            None => vec![Via::PortForward, Via::Exec],
        }
    }

    async fn once(&self, via: Via, pages: &[Page], answers: &mut Answers) -> Result<(), Trouble> {
        match via {
            Via::PortForward => {
                let before = answers.len();
                // A stream that was kept may have ended: then another is opened.
                if let Some(mut connection) = self.kept.and_then(|kept| kept.take(&self.pod.id))
                    && over(&mut connection, pages, answers).await.is_ok()
                {
                    self.keep(connection);
                    return Ok(());
                }
                let left = pages.get(answers.len() - before..).unwrap_or_default();
                let (mut connection, last_words) = self.stream().await?;
                match over(&mut connection, left, answers).await {
                    Ok(()) => {
                        self.keep(connection);
                        Ok(())
                    }
                    Err(trouble) => Err(last_words.explain(trouble).await),
                }
            }
            Via::Exec => {
                let container = self.pod.container.as_deref().unwrap_or_default();
                let mut tool = Tool::PilotAgent;
                for page in pages {
                    let path = page.path();
                    let request = ("GET", self.port, path.as_str());
                    match exec::ask(&self.pods, &self.pod.id.name, container, tool, request).await {
                        Ok((text, found)) => {
                            tool = found;
                            answers.push((page.clone(), Ok(text)));
                        }
                        Err(trouble @ Trouble::Answered { .. }) => answers.push((page.clone(), Err(trouble))),
                        Err(trouble) => return Err(trouble),
                    }
                }
                Ok(())
            }
        }
    }

    /// HTTP over a new stream.
    async fn stream(&self) -> Result<(Connection, LastWords), Trouble> {
        let forward = port_forward::open(&self.pods, &self.pod.id.name, self.port).await?;
        let (stream, last_words) = forward.split();
        let connection = Connection::over(stream, &format!("127.0.0.1:{}", self.port)).await?;
        Ok((connection, last_words))
    }

    fn keep(&self, connection: Connection) {
        if let Some(kept) = self.kept {
            kept.put(&self.pod.id, connection);
        }
    }

    /// Sends a request that is no page, such as one that sets log levels. It is sent once.
    pub(super) async fn send(&self, method: &Method, path: &str) -> Result<(Vec<u8>, Via), Vec<(Via, Trouble)>> {
        let deadline = Instant::now() + self.timeout;
        let mut troubles = Vec::new();
        for via in self.transports() {
            let trouble = match timeout_at(deadline, self.send_via(via, method, path)).await {
                Ok(Ok(text)) => return Ok((text, via)),
                Ok(Err(trouble)) => trouble,
                Err(_) => Trouble::Slow(self.timeout),
            };
            self.learned.learn(&self.pod.id.namespace, via, &trouble);
            let is_hopeless = !trouble.is_of_transport();
            troubles.push((via, trouble));
            if is_hopeless {
                break;
            }
        }
        in_usual_order(&mut troubles);
        Err(troubles)
    }

    async fn send_via(&self, via: Via, method: &Method, path: &str) -> Result<Vec<u8>, Trouble> {
        match via {
            Via::PortForward => {
                let (mut connection, last_words) = self.stream().await?;
                match connection.ask(method.clone(), path).await {
                    Ok(text) => Ok(text),
                    Err(trouble) => Err(last_words.explain(trouble).await),
                }
            }
            Via::Exec => {
                let container = self.pod.container.as_deref().unwrap_or_default();
                let request = (method.as_str(), self.port, path);
                exec::ask(&self.pods, &self.pod.id.name, container, Tool::of_container(container), request)
                    .await
                    .map(|(text, _)| text)
            }
        }
    }
}

/// What the transports said does not depend on which was tried first, as that does on what was learned meanwhile.
fn in_usual_order(troubles: &mut [(Via, Trouble)]) {
    troubles.sort_by_key(|(via, _)| *via);
}

/// Asks for pages over a connection. A page that the proxy refuses is an answer; what ends the connection is not.
async fn over(connection: &mut Connection, pages: &[Page], answers: &mut Answers) -> Result<(), Trouble> {
    for page in pages {
        match connection.ask(Method::GET, &page.path()).await {
            Ok(text) => answers.push((page.clone(), Ok(text))),
            Err(trouble @ Trouble::Answered { .. }) => answers.push((page.clone(), Err(trouble))),
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(())
}

/// Asks for pages over a connection that is the only way; what does not come is said for each.
pub(super) async fn all_over(mut connection: Connection, pages: &[Page]) -> Answers {
    let mut answers = Answers::new();
    if let Err(trouble) = over(&mut connection, pages, &mut answers).await {
        let left = pages.get(answers.len()..).unwrap_or_default().iter();
        answers.extend(left.map(|page| (page.clone(), Err(trouble.clone()))));
    }
    answers
}
