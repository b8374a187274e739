//! Which documents belong together, over everything read: corrects what paths alone say.
//!
//! 1. Whole dumps of several proxies that lie in one bundle are taken apart: mixing two proxies makes wrong traces.
//! 2. Parts of a dump (`?resource=`, `?mask=`) named one by one are put together, with a whole dump too, if no two hold
//!    the same section.
//! 3. What cannot stand alone (`/clusters`, `/certs`, …) goes to the only dump beside it.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::{document, layout};
use crate::base::capture::{Capture, Document, DocumentKind, Gap};

/// Corrects bundles. `named` are the documents that the user named one by one; they lie beside each other, whatever
/// their folders are.
pub(super) fn settle(documents: &mut [Document], named: &BTreeSet<String>) {
    take_apart(documents);
    let mut scopes: BTreeMap<Option<String>, Vec<&mut Document>> = BTreeMap::new();
    for document in documents {
        if document::is_of_proxy(document.kind) {
            let scope = (!named.contains(&document.place)).then(|| layout::folder_of(&document.place).to_owned());
            scopes.entry(scope).or_default().push(document);
        }
    }
    for (folder, mut beside) in scopes {
        if folder.is_none() {
            join_parts(&mut beside);
        }
        adopt(&mut beside);
    }
}

/// A must-gather holds what istiod would send to a proxy, beside what the proxy has. Only where the proxy's own dump is
/// missing does it stand in, and says so; else the two can be compared.
pub(super) fn drop_stand_ins(capture: &mut Capture) {
    let is_stand_in = |document: &Document| {
        document.kind == DocumentKind::ConfigDump
            && layout::file_name(&document.place).starts_with("config_dump_istiod")
    };
    let dumped: BTreeSet<String> = capture
        .documents
        .iter()
        .filter(|document| document.kind == DocumentKind::ConfigDump && !is_stand_in(document))
        .map(|document| document.bundle.clone())
        .collect();
    for document in capture.documents.iter_mut().filter(|document| is_stand_in(document)) {
        if dumped.contains(&document.bundle) {
            document.kind = DocumentKind::IstiodDump;
        }
    }
    capture.gaps.extend(capture.documents.iter().filter(|document| is_stand_in(document)).map(|document| Gap {
        place: document.place.clone(),
        reason: "is what istiod would send, not what the proxy has; the proxy's own dump is missing".to_owned(),
    }));
}

fn take_apart(documents: &mut [Document]) {
    let mut nodes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for document in documents.iter() {
        if let Some(node) = node_id(document) {
            nodes.entry(&document.bundle).or_default().insert(node);
        }
    }
    let mixed: BTreeSet<String> =
        nodes.into_iter().filter(|(_, nodes)| nodes.len() > 1).map(|(bundle, _)| bundle.to_owned()).collect();
    for document in documents {
        if mixed.contains(&document.bundle) {
            document.proxy = None;
            if node_id(document).is_some() {
                document.bundle.clone_from(&document.place);
            }
        }
    }
}

fn join_parts(beside: &mut [&mut Document]) {
    let mut sections = BTreeSet::new();
    let mut bundles = BTreeSet::new();
    let mut proxies = BTreeSet::new();
    let dumps: Vec<&&mut Document> = beside.iter().filter(|d| d.kind == DocumentKind::ConfigDump).collect();
    if dumps.len() < 2 {
        return;
    }
    for document in dumps {
        // Parts of one proxy have nothing in common; what has is of several, or of several times.
        let more = sections_of(document);
        if more.iter().any(|section| !sections.insert(*section)) {
            return;
        }
        bundles.insert(document.bundle.clone());
        proxies.extend(document.proxy.clone());
    }
    let Some(first) = bundles.first().filter(|_| proxies.len() <= 1).cloned() else {
        return;
    };
    for document in beside.iter_mut() {
        if bundles.contains(&document.bundle) {
            document.bundle.clone_from(&first);
        }
    }
}

fn adopt(beside: &mut [&mut Document]) {
    let is_host = |kind| matches!(kind, DocumentKind::ConfigDump | DocumentKind::ZtunnelDump);
    let mut hosts = beside.iter().filter(|d| is_host(d.kind)).map(|d| &d.bundle);
    let Some(host) = hosts.next().cloned() else {
        return;
    };
    if hosts.any(|other| *other != host) {
        return;
    }
    let (at_host, orphans): (Vec<_>, Vec<_>) = beside.iter_mut().partition(|d| d.bundle == host);
    let mut kinds: BTreeSet<DocumentKind> = at_host.iter().map(|d| d.kind).collect();
    let proxy = at_host.iter().find_map(|d| d.proxy.clone());
    for orphan in orphans {
        let fits = orphan.proxy.is_none() || proxy.is_none() || orphan.proxy == proxy;
        if fits && kinds.insert(orphan.kind) {
            orphan.bundle.clone_from(&host);
        }
    }
}

/// The bootstrap comes first in a dump, and the node first in the bootstrap.
fn start(document: &Document) -> &[u8] {
    document.text.get(..4096).unwrap_or(&document.text)
}

/// What a whole dump says of itself.
fn node_id(document: &Document) -> Option<&str> {
    if document.kind != DocumentKind::ConfigDump {
        return None;
    }
    let text = after(start(document), b"BootstrapConfigDump")?;
    string_after(after(text, b"\"node\"")?, b"\"id\"")
}

