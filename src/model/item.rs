//! Objects of a dump, kept as text and decoded when they are asked for.
//!
//! The dump of a large mesh holds a hundred thousand clusters, and a question touches few of them. Decoding all of them
//! costs several passes over the file and as much memory again (see the benchmark); finding where each one begins and
//! ends costs one. It also means that one bad object never hides the good ones, and that fields which nobody modelled
//! can be named exactly where a trace meets them.

use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::harmless;

/// One object of type `T`, as JSON text.
#[derive(Debug)]
pub struct Item<T> {
    text: Bytes,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Item<T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

/// A decoded object with the fields that could change a decision and are not modelled.
#[derive(Debug, Clone)]
pub struct Decoded<T> {
    /// The object.
    pub value: T,
    /// Paths of fields that are neither modelled nor known to be harmless.
    pub unmodelled: Vec<String>,
}

/// Why an object could not be decoded.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{reason}")]
pub struct DecodeError {
    /// What serde says, with the line inside the object.
    pub reason: String,
}

impl From<serde_json::Error> for DecodeError {
    fn from(error: serde_json::Error) -> Self {
        Self { reason: error.to_string() }
    }
}

impl<T> Item<T> {
    /// Wraps the JSON text of one object.
    pub fn new(text: Bytes) -> Self {
        Self { text, holds: PhantomData }
    }

    /// The JSON text as it stands in the dump.
    pub fn text(&self) -> &[u8] {
        &self.text
    }
}

impl<T: DeserializeOwned> Item<T> {
    /// Decodes the object.
    ///
    /// # Errors
    /// Where a modelled field has another shape than Envoy gives it.
    pub fn decode(&self) -> Result<T, DecodeError> {
        Ok(serde_json::from_slice(&self.text)?)
    }

    /// Decodes the object and names the fields of `type_name` (see [`harmless`]) that are not modelled.
    ///
    /// # Errors
    /// Where a modelled field has another shape than Envoy gives it.
    pub fn decode_fully(&self, type_name: &str) -> Result<Decoded<T>, DecodeError> {
        decode(&self.text, type_name)
    }
}

/// Decodes a raw object of an Envoy message type and names its fields that are not modelled.
///
/// # Errors
/// Where a modelled field has another shape than Envoy gives it.
pub fn decode_raw<T: DeserializeOwned>(json: &RawValue, type_name: &str) -> Result<Decoded<T>, DecodeError> {
    decode(json.get().as_bytes(), type_name)
}

fn decode<T: DeserializeOwned>(text: &[u8], type_name: &str) -> Result<Decoded<T>, DecodeError> {
    let mut unmodelled = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = serde_ignored::deserialize(&mut deserializer, |path| {
        let path = harmless::field_path(&path);
        if harmless::reason(type_name, &path).is_none() && !unmodelled.contains(&path) {
            unmodelled.push(path);
        }
    })?;
    Ok(Decoded { value, unmodelled })
}
