//! The proxies of a mesh, made ready to decide: each part is decoded and compiled when a request first meets it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock};

use jiff::Timestamp;

use super::http::route_table::RouteTable;
use super::listener::Listeners;
use super::places::Places;
use super::runtime::Runtime;
use super::upstream::cluster::ClusterNode;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::entry::{EntryState, RouteEntry};
use crate::model::envoy::secret::Secret;
use crate::model::{Proxy, peek};

/// A mesh, ready to be asked.
#[derive(Debug)]
pub struct Engine<'m> {
    /// The mesh.
    pub mesh: &'m Mesh,
    proxies: HashMap<&'m ProxyId, OnceLock<ProxyEngine<'m>>>,
}

impl<'m> Engine<'m> {
    /// Nothing is compiled yet.
    pub fn new(mesh: &'m Mesh) -> Self {
        Self { mesh, proxies: mesh.proxies.iter().map(|proxy| (&proxy.id, OnceLock::new())).collect() }
    }

    /// A proxy, ready to be asked.
    pub fn proxy(&self, id: &ProxyId) -> Option<&ProxyEngine<'m>> {
        let cell = self.proxies.get(id)?;
        let proxy = self.mesh.proxy(id)?;
        Some(cell.get_or_init(|| ProxyEngine::new(self.mesh, proxy)))
    }
}

/// One proxy, ready to be asked.
#[derive(Debug)]
pub struct ProxyEngine<'m> {
    /// The mesh, for owners.
    pub mesh: &'m Mesh,
    /// The proxy.
    pub proxy: &'m Proxy,
    /// Its runtime and version.
    pub runtime: Runtime,
    listeners: OnceLock<Listeners>,
    routes: OnceLock<HashMap<String, OnceLock<Arc<RouteTable>>>>,
    clusters: Places,
    nodes: OnceLock<Vec<OnceLock<Arc<ClusterNode>>>>,
    endpoints: Places,
    secrets: OnceLock<HashMap<String, Secret>>,
    as_of: OnceLock<Option<Timestamp>>,
    bootstrap: OnceLock<Vec<String>>,
    lacks: Mutex<BTreeSet<Lack>>,
}

/// Something by name that was looked for in a section which was not read, or not with this name.
pub type Lack = (Section, String);

impl<'m> ProxyEngine<'m> {
    fn new(mesh: &'m Mesh, proxy: &'m Proxy) -> Self {
        Self {
            mesh,
            proxy,
            runtime: Runtime::of(proxy),
            listeners: OnceLock::new(),
            routes: OnceLock::new(),
            clusters: Places::new("cluster", "name"),
            nodes: OnceLock::new(),
            endpoints: Places::new("endpoint_config", "cluster_name"),
            secrets: OnceLock::new(),
            as_of: OnceLock::new(),
            bootstrap: OnceLock::new(),
            lacks: Mutex::default(),
        }
    }

    /// What requests looked for so far and the dump does not tell, because it was read in parts: with it the answers
    /// may be others.
    pub fn lacks(&self) -> BTreeSet<Lack> {
        self.lacks.lock().map(|lacks| lacks.clone()).unwrap_or_default()
    }

    /// Notes what is not there, unless it is known that the proxy does not have it.
    fn miss<T>(&self, section: Section, name: &str) -> Option<T> {
        if !self.proxy.dump.knows(section, name)
            && let Ok(mut lacks) = self.lacks.lock()
        {
            lacks.insert((section, name.to_owned()));
        }
        None
    }

    /// The time that the dump speaks of.
    pub fn as_of(&self) -> Option<Timestamp> {
        *self.as_of.get_or_init(|| self.proxy.as_of())
    }

    /// What is not modelled of the bootstrap.
    pub fn bootstrap_unmodelled(&self) -> &[String] {
        self.bootstrap.get_or_init(|| {
            let decoded = self.proxy.dump.bootstrap.as_ref().map(|item| item.decode_fully("BootstrapEntry"));
            match decoded {
                Some(Ok(decoded)) => {
                    decoded.unmodelled.iter().map(|field| format!("field {field} is not modelled")).collect()
                }
                Some(Err(error)) => vec![format!("the bootstrap cannot be read: {error}")],
                None => Vec::new(),
            }
        })
    }

    /// A secret.
    pub fn secret(&self, name: &str) -> Option<&Secret> {
        let secrets = self.secrets.get_or_init(|| {
            let decoded =
                self.proxy.dump.secrets.iter().rev().filter_map(|entry| Some(entry.item.decode().ok()?.secret));
            decoded.map(|secret| (secret.name.clone(), secret)).collect()
        });
        secrets.get(name)
    }

    /// The listeners.
    pub fn listeners(&self) -> &Listeners {
        self.listeners.get_or_init(|| Listeners::new(self.proxy))
    }

    /// A route table that came by RDS.
    pub fn route_table(&self, name: &str) -> Option<Arc<RouteTable>> {
        let tables = self.routes.get_or_init(|| {
            let dynamic = self.proxy.dump.routes.iter().filter(|entry| entry.state != EntryState::Static);
            dynamic.filter_map(|entry| Some((route_table_name(entry)?, OnceLock::new()))).collect()
        });
        let Some(cell) = tables.get(name) else {
            return self.miss(Section::Routes, name);
        };
        let table = cell.get_or_init(|| {
            let entries = self.proxy.dump.routes.iter().filter(|entry| entry.state != EntryState::Static);
            let entry = entries.into_iter().find(|entry| route_table_name(entry).as_deref() == Some(name));
            Arc::new(RouteTable::of_entry(name, entry))
        });
        Some(table.clone())
    }

    /// A cluster in use.
    pub fn cluster(&self, name: &str) -> Option<Arc<ClusterNode>> {
        let entries = &self.proxy.dump.clusters;
        // A warming cluster takes no traffic.
        let text =
            |index: usize| Some(entries[index].item.text()).filter(|_| entries[index].state != EntryState::Warming);
        let Some(index) = self.clusters.find(name, entries.len(), &text) else {
            return self.miss(Section::Clusters, name);
        };
        let nodes = self.nodes.get_or_init(|| entries.iter().map(|_| OnceLock::new()).collect());
        Some(nodes[index].get_or_init(|| Arc::new(ClusterNode::new(self, &entries[index]))).clone())
    }

    /// The endpoints that EDS knows under a name, as an index into the dump.
    pub fn endpoints(&self, name: &str) -> Option<usize> {
        let entries = &self.proxy.dump.endpoints;
        self.endpoints
            .find(name, entries.len(), &|index| Some(entries[index].item.text()))
            .or_else(|| self.miss(Section::Endpoints, name))
    }
}

fn route_table_name(entry: &Entry<RouteEntry>) -> Option<String> {
    peek::name(entry.item.text(), &["route_config"], &["name"])
}
