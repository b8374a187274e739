//! The path condition of a route.

use super::header::clip;
use super::regex::Re2;
use super::template::Template;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::envoy::route_match::RouteMatch;
use crate::simulate::http::message::RequestHead;

/// A condition on the path.
#[derive(Debug, Clone)]
pub enum PathMatch {
    /// Beginning of the path.
    Prefix(Folded),
    /// The whole path.
    Exact(Folded),
    /// Beginning of the path, up to a slash or the end.
    SeparatedPrefix(Folded),
    /// The whole path, by RE2.
    Regex(Re2),
    /// The whole path, by a URI template.
    Template(Template),
    /// CONNECT requests.
    Connect,
    /// A condition that is not modelled.
    Unknown(String),
}

/// A path pattern with its treatment of case.
#[derive(Debug, Clone)]
pub struct Folded {
    /// As configured.
    pub pattern: String,
    /// `case_sensitive`, default true.
    pub case_sensitive: bool,
}

impl Folded {
    /// Whether a path begins with the pattern; what follows it.
    fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        let head = path.as_bytes().get(..self.pattern.len())?;
        let same = if self.case_sensitive {
            head == self.pattern.as_bytes()
        } else {
            head.eq_ignore_ascii_case(self.pattern.as_bytes())
        };
        if same { path.get(self.pattern.len()..) } else { None }
    }
}

/// How `;…` in paths is treated (`ignore_path_parameters_in_path_matching`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathParameters {
    /// They count.
    Kept,
    /// They are cut off each segment: Envoy since 1.40.
    CutFromSegments,
    /// Everything behind the first is cut off: Envoy before 1.40.
    CutFromFirst,
}

impl PathParameters {
    /// The path as routes see it.
    pub fn apply(self, path: &str) -> std::borrow::Cow<'_, str> {
        match self {
            Self::CutFromSegments if path.contains(';') => {
                let segments = path.split('/').map(|segment| segment.split(';').next().unwrap_or(segment));
                segments.collect::<Vec<_>>().join("/").into()
            }
            Self::CutFromFirst => path.split(';').next().unwrap_or(path).into(),
            Self::Kept | Self::CutFromSegments => path.into(),
        }
    }
}

impl PathMatch {
    /// Compiles the path specifier of a route.
    pub fn new(config: &RouteMatch) -> Self {
        let folded = |pattern: &String| Folded {
            pattern: pattern.clone(),
            case_sensitive: config.case_sensitive.unwrap_or(true),
        };
        if let Some(pattern) = &config.prefix {
            Self::Prefix(folded(pattern))
        } else if let Some(pattern) = &config.path {
            Self::Exact(folded(pattern))
        } else if let Some(pattern) = &config.path_separated_prefix {
            Self::SeparatedPrefix(folded(pattern))
        } else if let Some(regex) = &config.safe_regex {
            Self::Regex(Re2::new(&regex.regex))
        } else if let Some(regex) = &config.regex {
            Self::Regex(Re2::new(regex))
        } else if config.connect_matcher.is_some() {
            Self::Connect
        } else if let Some(policy) = &config.path_match_policy {
            policy
                .typed_config
                .as_ref()
                .filter(|config| config.is(&["envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig"]))
                .and_then(|config| config.decode::<UriTemplateMatch>().ok())
                .map_or_else(
                    || Self::Unknown(format!("path match policy {}", policy.name)),
                    |template| Self::Template(Template::new(&template.value.path_template)),
                )
        } else {
            Self::Unknown("a route without a known path specifier".to_owned())
        }
    }

    /// The field that it looks at; none where every path will do.
    fn field(&self) -> Option<Field> {
        match self {
            Self::Connect => Some(Field::Method),
            Self::Prefix(pattern) if pattern.pattern == "/" => None,
            Self::Prefix(_)
            | Self::Exact(_)
            | Self::SeparatedPrefix(_)
            | Self::Regex(_)
            | Self::Template(_)
            | Self::Unknown(_) => Some(Field::Path),
        }
    }

