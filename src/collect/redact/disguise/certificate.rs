//! Certificates in a text: PEM as it stands, with `\n` of JSON for line ends, or all of it in base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::der;
use super::key::Key;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";
/// `-----BEGIN CERTIFICATE` in base64.
const BEGIN_BASE64: &str = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR";

/// Whether a text holds certificates.
pub(super) fn is_in(text: &str) -> bool {
    text.contains(BEGIN) || text.trim_start().starts_with(BEGIN_BASE64)
}

/// The text with translated certificates; what cannot be read of them is left out.
pub(super) fn rewrite(text: &str, key: &Key, translate: &mut impl FnMut(&str) -> String) -> String {
    if text.trim_start().starts_with(BEGIN_BASE64) {
        let bare: String = text.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
        let inner = STANDARD.decode(bare).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        return inner.map(|inner| STANDARD.encode(blocks(&inner, key, translate))).unwrap_or_default();
    }
    blocks(text, key, translate)
}

fn blocks(text: &str, key: &Key, translate: &mut impl FnMut(&str) -> String) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (body, after) = after.split_once(END).unwrap_or((after, ""));
        result.push_str(before);
        result.push_str(BEGIN);
        result.push_str(&block(body, key, translate));
        result.push_str(END);
        rest = after;
    }
    result.push_str(rest);
    result
}

/// The lines between, with the line ends and indents that they had.
fn block(body: &str, key: &Key, translate: &mut impl FnMut(&str) -> String) -> String {
    let ends_line = |at: usize| body.get(at..).is_some_and(|rest| rest.starts_with("\\n"));
    let first = body.find(|letter: char| letter.is_ascii_alphanumeric() && letter != 'n').unwrap_or(0);
    let line_end = body.get(..first).filter(|_| first > 0).unwrap_or("\n");
    // The last line end may be before less of an indent.
    let bare: String = body
        .char_indices()
        .filter(|(at, letter)| {
            let is_escape = ends_line(*at) || at.checked_sub(1).is_some_and(ends_line);
            !is_escape && !letter.is_ascii_whitespace()
        })
        .map(|(_, letter)| letter)
        .collect();
    let written = STANDARD
        .decode(bare)
        .ok()
        .and_then(|bytes| der::rewrite(&bytes, key, translate))
        .map(|bytes| STANDARD.encode(bytes))
        .unwrap_or_default();
    let mut result = String::new();
    for line in written.as_bytes().chunks(64) {
        result.push_str(line_end);
        result.push_str(&String::from_utf8_lossy(line));
    }
    result.push_str(line_end);
    result
}
