//! Envoy's runtime values and what changed between its versions.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::Proxy;
use crate::model::envoy::bootstrap::SemanticVersion;
use crate::model::envoy::scalar::{FractionalPercent, RuntimeFlag, RuntimeFraction};
use crate::simulate::matcher::header::Lines;

/// The runtime of one proxy, with the behaviour of its version.
#[derive(Debug, Clone)]
pub struct Runtime {
    values: BTreeMap<String, Value>,
    version: SemanticVersion,
    /// Whether the version was recorded, or taken to be the newest that was tested.
    pub version_known: bool,
}

/// The newest Envoy whose behaviour was tested.
const NEWEST: SemanticVersion = SemanticVersion { major_number: 1, minor_number: 40, patch: 0 };

impl Runtime {
    /// The runtime of a proxy.
    pub fn of(proxy: &Proxy) -> Self {
        let mut values = BTreeMap::new();
        flatten("", &proxy.runtime, &mut values);
        let version = proxy.version();
        Self { values, version: version.unwrap_or(NEWEST), version_known: version.is_some() }
    }

    /// Whether Envoy is at least of this minor version.
    pub fn since(&self, minor: u32) -> bool {
        (self.version.major_number, self.version.minor_number) >= (1, minor)
    }

    /// `envoy.reloadable_features.NAME`, or what the version has as its default.
    pub fn feature(&self, name: &str, default: bool) -> bool {
        self.flag_value(&format!("envoy.reloadable_features.{name}")).unwrap_or(default)
    }

    fn flag_value(&self, key: &str) -> Option<bool> {
        match self.values.get(key)? {
            Value::Bool(value) => Some(*value),
            Value::String(text) => match text.to_ascii_lowercase().as_str() {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
            Value::Number(number) => number.as_u64().map(|number| number != 0),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// A whole number under a key.
    pub fn integer(&self, key: &str) -> Option<u64> {
        match self.values.get(key)? {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A flag that the runtime may override.
    pub fn flag(&self, flag: &RuntimeFlag) -> bool {
        self.flag_value(&flag.runtime_key).unwrap_or(flag.default_value.unwrap_or(false))
    }

    /// A fraction that the runtime may override, as numerator and denominator (`SnapshotImpl::featureEnabled`).
    pub fn fraction(&self, fraction: &RuntimeFraction) -> (u64, u64) {
        self.fraction_of(&fraction.runtime_key, fraction.default_value)
    }

    /// The same by key and default.
    pub fn fraction_of(&self, key: &str, default: FractionalPercent) -> (u64, u64) {
        if key.is_empty() {
            return default.parts();
        }
        if let Some(value) = self.values.get(key)
            && value.is_object()
            && let Ok(fraction) = serde_json::from_value::<FractionalPercent>(value.clone())
        {
            return fraction.parts();
        }
        match self.integer(key) {
            Some(percent) => (percent.min(100), 100),
            None => default.parts(),
        }
    }

    /// How repeated headers are read by routes and filters.
    pub fn header_lines(&self) -> Lines {
        self.lines_since(39)
    }

    /// How repeated headers are read by RBAC, which changed a version earlier.
    pub fn rbac_header_lines(&self) -> Lines {
        self.lines_since(38)
    }

    fn lines_since(&self, minor: u32) -> Lines {
        if self.feature("match_headers_individually", self.since(minor)) { Lines::OneByOne } else { Lines::Joined }
    }
}

/// Nested values are keys with dots; a fraction stays whole.
fn flatten(prefix: &str, values: &BTreeMap<String, Value>, result: &mut BTreeMap<String, Value>) {
    for (key, value) in values {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            Value::Object(fields) if !fields.contains_key("numerator") && !fields.contains_key("denominator") => {
                let fields = fields.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
                flatten(&key, &fields, result);
            }
            _ => {
                result.insert(key, value.clone());
            }
        }
    }
}
