//! `core.v3.Metadata`: free-form facts by filter name.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::super::any::TypedConfig;

/// Free-form facts that a control plane attached to an object.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// Facts by filter name, undecoded.
    pub filter_metadata: BTreeMap<String, Box<RawValue>>,
    /// Typed facts by filter name.
    pub typed_filter_metadata: BTreeMap<String, TypedConfig>,
}

impl Metadata {
    /// The facts of one filter, as `T`; `None` where there are none or they have another shape.
    pub fn get<T: DeserializeOwned>(&self, filter: &str) -> Option<T> {
        serde_json::from_str(self.filter_metadata.get(filter)?.get()).ok()
    }

    /// The facts of one filter as JSON.
    pub fn value(&self, filter: &str) -> Option<Value> {
        self.get(filter)
    }

    /// What istiod notes (`filter_metadata.istio`).
    pub fn istio(&self) -> Option<IstioMark> {
        self.get("istio")
    }
}

/// What istiod notes on the objects it generates (`pilot/pkg/networking/util/util.go`).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IstioMark {
    /// `/apis/GROUP/VERSION/namespaces/NS/KEBAB-KIND/NAME` of the resource.
    pub config: String,
    /// Subset of the DestinationRule.
    pub subset: String,
    /// Services behind a cluster.
    pub services: Vec<IstioService>,
    /// `WORKLOAD;NS;CANONICAL-SERVICE;REVISION;CLUSTER` of an endpoint.
    pub workload: String,
    /// The service lies outside of the mesh.
    pub external: bool,
    /// `"false"` where `istio.alpn` must leave the ALPN alone.
    pub alpn_override: String,
}

/// A service that a cluster stands for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IstioService {
    /// Host name.
    pub host: String,
    /// Name of the Service or host of the ServiceEntry.
    pub name: String,
    /// Namespace.
    pub namespace: String,
}
