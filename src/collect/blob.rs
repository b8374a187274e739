//! One run of bytes, whatever it comes from and however it is packed.

use std::fs::File;
use std::io::{self, Cursor, Read};

use super::harvest::Harvest;
use super::limit::{Budget, Metered, read_start, read_to_end};
use super::wrapping::{Wrapping, gunzip, unzstd};
use super::{Error, archive, document, parts, snapshot, sniff, whole_file};

/// Enough to tell what a text is.
const START: usize = 64 * 1024;

/// Bytes whose start was looked at.
pub(super) struct Blob {
    start: Vec<u8>,
    rest: Rest,
    /// How large it says it is, where that is not known. It may lie.
    claims: u64,
}

enum Rest {
    /// `start` is everything.
    Nothing,
    /// Read up to the end of `start`.
    File(File),
    Stream(Box<dyn Read>),
}

impl Blob {
    /// Bytes in memory.
    pub(super) fn memory(bytes: Vec<u8>) -> Self {
        Self { start: bytes, rest: Rest::Nothing, claims: 0 }
    }

    /// An open file.
    pub(super) fn file(mut file: File) -> io::Result<Self> {
        Ok(Self { start: read_start(&mut file, START)?, rest: Rest::File(file), claims: 0 })
    }

    /// Anything that can be read once.
    pub(super) fn stream(mut stream: Box<dyn Read>) -> io::Result<Self> {
        Ok(Self { start: read_start(&mut stream, START)?, rest: Rest::Stream(stream), claims: 0 })
    }

    fn start(&self) -> &[u8] {
        self.start.get(..START).unwrap_or(&self.start)
    }

    /// What the packed bytes say of the size of what is in them.
    fn unpacked_size(&self, wrapping: Wrapping) -> u64 {
        match &self.rest {
            Rest::Nothing => wrapping.unpacked_size(&self.start, &self.start, self.start.len() as u64),
            Rest::File(file) => {
                whole_file::end(file).map_or(0, |(end, size)| wrapping.unpacked_size(&self.start, &end, size))
            }
            Rest::Stream(_) => 0,
        }
    }

    fn into_stream(self) -> Box<dyn Read> {
        let start = Cursor::new(self.start);
        match self.rest {
            Rest::Nothing => Box::new(start),
            Rest::File(file) => Box::new(start.chain(file)),
            Rest::Stream(stream) => Box::new(start.chain(stream)),
        }
    }

    fn into_bytes(self, limit: u64) -> io::Result<Vec<u8>> {
        match self.rest {
            Rest::Nothing => Ok(self.start),
            Rest::File(file) => whole_file::read(file, self.start, limit),
            Rest::Stream(mut stream) => read_to_end(&mut stream, self.start, self.claims, limit),
        }
    }
}

/// Whether a file that starts so is worth reading to its end.
pub(super) fn is_promising(place: &str, start: &[u8]) -> bool {
    Wrapping::of(start).is_some()
        || sniff::is_promising(start)
        || snapshot::is_named_so(place)
        || parts::is_promising(place, start)
}

/// Unpacks and reads. `depth` counts the wrappings around the blob.
pub(super) fn read(blob: Blob, place: &str, depth: usize, budget: &Budget) -> Result<Harvest, Error> {
    let Some(wrapping) = Wrapping::of(blob.start()) else {
        return read_plain(blob, place, budget);
    };
    if depth >= budget.depth {
        return Ok(Harvest::gap(place, format!("archives lie more than {depth} deep in one another; unpack it")));
    }
    let claims = blob.unpacked_size(wrapping);
    let unpacked = match wrapping {
        Wrapping::Gzip => Blob::stream(gunzip(blob.into_stream())),
        Wrapping::Zstd => unzstd(blob.into_stream()).and_then(Blob::stream),
        Wrapping::Tar => {
            let (stream, allowance) = Metered::new(blob.into_stream(), budget.total);
            return archive::read(stream, &allowance, place, depth + 1, budget);
        }
        Wrapping::Other(name) => {
            return Ok(Harvest::gap(
                place,
                format!("is a {name}, which meshdbg does not read; unpack it and name the folder"),
            ));
        }
    };
    match unpacked {
        Ok(blob) => read(Blob { claims, ..blob }, place, depth + 1, budget),
        Err(error) => Ok(Harvest::gap(place, broken(wrapping, &error))),
    }
}

fn read_plain(blob: Blob, place: &str, budget: &Budget) -> Result<Harvest, Error> {
    if !is_promising(place, blob.start()) {
        return Ok(document::useless(place, blob.start()));
    }
    match blob.into_bytes(budget.document) {
        Ok(bytes) => document::read(bytes, place, budget),
        Err(error) => Ok(Harvest::gap(place, unreadable(&error))),
    }
}

/// Why a document could not be read to its end.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::FileTooLarge => {
            format!("holds {error}, the most that is read of one document; take it by parts, with ?resource=")
        }
        io::ErrorKind::UnexpectedEof => "ends in the middle of its compressed data; copy or take it again".into(),
        _ => format!("cannot be read ({error})"),
    }
}

fn broken(wrapping: Wrapping, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::FileTooLarge => unreadable(error),
        _ => format!("its {} data is damaged ({error}); copy or take it again", wrapping.name()),
    }
}
