//! `proxy-config endpoint`: the hosts of all clusters as `/clusters` prints them.

use super::go_sort;
use super::listing::Listing;
use super::note::Note;
use super::objects::Objects;
use super::tree::{Keys, Tree};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::address::Address;
use crate::model::status::HostStatus;

/// istioctl's flags. Case does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--address`: the address without its port; for `eds` with its port.
    pub address: Option<String>,
    /// `--port`; 0 is any.
    pub port: Option<u32>,
    /// `--cluster`: the whole name of a cluster.
    pub cluster: Option<String>,
    /// `--status`: what EDS says of the health, such as `HEALTHY`.
    pub status: Option<String>,
}

impl Filter {
    /// Whether a flag is not set or names one of the values.
    fn names<T: AsRef<str>>(wanted: Option<&String>, values: impl IntoIterator<Item = T>) -> bool {
        let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else { return true };
        values.into_iter().any(|value| value.as_ref().eq_ignore_ascii_case(wanted))
    }

    /// Whether it admits an endpoint of a cluster, at one of some addresses.
    pub(super) fn admits<T: AsRef<str>>(
        &self,
        addresses: impl IntoIterator<Item = T>,
        port: u32,
        cluster: &str,
        status: &str,
    ) -> bool {
        Self::names(self.address.as_ref(), addresses)
            && self.port.is_none_or(|wanted| wanted == 0 || wanted == port)
            && Self::names(self.cluster.as_ref(), [cluster])
            && Self::names(self.status.as_ref(), [status])
    }

    fn admits_host(&self, cluster: &str, host: &HostStatus) -> bool {
        self.admits([address(&host.address)], port(&host.address), cluster, host.health_status.eds_health_status.word())
    }
}

/// The hosts, by address, port and cluster.
pub fn table(proxy: &Proxy, filter: &Filter) -> Listing {
    let Some(clusters) = &proxy.hosts else { return Listing::refusal(not_read(proxy)) };
    let hosts = clusters.iter().flat_map(|(cluster, hosts)| hosts.iter().map(move |host| (cluster, host)));
    let hosts: Vec<(&String, &HostStatus)> =
        hosts.filter(|(cluster, host)| filter.admits_host(cluster, host)).collect();
    let order = go_sort::order(&hosts, |(cluster, host)| (address(&host.address), port(&host.address), *cluster));
    Listing {
        titles: vec!["ENDPOINT", "STATUS", "OUTLIER CHECK", "CLUSTER"],
        rows: order.iter().map(|index| row(hosts[*index].0, hosts[*index].1)).collect(),
        padding: 5,
        notes: Vec::new(),
    }
}

/// Envoy's objects of the clusters that have such hosts, with all their hosts, in the order of `/clusters`.
pub fn objects<'a>(proxy: &'a Proxy, filter: &Filter) -> Objects<'a> {
    let Some(clusters) = &proxy.hosts else { return Objects::refusal(not_read(proxy)) };
    let Some(text) = &proxy.hosts_json else { return Objects::refusal(Note::HostsAsText) };
    let is_wanted =
        |name: &str| clusters.get(name).is_some_and(|hosts| hosts.iter().any(|host| filter.admits_host(name, host)));
    let mut wanted = Vec::new();
    if let Tree::Object(sections) = Tree::read(text, Keys::Fields) {
        let lists = sections.into_iter().filter(|(name, _)| name == "clusterStatuses").map(|(_, list)| list);
        for list in lists {
            let Tree::List(statuses) = list else { continue };
            wanted.extend(statuses.into_iter().filter(|status| status.text_of("name").is_some_and(is_wanted)));
        }
    }
    Objects::list(wanted, Vec::new())
}

fn not_read(proxy: &Proxy) -> Note {
    Note::NoHosts { has_eds: proxy.dump.has(Section::Endpoints) }
}

fn row(cluster: &str, host: &HostStatus) -> Vec<String> {
    let (address, port) = (address(&host.address), port(&host.address));
    let outlier = if host.health_status.failed_outlier_check { "FAILED" } else { "OK" };
    vec![
        if port == 0 { address } else { format!("{address}:{port}") },
        host.health_status.eds_health_status.word().to_owned(),
        outlier.to_owned(),
        cluster.to_owned(),
    ]
}

/// Without a port, and IPv6 without brackets.
fn address(address: &Address) -> String {
    match (&address.socket_address, &address.pipe, &address.envoy_internal_address) {
        (Some(socket), _, _) => socket.address.clone(),
        (None, Some(pipe), _) => format!("unix://{}", pipe.path),
        (None, None, Some(_)) => address.to_string(),
        (None, None, None) => "unknown".to_owned(),
    }
}

fn port(address: &Address) -> u32 {
    address.port().map_or(0, u32::from)
}
