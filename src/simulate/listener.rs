//! Listeners: where the kernel delivers a connection, and who handles it.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::OnceLock;

use super::chain::sieve::ChainMatch;
use super::matcher::tree::Tree;
use super::network::NetworkChain;
use super::tls::ServerTls;
use crate::base::origin::Owner;
use crate::correlate::marked;
use crate::model::Proxy;
use crate::model::envoy::filter_chain::FilterChain;
use crate::model::envoy::listener::Listener;

/// The listeners of a proxy that take connections.
#[derive(Debug, Default)]
pub struct Listeners {
    /// In the order of the dump.
    pub all: Vec<ListenerNode>,
    /// By address: every address of every TCP listener, bound or not.
    by_address: HashMap<SocketAddr, usize>,
    /// `[::]:PORT` listeners that take IPv4 too.
    compatible: HashMap<u16, usize>,
    by_name: HashMap<String, usize>,
    /// Listeners that wait for what they depend on, and do not listen yet.
    pub warming: Vec<Listener>,
    /// Listeners that could not be read.
    pub unreadable: Vec<String>,
}

/// A listener with its chains.
#[derive(Debug)]
pub struct ListenerNode {
    /// As configured.
    pub config: Listener,
    /// Its chains, in the order of the configuration.
    pub chains: Vec<ChainNode>,
    /// Taken when no chain matches.
    pub default_chain: Option<ChainNode>,
    /// Chooses a chain by name instead of the sieve.
    pub tree: Option<Tree>,
    /// Fields that could matter and are not modelled.
    pub unmodelled: Vec<String>,
}

/// A filter chain, its filters compiled when first met.
#[derive(Debug)]
pub struct ChainNode {
    /// `LISTENER|INDEX`, `LISTENER|default`, or its own name where a tree chooses by it.
    pub id: String,
    /// As configured.
    pub config: FilterChain,
    /// What it matches.
    pub matches: ChainMatch,
    /// Whose it is, where it is marked.
    pub owners: Vec<Owner>,
    /// TLS with clients.
    pub tls: OnceLock<Option<ServerTls>>,
    /// Its network filters.
    pub filters: OnceLock<NetworkChain>,
}

impl Listeners {
    /// Decodes the active listeners of a proxy.
    pub fn new(proxy: &Proxy) -> Self {
        let mut listeners = Self::default();
        for (index, entry) in proxy.dump.listeners.iter().enumerate() {
            match entry.item.decode_fully("ListenerEntry") {
                Ok(decoded) => {
                    // Warming listeners do not listen yet, draining ones no longer do.
                    let active = decoded.value.listener.or(decoded.value.active_state.map(|state| state.listener));
                    match (active, decoded.value.warming_state) {
                        (Some(listener), _) => listeners.add(ListenerNode::new(listener, decoded.unmodelled)),
                        (None, Some(waiting)) => listeners.warming.push(waiting.listener),
                        (None, None) => {}
                    }
                }
                Err(error) => {
                    listeners.unreadable.push(format!("listener {index} of the dump cannot be read: {error}"));
                }
            }
        }
        listeners
    }

    fn add(&mut self, node: ListenerNode) {
        let index = self.all.len();
        if node.config.udp_listener_config.is_none() {
            for address in node.config.addresses() {
                let Some(socket) = &address.socket_address else {
                    continue;
                };
                let Some(ip_port) = address.ip_port() else {
                    continue;
                };
                self.by_address.entry(ip_port).or_insert(index);
                if ip_port.ip() == IpAddr::V6(Ipv6Addr::UNSPECIFIED) && socket.ipv4_compat {
                    self.compatible.entry(ip_port.port()).or_insert(index);
                }
            }
        }
        self.by_name.entry(node.config.name.clone()).or_insert(index);
        self.all.push(node);
    }

    /// A listener by its name.
    pub fn named(&self, name: &str) -> Option<&ListenerNode> {
        self.by_name.get(name).map(|index| &self.all[*index])
    }

    /// The listener to which a connection with this restored address is handed: the exact address, else any address of
    /// that port (`TcpListenerImpl`'s balanced handler lookup). No ranges, no wildcard ports.
    pub fn for_address(&self, address: SocketAddr) -> Option<&ListenerNode> {
        self.exact_or_any(address, |_| true)
    }

    /// The listener that the kernel delivers a connection to: the same lookup among bound listeners.
    pub fn bound_at(&self, address: SocketAddr) -> Option<&ListenerNode> {
        self.exact_or_any(address, |listener| listener.config.is_bound())
    }

    fn exact_or_any(&self, address: SocketAddr, accept: impl Fn(&ListenerNode) -> bool) -> Option<&ListenerNode> {
        let port = address.port();
        let any = match address.ip() {
            IpAddr::V4(_) => SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port),
            IpAddr::V6(_) => SocketAddr::new(IpAddr::V6(Ipv6Addr::UNSPECIFIED), port),
        };
        let compatible = self.compatible.get(&port).filter(|_| address.is_ipv4());
        [self.by_address.get(&address), self.by_address.get(&any), compatible]
            .into_iter()
            .flatten()
            .map(|index| &self.all[*index])
            .find(|listener| accept(listener))
    }
}

impl ListenerNode {
    /// Compiles the matches of a listener's chains.
    pub fn new(mut config: Listener, unmodelled: Vec<String>) -> Self {
        let tree = config.filter_chain_matcher.as_ref().map(Tree::new);
        let id = |suffix: &str, chain: &FilterChain| {
            if tree.is_some() && !chain.name.is_empty() {
                chain.name.clone()
            } else {
                format!("{}|{suffix}", config.name)
            }
        };
        let default_chain =
            config.default_filter_chain.clone().map(|chain| ChainNode::new(id("default", &chain), chain));
        let chains = std::mem::take(&mut config.filter_chains);
        let chains = chains
            .into_iter()
            .enumerate()
            .map(|(index, chain)| ChainNode::new(id(&index.to_string(), &chain), chain))
            .collect();
        Self { config, chains, default_chain, tree, unmodelled }
    }
}

impl ChainNode {
    /// Its name, with its place in the listener.
    pub fn label(&self) -> String {
        let place = self.id.rsplit('|').next().unwrap_or_default();
        let place = if place == "default" { "default".to_owned() } else { format!("#{place}") };
        match self.config.name.as_str() {
            "" => place,
            name if name == self.id => name.to_owned(),
            name => format!("{name} ({place})"),
        }
    }

    fn new(id: String, config: FilterChain) -> Self {
        Self {
            id,
            matches: ChainMatch::new(config.filter_chain_match.as_ref()),
            owners: marked::of_chain(&config.metadata),
            config,
            tls: OnceLock::new(),
            filters: OnceLock::new(),
        }
    }
}
