//! JSON as istioctl prints it: the objects of a dump with the fields in the same order, under the names that protobuf's
//! JSON gives them.
//!
//! A dump holds `route_config`, and istioctl prints `routeConfig`, which is what people's `jq` scripts ask for. Keys that
//! are data and not fields (of maps and of `google.protobuf.Struct`) are kept. Which ones are, a dump does not say, so
//! the fields that hold such keys are listed here.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Number;

/// A JSON value that keeps the order of its fields.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree<'a> {
    /// `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Tree<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

/// What the keys of an object are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// Fields of a message: they are renamed.
    Fields,
    /// Keys of a map whose values are messages.
    OfMap,
    /// Either `core.v3.Metadata`, which has two fields, or a free-form `metadata`.
    OfMetadata,
    /// Data, all the way down.
    Data,
}

/// Fields that hold a `google.protobuf.Struct`, or a map of them.
const FREE_FORM: &[&str] = &[
    "admin_layer",
    "claims",
    "default_subset",
    "disk_layer",
    "filter_metadata",
    "json_format",
    "key_values",
    "labels",
    "rtds_layer",
    "static_layer",
    "typed_json_format",
];

/// Fields that hold a map of messages.
const MAPS: &[&str] = &[
    "args",
    "extension_protocol_options",
    "map",
    "named_endpoints",
    "per_filter_config",
    "policies",
    "providers",
    "requirement_map",
    "source_codes",
    "typed_extension_protocol_options",
    "typed_filter_metadata",
    "typed_per_filter_config",
];

/// Messages whose `value` is free-form.
const FREE_FORM_TYPES: &[&str] = &["udpa.type.v1.TypedStruct", "xds.type.v3.TypedStruct", "google.protobuf.Struct"];

impl Keys {
    /// What the keys inside of a field are.
    fn inside(self, key: &str, type_name: &str) -> Self {
        match (self, key) {
            (Self::OfMetadata, "typed_filter_metadata") => Self::OfMap,
            (Self::Data | Self::OfMetadata, _) => Self::Data,
            (Self::Fields, "metadata") => Self::OfMetadata,
            (Self::Fields, "value") if FREE_FORM_TYPES.contains(&type_name) => Self::Data,
            (Self::Fields, _) if FREE_FORM.contains(&key) => Self::Data,
            (Self::Fields, _) if MAPS.contains(&key) => Self::OfMap,
            (Self::Fields | Self::OfMap, _) => Self::Fields,
        }
    }

    /// The name that istioctl prints.
    pub(super) fn rename(self, key: Cow<'_, str>) -> Cow<'_, str> {
        let is_field = match self {
            Self::Fields => true,
            Self::OfMetadata => matches!(&*key, "filter_metadata" | "typed_filter_metadata"),
            Self::OfMap | Self::Data => false,
        };
        if is_field && key.contains('_') { camel_case(&key).into() } else { key }
    }
}

/// The name of a field in protobuf's JSON: a letter behind an underscore is a capital.
fn camel_case(name: &str) -> String {
    let mut parts = name.split('_');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}

impl<'a> Tree<'a> {
    /// Reads an object of a dump. What is no JSON is `null`; the model has read all of it before.
    pub(super) fn read(text: &'a [u8], keys: Keys) -> Self {
        let mut deserializer = serde_json::Deserializer::from_slice(text);
        Read { keys }.deserialize(&mut deserializer).unwrap_or(Self::Null)
    }

    /// A field that is a text.
    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).and_then(|(_, value)| match value {
            Self::Text(text) => Some(&**text),
            _ => None,
        })
    }

    /// A field that is a list.
    pub(super) fn list_mut(&mut self, name: &str) -> Option<&mut Vec<Self>> {
        let Self::Object(fields) = self else { return None };
        fields.iter_mut().find(|(field, _)| field == name).and_then(|(_, value)| match value {
            Self::List(items) => Some(items),
            _ => None,
        })
    }

    /// The object without its type, which istioctl does not print for the objects that it knows.
    #[must_use]
    pub(super) fn without_type(self) -> Self {
        match self {
            Self::Object(mut fields) => {
                fields.retain(|(name, _)| name != "@type");
                Self::Object(fields)
            }
            other => other,
        }
    }
}

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Clone, Copy)]
struct Read {
    keys: Keys,
}

impl<'de> DeserializeSeed<'de> for Read {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Read {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut fields = Vec::new();
        // Envoy prints the type of a message before its fields.
        let mut type_name = String::new();
        while let Some(Key(key)) = map.next_key()? {
            let value = map.next_value_seed(Read { keys: self.keys.inside(&key, &type_name) })?;
            if key == "@type"
                && let Tree::Text(url) = &value
            {
                crate::model::any::short_type_name(url).clone_into(&mut type_name);
            }
            fields.push((self.keys.rename(key), value));
        }
        Ok(Tree::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_renamed_and_data_is_not() {
        let cases = [
            (
                r#"{"route_config_name":1,"a":{"b_c":[{"d_e":null}]}}"#,
                r#"{"routeConfigName":1,"a":{"bC":[{"dE":null}]}}"#,
            ),
            (
                r#"{"http2_protocol_options":{},"x_":true,"y_1":-0.5}"#,
                r#"{"http2ProtocolOptions":{},"x":true,"y1":-0.5}"#,
            ),
            (
                r#"{"metadata":{"filter_metadata":{"my_key":{"a_b":1}}}}"#,
                r#"{"metadata":{"filterMetadata":{"my_key":{"a_b":1}}}}"#,
            ),
            (
                r#"{"metadata":{"ISTIO_VERSION":"1","x_y":{"a_b":1}}}"#,
                r#"{"metadata":{"ISTIO_VERSION":"1","x_y":{"a_b":1}}}"#,
            ),
            (
                r#"{"typed_per_filter_config":{"my_filter":{"@type":"t/x","a_b":1}}}"#,
                r#"{"typedPerFilterConfig":{"my_filter":{"@type":"t/x","aB":1}}}"#,
            ),
            (
                r#"{"c":{"@type":"type.googleapis.com/udpa.type.v1.TypedStruct","type_url":"u","value":{"a_b":1}}}"#,
                r#"{"c":{"@type":"type.googleapis.com/udpa.type.v1.TypedStruct","typeUrl":"u","value":{"a_b":1}}}"#,
            ),
            (r#"{"z":"tab\t","a":"é"}"#, r#"{"z":"tab\t","a":"é"}"#),
        ];
        for (text, want) in cases {
            assert_eq!(serde_json::to_string(&Tree::read(text.as_bytes(), Keys::Fields)).unwrap(), want);
            assert_eq!(serde_json::to_string(&Tree::read(text.as_bytes(), Keys::Data)).unwrap(), text);
        }
        assert_eq!(Tree::read(b"{", Keys::Fields), Tree::Null);
    }
}
