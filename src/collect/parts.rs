//! Documents of a snapshot that are stored in parts, so that what a thousand proxies have in common is there once.
//!
//! `parts.bin` beside the manifest holds the parts, one behind the other. A file `NAME.parts` says how to make the file
//! `NAME`, line by line: `=OFFSET LENGTH` is a part, `+TEXT` is a line of its own, `-TEXT` a last one without an end of
//! line. The first line is [`MARK`].

use rayon::prelude::*;

use super::harvest::Harvest;
use super::limit::Budget;
use super::{Error, document, layout};

/// How a recipe begins.
pub(super) const MARK: &[u8] = b"meshdbg-parts 1\n";
/// The file of the parts.
pub(super) const PACK: &str = "parts.bin";
/// How recipes end.
pub(super) const SUFFIX: &str = ".parts";

/// A file that is no document by itself.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) place: String,
    pub(super) bytes: Vec<u8>,
}

/// What of a snapshot has to be put together.
#[derive(Debug, Default)]
pub(super) struct Unmade {
    pub(super) packs: Vec<Stored>,
    pub(super) recipes: Vec<Stored>,
}

impl Unmade {
    /// Takes a file that is a part of this; gives it back where it is not.
    pub(super) fn take(&mut self, bytes: Vec<u8>, place: &str) -> Option<Vec<u8>> {
        let list = if layout::file_name(place) == PACK {
            &mut self.packs
        } else if bytes.starts_with(MARK) {
            &mut self.recipes
        } else {
            return Some(bytes);
        };
        list.push(Stored { place: place.to_owned(), bytes });
        None
    }

    /// Adds another's.
    pub(super) fn add(&mut self, other: Self) {
        self.packs.extend(other.packs);
        self.recipes.extend(other.recipes);
    }
}

/// Whether a file may be one of these, by its name and its first bytes.
pub(super) fn is_promising(place: &str, start: &[u8]) -> bool {
    layout::file_name(place) == PACK || start.starts_with(MARK)
}

/// Makes the documents, on all cores.
pub(super) fn make(harvest: &mut Harvest, budget: &Budget) -> Result<(), Error> {
    let Unmade { packs, recipes } = std::mem::take(&mut harvest.unmade);
    let read = |recipe: &Stored| -> Result<Harvest, Error> {
        let place = recipe.place.strip_suffix(SUFFIX).unwrap_or(&recipe.place);
        let around = |pack: &&Stored| recipe.place.starts_with(layout::folder_of(&pack.place));
        // Of snapshots inside one another the innermost counts.
        let pack = packs.iter().filter(around).max_by_key(|pack| pack.place.len());
        let Some(pack) = pack else {
            return Ok(Harvest::gap(place, format!("is stored in parts, and {PACK} of the snapshot is missing")));
        };
        match assemble(&recipe.bytes, &pack.bytes, budget.document) {
            Some(bytes) => document::read(bytes, place, budget),
            None => Ok(Harvest::gap(place, format!("does not fit to {} beside it; copy or take it again", pack.place))),
        }
    };
    let made: Result<Vec<Harvest>, Error> = recipes.par_iter().map(read).collect();
    for document in made? {
        harvest.add(document);
    }
    Ok(())
}

/// Follows a recipe; `None` where it is damaged or makes more than the limit.
fn assemble(recipe: &[u8], pack: &[u8], limit: u64) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    for line in recipe.strip_prefix(MARK)?.split_inclusive(|byte| *byte == b'\n') {
        let (kind, rest) = line.split_first()?;
        match kind {
            b'+' => text.extend_from_slice(rest),
            b'-' => text.extend_from_slice(rest.strip_suffix(b"\n").unwrap_or(rest)),
            b'=' => {
                let (offset, length) = std::str::from_utf8(rest).ok()?.trim_end().split_once(' ')?;
                let (offset, length): (usize, usize) = (offset.parse().ok()?, length.parse().ok()?);
                text.extend_from_slice(pack.get(offset..offset.checked_add(length)?)?);
            }
            _ => return None,
        }
        if text.len() as u64 > limit {
            return None;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_recipes_make_nothing() {
        let cases: [(&[u8], Option<&[u8]>); 6] = [
            (b"meshdbg-parts 1\n=0 3\n+x\n-y\n", Some(b"ab\nx\ny")),
            (b"meshdbg-parts 1\n=1 9\n", None),
            (b"meshdbg-parts 1\n=18446744073709551615 2\n", None),
            (b"meshdbg-parts 1\n=0\n", None),
            (b"meshdbg-parts 1\n?\n", None),
            (b"meshdbg-parts 1\n=0 3\n=0 3\n=0 3\n=0 3\n", None),
        ];
        for (recipe, want) in cases {
            assert_eq!(assemble(recipe, b"ab\n", 10).as_deref(), want, "{}", String::from_utf8_lossy(recipe));
        }
    }
}
