//! Where a text is cut, so that proxies that hold the same have the same pieces: at the items of Envoy's lists, and around
//! the lines that differ although what they are about is equal.

use memchr::memmem;
use xxhash_rust::xxh3::xxh3_64;

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Lines that others may hold too.
    Shared(&'t [u8]),
    /// Lines of its own, or too few to be worth a reference.
    Own(&'t [u8]),
}

/// What changes from proxy to proxy: when each got an item, and under which version.
const OF_ITS_OWN: [&[u8]; 2] = [b"\"last_updated\"", b"\"version_info\""];
/// How the items of the lists of `/config_dump` and `/clusters` begin.
const ITEMS: [&[u8]; 2] = [b"    {", b"  {"];
/// A reference takes some 20 bytes.
const SHORTEST: usize = 96;
/// Longer pieces are cut where the text itself says, so that one other line does not spoil all.
const LONG: usize = 2048;

/// Cuts a text; the pieces are all of it.
pub(super) fn pieces(text: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    let mut cut = |from: usize, to: usize| {
        let run = text.get(from..to).unwrap_or_default();
        match run.len() {
            0 => {}
            length if length < SHORTEST => pieces.push(Piece::Own(run)),
            _ => pieces.push(Piece::Shared(run)),
        }
    };
    let mut of_its_own = OF_ITS_OWN.map(|field| memmem::find_iter(text, field).peekable());
    let ends = memchr::memchr_iter(b'\n', text).map(|at| at + 1).chain([text.len()]);
    for next in ends {
        let line = text.get(end..next).unwrap_or_default();
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        let is_own = of_its_own.iter_mut().fold(false, |is_own, found| {
            let first = found.next_if(|at| *at < next);
            while found.next_if(|at| *at < next).is_some() {}
            is_own || first.is_some_and(|at| text.get(end..at).is_some_and(|before| before.trim_ascii().is_empty()))
        });
        if is_own || ITEMS.contains(&bare) || (end - start > LONG && is_a_place_to_cut(bare)) {
            cut(start, end);
            start = end;
        }
        end = next;
        if is_own {
            cut(start, end);
            start = end;
        }
    }
    cut(start, end);
    pieces
}

/// One line in sixteen, told by what stands in it.
fn is_a_place_to_cut(line: &[u8]) -> bool {
    xxh3_64(line).is_multiple_of(16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_all_of_a_text() {
        let item = |time: u32| {
            let body = "     \"name\": \"a cluster\", \"version_info\": \"last_updated\",\n".repeat(8);
            format!("    {{\n{body}     \"last_updated\": \"{time}\"\n    }},\n")
        };
        let text = format!("{{\n{}{}", item(1), item(2));
        let pieces = pieces(text.as_bytes());
        let bytes = |piece: &Piece<'_>| match *piece {
            Piece::Shared(bytes) | Piece::Own(bytes) => bytes.to_vec(),
        };
        assert_eq!(pieces.iter().flat_map(bytes).collect::<Vec<u8>>(), text.as_bytes());
        let shared: Vec<Vec<u8>> = pieces.iter().filter(|piece| matches!(piece, Piece::Shared(_))).map(bytes).collect();
        assert!(shared.len() == 2 && shared[0] == shared[1], "{shared:?}");
    }
}
