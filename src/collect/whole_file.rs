//! A large file in one piece: one copy in memory, filled from both ends.

use std::fs::File;
use std::io;

use super::limit::{read_to_end, too_large};

/// From here on two halves beat one run: the time goes into fresh memory pages, and two threads touch them sooner
/// (190 MB: 13 ms instead of 20 ms).
const WORTH_HALVING: u64 = 16 << 20;

/// Reads a file whose first bytes are in `start` already.
pub(super) fn read(mut file: File, start: Vec<u8>, limit: u64) -> io::Result<Vec<u8>> {
    let size = file.metadata()?.len();
    if size > limit {
        return Err(too_large(limit));
    }
    if size >= WORTH_HALVING
        && let Some(bytes) = halves(&file, size)
    {
        return Ok(bytes);
    }
    read_to_end(&mut file, start, size, limit)
}

/// The last four bytes of a file, and its size. The file may be read on as before.
#[cfg(unix)]
pub(super) fn end(file: &File) -> Option<([u8; 4], u64)> {
    use std::os::unix::fs::FileExt;

    let size = file.metadata().ok()?.len();
    let mut end = [0; 4];
    file.read_exact_at(&mut end, size.checked_sub(4)?).ok()?;
    Some((end, size))
}

#[cfg(not(unix))]
pub(super) fn end(_: &File) -> Option<([u8; 4], u64)> {
    None
}

/// `None` where it is not possible, or the file shrinks meanwhile; then it is read from the front.
#[cfg(unix)]
fn halves(file: &File, size: u64) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;

    let size = usize::try_from(size).ok()?;
    let mut bytes = vec![0; size];
    let (front, back) = bytes.split_at_mut(size / 2);
    let middle = front.len() as u64;
    let (front, back) = rayon::join(|| file.read_exact_at(front, 0), || file.read_exact_at(back, middle));
    (front.is_ok() && back.is_ok()).then_some(bytes)
}

#[cfg(not(unix))]
fn halves(_: &File, _: u64) -> Option<Vec<u8>> {
    None
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;

    #[test]
    fn small_and_large_files_come_back_as_they_are() {
        for size in [10_usize, 17 << 20] {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            let wanted: Vec<u8> = (0..=250).cycle().take(size).collect();
            file.write_all(&wanted).unwrap();

            let mut opened = File::open(file.path()).unwrap();
            let mut start = vec![0; 4];
            opened.read_exact(&mut start).unwrap();
            assert!(read(opened, start, 1 << 30).unwrap() == wanted, "{size}");

            let opened = File::open(file.path()).unwrap();
            assert!(read(opened, Vec::new(), size as u64 - 1).is_err(), "{size}");
        }
    }
}
