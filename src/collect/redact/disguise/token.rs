//! Tokens, by their looks and by what stands before them.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::key::Key;

/// Keys whose values are secrets. Those that only name one (`secretName`, `tokenPath`) do not end so.
const SECRET_KEYS: [&str; 13] = [
    "password",
    "passwd",
    "passphrase",
    "token",
    "apikey",
    "api-key",
    "accesskey",
    "secretkey",
    "clientsecret",
    "client-secret",
    "authorization",
    "credential",
    "bearer",
];

/// What looks like a token wherever it stands. The token is the group `secret`.
static LOOKS: LazyLock<Regex> = LazyLock::new(|| {
    let jwt = r"eyJ[A-Za-z0-9_-]{5,}\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*";
    let known = r"(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|sk[-_](?:live[-_]|test[-_])?[A-Za-z0-9]{16,}|glpat-[A-Za-z0-9_-]{16,}|hvs\.[A-Za-z0-9]{16,}";
    let scheme = r"(?i:\b(?:bearer|basic)\s+)(?P<scheme>[A-Za-z0-9._~+/=-]{6,})";
    let assigned = r#"(?i:\b[a-z0-9_-]*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|authorization))(?:\\*["'])?\s*(?:[:=,]|\]\s*=)\s*\\*["'](?P<assigned>[^"'\\\s]{4,})\\*["']"#;
    let user = r"://(?P<user>[^\s/@:]+:[^\s/@]+)@";
    Regex::new(&format!("(?P<alone>{jwt}|{known})|{scheme}|{assigned}|{user}")).expect("a fixed regex")
});

/// Whether the values of a key are secrets.
pub(super) fn is_secret_key(key: &str) -> bool {
    let folded = key.to_ascii_lowercase().replace('_', "-");
    let bare = folded.replace('-', "");
    SECRET_KEYS.iter().any(|secret| folded.ends_with(secret) || bare.ends_with(secret))
}

/// What stands in place of a token: equal ones are equal, so that a matcher goes on matching.
pub(super) fn substitute(key: &Key, secret: &str) -> String {
    format!("redacted-{}", key.word(&format!("token {secret}")))
}

/// Whether it is one already.
pub(super) fn is_substitute(text: &str) -> bool {
    text.starts_with("redacted-") || text.contains("[redacted]")
}

/// The text without tokens.
pub(super) fn hide<'t>(key: &Key, text: &'t str) -> Cow<'t, str> {
    if text.len() < 8 {
        return Cow::Borrowed(text);
    }
    LOOKS.replace_all(text, |found: &Captures<'_>| {
        let whole = found.get(0).map_or("", |whole| whole.as_str());
        let secret = ["alone", "scheme", "assigned", "user"].iter().find_map(|group| found.name(group));
        match secret.filter(|secret| !is_substitute(secret.as_str()) && !secret.as_str().starts_with('%')) {
            Some(secret) => whole.replace(secret.as_str(), &substitute(key, secret.as_str())),
            None => whole.to_owned(),
        }
    })
}
