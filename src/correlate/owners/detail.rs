//! The owners of single objects of one proxy, found by the names that traces and tables use.

use super::graph::{NodeId, Owned};
use super::inventory::{ChainFacts, FilterFacts, Inventory, RouteFacts, TableFacts, Touched};
use super::object::EnvoyObject;
use super::relation::{Role, links, resolved};
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::model::Proxy;

/// Some objects of a proxy, or all, with their owners.
#[derive(Debug)]
pub struct Detail {
    inventory: Inventory,
    owned: Vec<(EnvoyObject, Owned)>,
}

/// An owner with what it is to the object.
pub type Told = (Role, Owner);

impl Detail {
    /// Works out the owners of the objects that are asked about; of all where none are named.
    pub fn of(mesh: &Mesh, proxy: &Proxy, touched: Option<&Touched>) -> Self {
        let (inventory, owned) = resolved(mesh, proxy, touched);
        Self { inventory, owned }
    }

    fn told(&self, node: NodeId) -> Vec<Told> {
        let (object, owned) = &self.owned[node];
        links(object, owned).map(|link| (link.role, link.cause.owner())).collect()
    }

    /// The owners of a listener.
    pub fn listener(&self, name: &str) -> Vec<Told> {
        let found = self.inventory.listeners.iter().find(|listener| listener.name == name);
        found.map(|listener| self.told(listener.node)).unwrap_or_default()
    }

    /// The owners of a chain: `LISTENER|INDEX`, `LISTENER|default`, or its name where a tree chooses it.
    pub fn chain(&self, id: &str) -> Vec<Told> {
        self.find_chain(id).map(|chain| self.told(chain.node)).unwrap_or_default()
    }

    fn find_chain(&self, id: &str) -> Option<&ChainFacts> {
        let chains = || self.inventory.listeners.iter().flat_map(|listener| &listener.filter_chains);
        let by_place = id.rsplit_once('|').and_then(|(name, place)| {
            let listener = self.inventory.listeners.iter().find(|listener| listener.name == name)?;
            match place {
                "default" => listener.filter_chains.iter().find(|chain| chain.is_default),
                place => listener.filter_chains.get(place.parse::<usize>().ok()?).filter(|chain| !chain.is_default),
            }
        });
        by_place.or_else(|| chains().find(|chain| !chain.name.is_empty() && chain.name == id))
    }

    /// The owners of a filter of a chain, network or HTTP, by name.
    pub fn filter(&self, chain: &str, name: &str) -> Vec<Told> {
        let filters = self.find_chain(chain).into_iter().flat_map(|chain| &chain.filters);
        let mut all = filters.flat_map(FilterFacts::with_inner);
        all.find(|filter| filter.name == name).map(|filter| self.told(filter.node)).unwrap_or_default()
    }

    /// The owners of all filters of a name.
    pub fn filters(&self, name: &str) -> Vec<Told> {
        let chains = self.inventory.listeners.iter().flat_map(|listener| &listener.filter_chains);
        let filters = chains.flat_map(|chain| &chain.filters);
        let all = filters.flat_map(FilterFacts::with_inner);
        let named = |filter: &&FilterFacts| filter.name == name;
        let mut told: Vec<Told> = Vec::new();
        for owner in all.filter(named).flat_map(|filter| self.told(filter.node)) {
            if !told.contains(&owner) {
                told.push(owner);
            }
        }
        told
    }

    /// The owners of a virtual host of a table; of the table of a chain where no other has the name.
    pub fn virtual_host(&self, table: &str, chain: Option<&str>, name: &str) -> Vec<Told> {
        let tables = self.tables(table, chain);
        let mut hosts = tables.flat_map(|table| &table.virtual_hosts);
        hosts.find(|host| host.name == name).map(|host| self.told(host.node)).unwrap_or_default()
    }

    /// The owners of a route: `TABLE|VIRTUAL HOST|INDEX`.
    pub fn route(&self, id: &str, chain: Option<&str>) -> Vec<Told> {
        self.find_route(id, chain).map(|route| self.told(route.node)).unwrap_or_default()
    }

    /// The destination of a rule that a cluster of a route stands for, where the rule has several.
    pub fn destination(&self, route: &str, chain: Option<&str>, cluster: &str) -> Option<Owner> {
        let route = self.find_route(route, chain)?;
        let clusters: Vec<&str> = route.clusters().collect();
        let told = self.told(route.node).into_iter().map(|(_, owner)| owner);
        let destinations: Vec<Owner> =
            told.filter(|owner| owner.path.contains(".route[") || owner.path.contains(".backendRefs[")).collect();
        // One without weight has no cluster: then it is not told which is whose.
        let same = clusters.len() == destinations.len() && clusters.len() > 1;
        let position = clusters.iter().position(|name| *name == cluster).filter(|_| same)?;
        destinations.into_iter().nth(position)
    }

    fn find_route(&self, id: &str, chain: Option<&str>) -> Option<&RouteFacts> {
        let (rest, index) = id.rsplit_once('|')?;
        let index: usize = index.parse().ok()?;
        // Names of tables and hosts may hold bars themselves.
        let of_host = self.inventory.tables.iter().filter_map(|table| {
            let name = rest.strip_prefix(table.name.as_str())?.strip_prefix('|')?;
            let host = table.virtual_hosts.iter().find(|host| host.name == name)?;
            Some((table, host.routes.get(index)?))
        });
        let mut found: Vec<_> = of_host.collect();
        if let Some(own) = chain.and_then(|chain| self.inline_key(chain))
            && found.iter().any(|(table, _)| table.key == own)
        {
            found.retain(|(table, _)| table.key == own);
        }
        found.first().map(|(_, route)| *route)
    }

    fn inline_key(&self, chain: &str) -> Option<String> {
        let node = self.find_chain(chain)?.node;
        let listener = self
            .inventory
            .listeners
            .iter()
            .find(|listener| listener.filter_chains.iter().any(|own| own.node == node))?;
        let chain = listener.filter_chains.iter().find(|own| own.node == node)?;
        Some(format!("inline:{}|{}", listener.name, chain.key()))
    }

    fn tables(&self, name: &str, chain: Option<&str>) -> impl Iterator<Item = &TableFacts> {
        let own = chain.and_then(|chain| self.inline_key(chain));
        let all = self.inventory.tables.iter().filter(move |table| table.name == name);
        let (inline, others): (Vec<_>, Vec<_>) = all.partition(|table| Some(&table.key) == own.as_ref());
        inline.into_iter().chain(others)
    }

    /// The owners of a cluster.
    pub fn cluster(&self, name: &str) -> Vec<Told> {
        self.inventory.cluster_named(name).map(|cluster| self.told(cluster.node)).unwrap_or_default()
    }

    /// The owners of an endpoint of a cluster; of any, where none is named.
    pub fn endpoint(&self, cluster: Option<&str>, address: &str) -> Vec<Told> {
        let clusters = self.inventory.clusters.iter();
        let mut told: Vec<Told> = Vec::new();
        for own in clusters.filter(|own| cluster.is_none_or(|name| own.name == name)) {
            for endpoint in own.endpoints.iter().filter(|endpoint| is_at(&endpoint.address, address)) {
                for owner in self.told(endpoint.node) {
                    if !told.contains(&owner) {
                        told.push(owner);
                    }
                }
            }
        }
        told
    }
}

/// `internal:LISTENER/ID` here is `envoy://LISTENER/ID` elsewhere.
fn is_at(own: &str, address: &str) -> bool {
    own == address || own.strip_prefix("internal:").is_some_and(|own| address.strip_prefix("envoy://") == Some(own))
}
