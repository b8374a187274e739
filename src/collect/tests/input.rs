//! Makes inputs, and says what became of them.

use std::io::Write;
use std::path::Path;

use crate::base::capture::{Capture, Document};
use crate::collect::Source;

/// A whole dump of a proxy.
pub(super) const DUMP: &str = r#"{
 "configs": [
  {
   "@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump",
   "bootstrap": {
    "node": {
     "id": "sidecar~10.0.0.1~web-1.shop~shop.svc.cluster.local"
    }
   }
  }
 ]
}
"#;
pub(super) const CLUSTERS: &str = "{\"cluster_statuses\": []}\n";
pub(super) const CLUSTERS_TEXT: &str = "a::observability_name::a\na::default_priority::max_retries::3\n";
pub(super) const LIST: &str = "apiVersion: v1\nitems: []\nkind: List\n";

/// Writes files, given by path and content, below a folder.
pub(super) fn write_all(root: &Path, files: &[(&str, impl AsRef<[u8]>)]) {
    for (path, content) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
}

pub(super) fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn zstd(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    zstd::encode_all(bytes.as_ref(), 1).unwrap()
}

pub(super) fn tar(files: &[(&str, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (path, content) in files {
        let content = content.as_ref();
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        builder.append_data(&mut header, path, content).unwrap();
    }
    builder.into_inner().unwrap()
}

pub(super) fn packed(name: &str, bytes: impl Into<Vec<u8>>) -> Source {
    Source::Bytes { name: name.to_owned(), bytes: bytes.into().into() }
}

/// A line for each document: `KIND PLACE in BUNDLE of PROXY`, places and bundles without `root`.
pub(super) fn summary(capture: &Capture, root: &str) -> Vec<String> {
    let below = |text: &str| {
        let text = text.strip_prefix(root).unwrap_or(text);
        text.trim_start_matches(['/', '!']).to_owned()
    };
    let line = |document: &Document| {
        let (kind, place) = (document.kind, below(&document.place));
        let bundle = below(&document.bundle);
        match &document.proxy {
            Some(proxy) => format!("{kind:?} {place} in {bundle} of {proxy}"),
            None => format!("{kind:?} {place} in {bundle}"),
        }
    };
    capture.documents.iter().map(line).collect()
}
