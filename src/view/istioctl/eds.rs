//! `proxy-config eds`, which istioctl hides: the endpoints that EDS sent.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::endpoint::Filter;
use super::listing::Listing;
use super::naming::Naming;
use super::note::Note;
use super::objects::Objects;
use super::subset_key::SubsetKey;
use super::tree::Tree;
use super::{go_sort, raw};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::address::Address;
use crate::model::envoy::endpoint::{ClusterLoadAssignment, LbEndpoint, Locality};

/// The endpoints of all clusters, by host, subset, port and direction of the cluster.
pub fn table(proxy: &Proxy, filter: &Filter) -> Listing {
    listing(proxy, filter, Naming::Plain)
}

/// Envoy's objects of the clusters that have such endpoints, with these endpoints only, in the same order.
pub fn objects<'a>(proxy: &'a Proxy, filter: &Filter) -> Objects<'a> {
    match select(proxy, filter) {
        Ok((clusters, notes)) => {
            Objects::list(clusters.iter().map(|(cluster, raw)| filtered(cluster, raw, filter)), notes)
        }
        Err(note) => Objects::refusal(note),
    }
}

/// The table, with the kind before the address where `all` prints it.
pub(super) fn listing(proxy: &Proxy, filter: &Filter, naming: Naming) -> Listing {
    let (clusters, notes) = match select(proxy, filter) {
        Ok(selection) => selection,
        Err(note) => return Listing::refusal(note),
    };
    let mut rows = Vec::new();
    for (cluster, _) in &clusters {
        for group in &cluster.endpoints {
            for endpoint in group.lb_endpoints.iter().filter(|endpoint| admits(filter, endpoint, &cluster.cluster_name))
            {
                rows.push(vec![
                    naming.name("endpoint", &addresses(endpoint).join(",")),
                    endpoint.health_status.word().to_owned(),
                    locality_words(&group.locality),
                    cluster.cluster_name.clone(),
                ]);
            }
        }
    }
    Listing { titles: vec!["NAME", "STATUS", "LOCALITY", "CLUSTER"], rows, padding: 5, notes }
}

type Selection<'a> = (Vec<(ClusterLoadAssignment, &'a RawValue)>, Vec<Note>);

fn select<'a>(proxy: &'a Proxy, filter: &Filter) -> Result<Selection<'a>, Note> {
    if !proxy.dump.has(Section::Endpoints) {
        return Err(Note::NoSection(Section::Endpoints));
    }
    let picked = raw::pick(&proxy.dump.endpoints, &["endpoint_config"], &["endpoint_config"]);
    let mut notes = Vec::new();
    let mut clusters = raw::decode::<ClusterLoadAssignment>(&picked.objects, "endpoints", &mut notes);
    clusters.retain(|(cluster, _)| {
        let mut endpoints = cluster.endpoints.iter().flat_map(|group| &group.lb_endpoints);
        endpoints.any(|endpoint| admits(filter, endpoint, &cluster.cluster_name))
    });
    let order = go_sort::order(&clusters, |(cluster, _)| SubsetKey::of_any(&cluster.cluster_name));
    Ok((go_sort::arrange(clusters, &order), notes))
}

fn admits(filter: &Filter, endpoint: &LbEndpoint, cluster: &str) -> bool {
    let port = endpoint.endpoint.address.port().map_or(0, u32::from);
    filter.admits(addresses(endpoint), port, cluster, endpoint.health_status.word())
}

/// The object, without the endpoints that the filter leaves out.
fn filtered<'a>(cluster: &ClusterLoadAssignment, raw: &'a RawValue, filter: &Filter) -> Tree<'a> {
    let mut tree = raw::tree(raw);
    let groups = tree.list_mut("endpoints").into_iter().flatten();
    for (group, decoded) in groups.zip(&cluster.endpoints) {
        let mut admitted = decoded.lb_endpoints.iter().map(|endpoint| admits(filter, endpoint, &cluster.cluster_name));
        if let Some(endpoints) = group.list_mut("lbEndpoints") {
            endpoints.retain(|_| admitted.next().unwrap_or_default());
        }
    }
    tree
}

fn addresses(endpoint: &LbEndpoint) -> Vec<Cow<'_, str>> {
    let more = endpoint.endpoint.additional_addresses.iter().map(|more| &more.address);
    std::iter::once(&endpoint.endpoint.address).chain(more).map(address).collect()
}

/// IPv6 without brackets.
fn address(address: &Address) -> Cow<'_, str> {
    match (&address.socket_address, &address.pipe, &address.envoy_internal_address) {
        (Some(socket), _, _) => format!("{}:{}", socket.address, socket.port_value).into(),
        (None, Some(pipe), _) => pipe.path.as_str().into(),
        (None, None, Some(_)) => address.to_string().into(),
        (None, None, None) => "unknown".into(),
    }
}

/// `REGION/ZONE/SUBZONE`, up to the first that is empty.
fn locality_words(locality: &Locality) -> String {
    let more = [&locality.zone, &locality.sub_zone].into_iter().take_while(|part| !part.is_empty());
    std::iter::once(&locality.region).chain(more).map(String::as_str).collect::<Vec<_>>().join("/")
}