    /// Whether a request meets the condition. `path` is its path without query, as [`PathParameters`] leaves it.
    pub fn matches(&self, request: &RequestHead, path: &str, notes: &mut Notes) -> Truth {
        let holds = match self {
            Self::Connect => Truth::from(request.method == "CONNECT"),
            // CONNECT has no path, and Envoy matches it with nothing else.
            _ if request.path.is_none() => Truth::No,
            Self::Prefix(pattern) => pattern.strip(path).is_some().into(),
            Self::Exact(pattern) => (pattern.strip(path) == Some("")).into(),
            Self::SeparatedPrefix(pattern) => {
                pattern.strip(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')).into()
            }
            Self::Regex(regex) => regex.matches(path, notes),
            Self::Template(template) => template.matches(path, notes),
            Self::Unknown(what) => notes.unknown(format!("{what} is not modelled")),
        };
        notes.fact_on(
            || self.field(),
            holds,
            || {
                let found = if request.path.is_none() {
                    "it has no path".to_owned()
                } else {
                    format!("path is {}", clip(path))
                };
                (self.to_string(), found)
            },
        )
    }
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct UriTemplateMatch {
    path_template: String,
}

impl std::fmt::Display for PathMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, pattern) = match self {
            Self::Prefix(folded) => ("prefix", folded),
            Self::Exact(folded) => ("path", folded),
            Self::SeparatedPrefix(folded) => ("path prefix", folded),
            Self::Regex(regex) => return write!(f, "regex {}", regex.pattern),
            Self::Template(template) => return write!(f, "template {}", template.text),
            Self::Connect => return f.write_str("CONNECT"),
            Self::Unknown(what) => return f.write_str(what),
        };
        write!(f, "{kind} {}{}", pattern.pattern, if pattern.case_sensitive { "" } else { " (any case)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_specifiers() {
        use Truth::{No, Unknown, Yes};
        let cases = [
            (r#"{"prefix":"/a"}"#, "/ab", Yes),
            (r#"{"prefix":""}"#, "/ab", Yes),
            (r#"{"prefix":"/A","case_sensitive":false}"#, "/ab", Yes),
            (r#"{"prefix":"/A"}"#, "/ab", No),
            (r#"{"prefix":"/a?x"}"#, "/a", No),
            (r#"{"path":"/a"}"#, "/a", Yes),
            (r#"{"path":"/a"}"#, "/a/", No),
            (r#"{"path_separated_prefix":"/api/dev"}"#, "/api/dev", Yes),
            (r#"{"path_separated_prefix":"/api/dev"}"#, "/api/dev/x", Yes),
            (r#"{"path_separated_prefix":"/api/dev"}"#, "/api/device", No),
            (r#"{"path_separated_prefix":"/api/dev"}"#, "/api/dev;x", No),
            (r#"{"safe_regex":{"regex":"/a.*"}}"#, "/ab/c", Yes),
            (r#"{"safe_regex":{"regex":"/a"}}"#, "/ab", No),
            (r#"{"connect_matcher":{}}"#, "/a", No),
            (r#"{"path_match_policy":{"name":"other"}}"#, "/a", Unknown),
        ];
        for (config, path, want) in cases {
            let config: RouteMatch = serde_json::from_str(config).unwrap();
            let request = RequestHead { path: Some(path.to_owned()), ..RequestHead::default() };
            assert_eq!(
                PathMatch::new(&config).matches(&request, path, &mut Notes::new(false)),
                want,
                "{config:?} on {path}"
            );
        }
    }

    #[test]
    fn path_parameters() {
        let cases = [
            (PathParameters::Kept, "/a;x/b"),
            (PathParameters::CutFromSegments, "/a/b"),
            (PathParameters::CutFromFirst, "/a"),
        ];
        for (parameters, want) in cases {
            assert_eq!(parameters.apply("/a;x/b"), want);
        }
    }
}
