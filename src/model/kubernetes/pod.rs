//! Pods.

use serde::Deserialize;

/// `status` of a `Pod`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PodStatus {
    /// Its address.
    #[serde(rename = "podIP")]
    pub pod_ip: String,
}
