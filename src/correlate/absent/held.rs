//! What a proxy's dump holds of an object: it, a refused or waiting version of it, or nothing.

use memchr::memmem;
use serde_json::value::RawValue;

use crate::correlate::hosts::covers;
use crate::model::dump::Entry;
use crate::model::envoy::cluster::DiscoveryType;
use crate::model::envoy::endpoint::HealthStatus;
use crate::model::envoy::entry::{EntryState, ErrorState, RouteEntry};
use crate::model::envoy::route_config::VirtualHost;
use crate::model::{Proxy, ProxyKind, peek};

/// What is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// It, in use; its name.
    InUse(String),
    /// It, waiting for what it depends on.
    Warming,
    /// An update with it that Envoy refused, and why.
    Rejected(String),
    /// Nothing.
    Nothing,
}

impl Held {
    fn better(self, other: Self) -> Self {
        let rank = |held: &Self| match held {
            Self::InUse(_) => 0,
            Self::Warming => 1,
            Self::Rejected(_) => 2,
            Self::Nothing => 3,
        };
        if rank(&other) < rank(&self) { other } else { self }
    }
}

/// A cluster, by name.
pub(super) fn cluster(proxy: &Proxy, name: &str) -> Held {
    let finder = memmem::Finder::new(name);
    let meant = proxy.dump.clusters.iter().filter(|entry| finder.find(entry.item.text()).is_some());
    meant.fold(Held::Nothing, |held, entry| {
        let is_it = peek::name(entry.item.text(), &["cluster"], &["name"]).as_deref() == Some(name);
        let found = match entry.state {
            EntryState::Warming if is_it => Held::Warming,
            _ if is_it => Held::InUse(name.to_owned()),
            _ => match entry.item.decode().ok().and_then(|entry| entry.error_state) {
                Some(error) if names(&error, name) => Held::Rejected(error.details),
                _ => Held::Nothing,
            },
        };
        held.better(found)
    })
}

/// Whether a cluster is one without endpoints (`ORIGINAL_DST`).
pub(super) fn goes_where_it_was_going(proxy: &Proxy, name: &str) -> bool {
    let is_it = |text: &[u8]| peek::name(text, &["cluster"], &["name"]).as_deref() == Some(name);
    let mut entries = proxy.dump.clusters.iter().filter(|entry| is_it(entry.item.text()));
    entries.any(|entry| entry.item.decode().is_ok_and(|entry| entry.cluster.discovery == DiscoveryType::OriginalDst))
}

/// A listener, by name or address.
pub(super) fn listener(proxy: &Proxy, is_meant: &dyn Fn(&str, Option<std::net::SocketAddr>) -> bool) -> Held {
    proxy.dump.listeners.iter().filter_map(|entry| entry.item.decode().ok()).fold(Held::Nothing, |held, entry| {
        let meant =
            |listener: &crate::model::envoy::listener::Listener| is_meant(&listener.name, listener.address.ip_port());
        let in_use = entry.listener.iter().chain(entry.active_state.iter().map(|state| &state.listener));
        let found = in_use.filter(|listener| meant(listener)).map(|listener| listener.name.clone()).next();
        let warming = entry.warming_state.as_ref().is_some_and(|state| meant(&state.listener));
        let rejected = entry.error_state.filter(|error| {
            is_meant(&entry.name, None)
                || name_of(error.failed_configuration.as_deref()).is_some_and(|name| is_meant(&name, None))
        });
        let found = match (found, rejected) {
            (Some(name), _) => Held::InUse(name),
            (None, _) if warming => Held::Warming,
            (None, Some(error)) => Held::Rejected(error.details),
            (None, None) => Held::Nothing,
        };
        held.better(found)
    })
}

fn names(error: &ErrorState, name: &str) -> bool {
    name_of(error.failed_configuration.as_deref()).as_deref() == Some(name)
}

fn name_of(refused: Option<&RawValue>) -> Option<String> {
    peek::name(refused?.get().as_bytes(), &[], &["name"])
}

/// A virtual host with the name of its table.
pub(super) struct Hosted {
    pub(super) table: String,
    pub(super) host: VirtualHost,
}

