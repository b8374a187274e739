//! The parts of a cluster that a narrow table needs. They stand near its beginning: what follows is not read.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::model::envoy::cluster::{ClusterType, DiscoveryType};
use crate::model::envoy::metadata::Metadata;

/// What a narrow table shows of a cluster.
#[derive(Debug, Default)]
pub(super) struct Brief {
    pub(super) name: String,
    pub(super) discovery: DiscoveryType,
    /// Of a cluster that finds its endpoints by an extension.
    pub(super) custom_type: Option<String>,
    pub(super) metadata: Metadata,
    has_name: bool,
    has_type: bool,
    has_metadata: bool,
}

impl Brief {
    /// Reads an entry until all is found.
    pub(super) fn of(text: &[u8]) -> Result<Self, String> {
        let mut found = Self::default();
        match Seek(&mut found).deserialize(&mut serde_json::Deserializer::from_slice(text)) {
            // An early stop is an error to serde; what counts is what was found before it.
            Err(error) if !found.is_whole() => Err(error.to_string()),
            Ok(()) | Err(_) => Ok(found),
        }
    }

    fn is_whole(&self) -> bool {
        self.has_name && self.has_type && self.has_metadata
    }
}

struct Seek<'a>(&'a mut Brief);

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Cluster,
    Name,
    Type,
    ClusterType,
    Metadata,
    #[serde(other)]
    Other,
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let found = self.0;
        while let Some(field) = map.next_key::<Field>()? {
            match field {
                Field::Cluster => map.next_value_seed(Seek(found))?,
                Field::Name => {
                    found.name = map.next_value()?;
                    found.has_name = true;
                }
                Field::Type => {
                    found.discovery = map.next_value()?;
                    found.has_type = true;
                }
                Field::ClusterType => {
                    found.custom_type = Some(map.next_value::<ClusterType>()?.name);
                    found.has_type = true;
                }
                Field::Metadata => {
                    found.metadata = map.next_value()?;
                    found.has_metadata = true;
                }
                Field::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            if found.is_whole() {
                return Err(A::Error::custom("all was found"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_stops_where_all_is_found() {
        let cases = [
            (r#"{"cluster":{"name":"a","type":"EDS","metadata":{},"broken"#, Some("a EDS")),
            (r#"{"cluster":{"metadata":{},"cluster_type":{"name":"x"},"name":"a"},"broken"#, Some("a STATIC x")),
            (r#"{"version_info":"1","cluster":{"name":"a"}}"#, Some("a STATIC")),
            (r#"{"cluster":{"name":"a""#, None),
            (r#"{"cluster":{"name":1}}"#, None),
        ];
        for (text, want) in cases {
            let found = Brief::of(text.as_bytes()).ok().map(|found| {
                let custom = found.custom_type.map_or_else(String::new, |name| format!(" {name}"));
                format!("{} {}{custom}", found.name, found.discovery.word())
            });
            assert_eq!(found.as_deref(), want, "{text}");
        }
    }
}
