//! A folder as `.tar.zst`.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use walkdir::WalkDir;

/// Fast, and within a fraction of the strongest on what has no repetitions left.
const LEVEL: i32 = 6;

/// Packs what is in a folder, in the order of names, without times and owners: the same mesh gives the same bytes. The
/// file appears when it is whole.
pub(super) fn pack(folder: &Path, target: &Path) -> io::Result<()> {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let fresh = target.with_file_name(name);
    let mut encoder = zstd::Encoder::new(BufWriter::new(File::create(&fresh)?), LEVEL)?;
    // Equal stretches are often far apart.
    encoder.long_distance_matching(true)?;
    encoder.window_log(27)?;
    let mut archive = tar::Builder::new(encoder);
    archive.mode(tar::HeaderMode::Deterministic);
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(folder).map_err(io::Error::other)?;
            archive.append_path_with_name(entry.path(), inside)?;
        }
    }
    let file = archive.into_inner()?.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.sync_all()?;
    std::fs::rename(&fresh, target)
}
