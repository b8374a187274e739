//! Query parameters and cookies.

use super::header::clip;
use super::regex::Re2;
use super::string::StringMatch;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::envoy::string_match::{CookieMatcher, QueryParameterMatcher};
use crate::simulate::http::message::RequestHead;

/// `route.v3.QueryParameterMatcher`.
#[derive(Debug, Clone)]
pub struct QueryMatch {
    name: String,
    condition: Condition,
}

#[derive(Debug, Clone)]
enum Condition {
    Present(bool),
    Value(StringMatch),
}

impl QueryMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &QueryParameterMatcher) -> Self {
        let condition = if let Some(matcher) = &config.string_match {
            Condition::Value(StringMatch::new(matcher))
        } else if let Some(value) = &config.value {
            // API v2: a literal or a regular expression.
            Condition::Value(if config.regex { StringMatch::Regex(Re2::new(value)) } else { StringMatch::exact(value) })
        } else {
            Condition::Present(config.present_match.unwrap_or(true))
        };
        Self { name: config.name.clone(), condition }
    }

    /// Whether a request meets the condition. The first value of a key counts; nothing is URL-decoded.
    pub fn matches(&self, request: &RequestHead, notes: &mut Notes) -> Truth {
        let value = request.query().and_then(|query| first_value(query, &self.name));
        let holds = match (&self.condition, value) {
            (Condition::Present(present), value) => Truth::from(value.is_some() == *present),
            (Condition::Value(_), None) => Truth::No,
            (Condition::Value(matcher), Some(value)) => matcher.matches(value, notes),
        };
        notes.fact_on(|| Some(Field::Query(self.name.clone())), holds, || (self.to_string(), found(value)))
    }
}

impl std::fmt::Display for QueryMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.condition {
            Condition::Present(true) => write!(f, "query {}: present", self.name),
            Condition::Present(false) => write!(f, "query {}: absent", self.name),
            Condition::Value(matcher) => write!(f, "query {}: {matcher}", self.name),
        }
    }
}

/// The first value of a key; `k` alone has an empty one. Only `&` separates.
pub fn first_value<'a>(query: &'a str, key: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name == key).then_some(value)
    })
}

fn found(value: Option<&str>) -> String {
    value.map_or_else(|| "the request has none".to_owned(), |value| format!("it is \"{}\"", clip(value)))
}

/// `route.v3.CookieMatcher`.
#[derive(Debug, Clone)]
pub struct CookieMatch {
    name: String,
    value: StringMatch,
    invert: bool,
}

impl CookieMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &CookieMatcher) -> Self {
        Self { name: config.name.clone(), value: StringMatch::new(&config.string_match), invert: config.invert_match }
    }

    /// Whether a request meets the condition. Unlike headers, a missing cookie meets an inverted one.
    pub fn matches(&self, request: &RequestHead, notes: &mut Notes) -> Truth {
        let value = cookie(request, &self.name);
        let holds = value.map_or(Truth::No, |value| self.value.matches(value, notes));
        notes.fact_on(
            || Some(Field::Cookie(self.name.clone())),
            holds.inverted_if(self.invert),
            || (self.to_string(), found(value)),
        )
    }
}

impl std::fmt::Display for CookieMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cookie {}: {}{}", self.name, if self.invert { "not " } else { "" }, self.value)
    }
}

/// The first cookie of a name, without its quotes (`Http::Utility::parseCookieValue`).
pub fn cookie<'a>(request: &'a RequestHead, name: &str) -> Option<&'a str> {
    request.headers.all("cookie").flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim_matches([' ', '\t']).split_once('=')?;
        let unquoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
        (key == name).then(|| unquoted.unwrap_or(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn query_parameters() {
        use Truth::{No, Yes};
        let cases = [
            (r#"{"name":"k","string_match":{"exact":"v"}}"#, "/?k=v", Yes),
            (r#"{"name":"k","string_match":{"exact":"v"}}"#, "/?k=w&k=v", No),
            (r#"{"name":"k","string_match":{"exact":""}}"#, "/?k", Yes),
            (r#"{"name":"k","string_match":{"exact":"v;z"}}"#, "/?k=v;z", Yes),
            (r#"{"name":"k","string_match":{"exact":" "}}"#, "/?k=%20", No),
            (r#"{"name":"k","present_match":false}"#, "/", Yes),
            (r#"{"name":"k","present_match":true}"#, "/?x=1&k=", Yes),
            (r#"{"name":"k","value":"a+","regex":true}"#, "/?k=aa", Yes),
        ];
        for (config, path, want) in cases {
            let config: QueryParameterMatcher = serde_json::from_str(config).unwrap();
            let request = RequestHead { path: Some(path.to_owned()), ..RequestHead::default() };
            assert_eq!(QueryMatch::new(&config).matches(&request, &mut Notes::new(false)), want, "{path}");
        }
    }

    #[test]
    fn cookies() {
        use Truth::{No, Yes};
        let cases = [
            (r#"{"name":"k","string_match":{"exact":"v"}}"#, "a=b; k=v; k=w", Yes),
            (r#"{"name":"k","string_match":{"exact":"v"}}"#, "k=\"v\"", Yes),
            (r#"{"name":"k","string_match":{"exact":"v"}}"#, "k =v", No),
            (r#"{"name":"k","string_match":{"exact":"v"},"invert_match":true}"#, "a=b", Yes),
        ];
        for (config, cookies, want) in cases {
            let config: CookieMatcher = serde_json::from_str(config).unwrap();
            let mut request = RequestHead::default();
            request.headers.add("cookie", cookies);
            assert_eq!(CookieMatch::new(&config).matches(&request, &mut Notes::new(false)), want, "{cookies}");
        }
    }
}
