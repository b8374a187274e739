//! Files and directories of this machine.

use std::cell::RefCell;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Error;
use super::blob::{self, Blob};
use super::error::next_step;
use super::harvest::Harvest;
use super::limit::Budget;

/// Reads a file, or everything below a directory.
pub(super) fn read(path: &Path, budget: &Budget) -> Result<Harvest, Error> {
    let place = shown(path);
    let metadata = fs::metadata(path).map_err(|cause| match cause.kind() {
        _ if path.is_symlink() => Error::Unusable { place: place.clone(), reason: leads_nowhere(&cause) },
        io::ErrorKind::NotFound => Error::Missing { similar: similar_name(path), place: place.clone() },
        _ => unreadable(&place, cause),
    })?;
    if metadata.is_dir() {
        return read_directory(path, &place, budget);
    }
    if let Some(what) = never_ending(&metadata) {
        return Err(Error::NotAFile { place, what });
    }
    let blob = open(path).map_err(|cause| unreadable(&place, cause))?;
    blob::read(blob, &place, 0, budget)
}

fn open(path: &Path) -> io::Result<Blob> {
    Blob::file(File::open(path)?)
}

fn unreadable(place: &str, cause: io::Error) -> Error {
    Error::Unreadable { place: place.to_owned(), cause }
}

fn leads_nowhere(cause: &io::Error) -> String {
    format!("is a symlink that leads nowhere, or back to itself ({cause}); name what it should lead to")
}

fn read_directory(root: &Path, place: &str, budget: &Budget) -> Result<Harvest, Error> {
    // Fails here, and as an error, where the directory itself may not be read.
    fs::read_dir(root).map_err(|cause| unreadable(place, cause))?;

    let mut harvest = Harvest::default();
    let mut files = Vec::new();
    let inside = root.canonicalize().ok();
    let around = RefCell::new(Vec::new());
    let walk = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(|entry| {
        let leads_out = inside.as_deref().is_some_and(|inside| leads_around(entry, inside));
        if leads_out {
            around.borrow_mut().push(shown(entry.path()));
        }
        !leads_out && is_wanted(entry, inside.as_deref())
    });
    for entry in walk {
        if files.len() == budget.files {
            let reason = format!("holds more than {} files; the rest was not read", budget.files);
            harvest.miss(place, reason);
            break;
        }
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(entry) => note_oddity(&entry, &mut harvest),
            Err(error) => {
                let place = error.path().map_or_else(|| place.to_owned(), shown);
                let is_link = error.path().is_some_and(Path::is_symlink);
                let reason = match (error.loop_ancestor(), error.io_error()) {
                    (Some(_), _) => AROUND.to_owned(),
                    (None, Some(cause)) if is_link => leads_nowhere(cause),
                    (None, Some(cause)) => format!("cannot be read ({cause}){}", next_step(cause)),
                    (None, None) => format!("cannot be read ({error})"),
                };
                harvest.miss(&place, reason);
            }
        }
    }

    for place in around.take() {
        harvest.miss(&place, AROUND);
    }

    let read: Result<Vec<Harvest>, Error> = files.par_iter().map(|file| read_member(file, budget)).collect();
    for file in read? {
        harvest.add(file);
    }
    Ok(harvest)
}

fn read_member(file: &Path, budget: &Budget) -> Result<Harvest, Error> {
    let place = shown(file);
    match open(file) {
        Ok(blob) => blob::read(blob, &place, 0, budget),
        Err(error) => {
            let reason = format!("cannot be read ({error}){}", next_step(&error));
            Ok(Harvest::gap(&place, reason))
        }
    }
}

const AROUND: &str = "is a symlink to a folder around it; not followed";

/// Whether it is a symlink to a folder around the whole walk, such as `/`.
fn leads_around(entry: &DirEntry, inside: &Path) -> bool {
    entry.depth() > 0
        && entry.path_is_symlink()
        && entry.path().canonicalize().is_ok_and(|target| target != inside && inside.starts_with(target))
}

/// Leaves out what is hidden (`.git`, and the `..data` of mounted `ConfigMap`s, whose files appear a second time) and
/// symlinks to what the walk meets anyway.
fn is_wanted(entry: &DirEntry, inside: Option<&Path>) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    if entry.file_name().as_encoded_bytes().starts_with(b".") {
        return false;
    }
    let met_anyway = |inside: &Path| {
        entry.path_is_symlink()
            && entry
                .path()
                .canonicalize()
                .is_ok_and(|target| target.strip_prefix(inside).is_ok_and(|below| !is_hidden(&shown(below))))
    };
    !inside.is_some_and(met_anyway)
}

/// Whether a part of the path is hidden, as `.git/config` is.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') && part != "." && part != "..")
}

fn note_oddity(entry: &DirEntry, harvest: &mut Harvest) {
    if let Ok(metadata) = entry.metadata()
        && let Some(what) = never_ending(&metadata)
    {
        let reason = format!("is a {what}, not a file; not read");
        harvest.miss(&shown(entry.path()), reason);
    }
}

/// What it is, if reading it may never end or have effects.
fn never_ending(metadata: &Metadata) -> Option<&'static str> {
    if metadata.is_file() || metadata.is_dir() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = metadata.file_type();
        if kind.is_fifo() {
            return Some("FIFO");
        }
        if kind.is_socket() {
            return Some("socket");
        }
    }
    Some("device")
}

/// A path beside the missing one with nearly its name.
fn similar_name(path: &Path) -> Option<String> {
    /// Above it two names look alike to a reader: a letter changed, a suffix left out.
    const ALIKE: f64 = 0.85;

    let name = path.file_name()?.to_str()?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let best = fs::read_dir(&folder)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let beside = entry.file_name().into_string().ok()?;
            Some((strsim::jaro_winkler(name, &beside), beside))
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        // Of two equally alike the first by name, whatever order the directory has.
        .min_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)))?;
    Some(shown(&path.with_file_name(best.1)))
}

/// A path as the user reads it, with `/` everywhere.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
