//! The manifest of our own snapshots: which format, and when it was taken; and their list of what is missing.

use jiff::Timestamp;
use serde::Deserialize;

use super::{Error, layout};
use crate::base::capture::Gap;

/// The major format that is read. A snapshot of another one is refused: half of it would look like a whole mesh.
const FORMAT: u64 = 1;
/// A manifest is a few lines.
const LARGEST: usize = 64 * 1024;

/// What a manifest says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    /// When the snapshot was taken, if it says so.
    pub(super) taken_at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct Fields {
    format: Option<serde_json::Value>,
    taken_at: Option<String>,
}

/// Whether a file may be a manifest or a list of gaps, by its name.
pub(super) fn is_named_so(place: &str) -> bool {
    ["manifest.json", "gaps.json"].contains(&layout::file_name(place))
}

/// Reads what a snapshot says is missing in it; `None` where the file says no such thing.
pub(super) fn gaps(bytes: &[u8], place: &str) -> Option<Vec<Gap>> {
    #[derive(Deserialize)]
    struct Missing {
        place: String,
        reason: String,
    }
    #[derive(Deserialize)]
    struct Gaps {
        gaps: Vec<Missing>,
    }
    if layout::file_name(place) != "gaps.json" {
        return None;
    }
    let Gaps { gaps } = serde_json::from_slice(bytes).ok()?;
    Some(gaps.into_iter().map(|Missing { place, reason }| Gap { place, reason }).collect())
}

/// Reads a manifest; `None` where the file is none.
pub(super) fn manifest(bytes: &[u8], place: &str) -> Result<Option<Manifest>, Error> {
    if layout::file_name(place) != "manifest.json" || bytes.len() > LARGEST {
        return Ok(None);
    }
    // Other tools call their files manifest.json too.
    let Ok(Fields { format: Some(format), taken_at }) = serde_json::from_slice(bytes) else {
        return Ok(None);
    };
    let text = format.as_str().map_or_else(|| format.to_string(), str::to_owned);
    let major = text.split('.').next().and_then(|major| major.parse().ok());
    if major != Some(FORMAT) {
        return Err(Error::Format { place: place.to_owned(), found: text, known: FORMAT });
    }
    Ok(Some(Manifest { taken_at: taken_at.and_then(|time| time.parse().ok()) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_major_format_is_read() {
        let time: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        let cases = [
            (r#"{"format":1,"taken_at":"2026-11-20T12:00:00Z","x":1}"#, Some(Some(Some(time)))),
            (r#"{"format":1.7}"#, Some(Some(None))),
            (r#"{"format":"1.2"}"#, Some(Some(None))),
            (r#"{"format":1,"taken_at":"yesterday"}"#, Some(Some(None))),
            (r#"{"format":2}"#, None),
            (r#"{"format":"new"}"#, None),
            (r#"{"name":"a web page"}"#, Some(None)),
            (r#"[{"Config":"x"}]"#, Some(None)),
        ];
        for (text, want) in cases {
            let got = manifest(text.as_bytes(), "a.tar.zst!x/manifest.json").ok();
            let got = got.map(|found| found.map(|manifest| manifest.taken_at));
            assert_eq!(got, want, "{text}");
        }
        let error = manifest(br#"{"format":2}"#, "a/manifest.json").unwrap_err();
        assert_eq!(
            error.to_string(),
            "a/manifest.json: the snapshot has format 2, this meshdbg reads format 1; \
             read it with the version that took it, or take it again"
        );
        assert!(matches!(manifest(br#"{"format":2}"#, "a/other.json"), Ok(None)));
    }
}
