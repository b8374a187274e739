//! The recorded proxies to play against.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use meshdbg::base::capture::DocumentKind;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model::status::HostStatus;
use meshdbg::model::{self, ProxyKind};
use serde_json::Value;

use crate::support;

/// A fixture, and the dumps of its proxies.
pub(crate) struct Fixture {
    pub(crate) mesh: Mesh,
    pub(crate) proxies: Vec<Subject>,
}

/// A proxy.
pub(crate) struct Subject {
    pub(crate) id: String,
    pub(crate) kind: ProxyKind,
    pub(crate) address: Ipv4Addr,
    pub(crate) identity: String,
    pub(crate) dump: Value,
    /// Where names were found to lead, by cluster.
    pub(crate) hosts: BTreeMap<String, Vec<String>>,
}

impl Fixture {
    /// Reads a fixture, with this key set in place of all that stand in it.
    pub(crate) fn read(name: &str, key_set: &str) -> Self {
        let mut capture = collect::read(&[Source::Path(support::fixture(name))]).unwrap();
        let mut dumps = Vec::new();
        for document in capture.documents.iter_mut().filter(|document| document.kind == DocumentKind::ConfigDump) {
            let mut dump: Value = serde_json::from_slice(&document.text).unwrap();
            if replace_keys(&mut dump, key_set) {
                document.text = serde_json::to_vec(&dump).unwrap().into();
            }
            dumps.push((document.place.clone(), dump));
        }
        let mesh = Mesh::new(model::read(capture));
        let mut proxies: Vec<Subject> = dumps
            .into_iter()
            .map(|(place, dump)| {
                let proxy = mesh.proxies.iter().find(|proxy| proxy.places.contains(&place)).unwrap();
                let address = proxy.addresses().into_iter().find_map(|address| match address {
                    IpAddr::V4(address) => Some(address),
                    IpAddr::V6(_) => None,
                });
                Subject {
                    id: proxy.id.to_string(),
                    kind: proxy.kind,
                    address: address.unwrap_or(Ipv4Addr::LOCALHOST),
                    identity: proxy.identity().unwrap_or("spiffe://cluster.local/ns/default/sa/default".to_owned()),
                    dump,
                    hosts: proxy.hosts.iter().flatten().map(|(name, hosts)| (name.clone(), shown(hosts))).collect(),
                }
            })
            .collect();
        proxies.sort_by(|one, other| one.id.cmp(&other.id));
        Self { mesh, proxies }
    }

    /// The proxies whose name begins so; all are equal in what they decide, or nearly.
    pub(crate) fn named(&self, start: &str) -> &Subject {
        self.proxies.iter().find(|proxy| proxy.id.starts_with(start)).unwrap()
    }
}

/// Addresses without their ports; those of version 6 in brackets.
fn shown(hosts: &[HostStatus]) -> Vec<String> {
    let sockets = hosts.iter().filter_map(|host| host.address.socket_address.as_ref());
    let bracketed = |ip: &str| if ip.contains(':') { format!("[{ip}]") } else { ip.to_owned() };
    sockets.map(|socket| bracketed(&socket.address)).collect()
}

fn replace_keys(value: &mut Value, key_set: &str) -> bool {
    let mut replaced = false;
    match value {
        Value::Object(fields) => {
            if let Some(keys) = fields.get_mut("local_jwks").and_then(|keys| keys.get_mut("inline_string")) {
                *keys = key_set.into();
                replaced = true;
            }
            for inner in fields.values_mut() {
                replaced |= replace_keys(inner, key_set);
            }
        }
        Value::Array(items) => {
            for inner in items {
                replaced |= replace_keys(inner, key_set);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    replaced
}
