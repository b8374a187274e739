//! `proxy-config bootstrap`, which prints the object unless `-o short` asks for the versions.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::listing::Listing;
use super::note::Note;
use super::objects::Objects;
use super::section;
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::bootstrap::BuildVersion;

/// The parts of the bootstrap that tell versions.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Entry {
    bootstrap: Bootstrap,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Bootstrap {
    node: Node,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Node {
    metadata: Map<String, Value>,
    user_agent_build_version: BuildVersion,
}

/// The versions of Istio, of its proxy and of Envoy.
pub fn table(proxy: &Proxy) -> Listing {
    let Some(item) = &proxy.dump.bootstrap else { return Listing::refusal(Note::NoSection(Section::Bootstrap)) };
    let (entry, notes) = match serde_json::from_slice::<Entry>(item.text()) {
        Ok(entry) => (entry, Vec::new()),
        Err(error) => (Entry::default(), vec![Note::unreadable("bootstrap", b"", error.to_string())]),
    };
    let node = entry.bootstrap.node;
    let of_istio = |key: &str| node.metadata.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let proxy_sha = of_istio("ISTIO_PROXY_SHA");
    let proxy_sha = proxy_sha.split(':').nth(1).unwrap_or(&proxy_sha).to_owned();
    let facts = [
        ("Istio Version:", of_istio("ISTIO_VERSION")),
        ("Istio Proxy Version:", proxy_sha),
        ("Envoy Version:", envoy_version(&node.user_agent_build_version)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = facts.map(|(name, value)| vec![name.to_owned(), value]).collect();
    Listing { titles: Vec::new(), rows, padding: 1, notes }
}

/// Envoy's section of it.
pub fn objects(proxy: &Proxy) -> Objects<'_> {
    section::objects(proxy, Section::Bootstrap)
}

/// `MAJOR.MINOR.PATCH-LABEL/STATUS/TYPE/SSL`, as far as the build says.
fn envoy_version(build: &BuildVersion) -> String {
    let version = &build.version;
    let mut text = format!("{}.{}.{}", version.major_number, version.minor_number, version.patch);
    for (key, sign) in [("build.label", '-'), ("revision.status", '/'), ("build.type", '/'), ("ssl.version", '/')] {
        if let Some(value) = build.metadata.get(key) {
            text.push(sign);
            text.push_str(value.as_str().unwrap_or_default());
        }
    }
    text
}
