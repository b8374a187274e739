//! The objects that istioctl reads out of a section: those in use, then static ones.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::note::Note;
use super::tree::{Keys, Tree};
use crate::model::dump::Entry;
use crate::model::envoy::entry::EntryState;

/// The fields of an entry.
pub(super) type Fields<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

/// The objects of a section, undecoded.
#[derive(Debug)]
pub(super) struct Picked<'a> {
    /// The objects, active ones first, then static ones.
    pub objects: Vec<&'a RawValue>,
    /// Entries that istioctl does not show, or of which it does not show that their last update was rejected.
    pub hidden: usize,
}

/// The objects that stand under `dynamic` in entries from the control plane, and under `bootstrap` in static ones.
pub(super) fn pick<'a, T>(entries: &'a [Entry<T>], dynamic: &[&str], bootstrap: &[&str]) -> Picked<'a> {
    let mut picked = Picked { objects: Vec::new(), hidden: 0 };
    for state in [EntryState::Active, EntryState::Static, EntryState::Warming] {
        for entry in entries.iter().filter(|entry| entry.state == state) {
            let fields = fields(entry.item.text());
            let object = object(&fields, if state == EntryState::Static { bootstrap } else { dynamic });
            let object = object.filter(|_| state != EntryState::Warming);
            picked.hidden += usize::from(object.is_none() || fields.contains_key("error_state"));
            picked.objects.extend(object);
        }
    }
    picked
}

/// The fields of an object; none where it is no object.
pub(super) fn fields(text: &[u8]) -> Fields<'_> {
    serde_json::from_slice(text).unwrap_or_default()
}

fn object<'a>(fields: &Fields<'a>, path: &[&str]) -> Option<&'a RawValue> {
    let (first, rest) = path.split_first()?;
    let value = fields.get(*first).copied().filter(|value| value.get() != "null")?;
    if rest.is_empty() { Some(value) } else { object(&self::fields(value.get().as_bytes()), rest) }
}

/// The object under the names that istioctl prints.
pub(super) fn tree(raw: &RawValue) -> Tree<'_> {
    Tree::read(raw.get().as_bytes(), Keys::Fields)
}

/// Decodes objects on all cores, and notes those that cannot be read.
pub(super) fn decode<'a, T: DeserializeOwned + Send>(
    objects: &[&'a RawValue],
    kind: &'static str,
    notes: &mut Vec<Note>,
) -> Vec<(T, &'a RawValue)> {
    let decoded: Vec<Result<T, Note>> = objects
        .par_iter()
        .map(|raw| {
            serde_json::from_str(raw.get())
                .map_err(|error| Note::unreadable(kind, raw.get().as_bytes(), error.to_string()))
        })
        .collect();
    let mut read = Vec::with_capacity(objects.len());
    for (result, raw) in decoded.into_iter().zip(objects) {
        match result {
            Ok(object) => read.push((object, *raw)),
            Err(note) => notes.push(note),
        }
    }
    read
}
