//! What a route matches, in istioctl's words.

use crate::model::envoy::route_match::RouteMatch;

/// The condition on the path. Method, headers, query, cookies and shares are not in it, nor are CONNECT and templates:
/// a route that matches by those alone gets an empty text.
pub(super) fn words(condition: &RouteMatch) -> String {
    let text = |text: &Option<String>, before: &str, after: &str| {
        text.as_ref().filter(|text| !text.is_empty()).map(|text| format!("{before}{text}{after}"))
    };
    let regex = condition.safe_regex.as_ref().map(|regex| &regex.regex).or(condition.regex.as_ref());
    let parts = [
        text(&condition.prefix, "", "*"),
        text(&condition.path_separated_prefix, "PathPrefix:", ""),
        text(&condition.path, "", ""),
        regex.map(|regex| format!("regex {regex}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_worded_as_istioctl_does() {
        let cases = [
            (r#"{"prefix":"/"}"#, "/*"),
            (r#"{"prefix":""}"#, ""),
            (r#"{"path_separated_prefix":"/v2"}"#, "PathPrefix:/v2"),
            (r#"{"path":"/exact"}"#, "/exact"),
            (r#"{"safe_regex":{"regex":"/a/.*"}}"#, "regex /a/.*"),
            (r#"{"safe_regex":{"google_re2":{},"regex":""}}"#, "regex "),
            (r#"{"regex":"/v2/.*"}"#, "regex /v2/.*"),
            (r#"{"connect_matcher":{}}"#, ""),
            (r#"{"prefix":"/x","headers":[{"name":"end-user"}]}"#, "/x*"),
        ];
        for (json, want) in cases {
            assert_eq!(words(&serde_json::from_str(json).unwrap()), want, "{json}");
        }
    }
}
