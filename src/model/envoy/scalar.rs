//! How protobuf's JSON writes numbers, durations and fractions.

use std::marker::PhantomData;
use std::time::Duration;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// A protobuf `Duration`: `"0.250s"` in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProtoDuration(pub Duration);

impl<'de> Deserialize<'de> for ProtoDuration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.strip_suffix('s')
            .and_then(|seconds| seconds.parse::<f64>().ok())
            .and_then(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).ok())
            .map(Self)
            .ok_or_else(|| de::Error::custom(format!("`{text}` is no duration such as 0.250s")))
    }
}

impl std::fmt::Display for ProtoDuration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.subsec_nanos() == 0 {
            write!(f, "{}s", self.0.as_secs())
        } else {
            write!(f, "{}ms", self.0.as_secs_f64() * 1000.0)
        }
    }
}

impl Serialize for ProtoDuration {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A list, or an item in place of a list of one: protobuf takes both, and the bootstrap of Istio 1.4 has the latter.
///
/// # Errors
/// Where it is neither, or an item has another shape.
pub fn one_or_more<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(OneOrMore(PhantomData))
}

struct OneOrMore<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMore<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Vec<T>, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, item: A) -> Result<Vec<T>, A::Error> {
        Ok(vec![T::deserialize(MapAccessDeserializer::new(item))?])
    }
}

/// An integer that JSON may carry as a number or (64 bit) as a string. Values that do not fit become the nearest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Int(pub i64);

impl<'de> Deserialize<'de> for Int {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IntVisitor;

        impl Visitor<'_> for IntVisitor {
            type Value = Int;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an integer, perhaps as a string")
            }

            fn visit_u64<E>(self, value: u64) -> Result<Int, E> {
                Ok(Int(i64::try_from(value).unwrap_or(i64::MAX)))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Int, E> {
                Ok(Int(value))
            }

            #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what is wanted")]
            fn visit_f64<E>(self, value: f64) -> Result<Int, E> {
                Ok(Int(value as i64))
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Int, E> {
                value
                    .parse::<i64>()
                    .map(Int)
                    .or_else(|_| value.parse::<u64>().map(|_| Int(i64::MAX)))
                    .map_err(|_| de::Error::invalid_value(de::Unexpected::Str(value), &self))
            }
        }

        deserializer.deserialize_any(IntVisitor)
    }
}

/// `type.v3.Percent`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Percent {
    /// 0 to 100.
    pub value: f64,
}

/// `type.v3.FractionalPercent`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct FractionalPercent {
    /// The numerator; above the denominator means always.
    pub numerator: u32,
    /// The denominator.
    pub denominator: Denominator,
}

/// The three denominators of a fraction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Denominator {
    /// 100, the default.
    #[default]
    Hundred,
    /// 10,000.
    TenThousand,
    /// 1,000,000.
    Million,
}

impl From<String> for Denominator {
    fn from(name: String) -> Self {
        match name.as_str() {
            "TEN_THOUSAND" => Self::TenThousand,
            "MILLION" => Self::Million,
            _ => Self::Hundred,
        }
    }
}

impl FractionalPercent {
    /// Numerator and denominator as numbers.
    pub fn parts(self) -> (u64, u64) {
        let denominator = match self.denominator {
            Denominator::Hundred => 100,
            Denominator::TenThousand => 10_000,
            Denominator::Million => 1_000_000,
        };
        (u64::from(self.numerator), denominator)
    }
}

/// `core.v3.RuntimeFractionalPercent`: a fraction that a runtime key may override.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RuntimeFraction {
    /// Used where the runtime has no value.
    pub default_value: FractionalPercent,
    /// The runtime key, or empty.
    pub runtime_key: String,
}

/// `core.v3.RuntimeFeatureFlag`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RuntimeFlag {
    /// Used where the runtime has no value.
    pub default_value: Option<bool>,
    /// The runtime key.
    pub runtime_key: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_integers_are_read_as_protobuf_writes_them() {
        for (text, millis) in [("\"0.250s\"", 250), ("\"0s\"", 0), ("\"15s\"", 15_000), ("\"1.5s\"", 1500)] {
            let got: ProtoDuration = serde_json::from_str(text).unwrap();
            assert_eq!(got.0, Duration::from_millis(millis), "{text}");
        }
        assert!(serde_json::from_str::<ProtoDuration>("\"soon\"").is_err());
        for (text, want) in [("7", 7), ("\"7\"", 7), ("7.0", 7), ("-3", -3), ("\"18446744073709551615\"", i64::MAX)] {
            assert_eq!(serde_json::from_str::<Int>(text).unwrap(), Int(want), "{text}");
        }
    }
}
