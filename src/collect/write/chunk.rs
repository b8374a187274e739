//! Where a text is cut, so that proxies that hold the same have the same pieces: at the items of Envoy's lists, and around
//! the lines that differ although what they are about is equal.

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
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.strip_suffix(b"\n").unwrap_or(line);
        let is_own = OF_ITS_OWN.iter().any(|field| bare.trim_ascii_start().starts_with(field));
        if is_own || ITEMS.contains(&bare) || (end - start > LONG && fingerprint(bare).is_multiple_of(16)) {
            cut(start, end);
            start = end;
        }
        end += line.len();
        if is_own {
            cut(start, end);
            start = end;
        }
    }
    cut(start, end);
    pieces
}

/// FNV-1a: any hash would do that spreads lines.
fn fingerprint(line: &[u8]) -> u64 {
    line.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_all_of_a_text() {
        let item = |time: u32| {
            let body = "     \"name\": \"a cluster\",\n".repeat(8);
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
