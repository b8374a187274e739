//! Conditions in the words of AuthorizationPolicies.

/// What istiod makes of `namespaces`.
const NAMESPACE: (&str, &str) = ("regex \".*/ns/", "/.*\"");

/// A condition as the evidence has it, in fewer words: `exact "x"` is `x`, `prefix "x"` is `x*`.
pub fn humane(text: &str) -> String {
    let text = replaced(text, NAMESPACE.0, NAMESPACE.1, |name| format!("namespace {name}"));
    let text = text.replace("regex \".+\"", "anything");
    let text = replaced(&text, "exact \"", "\"", str::to_owned);
    let text = replaced(&text, "prefix \"", "\"", |value| format!("{value}*"));
    let text = replaced(&text, "suffix \"", "\"", |value| format!("*{value}"));
    let text = text.replace("principal: namespace ", "source namespace: ").replace(" or namespace ", " or ");
    text.replace("header :method", "method").replace("header :authority", "host").replace(" (any case)", "")
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
