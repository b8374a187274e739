//! Capture in; proxies, resources and gaps out.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use jiff::Timestamp;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::dump::{ConfigDump, Extent};
use super::envoy::bootstrap::{Bootstrap, Node};
use super::istiod::{Istiod, syncz};
use super::proxy::{LiveHosts, Proxy, ProxyKind, id_of_node};
use super::resource::Resource;
use super::stats::{self, Stat};
use super::ztunnel::Ztunnel;
use super::{manifests, status};
use crate::base::capture::{Capture, Document, DocumentKind, Gap};
use crate::base::name::ProxyId;

/// What a capture says.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The Envoys, by id.
    pub proxies: Vec<Proxy>,
    /// The ztunnels, by id.
    pub ztunnels: Vec<Ztunnel>,
    /// The resources, in the order of the sources.
    pub resources: Vec<Resource>,
    /// The istiods that say whom they serve.
    pub istiods: Vec<Istiod>,
    /// What istiod would send to a proxy, undecoded.
    pub intended: BTreeMap<ProxyId, Bytes>,
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
    let mut copies = Vec::new();
    for (part, gaps) in parts {
        model.gaps.extend(gaps);
        match part {
            Part::Resources(resources) => model.resources.extend(resources),
            Part::Copies(resources) => copies.extend(resources),
            Part::Istiod(istiod) => model.istiods.push(istiod),
            Part::OfProxy { ref bundle, .. } => bundles.entry(bundle.clone()).or_default().push(part),
            Part::Ztunnel(ztunnel) => model.ztunnels.push(*ztunnel),
            Part::Nothing => {}
        }
    }
    // Of a ztunnel that was read twice the first stays.
    model.ztunnels.sort_by(|left, right| left.id.cmp(&right.id));
    model.ztunnels.dedup_by(|later, first| later.id == first.id);
    add_copies(&mut model.resources, copies);
    let mut loose = Vec::new();
    let mut strays = Vec::new();
    let mut proxies: BTreeMap<ProxyId, Proxy> = BTreeMap::new();
    for (bundle, mut parts) in bundles {
        let intended = take_intended(&mut parts);
        if parts.is_empty() {
            strays.extend(intended.map(|(place, text)| (bundle.proxy, place, text)));
            continue;
        }
        match assemble(&bundle, parts) {
            Ok(proxy) => {
                model.intended.extend(intended.map(|(_, text)| (proxy.id.clone(), text)));
                match proxies.entry(proxy.id.clone()) {
                    std::collections::btree_map::Entry::Vacant(entry) => {
                        entry.insert(proxy);
                    }
                    std::collections::btree_map::Entry::Occupied(mut entry) => entry.get_mut().merge(proxy),
                }
            }
            Err(facts) => {
                let intended = intended.map(|(place, text)| (place, Fact::Intended(text)));
                loose.extend(facts.into_iter().chain(intended));
            }
        }
    }
    for (proxy, place, text) in strays {
        match proxy.filter(|proxy| proxies.contains_key(proxy)) {
            Some(proxy) => drop(model.intended.insert(proxy, text)),
            None => loose.push((place, Fact::Intended(text))),
        }
    }
    model.proxies = proxies.into_values().collect();
    attach(loose, &mut model);
    model
}

/// A document, read.
enum Part {
    Resources(Vec<Resource>),
    Ztunnel(Box<Ztunnel>),
    /// Resources as istiod has them.
    Copies(Vec<Resource>),
    Istiod(Istiod),
    OfProxy {
        bundle: Bundle,
        place: String,
        fact: Fact,
    },
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
    Intended(Bytes),
    Stats(Vec<Stat>),
}

