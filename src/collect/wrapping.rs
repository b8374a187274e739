//! Compressions and archives, known by their first bytes.

use std::io::{self, BufReader, Read};

use flate2::read::MultiGzDecoder;

/// Something around documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    /// RFC 1952, one or many members.
    Gzip,
    /// RFC 8878, one or many frames.
    Zstd,
    /// POSIX or GNU tar.
    Tar,
    /// One that is not read.
    Other(&'static str),
}

/// Where each puts its magic bytes. Old tars without `ustar` died out before Envoy was born.
const MAGIC: [(usize, &[u8], Wrapping); 9] = [
    (0, b"\x1f\x8b", Wrapping::Gzip),
    (0, b"\x28\xb5\x2f\xfd", Wrapping::Zstd),
    (257, b"ustar", Wrapping::Tar),
    (0, b"PK\x03\x04", Wrapping::Other("zip archive")),
    (0, b"\xfd7zXZ\0", Wrapping::Other("xz file")),
    (0, b"BZh", Wrapping::Other("bzip2 file")),
    (0, b"7z\xbc\xaf\x27\x1c", Wrapping::Other("7z archive")),
    (0, b"\x04\x22\x4d\x18", Wrapping::Other("lz4 file")),
    (0, b"Rar!\x1a\x07", Wrapping::Other("rar archive")),
];

impl Wrapping {
    /// Looks at the first bytes of a file; 512 are enough.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        MAGIC.iter().find_map(|(at, magic, wrapping)| {
            let here = start.get(*at..)?;
            here.starts_with(magic).then_some(*wrapping)
        })
    }

    /// How large the unpacked bytes are said to be, by the first and last bytes of the packed ones: 0 if not at all, and
    /// never more than `packed` bytes could hold.
    pub(super) fn unpacked_size(self, start: &[u8], end: &[u8], packed: u64) -> u64 {
        /// The most that deflate can make of a byte.
        const DENSEST: u64 = 1032;
        let claim = match self {
            Self::Gzip => end.last_chunk().map(|size| u64::from(u32::from_le_bytes(*size))),
            Self::Zstd => zstd::zstd_safe::get_frame_content_size(start).ok().flatten(),
            Self::Tar | Self::Other(_) => None,
        };
        claim.unwrap_or(0).min(packed.saturating_mul(DENSEST))
    }

    /// The word that messages use.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
            Self::Tar => "tar",
            Self::Other(name) => name,
        }
    }
}

/// Unpacks gzip.
pub(super) fn gunzip(packed: Box<dyn Read>) -> Box<dyn Read> {
    Box::new(MultiGzDecoder::new(BufReader::with_capacity(64 * 1024, packed)))
}

/// Unpacks zstd. Its window is limited to 128 MiB by the library: a frame that asks for more is refused.
pub(super) fn unzstd(packed: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    Ok(Box::new(zstd::Decoder::new(packed)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn magic_bytes_decide() {
        let mut tar = vec![b'x'; 600];
        tar[257..262].copy_from_slice(b"ustar");
        let cases: [(&[u8], Option<Wrapping>); 6] = [
            (b"", None),
            (b"{", None),
            (b"\x1f\x8b\x08", Some(Wrapping::Gzip)),
            (b"\x28\xb5\x2f\xfd\x00", Some(Wrapping::Zstd)),
            (b"PK\x03\x04", Some(Wrapping::Other("zip archive"))),
            (&tar, Some(Wrapping::Tar)),
        ];
        for (start, want) in cases {
            assert_eq!(Wrapping::of(start), want, "{:?}", start.get(..4));
        }
    }

    #[test]
    fn packed_bytes_say_how_large_they_are() {
        let text = [b'a'; 3000];
        let zstd = zstd::bulk::compress(&text, 1).unwrap();
        let cases = [
            (Wrapping::Gzip, vec![0, 184, 11, 0, 0], 100, 3000),
            (Wrapping::Gzip, vec![255, 255, 255, 255], 2, 2064),
            (Wrapping::Gzip, vec![1], 1, 0),
            (Wrapping::Zstd, zstd, 100, 3000),
            (Wrapping::Zstd, vec![0], 100, 0),
            (Wrapping::Tar, vec![1, 2, 3, 4], 100, 0),
        ];
        for (wrapping, bytes, packed, want) in cases {
            let got = wrapping.unpacked_size(&bytes, &bytes, packed);
            assert_eq!(got, want, "{wrapping:?} {packed}");
        }
    }
}