/// The types of its sections, or of the bare items in it. Nothing else in a dump is of Envoy's admin package.
fn sections_of(document: &Document) -> BTreeSet<&str> {
    const PACKAGE: &[u8] = b"type.googleapis.com/envoy.admin.";
    memmem::find_iter(&document.text, PACKAGE)
        .filter_map(|at| {
            let name = document.text.get(at + PACKAGE.len()..)?;
            let name = std::str::from_utf8(name.get(..memchr::memchr(b'"', name)?)?).ok()?;
            // Behind the version: `v3` or `v2alpha`.
            name.split_once('.').map(|(_, section)| section)
        })
        .collect()
}

fn after<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    text.get(memmem::find(text, word)? + word.len()..)
}

/// The string value of a key. Ids and types hold no escapes.
fn string_after<'a>(text: &'a [u8], key: &[u8]) -> Option<&'a str> {
    let value = after(text, key)?.trim_ascii_start().strip_prefix(b":")?;
    let value = value.trim_ascii_start().strip_prefix(b"\"")?;
    let end = memchr::memchr(b'"', value)?;
    std::str::from_utf8(value.get(..end)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::section::Extent;
    use DocumentKind::{Certs, ClustersJson, ConfigDump, ResourcesYaml, ZtunnelDump};

    fn whole(node: &str) -> String {
        format!(
            r#"{{"configs": [{{"@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump", "bootstrap": {{"node": {{"id": "{node}"}}}}}}]}}"#
        )
    }

    fn part(section: &str) -> String {
        format!(r#"{{"configs": [{{"@type": "type.googleapis.com/envoy.admin.v3.{section}"}}]}}"#)
    }

    /// Settles documents given as place, kind and text, and returns their bundles.
    fn bundles(documents: &[(&str, DocumentKind, String)], named: bool) -> Vec<String> {
        let mut documents: Vec<Document> = documents
            .iter()
            .map(|(place, kind, text)| {
                let layout = layout::of(place);
                Document {
                    kind: *kind,
                    place: (*place).to_owned(),
                    bundle: layout.bundle,
                    proxy: layout.proxy,
                    extent: Extent::Whole,
                    text: text.clone().into(),
                }
            })
            .collect();
        let places = documents.iter().map(|d| d.place.clone());
        let named = if named { places.collect() } else { BTreeSet::new() };
        settle(&mut documents, &named);
        documents.into_iter().map(|d| d.bundle).collect()
    }

    #[test]
    fn dumps_of_one_proxy_stay_together() {
        let beside = [
            ("d/config_dump.json", ConfigDump, whole("a")),
            ("d/config_dump.no_eds.json", ConfigDump, whole("a")),
            ("d/config_dump.masked.json", ConfigDump, part("ListenersConfigDump")),
            ("d/clusters.json", ClustersJson, String::new()),
        ];
        assert_eq!(bundles(&beside, false), ["d", "d", "d", "d"]);
    }

    #[test]
    fn dumps_of_several_proxies_are_taken_apart() {
        let beside = [
            ("d/config_dump_1.json", ConfigDump, whole("a")),
            ("d/config_dump_2.json", ConfigDump, whole("b")),
            ("d/clusters.json", ClustersJson, String::new()),
        ];
        assert_eq!(bundles(&beside, false), ["d/config_dump_1.json", "d/config_dump_2.json", "d"]);
    }

    #[test]
    fn companions_go_to_the_only_dump_beside_them() {
        let apart = [
            ("a/dump.json", ConfigDump, whole("a")),
            ("b/clusters.json", ClustersJson, String::new()),
            ("stdin", Certs, String::new()),
            ("b/vs.yaml", ResourcesYaml, String::new()),
        ];
        assert_eq!(bundles(&apart, true), ["a/dump", "a/dump", "a/dump", "b/vs"]);
        assert_eq!(bundles(&apart, false), ["a/dump", "b", "stdin", "b/vs"]);

        let two = [
            ("a.json", ConfigDump, whole("a")),
            ("b.json", ZtunnelDump, String::new()),
            ("clusters.json", ClustersJson, String::new()),
        ];
        assert_eq!(bundles(&two, true), ["a", "b", "."]);

        let of_another = [
            ("shop.a-1.json", ConfigDump, whole("a")),
            ("shop.b-1.json", ClustersJson, String::new()),
            ("x.json", ClustersJson, String::new()),
            ("y.json", ClustersJson, String::new()),
        ];
        assert_eq!(bundles(&of_another, true), ["shop.a-1", "shop.b-1", "shop.a-1", "y"]);
    }

    #[test]
    fn parts_named_one_by_one_are_put_together() {
        let distinct = [
            ("one.json", ConfigDump, part("ListenersConfigDump.DynamicListener")),
            ("two.json", ConfigDump, part("ClustersConfigDump.DynamicCluster")),
            ("eps.json", ClustersJson, String::new()),
        ];
        assert_eq!(bundles(&distinct, true), ["one", "one", "one"]);
        assert_eq!(bundles(&distinct, false), ["one", "two", "eps"]);

        let with_node = [
            ("one.json", ConfigDump, part("ListenersConfigDump")),
            ("node.json", ConfigDump, whole("a")),
            ("two.json", ConfigDump, part("EndpointsConfigDump")),
        ];
        assert_eq!(bundles(&with_node, true), ["node", "node", "node"]);

        let same = [
            ("one.json", ConfigDump, part("ListenersConfigDump")),
            ("two.json", ConfigDump, part("ListenersConfigDump")),
        ];
        assert_eq!(bundles(&same, true), ["one", "two"]);
    }
}
