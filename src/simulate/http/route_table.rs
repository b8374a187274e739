//! A route table, decoded and indexed when a request first meets it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::per_filter::PerFilter;
use super::route::Routes;
use crate::model::dump::Entry;
use crate::model::envoy::entry::RouteEntry;
use crate::model::envoy::route_config::{RouteConfiguration, VirtualHost};
use crate::simulate::matcher::path::PathParameters;
use crate::simulate::runtime::Runtime;

/// A route table.
#[derive(Debug)]
pub struct RouteTable {
    /// Its name, or `inline@CHAIN` for an inline table without one.
    pub id: String,
    /// As configured; its virtual hosts are in `hosts`.
    pub config: RouteConfiguration,
    /// The virtual hosts.
    pub hosts: Vec<VirtualHostNode>,
    /// The virtual hosts by domain.
    pub index: HostIndex,
    /// What it says to filters.
    pub per_filter: PerFilter,
    /// Fields and parts that are not modelled.
    pub unmodelled: Vec<String>,
}

/// A virtual host.
#[derive(Debug)]
pub struct VirtualHostNode {
    /// As configured.
    pub config: VirtualHost,
    /// What it says to filters.
    pub per_filter: PerFilter,
    table: String,
    routes: OnceLock<Routes>,
}

impl RouteTable {
    /// The table of a dump's entry.
    pub fn of_entry(name: &str, entry: Option<&Entry<RouteEntry>>) -> Self {
        match entry.map(|entry| entry.item.decode_fully("RouteEntry")) {
            Some(Ok(decoded)) => Self::new(name, decoded.value.route_config, decoded.unmodelled),
            Some(Err(error)) => Self::unreadable(name, format!("route table {name} cannot be read: {error}")),
            None => Self::unreadable(name, format!("route table {name} is not in the dump")),
        }
    }

    /// A table out of its configuration.
    pub fn new(id: &str, mut config: RouteConfiguration, unmodelled: Vec<String>) -> Self {
        let virtual_hosts = std::mem::take(&mut config.virtual_hosts);
        let mut unmodelled: Vec<String> =
            unmodelled.into_iter().map(|field| format!("field {field} of route table {id} is not modelled")).collect();
        if config.vhds.is_some() {
            unmodelled.push(format!("route table {id} gets further virtual hosts on demand (VHDS)"));
        }
        Self {
            id: id.to_owned(),
            index: HostIndex::new(&virtual_hosts),
            hosts: virtual_hosts
                .into_iter()
                .map(|config| VirtualHostNode {
                    per_filter: PerFilter::new(&config.typed_per_filter_config),
                    table: id.to_owned(),
                    routes: OnceLock::new(),
                    config,
                })
                .collect(),
            per_filter: PerFilter::new(&config.typed_per_filter_config),
            config,
            unmodelled,
        }
    }

    fn unreadable(name: &str, why: String) -> Self {
        Self {
            id: name.to_owned(),
            config: RouteConfiguration::default(),
            hosts: Vec::new(),
            index: HostIndex::default(),
            per_filter: PerFilter::default(),
            unmodelled: vec![why],
        }
    }

    /// How `;…` in paths is treated.
    pub fn path_parameters(&self, runtime: &Runtime) -> PathParameters {
        match (self.config.ignore_path_parameters_in_path_matching, runtime.since(40)) {
            (false, _) => PathParameters::Kept,
            (true, true) => PathParameters::CutFromSegments,
            (true, false) => PathParameters::CutFromFirst,
        }
    }
}

impl VirtualHostNode {
    /// Its routes, compiled when first asked for.
    pub fn routes(&self) -> &Routes {
        self.routes.get_or_init(|| Routes::new(&self.table, &self.config))
    }
}

/// Virtual hosts by domain: exact, longest suffix, longest prefix, default.
#[derive(Debug, Default)]
pub struct HostIndex {
    exact: HashMap<String, usize>,
    /// By length of the part behind `*`, longest first.
    suffixes: Vec<(usize, HashMap<String, usize>)>,
    /// By length of the part before `*`, longest first.
    prefixes: Vec<(usize, HashMap<String, usize>)>,
    default: Option<usize>,
}

