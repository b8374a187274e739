//! `proxy-config cluster`.

use serde_json::value::RawValue;

use super::listing::Listing;
use super::naming::Naming;
use super::note::Note;
use super::objects::Objects;
use super::subset_key::SubsetKey;
use super::{go_sort, management, raw};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::cluster::Cluster;

/// istioctl's flags. All are looked for anywhere in the name: `--direction inbound` finds `inbound-vip` too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// `--fqdn`: a part of the name.
    pub fqdn: Option<String>,
    /// `--direction`: a part of the name.
    pub direction: Option<String>,
    /// `--subset`: a part of the name.
    pub subset: Option<String>,
    /// `--port`: `|PORT|` in the name; 0 is any.
    pub port: Option<u32>,
}

impl Filter {
    fn admits(&self, name: &str) -> bool {
        let parts = [&self.fqdn, &self.direction, &self.subset];
        parts.iter().all(|part| part.as_ref().is_none_or(|part| name.contains(part.as_str())))
            && self.port.is_none_or(|port| port == 0 || name.contains(&format!("|{port}|")))
    }
}

/// The clusters in use, by host, subset, port and direction.
pub fn table(proxy: &Proxy, filter: &Filter) -> Listing {
    listing(proxy, filter, Naming::Plain)
}

/// Envoy's objects of them, in the same order.
pub fn objects<'a>(proxy: &'a Proxy, filter: &Filter) -> Objects<'a> {
    match select(proxy, filter) {
        Ok((clusters, notes)) => Objects::list(clusters.iter().map(|(_, raw)| raw::tree(raw)), notes),
        Err(note) => Objects::refusal(note),
    }
}

/// The table, with the name in front where `all` prints it.
pub(super) fn listing(proxy: &Proxy, filter: &Filter, naming: Naming) -> Listing {
    let (clusters, notes) = match select(proxy, filter) {
        Ok(selection) => selection,
        Err(note) => return Listing::refusal(note),
    };
    Listing {
        titles: naming.titles(&["SERVICE FQDN", "PORT", "SUBSET", "DIRECTION", "TYPE", "DESTINATION RULE"]),
        rows: clusters.iter().map(|(cluster, _)| row(cluster, naming)).collect(),
        padding: 5,
        notes,
    }
}

type Selection<'a> = (Vec<(Cluster, &'a RawValue)>, Vec<Note>);

fn select<'a>(proxy: &'a Proxy, filter: &Filter) -> Result<Selection<'a>, Note> {
    if !proxy.dump.has(Section::Clusters) {
        return Err(Note::NoSection(Section::Clusters));
    }
    let picked = raw::pick(&proxy.dump.clusters, &["cluster"], &["cluster"]);
    if picked.objects.is_empty() {
        return Err(Note::NoneFound("clusters"));
    }
    let mut notes: Vec<Note> =
        Note::hidden("warming and rejected clusters", picked.hidden, "clusters").into_iter().collect();
    let clusters = raw::decode::<Cluster>(&picked.objects, "cluster", &mut notes);
    let order = go_sort::order(&clusters, |(cluster, _)| SubsetKey::of_any(&cluster.name));
    let mut clusters = go_sort::arrange(clusters, &order);
    clusters.retain(|(cluster, _)| filter.admits(&cluster.name));
    Ok((clusters, notes))
}

fn row(cluster: &Cluster, naming: Naming) -> Vec<String> {
    let name = naming.name("cluster", &cluster.name);
    let dash = || "-".to_owned();
    let mut cells = match SubsetKey::parse(&cluster.name) {
        Some(key) => {
            let subset = if key.subset.is_empty() { dash() } else { key.subset.to_owned() };
            vec![key.host.to_owned(), key.port.to_string(), subset, key.direction.to_owned()]
        }
        None if cluster.name.is_empty() => vec![String::new(), dash(), dash(), dash()],
        // `all` prints the kind before the host too.
        None => vec![name.clone(), dash(), dash(), dash()],
    };
    // A cluster without a name has one cell less in `all`.
    if naming == Naming::WithKind && !cluster.name.is_empty() {
        cells.insert(0, name);
    }
    cells.extend([cluster.discovery.word().to_owned(), management::resource(&cluster.metadata)]);
    cells
}
