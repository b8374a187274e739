//! How much is read at most, and readers that stop there. A limit is met while streaming: what lies behind it never
//! reaches memory.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Error;

/// Bytes of one document, unpacked. The largest dumps seen in the wild have a fifth of it.
pub const DOCUMENT_LIMIT: u64 = 1 << 30;
/// Bytes of one archive, unpacked, and of all documents of a capture together.
pub const TOTAL_LIMIT: u64 = 4 << 30;

/// What one [`read`](super::read) may take. Tests set small ones.
#[derive(Debug)]
pub(super) struct Budget {
    /// Bytes of one document.
    pub(super) document: u64,
    /// Bytes of one archive, and of all documents.
    pub(super) total: u64,
    /// Files of one directory, members of one archive.
    pub(super) files: usize,
    /// Archives and compressions inside one another.
    pub(super) depth: usize,
    /// Bytes of the documents that stayed so far.
    pub(super) kept: AtomicU64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { document: DOCUMENT_LIMIT, total: TOTAL_LIMIT, files: 100_000, depth: 6, kept: AtomicU64::new(0) }
    }
}

impl Budget {
    /// Counts a document that stays. Only what stays is counted, so that the answer does not depend on which thread
    /// came first.
    pub(super) fn keep(&self, place: &str, bytes: usize) -> Result<(), Error> {
        let bytes = bytes as u64;
        let before = self.kept.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > self.total {
            return Err(Error::TooMuch { place: place.to_owned(), limit: self.total });
        }
        Ok(())
    }
}

/// Reads to the end after `start`, or fails at the limit. Memory for the `expected` size is reserved beforehand, so that
/// a large document is not copied again and again while it grows; a wrong expectation costs nothing.
pub(super) fn read_to_end(reader: &mut dyn Read, mut start: Vec<u8>, expected: u64, limit: u64) -> io::Result<Vec<u8>> {
    let room = limit.saturating_sub(start.len() as u64);
    let expected = usize::try_from(expected.min(limit)).unwrap_or(0);
    // One byte more, as the end shows only when a read finds nothing.
    start.reserve_exact(expected.saturating_sub(start.len()).saturating_add(1));
    reader.take(room.saturating_add(1)).read_to_end(&mut start)?;
    if start.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(start)
}

/// Fills a buffer up to `size` bytes; shorter only at the end.
pub(super) fn read_start(reader: &mut dyn Read, size: usize) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    reader.take(size as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// A reader that fails once its allowance is used up. The allowance can be changed while somebody else reads.
pub(super) struct Metered<R> {
    inner: R,
    allowance: Allowance,
    limit: u64,
}

/// What a [`Metered`] reader may still give.
#[derive(Clone)]
pub(super) struct Allowance {
    total: Rc<Cell<u64>>,
    /// A second, smaller limit for the next few reads.
    next: Rc<Cell<u64>>,
}

impl Allowance {
    /// Limits the next reads to `bytes`, until it is called again.
    pub(super) fn next(&self, bytes: u64) {
        self.next.set(bytes);
    }
}

impl<R: Read> Metered<R> {
    pub(super) fn new(inner: R, limit: u64) -> (Self, Allowance) {
        let allowance = Allowance { total: Rc::new(Cell::new(limit)), next: Rc::new(Cell::new(u64::MAX)) };
        let metered = Self { inner, allowance: allowance.clone(), limit };
        (metered, allowance)
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        for left in [&self.allowance.total, &self.allowance.next] {
            let rest = left.get().checked_sub(read as u64);
            left.set(rest.unwrap_or(0));
            if rest.is_none() {
                return Err(too_large(self.limit));
            }
        }
        Ok(read)
    }
}

/// What a reader says that met its limit.
pub(super) fn too_large(limit: u64) -> io::Error {
    let text = match limit >> 30 {
        0 => format!("more than {limit} bytes"),
        gib => format!("more than {gib} GiB"),
    };
    io::Error::new(io::ErrorKind::FileTooLarge, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_stops_at_the_limit() {
        for (size, limit, want) in [(0, 4, true), (4, 4, true), (5, 4, false)] {
            let got = read_to_end(&mut io::repeat(7).take(size), Vec::new(), size, limit);
            assert_eq!(got.is_ok(), want, "{size} of {limit}");
        }
        let endless = read_to_end(&mut io::repeat(7), vec![1, 2], 0, 4).unwrap_err();
        assert_eq!(endless.to_string(), "more than 4 bytes");
    }

    #[test]
    fn an_allowance_can_be_narrowed_and_widened() {
        let (mut reader, allowance) = Metered::new(io::repeat(7), 100);
        let mut four = [0; 4];
        allowance.next(4);
        assert!(reader.read(&mut four).is_ok());
        assert!(reader.read(&mut four).is_err());
        assert!(reader.read(&mut four).is_err());
        allowance.next(u64::MAX);
        assert!(reader.read(&mut four).is_ok());
        assert!(reader.read(&mut [0; 100]).is_err());
    }

    #[test]
    fn what_is_kept_adds_up() {
        let budget = Budget { total: 10, ..Budget::default() };
        assert!(budget.keep("a", 6).is_ok());
        assert!(budget.keep("b", 4).is_ok());
        let error = budget.keep("c", 1).unwrap_err();
        assert!(error.to_string().starts_with("c: with it"), "{error}");
    }
}
