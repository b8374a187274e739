//! tar archives: members are read in memory, one after the other, and judged in parallel.

use std::collections::BTreeMap;
use std::io::{self, Read};

use rayon::prelude::*;
use tar::{Archive, Entry};

use super::blob::{self, Blob};
use super::harvest::Harvest;
use super::limit::{Allowance, Budget, Metered, read_start, read_to_end, too_large};
use super::{Error, document, path};

/// Headers before a member: long names, pax records. They are held in memory by the tar reader, which trusts them.
const HEADERS: u64 = 4 << 20;
const START: usize = 64 * 1024;

/// Reads an archive. What cannot be read becomes a gap; where it breaks off, what came before counts.
pub(super) fn read(
    stream: Metered<Box<dyn Read>>,
    allowance: &Allowance,
    place: &str,
    depth: usize,
    budget: &Budget,
) -> Result<Harvest, Error> {
    let mut archive = Archive::new(stream);
    let mut members = Members { place, budget, found: BTreeMap::new(), harvest: Harvest::default() };
    if let Err(error) = members.read_all(&mut archive, allowance) {
        let reason = match error.kind() {
            io::ErrorKind::FileTooLarge => {
                format!("unpacks to {error}; the rest of it was not read. Unpack it and name a part")
            }
            _ => format!("breaks off ({error}); what follows is lost. Copy or take it again"),
        };
        members.harvest.miss(place, reason);
    }

    let mut harvest = members.harvest;
    let read: Result<Vec<Harvest>, Error> = members
        .found
        .into_par_iter()
        .map(|(name, bytes)| blob::read(Blob::memory(bytes), &format!("{place}!{name}"), depth, budget))
        .collect();
    for member in read? {
        harvest.add(member);
    }
    Ok(harvest)
}

struct Members<'a> {
    place: &'a str,
    budget: &'a Budget,
    /// Sorted by name; of two members with one name the later counts, as it would when unpacked.
    found: BTreeMap<String, Vec<u8>>,
    harvest: Harvest,
}

impl Members<'_> {
    fn read_all<R: Read>(&mut self, archive: &mut Archive<R>, allowance: &Allowance) -> io::Result<()> {
        let mut entries = archive.entries()?;
        let mut unread = 0;
        for count in 0.. {
            if count == self.budget.files {
                let reason = format!("holds more than {count} files; the rest was not read");
                self.harvest.miss(self.place, reason);
                break;
            }
            allowance.next(HEADERS.saturating_add(unread));
            let Some(entry) = entries.next() else { break };
            allowance.next(u64::MAX);
            unread = self.read_one(entry?)?;
        }
        Ok(())
    }

    /// Reads a member, or leaves it out. Says how much of it is still in the stream.
    fn read_one<R: Read>(&mut self, mut entry: Entry<'_, R>) -> io::Result<u64> {
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let member = format!("{}!{name}", self.place);
        let kind = entry.header().entry_type();
        // It claims to be as large as it likes; the tar reader gets past it by what is really there.
        if kind.is_gnu_sparse() {
            self.harvest.miss(&member, "is a sparse file, which is not read; unpack it");
            return entry.header().entry_size();
        }
        // Links, directories and devices hold nothing.
        if !kind.is_file() {
            return skip_after(0, &mut entry);
        }
        if let Some(what) = unsafe_name(&name) {
            let reason = format!("its name {what}; no honest archive has such a member, not read");
            self.harvest.miss(&member, reason);
            return skip_after(0, &mut entry);
        }
        if path::is_hidden(&name) {
            return skip_after(0, &mut entry);
        }
        let size = entry.size();
        let start = read_start(&mut entry, START)?;
        let start_length = start.len() as u64;
        if !blob::is_promising(&member, &start) {
            self.harvest.add(document::useless(&member, &start));
            return skip_after(start_length, &mut entry);
        }
        if size > self.budget.document {
            let reason = blob::unreadable(&too_large(self.budget.document));
            self.harvest.miss(&member, reason);
            return skip_after(start_length, &mut entry);
        }
        let bytes = read_to_end(&mut entry, start, size, size)?;
        if (bytes.len() as u64) < size {
            return Err(ends_within(&name));
        }
        self.found.insert(name.trim_start_matches("./").to_owned(), bytes);
        Ok(0)
    }
}

/// Reads past a member of which `read` bytes are read, so that the next header is the next thing in the stream.
fn skip_after<R: Read>(read: u64, entry: &mut Entry<'_, R>) -> io::Result<u64> {
    let size = entry.size();
    if read + io::copy(entry, &mut io::sink())? < size {
        return Err(ends_within(&String::from_utf8_lossy(&entry.path_bytes())));
    }
    Ok(0)
}

/// The tar reader takes the end of the stream for the end of a member.
fn ends_within(name: &str) -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, format!("within {name}"))
}

fn unsafe_name(name: &str) -> Option<&'static str> {
    if name.starts_with('/') || name.starts_with('\\') || name.get(1..3) == Some(":\\") {
        Some("is absolute")
    } else if name.split(['/', '\\']).any(|part| part == "..") {
        Some("climbs out with `..`")
    } else {
        None
    }
}
