//! Private keys that stand in some text: PEM blocks, and base64 that holds one.

use std::ops::Range;

use super::cut::Cut;

/// The longest key in use is a tenth of it.
const LONGEST: usize = 64 * 1024;
/// `-----BEGIN ENCRYPTED ` is the longest thing before the word.
const LONGEST_LABEL: usize = 40;

/// The block whose first or last line holds `word`; `None` for a last line whose block is found by its first.
pub(super) fn block(text: &str, word: Range<usize>) -> Option<Cut> {
    let label_from = text.floor_char_boundary(word.start.saturating_sub(LONGEST_LABEL));
    let before = text.get(label_from..word.start)?;
    let label = before.get(before.rfind("-----")?..)?;
    let start = word.start - label.len();
    if !label.starts_with("-----BEGIN ") {
        // The last line of a block. If its first is missing, what stands before it is no key that could be used.
        return None;
    }
    let after = text.get(word.end..)?;
    let near = after.get(..after.floor_char_boundary(LONGEST)).unwrap_or(after);
    let near = near.get(..near.find("-----BEGIN ").unwrap_or(near.len()))?;
    let end = match near.find("-----END ") {
        Some(last_line) => {
            let label_end = word.end + last_line + "-----END ".len();
            label_end + text.get(label_end..)?.find("-----").map_or(0, |dashes| dashes + 5)
        }
        None => run_end(text.as_bytes(), word.end),
    };
    Some(if is_plain_yaml_value(text, start) { Cut::quoted(start..end) } else { Cut::bare(start..end) })
}

/// The run of base64 around `word`, over line ends where the lines around are base64 too.
pub(super) fn base64(text: &str, word: Range<usize>) -> Cut {
    let bytes = text.as_bytes();
    let start = run_start(bytes, word.start);
    let range = start..run_end(bytes, word.end);
    if is_plain_yaml_value(text, start) { Cut::quoted(range) } else { Cut::bare(range) }
}

/// A bracket would begin a list in YAML where a plain value begins.
fn is_plain_yaml_value(text: &str, start: usize) -> bool {
    let line = text.get(..start).unwrap_or_default();
    let line = line.get(line.rfind('\n').map_or(0, |at| at + 1)..).unwrap_or_default();
    line.ends_with(' ') && line.trim_end().ends_with([':', '-', ',']) || line.trim_end().ends_with(['[', '{'])
}

/// JSON may write `/` as `\/` and a line end as `\n`; that is taken for base64 too.
fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=\\".contains(&byte)
}

fn run_end(text: &[u8], from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut end = 0;
    loop {
        end += rest.iter().skip(end).take_while(|b| is_base64(**b)).count();
        let space = rest.iter().skip(end).take_while(|b| b.is_ascii_whitespace()).count();
        let word = rest.get(end + space..).unwrap_or_default();
        let length = word.iter().take_while(|b| is_base64(**b)).count();
        // A key or a dash of YAML ends it: `tls.crt:` holds bytes that base64 does not.
        let is_word = length > 0 && word.get(length).is_none_or(u8::is_ascii_whitespace);
        if space == 0 || !is_word {
            return from + end;
        }
        end += space + length;
    }
}

fn run_start(text: &[u8], from: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    let mut length = 0;
    loop {
        let rest = || before.iter().rev();
        length += rest().skip(length).take_while(|b| is_base64(**b)).count();
        let space = rest().skip(length).take_while(|b| b.is_ascii_whitespace()).count();
        let word = rest().skip(length + space).take_while(|b| is_base64(**b)).count();
        let beyond = rest().nth(length + space + word);
        // Short words before it are prose or YAML, lines of base64 are long.
        if space == 0 || word < 60 || beyond.is_some_and(|b| !b.is_ascii_whitespace()) {
            return from - length;
        }
        length += space + word;
    }
}

/// Whether the text still holds a PEM block of a private key.
#[cfg(test)]
pub(super) fn survives(text: &str) -> bool {
    text.contains("PRIVATE KEY-----")
}

#[cfg(test)]
mod tests {
    use super::super::cut::apply;
    use super::*;

    fn redacted(text: &str) -> String {
        let word = "PRIVATE KEY-----";
        let cuts = text.match_indices(word).filter_map(|(at, _)| block(text, at..at + word.len())).collect();
        apply(text.to_owned(), cuts)
    }

    #[test]
    fn blocks_go_and_lines_stay() {
        let cases = [
            (
                "k: |\n  -----BEGIN PRIVATE KEY-----\n  MIIE+/=\n  -----END PRIVATE KEY-----\nx: 1\n",
                "k: |\n  [redacted]\n\n\nx: 1\n",
            ),
            (
                r#"{"k": "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n", "x": 1}"#,
                r#"{"k": "[redacted]\n", "x": 1}"#,
            ),
            ("k: -----BEGIN EC PRIVATE KEY----- MII -----END EC PRIVATE KEY-----\nx: 1", "k: \"[redacted]\"\nx: 1"),
            (r#"{"k": "-----BEGIN PRIVATE KEY-----\nMIIE", "x": 1}"#, r#"{"k": "[redacted]", "x": 1}"#),
            (
                "k: |\n  -----BEGIN PRIVATE KEY-----\n  MIIE\n  MIIF\nx: 1\n-----BEGIN CERTIFICATE-----",
                "k: |\n  [redacted]\n\n\nx: 1\n-----BEGIN CERTIFICATE-----",
            ),
            (
                "é-----BEGIN ENCRYPTED PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMI\n-----END ENCRYPTED PRIVATE KEY-----é",
                "é[redacted]\n\n\n\né",
            ),
            ("a PRIVATE KEY----- in prose", "a PRIVATE KEY----- in prose"),
        ];
        for (text, want) in cases {
            assert_eq!(redacted(text), want);
        }
    }

    #[test]
    fn runs_of_base64_go_over_line_ends() {
        let line = "A".repeat(64);
        let cases = [
            (format!("k: {line}UFJJVkFURSBLRV==\nx: 1"), "k: \"[redacted]\"\nx: 1"),
            (format!("k: |\n  {line}\n  UFJJVkFURSBLRV\n  AA==\nx: 1"), "k: |\n  [redacted]\n\n\nx: 1"),
            (format!("{{\"k\":\"{line}UFJJVkFURSBLRV\\/A\",\"x\":1}}"), "{\"k\":\"[redacted]\",\"x\":1}"),
        ];
        for (text, want) in cases {
            let at = text.find("UFJJVkFURSBLRV").unwrap();
            let cut = base64(&text, at..at + 14);
            assert_eq!(apply(text, vec![cut]), want);
        }
    }
}
