//! Bytes to text: byte order marks, encodings, and what stands before the first brace.

/// A text, and what had to be done to get it.
pub(super) struct Decoded {
    /// UTF-8 without a byte order mark. Line numbers are those of the file.
    pub(super) text: String,
    /// Offset of the first byte that is not UTF-8. What is not was replaced.
    pub(super) bad_byte: Option<usize>,
}

/// Removes a byte order mark and makes it UTF-8. A text that is UTF-8 is not copied.
pub(super) fn decode(mut bytes: Vec<u8>) -> Decoded {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    bytes.drain(..mark);
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, bad_byte: None },
        Err(error) => Decoded {
            bad_byte: Some(mark + error.utf8_error().valid_up_to()),
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
        },
    }
}

/// Blanks what stands before `start`, so that JSON begins there and every line keeps its number.
pub(super) fn blank_before(bytes: &mut [u8], start: usize) {
    for byte in bytes.iter_mut().take(start) {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// Whether the bytes are UTF-16, as a `>` in PowerShell writes it.
pub(super) fn is_utf16(start: &[u8]) -> bool {
    start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff")
}

/// The bytes after a byte order mark.
pub(super) fn without_mark(start: &[u8]) -> &[u8] {
    start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text() {
        let cases: [(&[u8], &str, Option<usize>); 5] = [
            (b"{}", "{}", None),
            (b"\xef\xbb\xbf{}", "{}", None),
            (b"a\xffb", "a\u{fffd}b", Some(1)),
            (b"\xef\xbb\xbfa\xff", "a\u{fffd}", Some(4)),
            (b"", "", None),
        ];
        for (bytes, text, bad_byte) in cases {
            let decoded = decode(bytes.to_vec());
            assert_eq!((&*decoded.text, decoded.bad_byte), (text, bad_byte));
        }
    }

    #[test]
    fn blanking_keeps_lines() {
        let mut bytes = b"200\nx\n{}".to_vec();
        blank_before(&mut bytes, 6);
        assert_eq!(bytes, b"   \n \n{}");
    }
}