/// The virtual hosts for a host: of several domains the narrowest come first. What takes every host is meant for none.
pub(super) fn virtual_hosts(proxy: &Proxy, host: &str, port: Option<u16>) -> Vec<Hosted> {
    let mut found = Vec::new();
    // Tables without the name, and without a wildcard, need not be read.
    let finders = [memmem::Finder::new(host), memmem::Finder::new("\"*.")];
    let may_have = |entry: &&Entry<RouteEntry>| finders.iter().any(|finder| finder.find(entry.item.text()).is_some());
    let entries = proxy.dump.routes.iter().filter(may_have).filter_map(|entry| entry.item.decode().ok());
    for entry in entries {
        for virtual_host in entry.route_config.virtual_hosts {
            let (name, its_port) = virtual_host.name.rsplit_once(':').unwrap_or((&virtual_host.name, ""));
            // The ports of a gateway's servers are not those that it listens on.
            let on_port = proxy.kind == ProxyKind::Gateway || port.is_none_or(|port| its_port == port.to_string());
            let domains = virtual_host.domains.iter().filter(|domain| *domain != "*");
            if on_port && (name == host || domains.into_iter().any(|domain| covers(bare(domain), host))) {
                found.push(Hosted { table: entry.route_config.name.clone(), host: virtual_host });
            }
        }
    }
    found.sort_by_key(|found| !found.host.domains.iter().any(|domain| bare(domain) == host));
    found
}

/// A domain without its port.
fn bare(domain: &str) -> &str {
    match domain.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !host.contains(':') => host,
        _ => domain,
    }
}

/// A route by the name that its rule has in a VirtualService; a delegate's rule has that of the delegating one before
/// it (`mergeHTTPRoute` of `pilot/pkg/model/virtualservice.go`), and one of its matches behind it.
pub(super) fn route_named(proxy: &Proxy, rule: &str) -> Option<String> {
    let finder = memmem::Finder::new(rule);
    let entries = proxy.dump.routes.iter().filter(|entry| finder.find(entry.item.text()).is_some());
    for entry in entries.filter_map(|entry| entry.item.decode().ok()) {
        for host in &entry.route_config.virtual_hosts {
            let is_it = |name: &str| {
                name == rule
                    || name.strip_suffix(rule).is_some_and(|before| before.ends_with('-'))
                    || name.strip_prefix(rule).is_some_and(|after| after.starts_with('.'))
            };
            if let Some(index) = host.routes.iter().position(|route| is_it(&route.name)) {
                return Some(format!("{}|{}|{index}", entry.route_config.name, host.name));
            }
        }
    }
    None
}

/// An endpoint of a cluster.
pub(super) struct Member {
    pub(super) cluster: String,
    pub(super) address: String,
    /// What takes it out of use.
    pub(super) unhealthy: Option<String>,
}

/// The endpoints of the clusters that are meant: those of `/clusters` where it was read, else those configured.
pub(super) fn members(proxy: &Proxy, is_meant: &dyn Fn(&str) -> bool) -> Vec<Member> {
    if let Some(hosts) = &proxy.hosts {
        let meant = hosts.iter().filter(|(cluster, _)| is_meant(cluster));
        return meant
            .flat_map(|(cluster, hosts)| {
                hosts.iter().map(|host| Member {
                    cluster: cluster.clone(),
                    address: host.address.to_string(),
                    unhealthy: unhealthy(host),
                })
            })
            .collect();
    }
    let eds = proxy.dump.endpoints.iter().filter_map(|entry| {
        let name = peek::name(entry.item.text(), &["endpoint_config"], &["cluster_name"])?;
        is_meant(&name).then(|| entry.item.decode().ok())?.map(|entry| (name, entry.endpoint_config))
    });
    let own = proxy.dump.clusters.iter().filter_map(|entry| {
        let name = peek::name(entry.item.text(), &["cluster"], &["name"])?;
        let cluster = is_meant(&name).then(|| entry.item.decode().ok())??.cluster;
        Some((name, cluster.load_assignment?))
    });
    let mut members = Vec::new();
    for (cluster, assignment) in eds.chain(own) {
        for endpoint in assignment.endpoints.iter().flat_map(|group| &group.lb_endpoints) {
            let place = assignment.named_endpoints.get(&endpoint.endpoint_name).unwrap_or(&endpoint.endpoint);
            let status = endpoint.health_status;
            let is_out = matches!(status, HealthStatus::Unhealthy | HealthStatus::Draining | HealthStatus::Timeout);
            members.push(Member {
                cluster: cluster.clone(),
                address: place.address.to_string(),
                unhealthy: is_out.then(|| format!("EDS says {}", status.word())),
            });
        }
    }
    members
}

fn unhealthy(host: &crate::model::status::HostStatus) -> Option<String> {
    let health = &host.health_status;
    let out = |status| matches!(status, HealthStatus::Unhealthy | HealthStatus::Draining | HealthStatus::Timeout);
    let whys = [
        (health.failed_outlier_check, "ejected by outlier detection"),
        (health.failed_active_health_check, "failed its health check"),
        (out(health.eds_health_status), "unhealthy by EDS"),
    ];
    whys.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why.to_owned())
}
