//! `route.v3.HeaderMatcher`, used by routes, RBAC, fault and JWT.

use std::borrow::Cow;

use super::regex::Re2;
use super::string::StringMatch;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::envoy::string_match::HeaderMatcher;
use crate::simulate::http::message::RequestHead;

/// A condition on a header.
#[derive(Debug, Clone)]
pub struct HeaderMatch {
    name: String,
    condition: Condition,
    invert: bool,
    missing_is_empty: bool,
}

#[derive(Debug, Clone)]
enum Condition {
    Present(bool),
    Value(StringMatch),
    /// Deprecated `exact_match`: an empty one matches any value.
    AnyValue,
    Range(i64, i64),
}

/// How several lines of one header are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Each by itself; one that matches is enough. Envoy since 1.39 (RBAC since 1.38).
    OneByOne,
    /// Joined by commas first.
    Joined,
}

impl HeaderMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &HeaderMatcher) -> Self {
        let text = |kind: &str, value: &str| {
            let json = serde_json::json!({ kind: value });
            serde_json::from_value(json)
                .map_or_else(|_| StringMatch::Unknown(kind.to_owned()), |config| StringMatch::new(&config))
        };
        let condition = if let Some(matcher) = &config.string_match {
            Condition::Value(StringMatch::new(matcher))
        } else if let Some(present) = config.present_match {
            Condition::Present(present)
        } else if let Some(range) = config.range_match {
            Condition::Range(range.start.0, range.end.0)
        } else if let Some(value) = &config.exact_match {
            if value.is_empty() { Condition::AnyValue } else { Condition::Value(StringMatch::exact(value)) }
        } else if let Some(regex) = &config.safe_regex_match {
            Condition::Value(StringMatch::Regex(Re2::new(&regex.regex)))
        } else if let Some(regex) = &config.regex_match {
            Condition::Value(StringMatch::Regex(Re2::new(regex)))
        } else if let Some(value) = &config.prefix_match {
            Condition::Value(text("prefix", value))
        } else if let Some(value) = &config.suffix_match {
            Condition::Value(text("suffix", value))
        } else if let Some(value) = &config.contains_match {
            Condition::Value(text("contains", value))
        } else {
            Condition::Present(true)
        };
        Self {
            name: config.name.to_ascii_lowercase(),
            condition,
            invert: config.invert_match,
            missing_is_empty: config.treat_missing_header_as_empty,
        }
    }

    /// The header.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The condition on its value, where that is all there is to it.
    pub fn value(&self) -> Option<&StringMatch> {
        match &self.condition {
            Condition::Value(value) if !self.invert => Some(value),
            Condition::Value(_) | Condition::Present(_) | Condition::AnyValue | Condition::Range(..) => None,
        }
    }

    /// Whether a request meets the condition (`HeaderUtility::HeaderData::matchesHeaders`).
    pub fn matches(&self, request: &RequestHead, lines: Lines, notes: &mut Notes) -> Truth {
        let mut values: Vec<Cow<'_, str>> = request.values(&self.name).into_iter().map(Cow::Borrowed).collect();
        if lines == Lines::Joined && values.len() > 1 {
            values = vec![Cow::Owned(values.join(","))];
        }
        let missing = values.is_empty();
        if missing && self.missing_is_empty {
            values.push(Cow::Borrowed(""));
        }
        let holds = match &self.condition {
            Condition::Present(present) => Truth::from(values.is_empty() != *present).inverted_if(self.invert),
            // A missing header does not match, not even an inverted condition.
            _ if values.is_empty() => Truth::No,
            Condition::AnyValue => Truth::from(!self.invert),
            Condition::Value(matcher) => {
                Truth::any(&values, |value| matcher.matches(value, notes)).inverted_if(self.invert)
            }
            Condition::Range(start, end) => Truth::from(
                values.iter().any(|value| parse_integer(value).is_some_and(|number| (*start..*end).contains(&number))),
            )
            .inverted_if(self.invert),
        };
        notes.fact_on(
            || Some(Field::header(&self.name)),
            holds,
            || {
                let found = if missing {
                    "the request has none".to_owned()
                } else {
                    format!("it is \"{}\"", clip(&request.values(&self.name).join("\", \"")))
                };
                (self.to_string(), found)
            },
        )
    }
}

