//! The parts that documents have in common, in one file that only grows.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::fs::{File, OpenOptions};
use std::hash::BuildHasher;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128_with_seed;

use super::chunk::{Piece, pieces};
use crate::collect::parts::MARK;

/// XXH3 of a part, under a seed of this run: that two parts share one is a matter of chance, and as good as impossible.
type Key = u128;

/// The parts known so far.
pub(super) struct Shared {
    file: BufWriter<File>,
    length: u64,
    known: HashMap<Key, (u64, usize)>,
    seed: u64,
}

impl Shared {
    /// Opens the file of an earlier run, of which `length` bytes count, with the parts that its recipes use; or a fresh
    /// one.
    pub(super) fn open(path: &Path, length: u64, used: &[(u64, usize)]) -> io::Result<Self> {
        let mut file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path)?;
        file.set_len(length)?;
        let mut known = HashMap::new();
        let seed = RandomState::new().hash_one(length);
        for (offset, size) in used {
            let mut part = vec![0; *size];
            file.seek(SeekFrom::Start(*offset))?;
            file.read_exact(&mut part)?;
            known.insert(xxh3_128_with_seed(&part, seed), (*offset, *size));
        }
        file.seek(SeekFrom::Start(length))?;
        Ok(Self { file: BufWriter::with_capacity(1 << 20, file), length, known, seed })
    }

    /// Stores a document. Returns its recipe.
    pub(super) fn store(&mut self, text: &[u8]) -> io::Result<Vec<u8>> {
        let mut recipe = MARK.to_vec();
        for piece in pieces(text) {
            match piece {
                Piece::Own(lines) => {
                    for line in lines.split_inclusive(|byte| *byte == b'\n') {
                        match line.strip_suffix(b"\n") {
                            Some(_) => recipe.push(b'+'),
                            None => recipe.push(b'-'),
                        }
                        recipe.extend_from_slice(line);
                    }
                }
                Piece::Shared(part) => {
                    let (offset, length) = self.part(part)?;
                    writeln!(recipe, "={offset} {length}")?;
                }
            }
        }
        Ok(recipe)
    }

    fn part(&mut self, part: &[u8]) -> io::Result<(u64, usize)> {
        let key = xxh3_128_with_seed(part, self.seed);
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        self.file.write_all(part)?;
        let at = (self.length, part.len());
        self.length += part.len() as u64;
        self.known.insert(key, at);
        Ok(at)
    }

    /// Brings all to the disk. Returns how much counts.
    pub(super) fn flush(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        Ok(self.length)
    }
}

/// The parts that a recipe uses.
pub(super) fn used(recipe: &[u8]) -> Vec<(u64, usize)> {
    let lines = recipe.split(|byte| *byte == b'\n').filter_map(|line| line.strip_prefix(b"="));
    lines
        .filter_map(|line| {
            let (offset, length) = std::str::from_utf8(line).ok()?.split_once(' ')?;
            Some((offset.parse().ok()?, length.parse().ok()?))
        })
        .collect()
}
