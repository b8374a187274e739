//! Lines for `trace --batch`: the requests that were recorded with the mesh, over and over.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a file of so many requests below target/.
pub(crate) fn requests(lines: usize) -> PathBuf {
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/truth.tar.zst");
    let packed = File::open(packed).expect("the recorded requests are a fixture");
    let mut archive = tar::Archive::new(zstd::Decoder::new(packed).expect("it is packed by zstd"));
    let mut recorded = String::new();
    for entry in archive.entries().expect("it is an archive") {
        let mut entry = entry.expect("it is whole");
        let is_requests = entry.path().is_ok_and(|path| path.to_string_lossy().ends_with(".requests.jsonl"));
        if is_requests {
            std::io::Read::read_to_string(&mut entry, &mut recorded).expect("it is text");
        }
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("requests-{lines}.jsonl"));
    let mut file = BufWriter::new(File::create(&path).expect("target/ can be written"));
    for line in recorded.lines().cycle().take(lines) {
        writeln!(file, "{line}").expect("target/ can be written");
    }
    path
}
