//! Which waypoint the labels ask for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;

const USE_WAYPOINT: &str = "istio.io/use-waypoint";
const OF_NAMESPACE: &str = "istio.io/use-waypoint-namespace";

/// What the labels ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "asks")]
pub enum Asked {
    /// No label asks for a waypoint.
    Nothing,
    /// A label asks for none.
    ForNone {
        /// Where it stands.
        by: AskedBy,
    },
    /// A label asks for a waypoint.
    For {
        /// Where it stands.
        by: AskedBy,
        /// Namespace of the waypoint.
        namespace: String,
        /// Name of the waypoint.
        name: String,
    },
}

/// Where a label stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskedBy {
    /// The object or its namespace.
    pub resource: ResourceRef,
}

impl Asked {
    /// Reads the labels of an object, else those of its namespace: the object's label wins.
    pub(super) fn of(mesh: &Mesh, object: &ResourceRef) -> Self {
        let namespace = ResourceRef::new("Namespace", "", &object.namespace);
        let places = [object, &namespace];
        let asked = places.into_iter().find_map(|resource| {
            let labels = &mesh.resource(resource)?.metadata.labels;
            Self::read(labels, resource, &object.namespace)
        });
        asked.unwrap_or(Self::Nothing)
    }

    fn read(labels: &BTreeMap<String, String>, resource: &ResourceRef, own: &str) -> Option<Self> {
        let name = labels.get(USE_WAYPOINT).filter(|name| !name.is_empty())?;
        let by = AskedBy { resource: resource.clone() };
        if name == "none" {
            return Some(Self::ForNone { by });
        }
        let namespace = labels.get(OF_NAMESPACE).map_or(own, String::as_str).to_owned();
        Some(Self::For { by, namespace, name: name.clone() })
    }
}
