//! The pods that a name means, asked of the API server: as the offline selectors do it, but before anything was fetched.

use super::Error;
use super::cluster::Cluster;
use super::pod::Pod;

/// A wish for pods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A pod; where that is asked as `Any`, else whatever workload has the name.
    Pod {
        /// Its name.
        name: String,
        /// Only a pod will do.
        only: bool,
    },
    /// The pods of a workload, by the plural of its kind.
    Workload {
        /// `deployments`.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// The pods that a Service selects.
    Service(String),
    /// The pods of a Gateway: Istio's, or the Gateway API's.
    Gateway(String),
    /// Pods with labels, as kubectl takes them.
    Labels(String),
    /// All.
    All,
}

impl Cluster {
    /// The pods that are meant, in the order of their names, whether they have a proxy or not. Without a namespace they
    /// are of any.
    ///
    /// # Errors
    /// Where the API server does not tell, or nothing has the name.
    pub fn find(&self, wanted: &Wanted, namespace: Option<&str>) -> Result<Vec<Pod>, Error> {
        let (what, found, all) = match wanted {
            Wanted::All => return self.pods(namespace, None),
            Wanted::Labels(labels) => {
                let found = self.pods(namespace, Some(labels))?;
                (format!("no pod with the labels {labels}"), found, Vec::new())
            }
            Wanted::Pod { name, only } => {
                if let (Some(namespace), Some(pod)) =
                    (namespace, namespace.map(|n| self.pod(n, name)).transpose()?.flatten())
                {
                    debug_assert_eq!(pod.id.namespace, namespace);
                    return Ok(vec![pod]);
                }
                let all = self.pods(namespace, None)?;
                let found: Vec<Pod> = all
                    .iter()
                    .filter(|pod| pod.id.name == *name || (!only && pod.owners.iter().any(|(_, owner)| owner == name)))
                    .cloned()
                    .collect();
                (format!("no pod or workload {name}"), found, all)
            }
            Wanted::Workload { kind, name } => {
                let all = self.pods(namespace, None)?;
                let of = |pod: &&Pod| pod.owners.iter().any(|(of_kind, owner)| of_kind == kind && owner == name);
                (format!("no pod of {kind}/{name}"), all.iter().filter(of).cloned().collect(), all)
            }
            Wanted::Service(name) => {
                let namespace = namespace.unwrap_or(self.default_namespace());
                let labels = self.service_selector(namespace, name)?;
                let found = self.pods(Some(namespace), Some(&labels))?;
                (format!("no pod is selected by service {name} ({labels})"), found, Vec::new())
            }
            Wanted::Gateway(name) => {
                let found = self.gateway_pods(namespace.unwrap_or(self.default_namespace()), name)?;
                (format!("no pod of gateway {name}"), found, Vec::new())
            }
        };
        if !found.is_empty() {
            return Ok(found);
        }
        let name = match wanted {
            Wanted::Pod { name, .. } | Wanted::Workload { name, .. } => name.as_str(),
            _ => "",
        };
        let what = match namespace {
            Some(namespace) => format!("{what} in namespace {namespace} of {}", self.name()),
            None => format!("{what} in {}", self.name()),
        };
        Err(Error::Nothing { what, similar: nearest(&all, name) })
    }

    /// `-l` for the pods of a Service.
    fn service_selector(&self, namespace: &str, name: &str) -> Result<String, Error> {
        let service = self.object("", "v1", "services", namespace, name)?.ok_or_else(|| Error::Nothing {
            what: format!("no service {name} in namespace {namespace} of {}", self.name()),
            similar: Vec::new(),
        })?;
        labels_of(&service["spec"]["selector"]).ok_or_else(|| Error::Nothing {
            what: format!(
                "service {namespace}/{name} has no selector, so it says nothing of its pods: name one of them"
            ),
            similar: Vec::new(),
        })
    }

    /// The Gateway API's controller labels the pods that it makes; an Istio Gateway selects pods by labels, in every
    /// namespace (`PILOT_SCOPE_GATEWAY_TO_NAMESPACE` is off unless asked for).
    fn gateway_pods(&self, namespace: &str, name: &str) -> Result<Vec<Pod>, Error> {
        let own = self.pods(Some(namespace), Some(&format!("gateway.networking.k8s.io/gateway-name={name}")))?;
        if !own.is_empty() {
            return Ok(own);
        }
        let gateway = self.object("networking.istio.io", "v1", "gateways", namespace, name)?;
        match gateway.and_then(|gateway| labels_of(&gateway["spec"]["selector"])) {
            Some(labels) => self.pods(None, Some(&labels)),
            None => Ok(Vec::new()),
        }
    }
}

fn labels_of(selector: &serde_json::Value) -> Option<String> {
    let pairs: Vec<String> = selector
        .as_object()?
        .iter()
        .map(|(key, value)| format!("{key}={}", value.as_str().unwrap_or_default()))
        .collect();
    (!pairs.is_empty()).then(|| pairs.join(","))
}

/// The pods with a proxy whose names are most like a text.
fn nearest(pods: &[Pod], name: &str) -> Vec<String> {
    let mut scored: Vec<(f64, &Pod)> = pods
        .iter()
        .filter(|pod| pod.container.is_some())
        .map(|pod| (strsim::jaro_winkler(&pod.id.name, name), pod))
        .collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(5).map(|(_, pod)| pod.id.to_string()).collect()
}
