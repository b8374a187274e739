//! Who there is in a mesh: the identities, service accounts and namespaces that were read.

use std::collections::{BTreeMap, BTreeSet};

use crate::correlate::Mesh;
use crate::simulate::engine::{Engine, ProxyEngine};
use crate::simulate::tls::Chain;

/// Who there is in a mesh.
#[derive(Debug, Default)]
pub struct Census {
    /// Service accounts that something runs as, by namespace.
    accounts: BTreeMap<String, BTreeSet<String>>,
    /// Namespaces; empty where they were not read.
    namespaces: BTreeSet<String>,
    /// Trust domains of the certificates that were read.
    trust_domains: BTreeSet<String>,
    /// Whether pods were read: without, nobody is known not to be there.
    is_known: bool,
}

/// Why nobody has an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nobody {
    /// No certificate of the mesh is of its trust domain.
    TrustDomain(String),
    /// Its namespace is not there.
    Namespace(String),
    /// Nothing in its namespace runs as it; the nearest account, if one is near.
    ServiceAccount(String, String, Option<String>),
}

impl Census {
    /// Counts who was read.
    pub fn new(engine: &Engine) -> Self {
        let mesh = engine.mesh;
        let mut census = Self { is_known: mesh.of_kind("Pod").next().is_some(), ..Self::default() };
        let mut add = |namespace: &str, account: &str| {
            let account = if account.is_empty() { "default" } else { account };
            census.accounts.entry(namespace.to_owned()).or_default().insert(account.to_owned());
        };
        for pod in mesh.of_kind("Pod") {
            let account = pod.body.pointer("/spec/serviceAccountName").and_then(|name| name.as_str());
            add(&pod.id.namespace, account.unwrap_or_default());
        }
        for entry in mesh.of_kind("WorkloadEntry").chain(mesh.of_kind("WorkloadGroup")) {
            let places = ["/spec/serviceAccount", "/spec/template/serviceAccount"];
            let account = places.iter().find_map(|place| entry.body.pointer(place)?.as_str());
            add(&entry.id.namespace, account.unwrap_or_default());
        }
        for proxy in &mesh.proxies {
            add(&proxy.id.namespace, &proxy.bootstrap.node.metadata.service_account);
        }
        census.namespaces = mesh.of_kind("Namespace").map(|resource| resource.id.name.clone()).collect();
        if !census.namespaces.is_empty() {
            census.namespaces.extend(census.accounts.keys().cloned());
        }
        census.trust_domains = trust_domains(engine, mesh);
        census
    }

    /// A mesh with one trust domain, where all pods and namespaces were read.
    #[cfg(test)]
    pub(super) fn of(trust_domain: &str, accounts: &[(&str, &str)]) -> Self {
        let mut census = Self { is_known: true, ..Self::default() };
        census.trust_domains.insert(trust_domain.to_owned());
        for (namespace, account) in accounts {
            census.namespaces.insert((*namespace).to_owned());
            census.accounts.entry((*namespace).to_owned()).or_default().insert((*account).to_owned());
        }
        census
    }

    /// Why nobody has an identity; `None` where somebody has, or it is not known.
    pub fn why_nobody(&self, identity: &str) -> Option<Nobody> {
        let rest = identity.strip_prefix("spiffe://")?;
        let (domain, rest) = rest.split_once('/')?;
        let mut parts = rest.split('/');
        let (Some("ns"), Some(namespace), Some("sa"), Some(account), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        if !self.trust_domains.is_empty() && !self.trust_domains.contains(domain) {
            return Some(Nobody::TrustDomain(domain.to_owned()));
        }
        self.why_no_account(namespace, account)
    }

    /// Why nothing runs as a service account.
    pub fn why_no_account(&self, namespace: &str, account: &str) -> Option<Nobody> {
        if let Some(nobody) = self.why_no_namespace(namespace) {
            return Some(nobody);
        }
        let accounts = self.accounts.get(namespace).filter(|_| self.is_known)?;
        if accounts.contains(account) {
            return None;
        }
        let near = |known: &&String| strsim::jaro_winkler(known, account) > 0.85;
        let best = accounts
            .iter()
            .filter(near)
            .max_by(|left, right| strsim::jaro_winkler(left, account).total_cmp(&strsim::jaro_winkler(right, account)));
        Some(Nobody::ServiceAccount(namespace.to_owned(), account.to_owned(), best.cloned()))
    }

    /// Whether a namespace is not there.
    pub fn why_no_namespace(&self, namespace: &str) -> Option<Nobody> {
        let is_missing = !self.namespaces.is_empty() && !self.namespaces.contains(namespace);
        is_missing.then(|| Nobody::Namespace(namespace.to_owned()))
    }
}

/// The trust domains of the certificates that the proxies show.
fn trust_domains(engine: &Engine, mesh: &Mesh) -> BTreeSet<String> {
    let of = |proxy: &ProxyEngine| {
        let secret = proxy.secret("default").and_then(|secret| secret.tls_certificate.as_ref());
        let chain = secret.and_then(|certificate| Chain::of(certificate.certificate_chain.as_ref()?));
        let name = chain.and_then(|chain| chain.uri().map(str::to_owned)).or_else(|| proxy.proxy.identity())?;
        Some(name.strip_prefix("spiffe://")?.split('/').next()?.to_owned())
    };
    mesh.proxies.iter().filter_map(|proxy| of(engine.proxy(&proxy.id)?)).collect()
}

impl Nobody {
    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::TrustDomain(domain) => format!("no certificate of the mesh is of trust domain {domain}"),
            Self::Namespace(namespace) => format!("there is no namespace {namespace}"),
            Self::ServiceAccount(namespace, account, None) => {
                format!("nothing in namespace {namespace} runs as service account {account}")
            }
            Self::ServiceAccount(namespace, account, Some(near)) => {
                format!("nothing in namespace {namespace} runs as service account {account}; {near} is meant?")
            }
        }
    }
}
