//! Searches a text for the few words that secrets come with, and has them taken out.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::cut::{Cut, apply};
use super::{envoy, json, pem, yaml};
use crate::base::capture::DocumentKind;

/// A text without secrets.
pub(in crate::collect) struct Redacted {
    /// Every line has its number.
    pub(in crate::collect) text: String,
    /// What had to be left out because it could not be parsed.
    pub(in crate::collect) lost: Vec<String>,
}

/// A part of a text that holds Secrets and cannot be parsed.
pub(super) struct Unparsed {
    /// The part.
    pub(super) range: Range<usize>,
    /// Why not.
    pub(super) error: String,
}

/// Takes secrets out of a text.
pub(in crate::collect) fn secrets(text: String, kind: DocumentKind) -> Redacted {
    let mut cuts = Vec::new();
    let unparsed = match kind {
        DocumentKind::ResourcesYaml => yaml::find(&text, &mut cuts),
        DocumentKind::ResourcesJson => json::find(&text, &mut cuts),
        _ => Vec::new(),
    };
    for found in WORDS.search.find_iter(&text) {
        match WORDS.of.get(found.pattern().as_usize()) {
            Some((_, Word::Pem)) => cuts.extend(pem::block(&text, found.range())),
            Some((_, Word::Base64)) => cuts.push(pem::base64(&text, found.range())),
            Some((_, Word::Key)) => cuts.extend(envoy::values(&text, found.end())),
            None => {}
        }
    }
    let lost = unparsed.iter().map(|part| left_out(&text, part)).collect();
    cuts.extend(unparsed.into_iter().map(|part| Cut::away(part.range)));
    Redacted { text: apply(text, cuts), lost }
}

fn left_out(text: &str, part: &Unparsed) -> String {
    let line_of = |at: usize| {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() + 1
    };
    let last = part.range.end.saturating_sub(1).max(part.range.start);
    format!(
        "lines {} to {} hold Secrets and cannot be parsed ({}); left out, so that no key gets through",
        line_of(part.range.start),
        line_of(last),
        part.error
    )
}

#[derive(Clone, Copy)]
enum Word {
    /// A PEM label.
    Pem,
    /// The same in base64, at one of its three alignments.
    Base64,
    /// A JSON key whose value is a secret.
    Key,
}

struct Words {
    search: AhoCorasick,
    of: [(&'static str, Word); 11],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = [
        ("PRIVATE KEY-----", Word::Pem),
        ("UFJJVkFURSBLRV", Word::Base64),
        ("BSSVZBVEUgS0VZ", Word::Base64),
        ("QUklWQVRFIEtFW", Word::Base64),
        ("\"private_key\"", Word::Key),
        ("\"privateKey\"", Word::Key),
        ("\"password\"", Word::Key),
        ("\"generic_secret\"", Word::Key),
        ("\"genericSecret\"", Word::Key),
        ("\"session_ticket_keys\"", Word::Key),
        ("\"sessionTicketKeys\"", Word::Key),
    ];
    let search = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(of.map(|(word, _)| word))
        .expect("a dozen short words make a small automaton");
    Words { search, of }
});
