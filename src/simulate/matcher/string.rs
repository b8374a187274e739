//! `type.matcher.v3.StringMatcher`.

use std::fmt;

use super::regex::Re2;
use crate::base::evidence::{Notes, Truth};
use crate::model::envoy::string_match as model;

/// A condition on a string.
#[derive(Debug, Clone)]
pub enum StringMatch {
    /// The whole string.
    Exact(Text),
    /// Its beginning.
    Prefix(Text),
    /// Its end.
    Suffix(Text),
    /// Any part of it.
    Contains(Text),
    /// The whole string, by RE2.
    Regex(Re2),
    /// A condition that is not modelled.
    Unknown(String),
}

/// A pattern with its treatment of case. `ignore_case` folds ASCII letters only (`absl::EqualsIgnoreCase`).
#[derive(Debug, Clone)]
pub struct Text {
    /// The pattern as configured.
    pub pattern: String,
    /// Folds case.
    pub ignore_case: bool,
}

impl Text {
    fn equals(&self, text: &str) -> bool {
        if self.ignore_case { text.eq_ignore_ascii_case(&self.pattern) } else { text == self.pattern }
    }

    /// Compares with a part of the text, given by a byte range; ranges outside of it do not match.
    fn equals_part(&self, text: &str, start: Option<usize>) -> bool {
        let pattern = self.pattern.as_bytes();
        let part = start.and_then(|start| text.as_bytes().get(start..start + pattern.len()));
        part.is_some_and(|part| if self.ignore_case { part.eq_ignore_ascii_case(pattern) } else { part == pattern })
    }
}

impl StringMatch {
    /// An exact, case-sensitive match.
    pub fn exact(pattern: impl Into<String>) -> Self {
        Self::Exact(Text { pattern: pattern.into(), ignore_case: false })
    }

    /// Compiles a matcher of the configuration.
    pub fn new(config: &model::StringMatcher) -> Self {
        let text = |pattern: &String| Text { pattern: pattern.clone(), ignore_case: config.ignore_case };
        if let Some(pattern) = &config.exact {
            Self::Exact(text(pattern))
        } else if let Some(pattern) = &config.prefix {
            Self::Prefix(text(pattern))
        } else if let Some(pattern) = &config.suffix {
            Self::Suffix(text(pattern))
        } else if let Some(pattern) = &config.contains {
            Self::Contains(text(pattern))
        } else if let Some(regex) = &config.safe_regex {
            Self::Regex(Re2::new(&regex.regex))
        } else if let Some(regex) = &config.regex {
            Self::Regex(Re2::new(regex))
        } else if let Some(custom) = &config.custom {
            Self::Unknown(format!("string matcher extension {}", custom.name))
        } else {
            Self::Unknown("a string matcher without a known pattern".to_owned())
        }
    }

    /// Whether a string meets the condition.
    pub fn matches(&self, text: &str, notes: &mut Notes) -> Truth {
        match self {
            Self::Exact(pattern) => pattern.equals(text).into(),
            Self::Prefix(pattern) => pattern.equals_part(text, Some(0)).into(),
            Self::Suffix(pattern) => pattern.equals_part(text, text.len().checked_sub(pattern.pattern.len())).into(),
            Self::Contains(pattern) if pattern.ignore_case => {
                text.to_ascii_lowercase().contains(&pattern.pattern.to_ascii_lowercase()).into()
            }
            Self::Contains(pattern) => text.contains(&pattern.pattern).into(),
            Self::Regex(regex) => regex.matches(text, notes),
            Self::Unknown(what) => notes.unknown(format!("{what} is not modelled")),
        }
    }
}

impl fmt::Display for StringMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, text) = match self {
            Self::Exact(text) => ("exact", text),
            Self::Prefix(text) => ("prefix", text),
            Self::Suffix(text) => ("suffix", text),
            Self::Contains(text) => ("contains", text),
            Self::Regex(regex) => return write!(f, "regex \"{}\"", regex.pattern),
            Self::Unknown(what) => return f.write_str(what),
        };
        write!(f, "{kind} \"{}\"{}", text.pattern, if text.ignore_case { " (any case)" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn string_matchers() {
        let cases = [
            (r#"{"exact":"a"}"#, "a", Truth::Yes),
            (r#"{"exact":"a"}"#, "A", Truth::No),
            (r#"{"exact":"a","ignore_case":true}"#, "A", Truth::Yes),
            (r#"{"prefix":"ab"}"#, "abc", Truth::Yes),
            (r#"{"prefix":"abcd"}"#, "abc", Truth::No),
            (r#"{"suffix":".shop","ignore_case":true}"#, "x.SHOP", Truth::Yes),
            (r#"{"suffix":"long"}"#, "g", Truth::No),
            (r#"{"contains":"B","ignore_case":true}"#, "abc", Truth::Yes),
            (r#"{"safe_regex":{"regex":"a+"}}"#, "aaa", Truth::Yes),
            (r#"{"custom":{"name":"x"}}"#, "a", Truth::Unknown),
        ];
        for (config, text, want) in cases {
            let config: model::StringMatcher = serde_json::from_str(config).unwrap();
            assert_eq!(StringMatch::new(&config).matches(text, &mut Notes::new(false)), want, "{config:?} on {text}");
        }
    }
}
