//! Regular expressions as Envoy's RE2 reads them.
//!
//! RE2 differs from the `regex` crate in two ways that matter: Envoy matches the whole string, and RE2's `\d`, `\w`,
//! `\s`, `\b` are ASCII. What the crate does not accept is unknown, never "no match".

use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};

use crate::base::evidence::{Notes, Truth};

/// A regular expression that is compiled when it is first used.
#[derive(Debug, Clone)]
pub struct Re2 {
    /// The expression as configured.
    pub pattern: String,
    compiled: OnceLock<Result<Regex, String>>,
}

impl Re2 {
    /// Takes an expression; it is compiled later.
    pub fn new(pattern: impl Into<String>) -> Self {
        Self { pattern: pattern.into(), compiled: OnceLock::new() }
    }

    /// Whether the whole text matches.
    pub fn matches(&self, text: &str, notes: &mut Notes) -> Truth {
        match self.compiled.get_or_init(|| compile(&format!("^(?:{})$", self.pattern))) {
            Ok(regex) => regex.is_match(text.as_bytes()).into(),
            Err(reason) => notes.unknown(format!("regular expression `{}` is not understood: {reason}", self.pattern)),
        }
    }

    /// The whole match and its groups, where the whole text matches.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let regex = self.compiled.get_or_init(|| compile(&format!("^(?:{})$", self.pattern))).as_ref().ok()?;
        let captures = regex.captures(text.as_bytes())?;
        captures.iter().map(|group| group.map_or(Some(""), |group| text.get(group.range()))).collect()
    }

    /// Replaces every match (RE2's `GlobalReplace`); `\1` in the substitution is the first group.
    ///
    /// # Errors
    /// Where the expression is not understood.
    pub fn replace_all(&self, text: &str, substitution: &str) -> Result<String, String> {
        // Unanchored, other than `matches`: compiled anew, as rewrites are rare.
        let regex = compile(&self.pattern)?;
        let replaced = regex.replace_all(text.as_bytes(), dollar_groups(substitution).as_bytes());
        Ok(String::from_utf8_lossy(&replaced).into_owned())
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    RegexBuilder::new(pattern)
        .unicode(false)
        .dot_matches_new_line(true)
        .size_limit(64 << 20)
        .build()
        .map_err(|error| error.to_string().lines().last().unwrap_or_default().trim().to_owned())
}

/// RE2 writes groups as `\1`, the `regex` crate as `${1}`.
fn dollar_groups(substitution: &str) -> String {
    let mut result = String::new();
    let mut characters = substitution.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some(digit) if digit.is_ascii_digit() => {
                    result.push_str("${");
                    result.push(digit);
                    result.push('}');
                }
                Some(other) => result.push(other),
                None => {}
            },
            '$' => result.push_str("$$"),
            other => result.push(other),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_must_match_and_classes_are_ascii() {
        let cases = [
            ("a|ab", "ab", Truth::Yes),
            ("[0-9]{3,}", "x1234", Truth::No),
            (r"\d+", "٣", Truth::No),
            ("a.c", "a\nc", Truth::Yes),
            ("(?i)abc", "ABC", Truth::Yes),
            ("(?=x)", "x", Truth::Unknown),
            ("[", "x", Truth::Unknown),
        ];
        for (pattern, text, want) in cases {
            assert_eq!(Re2::new(pattern).matches(text, &mut Notes::new(false)), want, "{pattern} on {text:?}");
        }
    }

    #[test]
    fn substitutions_use_backslash_groups() {
        let cases = [
            ("/reviews/([0-9]+)", r"/v1/products/\1/reviews", "/reviews/42", "/v1/products/42/reviews"),
            ("/", "$", "/a/b", "$a$b"),
            ("x", r"\\", "x", r"\"),
        ];
        for (pattern, substitution, text, want) in cases {
            assert_eq!(Re2::new(pattern).replace_all(text, substitution).unwrap(), want);
        }
    }
}
