//! The folder of a snapshot while it grows.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::pack;
use super::share::{self, Shared};
use crate::base::capture::{Document, Gap};
use crate::collect::parts::{PACK, SUFFIX};

/// What proxies have in common is worth looking for from this size on.
const WORTH_SHARING: usize = 4096;
/// The notes by which a later run goes on; a whole snapshot has none.
const NOTES: &str = "taken.jsonl";

/// Why a snapshot could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something else is there.
    #[error("{place}: is there already, and is no snapshot that was interrupted; name another, or take it away first")]
    Taken {
        /// The path.
        place: String,
    },
    /// An earlier run was redacted in another way.
    #[error(
        "{place}: was begun with other substitutes, and the two would not fit together; take it away first, or give the \
         --redact and --redact-key of that run"
    )]
    Differs {
        /// The path.
        place: String,
    },
    /// The disk refuses.
    #[error("{place}: cannot be written ({cause})")]
    Unwritable {
        /// The path.
        place: String,
        /// What the operating system says.
        cause: io::Error,
    },
}

/// How large a snapshot became.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    /// All documents, as they were received.
    pub raw: u64,
    /// What is on the disk.
    pub stored: u64,
}

#[derive(Serialize, Deserialize)]
struct Note {
    proxy: String,
    uid: String,
    /// How much of the parts counts.
    parts: u64,
    /// Bytes of its documents.
    raw: u64,
    gaps: Vec<(String, String)>,
    /// Which substitutes are in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    disguise: String,
}

/// What the manifest says of a snapshot.
#[derive(Debug, Clone)]
pub struct About<'a> {
    /// What it was taken of.
    pub made_from: &'a str,
    /// When.
    pub taken_at: Timestamp,
    /// What has substitutes.
    pub redacted: Vec<&'static str>,
}

/// A snapshot that is being taken.
pub struct Snapshot {
    /// Where it ends up.
    target: PathBuf,
    /// Where it grows: the target itself, or a folder beside it.
    folder: PathBuf,
    notes: File,
    shared: Shared,
    /// Proxies that are in it, with the uid of their pod.
    taken: BTreeMap<String, String>,
    gaps: Vec<Gap>,
    raw: u64,
    disguise: String,
}

