//! Conditions on dynamic metadata and filter state.

use serde_json::Value;

use super::address::networks;
use super::string::StringMatch;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::model::envoy::string_match::{self as model, DoubleMatcher};

/// `type.matcher.v3.MetadataMatcher`.
#[derive(Debug, Clone)]
pub struct MetadataMatch {
    filter: String,
    path: Vec<String>,
    value: ValueMatch,
    invert: bool,
}

/// `type.matcher.v3.ValueMatcher`.
#[derive(Debug, Clone)]
pub enum ValueMatch {
    /// Null.
    Null,
    /// A number.
    Number(DoubleMatcher),
    /// A string.
    Text(StringMatch),
    /// A boolean.
    Bool(bool),
    /// Anything (`true`); nothing ever (`false`).
    Present(bool),
    /// A list with an element that matches.
    AnyElement(Box<ValueMatch>),
    /// Any of several.
    Any(Vec<ValueMatch>),
    /// A condition that is not modelled.
    Unknown,
}

impl ValueMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &model::ValueMatcher) -> Self {
        if config.null_match.is_some() {
            Self::Null
        } else if let Some(number) = &config.double_match {
            Self::Number(number.clone())
        } else if let Some(text) = &config.string_match {
            Self::Text(StringMatch::new(text))
        } else if let Some(value) = config.bool_match {
            Self::Bool(value)
        } else if let Some(present) = config.present_match {
            Self::Present(present)
        } else if let Some(list) = &config.list_match {
            list.one_of.as_ref().map_or(Self::Unknown, |one| Self::AnyElement(Box::new(Self::new(one))))
        } else if let Some(any) = &config.or_match {
            Self::Any(any.value_matchers.iter().map(Self::new).collect())
        } else {
            Self::Unknown
        }
    }

    /// Whether a value meets the condition (`Matchers::ValueMatcher`). A value that is not there meets none.
    pub fn matches(&self, value: Option<&Value>, notes: &mut Notes) -> Truth {
        match (self, value) {
            (Self::Any(any), value) => Truth::any(any, |one| one.matches(value, notes)),
            (Self::Unknown, _) => notes.unknown("a metadata value matcher is not modelled"),
            (Self::Present(present), value) => Truth::from(*present && value.is_some_and(|value| !value.is_null())),
            (Self::Null, Some(Value::Null)) => Truth::Yes,
            (Self::Number(number), Some(Value::Number(value))) => {
                let value = value.as_f64().unwrap_or(f64::NAN);
                let in_range = number.range.is_some_and(|range| range.start <= value && value < range.end);
                // Envoy compares exactly.
                let exact = number.exact == Some(value);
                Truth::from(in_range || exact)
            }
            (Self::Text(text), Some(Value::String(value))) => text.matches(value, notes),
            (Self::Bool(want), Some(Value::Bool(value))) => Truth::from(want == value),
            (Self::AnyElement(one), Some(Value::Array(values))) => {
                Truth::any(values, |value| one.matches(Some(value), notes))
            }
            _ => Truth::No,
        }
    }
}

impl std::fmt::Display for ValueMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Number(number) => match (number.exact, number.range) {
                (Some(exact), _) => write!(f, "number {exact}"),
                (None, Some(range)) => write!(f, "number in [{}, {})", range.start, range.end),
                (None, None) => f.write_str("no number"),
            },
            Self::Text(text) => text.fmt(f),
            Self::Bool(value) => value.fmt(f),
            Self::Present(true) => f.write_str("present"),
            Self::Present(false) => f.write_str("never"),
            Self::AnyElement(one) => write!(f, "a list with {one}"),
            Self::Any(any) => {
                for (index, one) in any.iter().enumerate() {
                    if index > 0 {
                        f.write_str(" or ")?;
                    }
                    one.fmt(f)?;
                }
                Ok(())
            }
            Self::Unknown => f.write_str("a condition that is not modelled"),
        }
    }
}

