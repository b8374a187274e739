//! Secrets and keys, in every form in which they come, are taken out.

use super::{pem, secrets};
use crate::base::capture::DocumentKind;

const KEY: &str = "-----BEGIN PRIVATE KEY-----\nMIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSi\n-----END PRIVATE KEY-----\n";
/// `KEY` in base64.
const KEY_BASE64: &str = "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2QUlCQURBTkJna3Foa2lHOXcwQkFRRUZBQVNDQktZd2dnU2kKLS0tLS1FTkQgUFJJVkFURSBLRVktLS0tLQo=";

#[test]
fn no_key_survives_wherever_it_stands() {
    let in_json = KEY.replace('\n', "\\n");
    let in_yaml = KEY.replace('\n', "\n    ");
    let cases = [
        (DocumentKind::ConfigDump, format!("{{\"configs\": [{{\"a\": {{\"inline_string\": \"{in_json}\"}}}}]}}")),
        (DocumentKind::ConfigDump, format!("{{\"configs\": [{{\"a\": {{\"inline_bytes\": \"{KEY_BASE64}\"}}}}]}}")),
        (
            DocumentKind::ConfigDump,
            format!("{{\"configs\": [{{\"private_key\": {{\"inline_bytes\": \"{KEY_BASE64}\"}}}}]}}"),
        ),
        (DocumentKind::ResourcesYaml, format!("kind: ConfigMap\ndata:\n  k: |\n    {in_yaml}\n")),
        (DocumentKind::ResourcesYaml, format!("kind: Secret\nstringData:\n  k: |\n    {in_yaml}\n")),
        (DocumentKind::ResourcesYaml, format!("kind: Secret\ndata:\n  k: {KEY_BASE64}\n")),
        (DocumentKind::ResourcesYaml, format!("kind: X\nspec:\n  k: {KEY_BASE64}\n")),
        (DocumentKind::ResourcesYaml, format!("kind: Secret\ndata: {{k: {KEY_BASE64}, {{\n")),
        (DocumentKind::ResourcesJson, format!("{{\"kind\": \"Secret\", \"data\": {{\"k\": \"{KEY_BASE64}\"}}}}")),
        (DocumentKind::ResourcesJson, format!("{{\"kind\": \"Secret\", \"data\": {{\"k\": \"{KEY_BASE64}")),
        (DocumentKind::ZtunnelDump, format!("{{\"workloads\": [], \"k\": \"{in_json}\"}}")),
        (DocumentKind::Stats, KEY.to_owned()),
    ];
    for (kind, text) in cases {
        let redacted = secrets(text.clone(), kind);
        assert!(!pem::survives(&redacted.text), "{text}");
        for part in ["MIIEvAIBADAN", "UklWQVRFIEtF", "TUlJRXZBSUJ", "QkFRRUZBQVND"] {
            assert!(!redacted.text.contains(part), "{text}\n{}", redacted.text);
        }
        assert_eq!(redacted.text.matches('\n').count(), text.matches('\n').count(), "{text}");
        if redacted.lost.is_empty() && text.starts_with('{') {
            let parsed: Result<serde_json::Value, _> = serde_json::from_str(&redacted.text);
            assert!(parsed.is_ok(), "{}", redacted.text);
        }
    }
}

#[test]
fn texts_without_secrets_are_untouched() {
    let certificate = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUQ=";
    for (kind, text) in [
        (DocumentKind::ConfigDump, format!("{{\"configs\": [\"{certificate}\"]}}")),
        (DocumentKind::ResourcesYaml, "kind: Gateway\nspec: {tls: {certificateRefs: [{kind: Secret}]}}\n".to_owned()),
    ] {
        let redacted = secrets(text.clone(), kind);
        assert_eq!(redacted.text, text);
        assert!(redacted.lost.is_empty());
    }
}

#[test]
fn what_is_left_out_is_named_by_its_lines() {
    let text = "kind: A\n---\nkind: Secret\ndata: {a: {{ key }}\n---\nkind: B\n";
    let redacted = secrets(text.to_owned(), DocumentKind::ResourcesYaml);
    assert_eq!(redacted.text, "kind: A\n\n\n\n---\nkind: B\n");
    let [lost] = &redacted.lost[..] else {
        panic!("{:?}", redacted.lost);
    };
    assert!(lost.starts_with("lines 2 to 4 hold Secrets and cannot be parsed ("), "{lost}");
}
