//! String, metadata and header matchers as they stand in the configuration.

use serde::Deserialize;

use super::super::any::TypedConfig;
use super::address::CidrRange;
use super::scalar::Int;

/// `type.matcher.v3.StringMatcher`: one of the patterns is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct StringMatcher {
    /// The whole string.
    pub exact: Option<String>,
    /// Its beginning.
    pub prefix: Option<String>,
    /// Its end.
    pub suffix: Option<String>,
    /// RE2, matched against the whole string.
    #[serde(alias = "google_re2")]
    pub safe_regex: Option<RegexMatcher>,
    /// A regular expression of API v2.
    #[serde(alias = "hidden_envoy_deprecated_regex")]
    pub regex: Option<String>,
    /// Any part of it.
    pub contains: Option<String>,
    /// An extension decides.
    pub custom: Option<Extension>,
    /// Folds case; no effect on `safe_regex`.
    pub ignore_case: bool,
}

/// `type.matcher.v3.RegexMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RegexMatcher {
    /// The RE2 expression.
    pub regex: String,
}

/// `type.matcher.v3.RegexMatchAndSubstitute`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RegexSubstitution {
    /// What is replaced, wherever it occurs.
    pub pattern: RegexMatcher,
    /// The replacement; `\1` is the first group.
    pub substitution: String,
}

/// `core.v3.TypedExtensionConfig`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Extension {
    /// Name of the instance.
    pub name: String,
    /// Its configuration.
    pub typed_config: Option<TypedConfig>,
}

/// `route.v3.HeaderMatcher`: one of the specifiers is set; none means "present".
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct HeaderMatcher {
    /// Header name, without regard to case.
    pub name: String,
    /// Deprecated: the whole value; empty matches any value.
    #[serde(alias = "hidden_envoy_deprecated_exact_match")]
    pub exact_match: Option<String>,
    /// Deprecated: RE2, whole value.
    pub safe_regex_match: Option<RegexMatcher>,
    /// API v2: a regular expression.
    #[serde(alias = "hidden_envoy_deprecated_regex_match")]
    pub regex_match: Option<String>,
    /// The value as an integer lies in the range.
    pub range_match: Option<Int64Range>,
    /// The header is (`true`) or is not (`false`) there.
    pub present_match: Option<bool>,
    /// Deprecated.
    pub prefix_match: Option<String>,
    /// Deprecated.
    pub suffix_match: Option<String>,
    /// Deprecated.
    pub contains_match: Option<String>,
    /// The value.
    pub string_match: Option<StringMatcher>,
    /// Negates; a missing header still does not match.
    pub invert_match: bool,
    /// A missing header counts as an empty one.
    pub treat_missing_header_as_empty: bool,
}

/// `type.v3.Int64Range`: `[start, end)`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Int64Range {
    /// First value inside.
    pub start: Int,
    /// First value behind.
    pub end: Int,
}

/// `route.v3.QueryParameterMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct QueryParameterMatcher {
    /// Name of the parameter, not URL-decoded.
    pub name: String,
    /// Its value, not URL-decoded.
    pub string_match: Option<StringMatcher>,
    /// The parameter is (`true`) or is not (`false`) there.
    pub present_match: Option<bool>,
    /// API v2.
    pub value: Option<String>,
    /// API v2: `value` is a regular expression.
    pub regex: bool,
}

/// `route.v3.CookieMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CookieMatcher {
    /// Name of the cookie.
    pub name: String,
    /// Its value.
    pub string_match: StringMatcher,
    /// Negates; a missing cookie then matches.
    pub invert_match: bool,
}

/// `type.matcher.v3.MetadataMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MetadataMatcher {
    /// Whose metadata.
    pub filter: String,
    /// Keys down to the value.
    pub path: Vec<PathSegment>,
    /// What the value must be.
    pub value: ValueMatcher,
    /// Negates.
    pub invert: bool,
}

/// One key of a metadata path.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PathSegment {
    /// The key.
    pub key: String,
}

/// `type.metadata.v3.MetadataKey`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct MetadataKey {
    /// Whose metadata.
    pub key: String,
    /// Keys down to the value.
    pub path: Vec<PathSegment>,
}

/// `type.matcher.v3.ValueMatcher`: one of the patterns is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ValueMatcher {
    /// The value is null.
    pub null_match: Option<serde_json::Map<String, serde_json::Value>>,
    /// The value is a number.
    pub double_match: Option<DoubleMatcher>,
    /// The value is a string.
    pub string_match: Option<StringMatcher>,
    /// The value is this boolean.
    pub bool_match: Option<bool>,
    /// The value is (`true`) there. Envoy never matches `false`.
    pub present_match: Option<bool>,
    /// The value is a list.
    pub list_match: Option<Box<ListMatcher>>,
    /// Any of several.
    pub or_match: Option<OrMatcher>,
}

/// `type.matcher.v3.ListMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListMatcher {
    /// One element matches.
    pub one_of: Option<ValueMatcher>,
}

/// `type.matcher.v3.OrMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OrMatcher {
    /// The alternatives.
    pub value_matchers: Vec<ValueMatcher>,
}

/// `type.matcher.v3.DoubleMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DoubleMatcher {
    /// `[start, end)`.
    pub range: Option<DoubleRange>,
    /// Exactly this number.
    pub exact: Option<f64>,
}

/// `type.v3.DoubleRange`: `[start, end)`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct DoubleRange {
    /// First value inside.
    pub start: f64,
    /// First value behind.
    pub end: f64,
}

/// `type.matcher.v3.FilterStateMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FilterStateMatcher {
    /// Key of the filter state object.
    pub key: String,
    /// Its text.
    pub string_match: Option<StringMatcher>,
    /// Its address.
    pub address_match: Option<AddressMatcher>,
}

/// `type.matcher.v3.AddressMatcher`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AddressMatcher {
    /// The ranges.
    pub ranges: Vec<CidrRange>,
    /// Negates.
    pub invert_match: bool,
}