impl MetadataMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &model::MetadataMatcher) -> Self {
        Self {
            filter: config.filter.clone(),
            path: config.path.iter().map(|segment| segment.key.clone()).collect(),
            value: ValueMatch::new(&config.value),
            invert: config.invert,
        }
    }

    /// The filter that writes it.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// Whether the metadata of a stream meet the condition.
    pub fn matches(&self, metadata: &serde_json::Map<String, Value>, notes: &mut Notes) -> Truth {
        let value = metadata.get(&self.filter).and_then(|value| descend(value, &self.path));
        let holds = self.value.matches(value, notes).inverted_if(self.invert);
        notes.fact_on(
            || Field::metadata(&self.filter, &self.path),
            holds,
            || {
                let found = value.map_or_else(|| "there is none".to_owned(), |value| format!("it is {value}"));
                (self.to_string(), found)
            },
        )
    }
}

impl std::fmt::Display for MetadataMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let not = if self.invert { "not " } else { "" };
        write!(f, "metadata {}.{}: {not}{}", self.filter, self.path.join("."), self.value)
    }
}

/// Follows keys into a value.
pub fn descend<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

/// `type.matcher.v3.FilterStateMatcher`.
#[derive(Debug, Clone)]
pub struct FilterStateMatch {
    key: String,
    condition: FilterStateCondition,
}

#[derive(Debug, Clone)]
enum FilterStateCondition {
    Text(StringMatch),
    Address(Vec<ipnet::IpNet>, bool),
    Unknown,
}

impl FilterStateMatch {
    /// Compiles a matcher of the configuration.
    pub fn new(config: &model::FilterStateMatcher) -> Self {
        let condition = if let Some(text) = &config.string_match {
            FilterStateCondition::Text(StringMatch::new(text))
        } else if let Some(address) = &config.address_match {
            FilterStateCondition::Address(networks(&address.ranges), address.invert_match)
        } else {
            FilterStateCondition::Unknown
        };
        Self { key: config.key.clone(), condition }
    }

    /// Whether the object under the key meets the condition; a missing one does not.
    pub fn matches(&self, value: Option<&str>, notes: &mut Notes) -> Truth {
        let holds = match (&self.condition, value) {
            (FilterStateCondition::Unknown, _) => {
                notes.unknown(format!("filter state matcher of {} is not modelled", self.key))
            }
            (_, None) => Truth::No,
            (FilterStateCondition::Text(text), Some(value)) => text.matches(value, notes),
            (FilterStateCondition::Address(ranges, invert), Some(value)) => {
                let ip = value
                    .parse()
                    .ok()
                    .or_else(|| value.parse::<std::net::SocketAddr>().ok().map(|address| address.ip()));
                Truth::from(ip.is_some_and(|ip| ranges.iter().any(|range| range.contains(&ip)))).inverted_if(*invert)
            }
        };
        notes.fact(holds, || {
            let found = value.map_or_else(|| "there is none".to_owned(), |value| format!("it is \"{value}\""));
            (self.to_string(), found)
        })
    }

    /// The condition on a text.
    pub fn text(&self) -> Option<&StringMatch> {
        match &self.condition {
            FilterStateCondition::Text(text) => Some(text),
            FilterStateCondition::Address(..) | FilterStateCondition::Unknown => None,
        }
    }

    /// The key that is looked up.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl std::fmt::Display for FilterStateMatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.condition {
            FilterStateCondition::Text(text) => write!(f, "filter state {}: {text}", self.key),
            FilterStateCondition::Address(ranges, invert) => {
                let ranges: Vec<_> = ranges.iter().map(ToString::to_string).collect();
                write!(f, "filter state {}: {}in {}", self.key, if *invert { "not " } else { "" }, ranges.join(", "))
            }
            FilterStateCondition::Unknown => write!(f, "filter state {}", self.key),
        }
    }
}
