//! Capture in; proxies, resources and gaps out.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::dump::{ConfigDump, Extent};
use super::envoy::bootstrap::{Bootstrap, Node};
use super::proxy::{LiveHosts, Proxy, ProxyKind, id_of_node};
use super::resource::Resource;
use super::{manifests, status};
use crate::base::capture::{Capture, Document, DocumentKind, Gap};
use crate::base::name::ProxyId;

/// What a capture says.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The Envoys, by id.
    pub proxies: Vec<Proxy>,
    /// The resources, in the order of the sources.
    pub resources: Vec<Resource>,
    /// What could not be read.
    pub gaps: Vec<Gap>,
    /// When the capture was taken, if it says so.
    pub taken_at: Option<Timestamp>,
}

/// Reads all documents of a capture, on all cores.
pub fn read(capture: Capture) -> Model {
    let Capture { documents, gaps, taken_at } = capture;
    let parts: Vec<(Part, Vec<Gap>)> = documents.into_par_iter().map(read_document).collect();
    let mut model = Model { gaps, taken_at, ..Model::default() };
    let mut bundles: BTreeMap<Bundle, Vec<Part>> = BTreeMap::new();
    for (part, gaps) in parts {
        model.gaps.extend(gaps);
        match part {
            Part::Resources(resources) => model.resources.extend(resources),
            Part::OfProxy { ref bundle, .. } => bundles.entry(bundle.clone()).or_default().push(part),
            Part::Nothing => {}
        }
    }
    let mut loose = Vec::new();
    let mut proxies: BTreeMap<ProxyId, Proxy> = BTreeMap::new();
    for (bundle, parts) in bundles {
        match assemble(&bundle, parts) {
            Ok(proxy) => match proxies.entry(proxy.id.clone()) {
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(proxy);
                }
                std::collections::btree_map::Entry::Occupied(mut entry) => entry.get_mut().merge(proxy),
            },
            Err(facts) => loose.extend(facts),
        }
    }
    model.proxies = proxies.into_values().collect();
    attach(loose, &mut model);
    model
}

/// A document, read.
enum Part {
    Resources(Vec<Resource>),
    OfProxy { bundle: Bundle, place: String, fact: Fact },
    Nothing,
}

/// Which documents belong to one proxy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Bundle {
    proxy: Option<ProxyId>,
    folder: String,
}

/// What a document says about a proxy.
enum Fact {
    Dump(Box<ConfigDump>),
    Hosts(LiveHosts),
    Node(Box<Node>),
    Runtime(BTreeMap<String, Value>),
}

fn read_document(document: Document) -> (Part, Vec<Gap>) {
    let Document { kind, place, bundle, proxy, extent, text } = document;
    let bundle = Bundle { proxy, folder: bundle };
    let fact = match kind {
        DocumentKind::ResourcesJson => {
            let (resources, gaps) = manifests::from_json(&place, &text);
            return (Part::Resources(resources), gaps);
        }
        DocumentKind::ResourcesYaml => {
            let (resources, gaps) = manifests::from_yaml(&place, &text);
            return (Part::Resources(resources), gaps);
        }
        DocumentKind::ConfigDump => {
            let mut dump = ConfigDump::default();
            dump.add(&text, &extent).map(|()| Fact::Dump(Box::new(dump)))
        }
        DocumentKind::ClustersJson => {
            status::from_json(&text).map(|by_cluster| {
                // Who prints the page as Envoy does needs all of it.
                let json = (extent == Extent::Whole).then_some(text);
                Fact::Hosts(LiveHosts { by_cluster, json })
            })
        }
        DocumentKind::ClustersText => {
            let by_cluster = status::from_text(&String::from_utf8_lossy(&text));
            Ok(Fact::Hosts(LiveHosts { by_cluster, json: None }))
        }
        DocumentKind::ServerInfo => {
            serde_json::from_slice::<ServerInfo>(&text).map(|info| Fact::Node(Box::new(info.node)))
        }
        DocumentKind::Runtime => serde_json::from_slice::<RuntimeDump>(&text).map(|runtime| {
            Fact::Runtime(
                runtime.entries.into_iter().map(|(key, entry)| (key, Value::String(entry.final_value))).collect(),
            )
        }),
        // What these say stands in the dump too, or does not bear on a request.
        DocumentKind::Certs | DocumentKind::Listeners | DocumentKind::InitDump | DocumentKind::Stats => {
            return (Part::Nothing, Vec::new());
        }
        DocumentKind::ZtunnelDump => {
            let reason = "a ztunnel dump: meshdbg reads Envoys so far".to_owned();
            return (Part::Nothing, vec![Gap { place, reason }]);
        }
    };
    match fact {
        Ok(fact) => (Part::OfProxy { bundle, place, fact }, Vec::new()),
        Err(error) => {
            let reason = if error.is_data() {
                format!("has another shape than Envoy prints: {error}; name what the admin port printed, unchanged")
            } else {
                format!("broken JSON: {error}; take it again, and check that the transfer was complete")
            };
            (Part::Nothing, vec![Gap { place, reason }])
        }
    }
}

