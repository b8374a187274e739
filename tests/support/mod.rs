//! What the tests share: the fixtures, read once.

pub(crate) mod agreement;
pub(crate) mod changed;
pub(crate) mod lines;
pub(crate) mod run;
pub(crate) mod secrets;
pub(crate) mod ways;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use meshdbg::base::capture::{Capture, Document, DocumentKind};
use meshdbg::base::name::ProxyId;
use meshdbg::base::section::Extent;
use meshdbg::collect::{self, Source};
use meshdbg::correlate::Mesh;
use meshdbg::model;

/// The path of a fixture.
pub(crate) fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The mesh of a fixture.
pub(crate) fn mesh(name: &str) -> Mesh {
    Mesh::new(model::read(collect::read(&[Source::Path(fixture(name))]).unwrap()))
}

/// A mesh of one config dump and nothing else.
pub(crate) fn mesh_of_dump(text: Vec<u8>) -> Mesh {
    mesh_of(text, &[])
}

/// A mesh of one config dump and resources, as JSON or YAML.
pub(crate) fn mesh_of(dump: Vec<u8>, resources: &[(DocumentKind, &str)]) -> Mesh {
    let document = |kind, place: &str, text: Vec<u8>| Document {
        kind,
        place: place.to_owned(),
        bundle: String::new(),
        proxy: (kind == DocumentKind::ConfigDump).then(|| ProxyId::new("shop", "asked")),
        extent: Extent::Whole,
        text: text.into(),
    };
    let resources = resources.iter().map(|(kind, text)| document(*kind, "resources", text.as_bytes().to_vec()));
    let documents = resources.chain([document(DocumentKind::ConfigDump, "dump.json", dump)]).collect();
    Mesh::new(model::read(Capture { documents, ..Capture::default() }))
}

/// The fixtures that are captures, by name.
pub(crate) fn captures() -> Vec<String> {
    let folders = ["", "incidents/"];
    let mut names: Vec<String> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(fixture(folder)).unwrap().map(move |entry| (folder, entry.unwrap())))
        .map(|(folder, entry)| format!("{folder}{}", entry.file_name().to_string_lossy()))
        .filter(|name| {
            name.ends_with(".tar.zst")
                && !["chain.tar.zst", "truth.tar.zst", "istioctl.tar.zst", "ambient-traffic.tar.zst"]
                    .contains(&name.as_str())
        })
        .collect();
    names.sort();
    names
}

/// The mesh that most tests ask.
pub(crate) fn shop() -> &'static Mesh {
    static SHOP: OnceLock<Mesh> = OnceLock::new();
    SHOP.get_or_init(|| mesh("shop.tar.zst"))
}

/// The files of a packed fixture, by name.
pub(crate) fn unpacked(name: &str) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(fixture(name)).unwrap();
    let mut archive = tar::Archive::new(zstd::Decoder::new(file).unwrap());
    let mut files = BTreeMap::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        files.insert(path, bytes);
    }
    files
}