fn read_document(document: Document) -> (Part, Vec<Gap>) {
    let Document { kind, place, bundle, proxy, extent, text } = document;
    let bundle = Bundle { proxy, folder: bundle };
    let fact = match kind {
        DocumentKind::ResourcesJson => {
            let (resources, gaps) = manifests::from_json(&place, &text);
            let is_configz = place.rsplit(['/', '!']).next().is_some_and(|file| file.starts_with("configz"));
            return (if is_configz { Part::Copies(resources) } else { Part::Resources(resources) }, gaps);
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
        DocumentKind::Syncz => match syncz::read(&text) {
            Ok((name, connections)) => {
                let pod = bundle.proxy.map(|pod| pod.to_string());
                let name = pod.or(name).unwrap_or_else(|| istiod_of(&place));
                return (Part::Istiod(Istiod { name, connections, place }), Vec::new());
            }
            Err(error) => Err(error),
        },
        DocumentKind::IstiodDump => Ok(Fact::Intended(text)),
        DocumentKind::Stats => stats::read(&text).map(Fact::Stats),
        // What these say stands in the dump too, or does not bear on a request. Endpoints as istiod knows them are kept
        // for people: what it makes of them for a proxy is in what it would send.
        DocumentKind::Certs | DocumentKind::Listeners | DocumentKind::InitDump | DocumentKind::Endpointz => {
            return (Part::Nothing, Vec::new());
        }
        DocumentKind::ZtunnelDump => return read_ztunnel(text, &place, bundle.proxy),
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

/// A ztunnel's dump is one document; what of it cannot be read is a gap each.
fn read_ztunnel(text: Bytes, place: &str, named: Option<ProxyId>) -> (Part, Vec<Gap>) {
    let gap = |reason| Gap { place: place.to_owned(), reason };
    match Ztunnel::read(text, place.to_owned(), named) {
        Ok(ztunnel) => {
            let gaps = ztunnel.dump.unread.iter().cloned().map(gap).collect();
            (Part::Ztunnel(Box::new(ztunnel)), gaps)
        }
        Err(error) => {
            let reason = format!("broken JSON: {error}; take it again, and check that the transfer was complete");
            (Part::Nothing, vec![gap(reason)])
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

/// A must-gather holds one page for each revision, in a folder of its name: `REVISION/debug-syncz.json`.
fn istiod_of(place: &str) -> String {
    let mut parts = place.rsplit(['/', '!']);
    match (parts.next(), parts.next()) {
        (Some("debug-syncz.json"), Some(revision)) => format!("istiod of revision {revision}"),
        _ => "istiod".to_owned(),
    }
}

/// Adds what istiod has (`/debug/configz`) and nothing else was read of: mostly what it generated itself.
fn add_copies(resources: &mut Vec<Resource>, copies: Vec<Resource>) {
    let mut known: BTreeSet<_> = resources.iter().map(|resource| resource.id.clone()).collect();
    resources.extend(copies.into_iter().filter(|copy| known.insert(copy.id.clone())));
}

/// Takes out what istiod would send: it says nothing of what the proxy has.
fn take_intended(parts: &mut Vec<Part>) -> Option<(String, Bytes)> {
    let is_intended = |part: &Part| matches!(part, Part::OfProxy { fact: Fact::Intended(_), .. });
    let at = parts.iter().position(is_intended)?;
    match parts.swap_remove(at) {
        Part::OfProxy { place, fact: Fact::Intended(text), .. } => Some((place, text)),
        _ => None,
    }
}

/// Makes one proxy of the documents of a bundle; hands them back where nothing says whose they are.
fn assemble(bundle: &Bundle, parts: Vec<Part>) -> Result<Proxy, Vec<(String, Fact)>> {
    let (mut dump, mut hosts, mut node) = (None::<ConfigDump>, None::<LiveHosts>, None);
    let mut statistics = None::<Vec<Stat>>;
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
            // A second one of the same proxy tells nothing more.
            Fact::Intended(_) => {}
            // Of several forms of the same page the one that says most: Prometheus knows no quantiles.
            Fact::Stats(more) => {
                let says_more = |known: &Vec<Stat>| known.iter().all(|stat| stat.of.is_none());
                statistics = statistics.filter(says_more).or(Some(more));
            }
        }
    }
    // Statistics alone do not make a proxy: nothing could be said of them.
    let is_more = dump.is_some() || hosts.is_some() || node.is_some() || !runtime.is_empty();
    if bundle.proxy.is_some() && !is_more {
        return Err(Vec::new());
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
        let facts = hosts
            .map(Fact::Hosts)
            .into_iter()
            .chain((!runtime.is_empty()).then_some(Fact::Runtime(runtime)))
            .chain(statistics.map(Fact::Stats));
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
        stats: statistics,
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
            ([only], Fact::Intended(text)) => {
                model.intended.insert(only.id.clone(), text);
            }
            (_, Fact::Intended(_)) => model.gaps.push(Gap {
                place,
                reason:
                    "is what istiod would send to a proxy; it can be compared with that proxy's config_dump, in the \
                         same folder"
                        .to_owned(),
            }),
            ([only], Fact::Stats(stats)) if only.stats.is_none() => {
                only.stats = Some(stats);
                only.places.push(place);
            }
            // Nothing can be said of statistics without their proxy, and tables of other things do not miss them.
            ([], Fact::Stats(_)) => {}
            ([], Fact::Hosts(hosts)) => {
                let id = ProxyId::new("", file_stem(std::slice::from_ref(&place)));
                model.proxies.push(Proxy::of_hosts(id, hosts, place));
            }
            (_, Fact::Hosts(_) | Fact::Runtime(_) | Fact::Dump(_) | Fact::Node(_) | Fact::Stats(_)) => {
                model.gaps.push(Gap {
                    place,
                    reason: "nothing says which proxy this is from: put it into a folder with that proxy's config_dump"
                        .to_owned(),
                });
            }
        }
    }
}
