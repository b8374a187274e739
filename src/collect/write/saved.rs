//! What was read of saved sources, under the paths that it gets in a snapshot.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::capture::{Capture, Document, Gap};
use crate::base::name::ProxyId;
use crate::collect::layout;

/// A proxy of which somebody has documents.
#[derive(Debug, Default)]
pub struct Group {
    /// The proxy, or where its documents lie.
    pub name: String,
    /// Its documents; places are paths within a snapshot.
    pub documents: Vec<Document>,
}

/// The documents of a capture by proxy, then those of none, and the gaps. `sources` are the names that it was read by.
pub fn grouped(capture: Capture, sources: &[String]) -> (Vec<Group>, Vec<Document>, Vec<Gap>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut others = Vec::new();
    let mut used = BTreeSet::new();
    for document in capture.documents {
        let mut place = inside(&document, sources);
        while !used.insert(place.clone()) {
            place.insert_str(0, "more/");
        }
        let name = document.proxy.as_ref().map_or_else(|| document.bundle.clone(), ProxyId::to_string);
        let is_of_proxy = crate::collect::document::is_of_proxy(document.kind);
        let document = Document { place, ..document };
        if !is_of_proxy {
            others.push(document);
        } else if let Some(group) = groups.iter_mut().find(|group| group.name == name) {
            group.documents.push(document);
        } else {
            groups.push(Group { name, documents: vec![document] });
        }
    }
    // Where the sources lay says something of who read them, and nothing of the mesh.
    let bare = |text: &str| {
        let text = sources.iter().fold(text.to_owned(), |text, source| text.replace(source.as_str(), ""));
        text.trim_start_matches(['!', '/']).to_owned()
    };
    let gaps = capture.gaps.into_iter().map(|gap| Gap { place: bare(&gap.place), reason: bare(&gap.reason) }).collect();
    (groups, others, gaps)
}

/// The path of a document below what the user named, so that the same proxy is read out of it again.
fn inside(document: &Document, sources: &[String]) -> String {
    let place = document.place.as_str();
    let source = sources.iter().filter(|source| place.starts_with(source.as_str())).max_by_key(|source| source.len());
    let below = match (place.rsplit_once('!'), source) {
        (Some((_, member)), _) => member,
        (None, Some(source)) => place.get(source.len()..).unwrap_or_default(),
        (None, None) => layout::file_name(place),
    };
    // What is written is unpacked, and below the folder of the snapshot.
    let below = if below.is_empty() { layout::file_name(place) } else { below };
    let below = below.trim_end_matches(".gz").trim_end_matches(".zst").replace(':', "-");
    let parts: Vec<&str> = below.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let below = if parts.is_empty() { layout::file_name(place).to_owned() } else { parts.join("/") };
    let file = layout::file_name(&below).to_owned();
    let below = match &document.proxy {
        Some(proxy) if layout::of(&below).proxy.as_ref() != Some(proxy) => {
            format!("proxies/{}.{}/{file}", proxy.namespace, proxy.name)
        }
        _ => below,
    };
    match source {
        // Files of the same name are of different proxies where they come from different folders.
        Some(source) if sources.len() > 1 => {
            let stem = Path::new(source).file_name().map(|name| name.to_string_lossy().replace([':', '!'], "-"));
            format!("{}/{below}", stem.filter(|stem| stem != "..").unwrap_or_else(|| "source".to_owned()))
        }
        _ => below,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::capture::DocumentKind;

    #[test]
    fn documents_get_paths_that_say_whose_they_are() {
        let cases = [
            (
                "m.tar.zst!proxies/shop.web-1/config_dump.json",
                "shop/web-1",
                "m.tar.zst",
                "proxies/shop.web-1/config_dump.json",
            ),
            ("dumps/proxies/shop.web-1/certs.json", "shop/web-1", "dumps", "proxies/shop.web-1/certs.json"),
            (
                "x/proxies/shop.web-1/certs.json.gz",
                "shop/web-1",
                "x/proxies/shop.web-1",
                "proxies/shop.web-1/certs.json",
            ),
            ("dump.json.zst", "", "dump.json.zst", "dump.json"),
            ("m.tar!../../etc/x.yaml", "", "m.tar", "etc/x.yaml"),
            ("http://127.0.0.1:15000/config_dump.json", "", "http://127.0.0.1:15000", "config_dump.json"),
        ];
        for (place, proxy, source, want) in cases {
            let document = Document {
                kind: DocumentKind::ConfigDump,
                place: place.to_owned(),
                bundle: String::new(),
                proxy: (!proxy.is_empty()).then(|| proxy.parse().unwrap()),
                extent: crate::base::section::Extent::Whole,
                text: bytes::Bytes::new(),
            };
            assert_eq!(inside(&document, &[source.to_owned()]), want, "{place}");
        }
    }
}