/// How a domain matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainMatch {
    /// By its exact name.
    Exact,
    /// By a `*.suffix`.
    Suffix,
    /// By a `prefix.*`.
    Prefix,
    /// By `*`.
    Default,
}

impl HostIndex {
    fn new(hosts: &[VirtualHost]) -> Self {
        let mut index = Self::default();
        let (mut suffixes, mut prefixes) =
            (HashMap::<usize, HashMap<_, _>>::new(), HashMap::<usize, HashMap<_, _>>::new());
        for (at, host) in hosts.iter().enumerate() {
            for domain in &host.domains {
                let domain = domain.to_ascii_lowercase();
                if domain == "*" {
                    index.default.get_or_insert(at);
                } else if let Some(suffix) = domain.strip_prefix('*') {
                    suffixes.entry(suffix.len()).or_default().entry(suffix.to_owned()).or_insert(at);
                } else if let Some(prefix) = domain.strip_suffix('*') {
                    prefixes.entry(prefix.len()).or_default().entry(prefix.to_owned()).or_insert(at);
                } else {
                    index.exact.entry(domain).or_insert(at);
                }
            }
        }
        index.suffixes = longest_first(suffixes);
        index.prefixes = longest_first(prefixes);
        index
    }

    /// The virtual host of a host name (`RouteMatcher::findVirtualHost`). A wildcard stands for at least one character.
    pub fn find(&self, host: &str) -> Option<(usize, DomainMatch)> {
        // Only a default host: the name does not matter.
        if self.exact.is_empty() && self.suffixes.is_empty() && self.prefixes.is_empty() {
            return self.default.map(|at| (at, DomainMatch::Default));
        }
        let host = host.to_ascii_lowercase();
        if let Some(at) = self.exact.get(&host) {
            return Some((*at, DomainMatch::Exact));
        }
        for (length, names) in &self.suffixes {
            if *length < host.len()
                && let Some(at) = host.get(host.len() - length..).and_then(|suffix| names.get(suffix))
            {
                return Some((*at, DomainMatch::Suffix));
            }
        }
        for (length, names) in &self.prefixes {
            if *length < host.len()
                && let Some(at) = host.get(..*length).and_then(|prefix| names.get(prefix))
            {
                return Some((*at, DomainMatch::Prefix));
            }
        }
        self.default.map(|at| (at, DomainMatch::Default))
    }
}

fn longest_first(by_length: HashMap<usize, HashMap<String, usize>>) -> Vec<(usize, HashMap<String, usize>)> {
    let mut lengths: Vec<_> = by_length.into_iter().collect();
    lengths.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn virtual_hosts_by_domain() {
        let domains = ["foo.com", "*.foo.com", "*.com", "foo.*", "*-bar.foo.com", "*", "*foo.org"];
        let hosts: Vec<VirtualHost> = domains
            .iter()
            .map(|domain| VirtualHost {
                name: (*domain).to_owned(),
                domains: vec![(*domain).to_owned()],
                ..VirtualHost::default()
            })
            .collect();
        let index = HostIndex::new(&hosts);
        let cases = [
            ("foo.com", "foo.com"),
            ("FOO.com", "foo.com"),
            ("a.foo.com", "*.foo.com"),
            ("a-bar.foo.com", "*-bar.foo.com"),
            (".foo.com", "*.com"),
            ("foo.com:80", "foo.*"),
            ("foo.net", "foo.*"),
            ("foo.", "*"),
            ("x.y.com", "*.com"),
            ("afoo.org", "*foo.org"),
            ("foo.org", "foo.*"),
            ("", "*"),
        ];
        for (host, want) in cases {
            let (at, _) = index.find(host).unwrap();
            assert_eq!(domains[at], want, "{host}");
        }
        assert_eq!(HostIndex::new(&hosts[..2]).find("bar.com"), None);
    }
}
