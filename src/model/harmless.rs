//! Fields of Envoy's messages that are not modelled because they cannot change what happens to a request, each with
//! its reason.
//!
//! A field that is neither in the types of [`super::envoy`] (or of a filter) nor in this list fails the field walk over
//! the fixtures, and is named in every trace that meets it.

use serde_ignored::Path;

/// The list: root message (`*` for any), end of the field path, reason.
const HARMLESS: &[(&str, &str, &str)] = &[];

/// Why a field of a message cannot change a decision; `None` where it could.
pub fn reason(type_name: &str, path: &str) -> Option<&'static str> {
    HARMLESS
        .iter()
        .find(|(message, end, _)| (*message == "*" || *message == type_name) && ends_with(path, end))
        .map(|(_, _, reason)| *reason)
}

/// Whether a path ends with the given fields, at a field boundary.
fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// The path of an ignored field, without list indexes: `virtual_hosts.routes.tracing`.
pub fn field_path(path: &Path<'_>) -> String {
    let mut fields = Vec::new();
    collect(path, &mut fields);
    fields.join(".")
}

fn collect(path: &Path<'_>, fields: &mut Vec<String>) {
    match path {
        Path::Root => {}
        Path::Map { parent, key } => {
            collect(parent, fields);
            fields.push(key.clone());
        }
        Path::Seq { parent, .. }
        | Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => collect(parent, fields),
    }
}
