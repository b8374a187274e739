//! Makes bad files.

use std::fs;
use std::io::Write;
use std::path::Path;

/// A small whole dump of a proxy that works.
pub(super) const DUMP: &str = r#"{"configs": [
 {"@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump",
  "bootstrap": {"node": {"id": "sidecar~10.0.0.1~web-1.shop~shop.svc.cluster.local"}}},
 {"@type": "type.googleapis.com/envoy.admin.v3.ClustersConfigDump",
  "dynamic_active_clusters": [{"cluster": {"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster", "name": "a"}}]}
]}
"#;

pub(super) const SERVICE: &str = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\n";

/// Writes a file, with the folders that it needs.
pub(super) fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A tar header of any name and size, as the tar crate would not write it.
pub(super) fn header(name: &str, size: u64) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o644);
    header.set_entry_type(tar::EntryType::Regular);
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_cksum();
    header.as_bytes().to_vec()
}

/// A member of a tar, padded.
pub(super) fn member(name: &str, content: &str) -> Vec<u8> {
    let mut bytes = header(name, content.len() as u64);
    bytes.extend(content.bytes());
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

pub(super) fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn zstd(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    zstd::encode_all(bytes.as_ref(), 1).unwrap()
}

/// A byte so many MiB long, packed: both formats may be put together of many streams.
pub(super) fn long(byte: u8, mebibytes: usize, pack: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    const PIECE: usize = 64;
    let piece = vec![byte; PIECE << 20];
    let mut packed = pack(&piece).repeat(mebibytes / PIECE);
    packed.extend(pack(&piece[..(mebibytes % PIECE) << 20]));
    packed
}

/// Every file below a folder and around it, with its size.
pub(super) fn listing(folder: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let around = fs::read_dir(folder.parent().unwrap()).unwrap();
    // What other tests make beside this one has their random names.
    let escaped = around.filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    let escaped = escaped.filter(|name| name.contains("escaped"));
    let inside = walk.into_iter().map(|entry| match entry {
        Ok(entry) => format!("{} {:?}", entry.path().display(), entry.metadata().ok().map(|data| data.len())),
        Err(error) => error.to_string(),
    });
    inside.chain(escaped).collect()
}
