//! Conditions in the words of `AuthorizationPolicy`.

use crate::simulate::rbac::clause::Clause;

/// What istiod makes of `namespaces`.
const NAMESPACE: (&str, &str) = ("regex \".*/ns/", "/.*\"");

/// A condition as the evidence has it, in fewer words: `exact "x"` is `x`, `prefix "x"` is `x*`.
pub fn humane(text: &str) -> String {
    let text = replaced(text, NAMESPACE.0, NAMESPACE.1, |name| format!("namespace {name}"));
    let text = replaced(&text, "regex \"spiffe://.+/ns/", "(/.+)?\"", |name| {
        format!("service account {}", name.replace("/(.+/|)sa/", "/"))
    });
    let text = text.replace("regex \".+\"", "anything");
    let text = text.replace("metadata envoy.filters.http.jwt_authn.payload", "token");
    let text = replaced(&text, "exact \"", "\"", str::to_owned);
    let text = replaced(&text, "prefix \"", "\"", |value| format!("{value}*"));
    let text = replaced(&text, "suffix \"", "\"", |value| format!("*{value}"));
    let text = text.replace("principal: namespace ", "source namespace: ").replace(" or namespace ", " or ");
    let text = text.replace("principal: service account ", "service account: ").replace(" or service account ", " or ");
    text.replace("header :method", "method").replace("header :authority", "host").replace(" (any case)", "")
}

/// The conditions that a clause is made of, each in words; none where it takes everything.
pub fn conditions(clause: &Clause) -> Vec<String> {
    match clause {
        Clause::Everything(true) => Vec::new(),
        Clause::Everything(false) => vec!["nothing".to_owned()],
        Clause::One(condition) => vec![humane(&condition.text)],
        Clause::All(parts) => parts.iter().flat_map(conditions).collect(),
        Clause::Not(part) => match conditions(part).as_slice() {
            [] => vec!["nothing".to_owned()],
            [one] => vec![format!("not {one}")],
            several => vec![format!("not ({})", several.join(" and "))],
        },
        Clause::Any(parts) => any(parts),
    }
}

/// Alternatives: those about one thing share its name.
fn any(parts: &[Clause]) -> Vec<String> {
    if let [only] = parts {
        return conditions(only);
    }
    if parts.iter().any(|part| conditions(part).is_empty()) {
        return Vec::new();
    }
    let mut texts: Vec<String> = Vec::new();
    for part in parts {
        let text = match part {
            Clause::One(condition) => condition.text.clone(),
            other => conditions(other).join(" and "),
        };
        let split = |text: &str| text.split_once(": ").map(|(of, value)| (of.to_owned(), value.to_owned()));
        let same = split(&text).and_then(|(of, value)| {
            let known = texts.iter_mut().find(|known| split(known).is_some_and(|(own, _)| own == of))?;
            Some((known, value))
        });
        match same {
            Some((known, value)) => *known = format!("{known} or {value}"),
            None => texts.push(text),
        }
    }
    vec![humane(&texts.join(", or "))]
}

/// Replaces what stands between two marks, and the marks.
fn replaced(text: &str, before: &str, after: &str, with: impl Fn(&str) -> String) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once(before) {
        let Some((inner, end)) = tail.split_once(after) else { break };
        done.push_str(head);
        done.push_str(&with(inner));
        rest = end;
    }
    done + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions() {
        let cases = [
            ("principal: exact \"spiffe://a\" or exact \"spiffe://b\"", "principal: spiffe://a or spiffe://b"),
            ("principal: regex \".*/ns/shop/.*\" or regex \".*/ns/pay/.*\"", "source namespace: shop or pay"),
            ("principal: regex \"spiffe://.+/ns/pay/(.+/|)sa/checkout(/.+)?\"", "service account: pay/checkout"),
            ("header :method: exact \"GET\"", "method: GET"),
            ("path: prefix \"/api/\" or suffix \".js\"", "path: /api/* or *.js"),
            ("SNI: regex \".+\"", "SNI: anything"),
            ("destination port: 80", "destination port: 80"),
        ];
        for (text, want) in cases {
            assert_eq!(humane(text), want);
        }
    }
}
