//! YAML of Kubernetes objects, told from other YAML and from prose with examples in it.

use memchr::memmem;

/// Whether the text is YAML with `apiVersion:` or `kind:` at a line start. Only the first 256 KiB are looked at: where
/// nothing of the kind stands in them, it is something else.
pub(super) fn is_resources(text: &[u8]) -> bool {
    let start = text.get(..256 * 1024).unwrap_or(text);
    if !first_content(start).is_some_and(is_key_or_item) {
        return false;
    }
    let Some(at) = ["apiVersion:", "kind:"].iter().filter_map(|key| at_line_start(start, key.as_bytes())).min() else {
        return false;
    };
    // A text with examples in fences is prose; a kubeconfig looks like an object, and holds the keys of a person.
    let before = start.get(..at).unwrap_or_default();
    at_line_start(before, b"```").is_none() && at_line_start(start, b"current-context:").is_none()
}

/// What other YAML is that is taken for a dump.
pub(super) fn what_else(text: &[u8]) -> Option<&'static str> {
    const KEYS: [(&str, &str); 5] = [
        ("configs:", "is a config dump printed as YAML; take it as JSON"),
        ("workloads:", "is a ztunnel dump printed as YAML; take it as JSON"),
        ("dynamicActiveSecrets:", "is a part of a dump printed as YAML; take the whole dump, as JSON"),
        (
            "static_resources:",
            "is a configuration for Envoy, not what Envoy made of it; take /config_dump?include_eds of the running one",
        ),
        ("current-context:", "is a kubeconfig, not a dump"),
    ];
    first_content(text).filter(|line| is_key_or_item(line))?;
    KEYS.iter().find(|(key, _)| at_line_start(text, key.as_bytes()).is_some()).map(|(_, what)| *what)
}

/// The first line that is neither blank nor a comment nor a document mark.
fn first_content(text: &[u8]) -> Option<&[u8]> {
    text.split(|b| *b == b'\n').map(<[u8]>::trim_ascii_end).find(|line| {
        let line = line.trim_ascii_start();
        !(line.is_empty() || line.starts_with(b"#") || line.starts_with(b"---") || line.starts_with(b"%"))
    })
}

/// `key:` or `- key:`, as YAML begins.
fn is_key_or_item(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"- ").unwrap_or(line);
    let Some(colon) = memchr::memchr(b':', line) else {
        return false;
    };
    let (key, rest) = line.split_at(colon);
    let is_word = |b: &u8| b.is_ascii_alphanumeric() || b"-_./\"'@".contains(b);
    !key.is_empty() && key.iter().all(is_word) && matches!(rest, [b':'] | [b':', b' ' | b'\t', ..])
}

fn at_line_start(text: &[u8], word: &[u8]) -> Option<usize> {
    memmem::find_iter(text, word).find(|at| at.checked_sub(1).is_none_or(|before| text.get(before) == Some(&b'\n')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kubernetes_yaml_is_told_from_the_rest() {
        let cases = [
            ("apiVersion: v1\nkind: Service\n", true),
            ("# Copyright\n\n---\nkind: Service\r\napiVersion: v1\r\n", true),
            ("items:\n- apiVersion: v1\nkind: List\n", true),
            ("%YAML 1.2\n---\napiVersion: v1\n", true),
            ("apiVersion: v1\nclusters: []\ncurrent-context: a\nkind: Config\n", false),
            ("admin:\n  address: {}\n", false),
            ("metadata:\n  kind: x\n", false),
            ("# Notes\n\nThe fault:\n```yaml\napiVersion: v1\n```\n", false),
            ("Note: see below\n```yaml\napiVersion: v1\n```\n", false),
            ("certificates:\n- certChain:\n", false),
            ("NAME   READY\nkind:  x\n", false),
            ("", false),
        ];
        for (text, want) in cases {
            assert_eq!(is_resources(text.as_bytes()), want, "{text:?}");
        }
    }

    #[test]
    fn other_yaml_is_named() {
        for (text, want) in [
            ("configs:\n- '@type': x\n", Some("config dump")),
            ("certificates:\n- a: b\nworkloads: []\n", Some("ztunnel")),
            ("# x\nadmin: {}\nstatic_resources:\n", Some("configuration for Envoy")),
            ("apiVersion: v1\ncurrent-context: a\n", Some("kubeconfig")),
            ("name: x\n", None),
            ("Some prose\nconfigs:\n", None),
        ] {
            let got = what_else(text.as_bytes());
            assert_eq!(got.is_some(), want.is_some(), "{text:?}");
            assert!(got.unwrap_or_default().contains(want.unwrap_or_default()));
        }
    }
}
