//! Reads the name of an item without decoding it: names stand near the beginning.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

/// The first of `names` in an item, or in the objects under `inside` of it.
///
/// Stops as soon as it is found, so that an index over a hundred thousand items costs little.
pub fn name(text: &[u8], inside: &[&str], names: &[&str]) -> Option<String> {
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    // An early stop is an error to serde; what counts is what was found before it.
    let _ = Seek { inside, names, found: &mut found }.deserialize(&mut deserializer);
    found
}

struct Seek<'a> {
    inside: &'a [&'a str],
    names: &'a [&'a str],
    found: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if self.names.contains(&key.as_ref()) {
                *self.found = Some(map.next_value()?);
                return Err(serde::de::Error::custom("found"));
            }
            if self.inside.contains(&key.as_ref()) {
                map.next_value_seed(Seek { inside: self.inside, names: self.names, found: self.found })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_at_the_top_or_inside() {
        let cases = [
            (r#"{"version_info":"1","cluster":{"@type":"x","name":"c","broken":"#, Some("c")),
            (r#"{"name":"top","cluster":{"name":"c"}}"#, Some("top")),
            (r#"{"other":{"name":"no"},"last_updated":"x"}"#, None),
            (r#"{"cluster":{"type":"EDS"}}"#, None),
        ];
        for (text, want) in cases {
            assert_eq!(name(text.as_bytes(), &["cluster"], &["name"]).as_deref(), want, "{text}");
        }
    }
}