/// Shortens a long value for display.
pub fn clip(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(80) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// `absl::SimpleAtoi`: white space around, a sign, leading zeros; nothing else.
fn parse_integer(text: &str) -> Option<i64> {
    text.trim_matches(|c: char| c.is_ascii_whitespace()).parse().ok()
}

impl std::fmt::Display for HeaderMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let not = if self.invert { "not " } else { "" };
        match &self.condition {
            Condition::Present(present) if *present == self.invert => {
                write!(f, "header {}: absent", self.name)
            }
            Condition::Present(_) => write!(f, "header {}: present", self.name),
            Condition::AnyValue => write!(f, "header {}: {not}present", self.name),
            Condition::Value(matcher) => write!(f, "header {}: {not}{matcher}", self.name),
            Condition::Range(start, end) => {
                write!(f, "header {}: {not}in [{start}, {end})", self.name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of `Envoy 1.40`: config, values, one by one, joined.
    #[test]
    fn header_matchers() {
        use Truth::{No, Yes};
        let cases: [(&str, &[&str], Truth, Truth); 24] = [
            (r#"{"string_match":{"exact":"a"}}"#, &["a"], Yes, Yes),
            (r#"{"string_match":{"exact":"a"}}"#, &[], No, No),
            (r#"{"string_match":{"exact":"a"},"invert_match":true}"#, &[], No, No),
            (r#"{"string_match":{"exact":"a"},"invert_match":true}"#, &["b"], Yes, Yes),
            (r#"{"string_match":{"exact":"a"}}"#, &["b", "a"], Yes, No),
            (r#"{"string_match":{"exact":"a"},"invert_match":true}"#, &["b", "a"], No, Yes),
            (r#"{"string_match":{"exact":"b,a"}}"#, &["b", "a"], No, Yes),
            (r#"{"present_match":true}"#, &["x"], Yes, Yes),
            (r#"{"present_match":true,"invert_match":true}"#, &["x"], No, No),
            (r#"{"present_match":true,"invert_match":true}"#, &[], Yes, Yes),
            (r#"{"present_match":false}"#, &[], Yes, Yes),
            (r#"{"present_match":false,"invert_match":true}"#, &["x"], Yes, Yes),
            (r"{}", &["x"], Yes, Yes),
            (r"{}", &[], No, No),
            (r#"{"string_match":{"exact":""},"treat_missing_header_as_empty":true}"#, &[], Yes, Yes),
            (
                r#"{"string_match":{"exact":"a"},"invert_match":true,"treat_missing_header_as_empty":true}"#,
                &[],
                Yes,
                Yes,
            ),
            (r#"{"present_match":true,"treat_missing_header_as_empty":true}"#, &[], Yes, Yes),
            (r#"{"exact_match":""}"#, &["anything"], Yes, Yes),
            (r#"{"range_match":{"start":"10","end":"20"}}"#, &["+15"], Yes, Yes),
            (r#"{"range_match":{"start":"10","end":"20"}}"#, &[" 0015"], Yes, Yes),
            (r#"{"range_match":{"start":"10","end":"20"}}"#, &["20"], No, No),
            (r#"{"range_match":{"start":"10","end":"20"}}"#, &["15.0"], No, No),
            (r#"{"range_match":{"start":"0","end":"20"},"treat_missing_header_as_empty":true}"#, &[], No, No),
            (r#"{"prefix_match":"ab"}"#, &["abc"], Yes, Yes),
        ];
        for (config, values, one_by_one, joined) in cases {
            let mut config: HeaderMatcher = serde_json::from_str(config).unwrap();
            config.name = "X-A".to_owned();
            let mut request = RequestHead::default();
            for value in values {
                request.headers.add("x-a", *value);
            }
            let matcher = HeaderMatch::new(&config);
            let ask = |lines| matcher.matches(&request, lines, &mut Notes::new(false));
            assert_eq!((ask(Lines::OneByOne), ask(Lines::Joined)), (one_by_one, joined), "{config:?} on {values:?}");
        }
    }
}