#[derive(Deserialize)]
struct ServerInfo {
    #[serde(default)]
    node: Node,
}

#[derive(Deserialize)]
struct RuntimeDump {
    #[serde(default)]
    entries: BTreeMap<String, RuntimeEntry>,
}

#[derive(Deserialize)]
struct RuntimeEntry {
    #[serde(default)]
    final_value: String,
}

/// Makes one proxy of the documents of a bundle; hands them back where nothing says whose they are.
fn assemble(bundle: &Bundle, parts: Vec<Part>) -> Result<Proxy, Vec<(String, Fact)>> {
    let (mut dump, mut hosts, mut node) = (None::<ConfigDump>, None::<LiveHosts>, None);
    let mut runtime = BTreeMap::new();
    let mut places = Vec::new();
    for part in parts {
        let Part::OfProxy { place, fact, .. } = part else {
            continue;
        };
        places.push(place);
        match fact {
            Fact::Dump(more) => match &mut dump {
                None => dump = Some(*more),
                Some(dump) => dump.merge(*more),
            },
            Fact::Hosts(more) => match &mut hosts {
                None => hosts = Some(more),
                Some(hosts) if more.json.is_some() => *hosts = more,
                // Pages of some clusters each.
                Some(hosts) => {
                    for (cluster, of_cluster) in more.by_cluster {
                        hosts.by_cluster.entry(cluster).or_insert(of_cluster);
                    }
                }
            },
            Fact::Node(more) => node = Some(more),
            Fact::Runtime(more) => runtime.extend(more),
        }
    }
    let mut bootstrap = dump
        .as_ref()
        .and_then(|dump| dump.bootstrap.as_ref()?.decode().ok())
        .map(|entry| entry.bootstrap)
        .unwrap_or_default();
    if let Some(node) = node
        && bootstrap.node.id.is_empty()
    {
        bootstrap.node = *node;
    }
    let id = id_of_node(&bootstrap.node.id).or_else(|| bundle.proxy.clone());
    let Some(id) = id.or_else(|| dump.is_some().then(|| ProxyId::new("", file_stem(&places)))) else {
        let place = places.join(", ");
        let facts = hosts.map(Fact::Hosts).into_iter().chain((!runtime.is_empty()).then_some(Fact::Runtime(runtime)));
        return Err(facts.map(|fact| (place.clone(), fact)).collect());
    };
    let (hosts, hosts_json) = hosts.map(|hosts| (hosts.by_cluster, hosts.json)).unzip();
    Ok(Proxy {
        kind: ProxyKind::of_node(&bootstrap.node.id),
        id,
        runtime: runtime_values(&bootstrap, runtime),
        bootstrap,
        dump: dump.unwrap_or_default(),
        hosts,
        hosts_json: hosts_json.flatten(),
        places,
    })
}

/// Static layers in order, then what the admin port says.
fn runtime_values(bootstrap: &Bootstrap, admin: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let layers = bootstrap.layered_runtime.layers.iter();
    let mut values: BTreeMap<String, Value> = layers.flat_map(|layer| layer.static_layer.clone()).collect();
    values.extend(admin);
    values
}

/// A name for a proxy that nothing else names: its file's, without endings.
fn file_stem(places: &[String]) -> String {
    let file = places.first().map_or("", String::as_str);
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or("envoy").to_owned()
}

/// Gives facts without a proxy to the only proxy that lacks them.
fn attach(loose: Vec<(String, Fact)>, model: &mut Model) {
    for (place, fact) in loose {
        match (&mut model.proxies[..], fact) {
            ([only], Fact::Hosts(hosts)) if only.hosts.is_none() => {
                only.hosts = Some(hosts.by_cluster);
                only.hosts_json = hosts.json;
                only.places.push(place);
            }
            ([only], Fact::Runtime(values)) => {
                only.runtime.extend(values);
                only.places.push(place);
            }
            ([], Fact::Hosts(hosts)) => {
                let id = ProxyId::new("", file_stem(std::slice::from_ref(&place)));
                model.proxies.push(Proxy::of_hosts(id, hosts, place));
            }
            (_, Fact::Hosts(_) | Fact::Runtime(_) | Fact::Dump(_) | Fact::Node(_)) => model.gaps.push(Gap {
                place,
                reason: "nothing says which proxy this is from: put it into a folder with that proxy's config_dump"
                    .to_owned(),
            }),
        }
    }
}
