//! What Envoy tells istiod when it refuses an update: a sentence that names the objects.

use crate::model::istiod::XdsType;

/// The objects in it, each with why it was refused; the whole without a name where it names none
/// (`source/common/upstream/cds_api_helper.cc`, `source/common/listener_manager/lds_api.cc`).
pub(super) fn objects(kind: &XdsType, text: &str) -> Vec<(String, String)> {
    let named = match kind {
        XdsType::Cds => after(text, "cluster(s) ").map(|rest| pairs(rest, ", ")),
        XdsType::Lds => after(text, "listener(s) ").map(|rest| pairs(rest, "\n")),
        _ => None,
    };
    named.filter(|named| !named.is_empty()).unwrap_or_else(|| vec![(String::new(), text.trim().to_owned())])
}

fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    Some(text.split_once(word)?.1)
}

/// `NAME: WHY`, several. A reason may hold what stands between two: what has no name goes on with the one before.
fn pairs(text: &str, between: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for part in text.split(between).filter(|part| !part.trim().is_empty()) {
        match part.split_once(": ").filter(|(name, _)| !name.is_empty() && !name.contains(' ')) {
            Some((name, why)) => found.push((name.trim().to_owned(), why.trim().to_owned())),
            None => match found.last_mut() {
                Some((_, why)) => {
                    why.push_str(between);
                    why.push_str(part);
                }
                None => return Vec::new(),
            },
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_named_with_their_reasons() {
        let pair = |name: &str, why: &str| (name.to_owned(), why.to_owned());
        let cases = [
            (
                XdsType::Cds,
                "Error adding/updating cluster(s) outbound|80||a.b: no such thing, really, outbound|81||a.b: bad",
                vec![pair("outbound|80||a.b", "no such thing, really"), pair("outbound|81||a.b", "bad")],
            ),
            (
                XdsType::Lds,
                "Error adding/updating listener(s) virtualInbound: script load error: [string \"x\"]:1: unexpected\n0.0.0.0_80: bad\n",
                vec![
                    pair("virtualInbound", "script load error: [string \"x\"]:1: unexpected"),
                    pair("0.0.0.0_80", "bad"),
                ],
            ),
            (XdsType::Rds, "Only a single wildcard domain\n", vec![pair("", "Only a single wildcard domain")]),
            (XdsType::Cds, "Internal:error", vec![pair("", "Internal:error")]),
        ];
        for (kind, text, want) in cases {
            assert_eq!(objects(&kind, text), want, "{text}");
        }
    }
}
