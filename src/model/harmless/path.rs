//! From the path of a field to the reason why it is harmless.

use serde_ignored::Path;

use super::registry::{HARMLESS, Harmless};

/// Why a field of a message cannot change a decision; `None` where it could.
pub fn reason(type_name: &str, path: &str) -> Option<&'static str> {
    let fits = |entry: &&Harmless| {
        type_name.starts_with(entry.message) && entry.fields.iter().any(|field| ends_with(path, field))
    };
    HARMLESS.iter().find(fits).map(|entry| entry.reason)
}

/// Whether a path ends with the given fields, at a field boundary. A last `*` stands for one field.
fn ends_with(path: &str, end: &str) -> bool {
    let (path, end) = match end.strip_suffix(".*") {
        Some(end) => match path.rsplit_once('.') {
            Some((parent, _)) => (parent, end),
            None => return false,
        },
        None => (path, end),
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_end_at_field_boundaries() {
        let cases = [
            ("cluster.alt_stat_name", "alt_stat_name", true),
            ("alt_stat_name", "alt_stat_name", true),
            ("cluster.not_alt_stat_name", "alt_stat_name", false),
            ("cluster.outlier_detection.x", "outlier_detection.*", true),
            ("cluster.outlier_detection", "outlier_detection.*", false),
            ("cluster.outlier_detection.x.y", "outlier_detection.*", false),
        ];
        for (path, end, want) in cases {
            assert_eq!(ends_with(path, end), want, "{path} {end}");
        }
    }
}
