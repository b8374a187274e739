//! `google.protobuf.Any` as Envoy prints it: a type URL with the fields beside it.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::item::{DecodeError, Decoded, decode_raw};

/// The configuration of an extension, undecoded. Whoever knows the type decodes it.
///
/// Istio and old Envoys wrap messages in `udpa.type.v1.TypedStruct`, known ones too: the wrapper is taken off here.
#[derive(Debug, Clone)]
pub struct TypedConfig {
    /// Full name of the message, without `type.googleapis.com/`.
    pub type_name: String,
    /// The fields, as JSON.
    pub json: Box<RawValue>,
}

impl TypedConfig {
    /// Whether it is one of these message types.
    pub fn is(&self, type_names: &[&str]) -> bool {
        type_names.contains(&self.type_name.as_str())
    }

    /// Decodes the fields as a message.
    ///
    /// # Errors
    /// Where a modelled field has another shape than Envoy gives it.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<Decoded<T>, DecodeError> {
        decode_raw(&self.json, &self.type_name)
    }

    /// Decodes the fields, and notes those that are not modelled.
    ///
    /// # Errors
    /// Where a modelled field has another shape than Envoy gives it, in words.
    pub fn read<T: DeserializeOwned>(&self, unmodelled: &mut Vec<String>) -> Result<T, String> {
        let decoded = self.decode().map_err(|error| error.to_string())?;
        unmodelled.extend(decoded.unmodelled);
        Ok(decoded.value)
    }
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(rename = "@type", borrow, default)]
    type_url: std::borrow::Cow<'a, str>,
    /// Only a TypedStruct has these two.
    #[serde(rename = "type_url", borrow, default)]
    inner_type_url: Option<std::borrow::Cow<'a, str>>,
    #[serde(borrow, default)]
    value: Option<&'a RawValue>,
}

impl<'de> Deserialize<'de> for TypedConfig {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        let head: Head = serde_json::from_str(json.get()).map_err(serde::de::Error::custom)?;
        let outer = short_type_name(&head.type_url);
        if matches!(outer, "udpa.type.v1.TypedStruct" | "xds.type.v3.TypedStruct")
            && let Some(inner) = &head.inner_type_url
        {
            let type_name = short_type_name(inner).to_owned();
            let json = head.value.map_or_else(|| RawValue::NULL.to_owned(), ToOwned::to_owned);
            let json = if json.get() == "null" { empty_object() } else { json };
            return Ok(Self { type_name, json });
        }
        let type_name = outer.to_owned();
        Ok(Self { type_name, json })
    }
}

impl Serialize for TypedConfig {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl fmt::Display for TypedConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.type_name)
    }
}

/// Cuts `type.googleapis.com/` (or any other prefix up to the last slash) off a type URL.
pub fn short_type_name(type_url: &str) -> &str {
    type_url.rsplit('/').next().unwrap_or(type_url)
}

/// What a message without fields looks like.
pub(super) fn empty_object() -> Box<RawValue> {
    RawValue::from_string("{}".to_owned()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_struct_is_taken_off() {
        let cases = [
            (r#"{"@type":"type.googleapis.com/a.B","x":1}"#, "a.B", r#"{"@type":"type.googleapis.com/a.B","x":1}"#),
            (
                r#"{"@type":"type.googleapis.com/udpa.type.v1.TypedStruct","type_url":"type.googleapis.com/a.B","value":{"x":1}}"#,
                "a.B",
                r#"{"x":1}"#,
            ),
            (r#"{"@type":"type.googleapis.com/xds.type.v3.TypedStruct","type_url":"a.B"}"#, "a.B", "{}"),
            (r#"{"x":1}"#, "", r#"{"x":1}"#),
        ];
        for (text, type_name, json) in cases {
            let config: TypedConfig = serde_json::from_str(text).unwrap();
            assert_eq!((config.type_name.as_str(), config.json.get()), (type_name, json), "{text}");
        }
    }
}
