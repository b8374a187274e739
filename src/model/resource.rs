//! Kubernetes, Istio and Gateway API objects, and where they stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::position;
use crate::base::capture::LISTING;
use crate::base::origin::{Place, ResourceRef};

/// One object with its body as JSON.
#[derive(Debug, Clone)]
pub struct Resource {
    /// `GROUP/VERSION`, or `v1`.
    pub api_version: String,
    /// Kind, namespace and name.
    pub id: ResourceRef,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// The whole object.
    pub body: Value,
    /// Where it stands.
    pub source: Source,
}

/// The parts of `metadata` that meshdbg uses.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Metadata {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Annotations.
    pub annotations: BTreeMap<String, String>,
    /// Who made it.
    pub owner_references: Vec<OwnerReference>,
    /// When it was made; the oldest wins many conflicts.
    pub creation_timestamp: Option<String>,
}

/// `metadata.ownerReferences[]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OwnerReference {
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
}

/// The document an object stands in, and its path there.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file, as the user named it.
    pub file: Arc<str>,
    /// Its text, from the object's document on.
    pub text: Bytes,
    /// The line of the file at which `text` begins, from 1.
    pub first_line: usize,
    /// The index of the object in a list, where it is in one.
    pub item: Option<usize>,
    /// That list is the whole document, and not its `items`.
    pub is_list: bool,
}

impl Resource {
    /// Decodes the whole body.
    pub fn whole<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(&self.body).ok()
    }

    /// Decodes a part of the body, such as `spec`.
    pub fn part<T: DeserializeOwned>(&self, field: &str) -> Option<T> {
        T::deserialize(self.body.get(field)?).ok()
    }

    /// Whether it was listed by the collector, so that the line it stands in tells nobody where to edit it.
    pub fn is_listed(&self) -> bool {
        self.source.file.ends_with(LISTING)
    }

    /// The line of a field of the object; of the object itself for an empty path. A field that is not there gives the
    /// line of its nearest parent.
    pub fn place(&self, field_path: &str) -> Place {
        let mut path: Vec<position::Step> = Vec::new();
        if let Some(index) = self.source.item {
            if !self.source.is_list {
                path.push(position::Step::Field("items"));
            }
            path.push(position::Step::Index(index));
        }
        path.extend(position::steps(field_path));
        let text = std::str::from_utf8(&self.source.text).unwrap_or_default();
        Place {
            file: self.source.file.to_string(),
            line: self.source.first_line + position::line(text, &path).unwrap_or(1) - 1,
        }
    }
}
