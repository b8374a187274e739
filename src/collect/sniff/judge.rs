//! The order in which a text is tried: line by line formats, YAML, JSON, then why it is nothing.

use memchr::memmem;

use super::verdict::{Useless, Verdict};
use super::{complaint, json, metrics, yaml};
use crate::base::capture::DocumentKind;
use crate::collect::text::{is_utf16, without_mark};

/// Lines that may stand before JSON: what `kubectl exec`, `curl -i` or a script with `2>&1` say first.
const LINES_BEFORE_JSON: usize = 24;
const BYTES_BEFORE_JSON: usize = 4096;

/// Whether a file that starts so is worth reading to its end.
pub(in crate::collect) fn is_promising(start: &[u8]) -> bool {
    match judge(without_mark(start)) {
        Verdict::Kind(..) => true,
        // JSON that is not whole yet may become something.
        // An empty list is a page of an istiod that no proxy is connected to; its name tells.
        Verdict::Useless(useless) => {
            let text = without_mark(start);
            text.trim_ascii() == b"[]" || useless.is_loss && json_start(text).is_some()
        }
    }
}

/// Judges a whole text, or as much of one as there is.
pub(in crate::collect) fn judge(text: &[u8]) -> Verdict {
    if is_binary(text) {
        return Verdict::Useless(why_useless(text));
    }
    if let Some(kind) = as_text(text) {
        return Verdict::Kind(kind, 0);
    }
    let Some(start) = json_start(text) else {
        return Verdict::Useless(why_useless(text));
    };
    let json = text.get(start..).unwrap_or_default();
    match json::kind(json) {
        // YAML may be written as JSON, several documents of it only as YAML.
        Ok(DocumentKind::ResourcesJson) if memmem::find(json, b"\n---").is_some() => {
            Verdict::Kind(DocumentKind::ResourcesYaml, start)
        }
        Ok(kind) => Verdict::Kind(kind, start),
        Err(useless) if is_blank_before(text, start) => Verdict::Useless(useless),
        Err(_) => Verdict::Useless(why_useless(text)),
    }
}

/// Why a text that is not JSON is of no use.
fn why_useless(start: &[u8]) -> Useless {
    if start.trim_ascii().is_empty() {
        return Useless::foreign("is empty; take it again");
    }
    if is_utf16(start) {
        return Useless::loss(
            "is UTF-16, as `>` in Windows PowerShell writes it; save it as UTF-8, with `| Out-File -Encoding utf8`",
        );
    }
    if is_binary(start) {
        return Useless::foreign("is a binary file");
    }
    if let Some(complaint) = complaint::read(start) {
        return complaint;
    }
    Useless::foreign(
        yaml::what_else(start).unwrap_or("is neither an Envoy or ztunnel dump nor Kubernetes YAML or JSON; name what /config_dump or kubectl printed, unchanged"),
    )
}

fn as_text(text: &[u8]) -> Option<DocumentKind> {
    metrics::kind(text).or_else(|| yaml::is_resources(text).then_some(DocumentKind::ResourcesYaml))
}

fn is_binary(start: &[u8]) -> bool {
    let start = start.get(..BYTES_BEFORE_JSON).unwrap_or(start);
    memchr::memchr(0, start).is_some()
}

fn is_blank_before(text: &[u8], at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.trim_ascii().is_empty())
}

/// Where JSON begins: at the start, or at a line start after a few lines of something else.
fn json_start(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for (number, line) in text.split_inclusive(|b| *b == b'\n').enumerate() {
        let opening = line.trim_ascii_start();
        let indent = line.len() - opening.len();
        match opening.first() {
            Some(b'{') => return Some(at + indent),
            // A list may follow nothing: a log line may well begin with a bracket.
            Some(b'[') if is_blank_before(text, at) => {
                return Some(at + indent);
            }
            // A README with a piece of JSON is no dump.
            _ if opening.starts_with(b"```") => return None,
            _ => {}
        }
        at += line.len();
        if number == LINES_BEFORE_JSON || at > BYTES_BEFORE_JSON {
            break;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = r#"{"configs": []}"#;

    #[test]
    fn json_is_promising_until_it_is_known_to_be_something_else() {
        for (start, want) in [
            ("{\"certificates\": [{\"a\"", true),
            ("{\"config", true),
            ("{}", true),
            ("{\"level\": \"info\"}\n{\"level\": \"info\"}\n{\"lev", false),
            ("[{\"code\": 1}", false),
            ("200\n{\"level\": 1", false),
        ] {
            assert_eq!(is_promising(start.as_bytes()), want, "{start}");
        }
    }

    #[test]
    fn json_may_follow_a_few_lines_of_something_else() {
        let cases = [
            (DUMP.to_owned(), Some(0)),
            (format!("\n  {DUMP}"), Some(3)),
            (format!("200\n{DUMP}"), Some(4)),
            (format!("HTTP/1.1 200 OK\r\nserver: envoy\r\n\r\n{DUMP}"), Some(34)),
            (format!("Defaulted container \"app\" out of: app, istio-proxy\n{DUMP}"), Some(51)),
            (format!("# Notes\n```json\n{DUMP}\n```\n"), None),
            (format!("{}{DUMP}", "line\n".repeat(30)), None),
            ("Error from server (NotFound): pods \"a\" not found\n".into(), None),
        ];
        for (text, want) in cases {
            let got = match judge(text.as_bytes()) {
                Verdict::Kind(DocumentKind::ConfigDump, at) => Some(at),
                _ => None,
            };
            assert_eq!(got, want, "{text:?}");
            assert_eq!(is_promising(text.as_bytes()), want.is_some(), "{text:?}");
        }
    }

    #[test]
    fn what_is_lost_is_told_from_what_is_of_no_interest() {
        let cases: [(&[u8], &str, bool); 6] = [
            (b" \n", "is empty", false),
            (b"\xff\xfe{\0", "is UTF-16", true),
            (b"\x7fELF\0\0", "is a binary file", false),
            (b"2026-11-20T12:00:00Z\tinfo\tready\n", "is neither", false),
            (b"nosuch not found in config dump", "Envoy", true),
            (b"Proto Recv-Q Send-Q\ntcp 0 0\n", "is neither", false),
        ];
        for (text, reason, is_loss) in cases {
            let useless = why_useless(text);
            assert!(useless.reason.contains(reason), "{useless:?}");
            assert_eq!(useless.is_loss, is_loss, "{useless:?}");
            assert!(!is_promising(text), "{useless:?}");
        }
    }

    #[test]
    fn several_json_objects_between_dashes_are_yaml() {
        let text = b"{\"apiVersion\": \"v1\"}\n---\n{\"apiVersion\": \"v1\"}\n";
        assert_eq!(judge(text), Verdict::Kind(DocumentKind::ResourcesYaml, 0));
    }
}
