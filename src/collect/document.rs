//! Bytes to one document: text, kind, owner, secrets.

use super::harvest::Harvest;
use super::limit::Budget;
use super::parts::Unmade;
use super::sniff::{self, Useless, Verdict};
use super::{Error, layout, redact, snapshot, text};
use crate::base::capture::{Document, DocumentKind};
use crate::base::section::Extent;

/// Reads the bytes of one file. It is empty-handed where they are of no interest.
pub(super) fn read(bytes: Vec<u8>, place: &str, budget: &Budget) -> Result<Harvest, Error> {
    if let Some(manifest) = snapshot::manifest(&bytes, place)? {
        return Ok(Harvest {
            taken_at: manifest.taken_at,
            ..Harvest::passed(place, "is the manifest of a snapshot; name the folder around it")
        });
    }
    if let Some(gaps) = snapshot::gaps(&bytes, place) {
        return Ok(Harvest { gaps, ..Harvest::default() });
    }
    let mut unmade = Unmade::default();
    let Some(mut bytes) = unmade.take(bytes, place) else {
        return Ok(Harvest { unmade, ..Harvest::default() });
    };
    let kind = match sniff::judge(text::without_mark(&bytes)) {
        Verdict::Kind(kind, start) => {
            let mark = bytes.len() - text::without_mark(&bytes).len();
            if start > 0 {
                bytes.drain(..mark);
                text::blank_before(&mut bytes, start);
            }
            kind
        }
        // Envoy's answer while nothing waits. Only the name can tell it from other answers that hold nothing.
        Verdict::Useless(_) if is_empty_init_dump(&bytes, place) => DocumentKind::InitDump,
        // The same of an istiod that no proxy is connected to.
        Verdict::Useless(_) if is_empty_syncz(&bytes, place) => DocumentKind::Syncz,
        Verdict::Useless(useless) => return Ok(pass(place, useless)),
    };

    let mut harvest = Harvest::default();
    let decoded = text::decode(bytes);
    if let Some(offset) = decoded.bad_byte {
        harvest.miss(place, format!("is not UTF-8 at byte {offset}; what cannot be read was replaced by \u{fffd}"));
    }
    let redacted = redact::secrets(decoded.text, kind);
    for lost in redacted.lost {
        harvest.miss(place, lost);
    }
    if redacted.text.trim_ascii().is_empty() {
        return Ok(harvest);
    }
    budget.keep(place, redacted.text.len())?;
    let layout = layout::of(place);
    harvest.documents.push(Document {
        kind,
        place: place.to_owned(),
        bundle: layout.bundle,
        proxy: layout.proxy.filter(|_| !is_resources(kind)),
        extent: Extent::Whole,
        text: redacted.text.into(),
    });
    Ok(harvest)
}

/// A file that is of no use, judged by its start.
pub(super) fn useless(place: &str, start: &[u8]) -> Harvest {
    match sniff::judge(text::without_mark(start)) {
        Verdict::Useless(useless) => pass(place, useless),
        Verdict::Kind(..) => Harvest::default(),
    }
}

/// Whether documents of this kind belong to one proxy.
pub(super) fn is_of_proxy(kind: DocumentKind) -> bool {
    !is_resources(kind) && !matches!(kind, DocumentKind::Syncz | DocumentKind::Endpointz)
}

fn is_resources(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::ResourcesJson | DocumentKind::ResourcesYaml)
}

fn pass(place: &str, useless: Useless) -> Harvest {
    if useless.is_loss || layout::is_named_as_dump(place) {
        Harvest::gap(place, useless.reason)
    } else {
        Harvest::passed(place, useless.reason)
    }
}

fn is_empty_init_dump(bytes: &[u8], place: &str) -> bool {
    let is_empty = bytes.trim_ascii().strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii() == b"}");
    is_empty && layout::file_name(place).starts_with("init_dump")
}

fn is_empty_syncz(bytes: &[u8], place: &str) -> bool {
    let is_empty = bytes.trim_ascii().strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii() == b"]");
    is_empty && layout::file_name(place).contains("syncz")
}