impl Snapshot {
    /// Begins one, or goes on with one that was interrupted. A name that ends with `.tar.zst` is a packed one. Substitutes
    /// of another `disguise` do not fit to those that are there.
    ///
    /// # Errors
    /// Where something else is there, or the disk refuses.
    pub fn open(target: &Path, disguise: &str) -> Result<Self, Error> {
        let is_packed = target.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".tar.zst"));
        let mut folder = target.to_owned();
        if is_packed {
            if target.exists() {
                return Err(Error::Taken { place: target.display().to_string() });
            }
            let mut name = target.file_name().unwrap_or_default().to_owned();
            name.push(".part");
            folder = target.with_file_name(name);
        }
        let is_begun = folder.join(NOTES).exists();
        let is_empty = fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_none());
        if !is_begun && !is_empty {
            return Err(Error::Taken { place: folder.display().to_string() });
        }
        let text = fs::read_to_string(folder.join(NOTES)).unwrap_or_default();
        // A last line that was cut is of a proxy that is taken again.
        let known: Vec<Note> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        if known.iter().any(|note| note.disguise != disguise) {
            return Err(Error::Differs { place: folder.display().to_string() });
        }
        let is_cut = !text.is_empty() && !text.ends_with('\n');
        let mut snapshot = Self::go_on(target, &folder, known, is_cut).map_err(unwritable(&folder))?;
        disguise.clone_into(&mut snapshot.disguise);
        Ok(snapshot)
    }

    fn go_on(target: &Path, folder: &Path, known: Vec<Note>, is_cut: bool) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let notes = folder.join(NOTES);
        let mut used = Vec::new();
        for note in &known {
            let folder = folder.join("proxies").join(note.proxy.replacen('/', ".", 1));
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.file_name().to_string_lossy().ends_with(SUFFIX) {
                    used.extend(share::used(&fs::read(entry.path())?));
                }
            }
        }
        used.sort_unstable();
        used.dedup();
        let length = known.last().map_or(0, |note| note.parts);
        used.retain(|(offset, size)| offset.saturating_add(*size as u64) <= length);
        let gaps = known.iter().flat_map(|note| &note.gaps);
        let mut notes_file = OpenOptions::new().create(true).append(true).open(&notes)?;
        if is_cut {
            notes_file.write_all(b"\n")?;
        }
        Ok(Self {
            target: target.to_owned(),
            folder: folder.to_owned(),
            notes: notes_file,
            shared: Shared::open(&folder.join(PACK), length, &used)?,
            gaps: gaps.map(|(place, reason)| Gap { place: place.clone(), reason: reason.clone() }).collect(),
            raw: known.iter().map(|note| note.raw).sum(),
            taken: known.into_iter().map(|note| (note.proxy, note.uid)).collect(),
            disguise: String::new(),
        })
    }

    /// Whether a proxy is in it already.
    pub fn has(&self, proxy: &str, uid: &str) -> bool {
        self.taken.get(proxy).is_some_and(|known| known == uid)
    }

    /// How many proxies are in it.
    pub fn proxies(&self) -> usize {
        self.taken.len()
    }

    /// Adds a proxy. When this returns it is on the disk.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn add(&mut self, proxy: &str, uid: &str, documents: &[Document], gaps: Vec<Gap>) -> Result<(), Error> {
        let folder = self.folder.clone();
        self.write_proxy(proxy, uid, documents, gaps).map_err(unwritable(&folder))
    }

    fn write_proxy(&mut self, proxy: &str, uid: &str, documents: &[Document], gaps: Vec<Gap>) -> io::Result<()> {
        let raw = self.write(documents, true)?;
        let parts = self.shared.flush()?;
        let texts = gaps.iter().map(|gap| (gap.place.clone(), gap.reason.clone())).collect();
        let note = Note {
            proxy: proxy.to_owned(),
            uid: uid.to_owned(),
            parts,
            raw,
            gaps: texts,
            disguise: self.disguise.clone(),
        };
        let mut line = serde_json::to_vec(&note)?;
        line.push(b'\n');
        self.notes.write_all(&line)?;
        self.raw += raw;
        self.gaps.extend(gaps);
        self.taken.insert(proxy.to_owned(), uid.to_owned());
        Ok(())
    }

    /// Adds what is of no proxy.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn add_others(&mut self, documents: &[Document], gaps: Vec<Gap>) -> Result<(), Error> {
        let folder = self.folder.clone();
        self.gaps.extend(gaps);
        self.raw += self.write(documents, false).map_err(unwritable(&folder))?;
        Ok(())
    }

    /// Notes what could not be read.
    pub fn miss(&mut self, gap: Gap) {
        self.gaps.push(gap);
    }

    fn write(&mut self, documents: &[Document], share: bool) -> io::Result<u64> {
        let mut raw = 0;
        for document in documents {
            // Places are `CLUSTER!PATH`.
            let inside = document.place.rsplit('!').next().unwrap_or_default();
            let path = self.folder.join(inside);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            raw += document.text.len() as u64;
            if share && document.text.len() > WORTH_SHARING {
                let recipe = self.shared.store(&document.text)?;
                fs::write(format!("{}{SUFFIX}", path.display()), recipe)?;
            } else {
                fs::write(path, &document.text)?;
            }
        }
        Ok(raw)
    }

    /// Writes the manifest and the gaps, and packs it where that was asked for.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn finish(self, about: &About<'_>) -> Result<Size, Error> {
        let folder = self.folder.clone();
        self.close(about).map_err(unwritable(&folder))
    }

    fn close(mut self, about: &About<'_>) -> io::Result<Size> {
        self.shared.flush()?;
        let mut manifest = json!({
            "format": "1.1",
            "taken_at": about.taken_at.to_string(),
            "made_from": about.made_from,
            "made_by": concat!("meshdbg ", env!("CARGO_PKG_VERSION")),
            "proxies": self.taken.len(),
        });
        if let Some(fields) = manifest.as_object_mut().filter(|_| !about.redacted.is_empty()) {
            fields.insert("redacted".to_owned(), json!(about.redacted));
        }
        let pretty = |value: &serde_json::Value| serde_json::to_string_pretty(value).map(|text| text + "\n");
        self.gaps.sort_by(|left, right| left.place.cmp(&right.place));
        self.gaps.dedup();
        if !self.gaps.is_empty() {
            fs::write(self.folder.join("gaps.json"), pretty(&json!({ "gaps": self.gaps }))?)?;
        }
        fs::write(self.folder.join("manifest.json"), pretty(&manifest)?)?;
        drop(self.notes);
        fs::remove_file(self.folder.join(NOTES))?;
        let mut stored = 0;
        if self.folder == self.target {
            for entry in walkdir::WalkDir::new(&self.folder).into_iter().filter_map(Result::ok) {
                stored += entry.metadata().map_or(0, |metadata| if metadata.is_file() { metadata.len() } else { 0 });
            }
        } else {
            pack::pack(&self.folder, &self.target)?;
            fs::remove_dir_all(&self.folder)?;
            stored = fs::metadata(&self.target)?.len();
        }
        Ok(Size { raw: self.raw, stored })
    }
}

fn unwritable(place: &Path) -> impl FnOnce(io::Error) -> Error {
    let place = place.display().to_string();
    move |cause| Error::Unwritable { place, cause }
}
