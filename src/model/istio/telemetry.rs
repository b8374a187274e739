//! Telemetry: which parts of it are set, and for whom.

use serde::Deserialize;
use serde_json::Value;

use super::selector::{TargetReference, WorkloadSelector};

/// `spec` of a `Telemetry`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TelemetrySpec {
    /// The workloads it is for.
    pub selector: Option<WorkloadSelector>,
    /// Or one object it is for.
    pub target_ref: Option<TargetReference>,
    /// Or several.
    pub target_refs: Vec<TargetReference>,
    /// Tracing.
    pub tracing: Vec<Value>,
    /// Metrics.
    pub metrics: Vec<Value>,
    /// Access logs.
    pub access_logging: Vec<Value>,
}
