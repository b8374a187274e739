//! The entries of a dump's sections: an object with its state and version.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::super::any::TypedConfig;
use super::bootstrap::Bootstrap;
use super::cluster::Cluster;
use super::endpoint::ClusterLoadAssignment;
use super::http_connection_manager::ScopedRouteConfiguration;
use super::listener::Listener;
use super::route_config::RouteConfiguration;
use super::secret::Secret;

/// `BootstrapConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BootstrapEntry {
    /// The bootstrap.
    pub bootstrap: Bootstrap,
    /// When it was loaded.
    pub last_updated: String,
}

/// A static listener (`listener`) or a dynamic one (the states).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerEntry {
    /// Name of a dynamic listener. A rejected one may come a second time without a name.
    pub name: String,
    /// A static listener.
    pub listener: Option<Listener>,
    /// Takes connections.
    pub active_state: Option<ListenerState>,
    /// Waits for its dependencies.
    pub warming_state: Option<ListenerState>,
    /// Lets its last connections end.
    pub draining_state: Option<ListenerState>,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
    /// Sync state by Envoy's own account.
    pub client_status: String,
    /// When a static listener was loaded.
    pub last_updated: String,
}

/// `ListenersConfigDump.DynamicListenerState`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ListenerState {
    /// Version of the control plane; empty with delta xDS.
    pub version_info: String,
    /// The listener.
    pub listener: Listener,
    /// When it was loaded.
    pub last_updated: String,
}

/// `admin.v3.UpdateFailureState`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ErrorState {
    /// What was rejected, undecoded.
    pub failed_configuration: Option<Box<RawValue>>,
    /// When.
    pub last_update_attempt: String,
    /// Why.
    pub details: String,
    /// Version that was rejected.
    pub version_info: String,
}

/// An entry of `ClustersConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClusterEntry {
    /// Version of the control plane.
    pub version_info: String,
    /// The cluster.
    pub cluster: Cluster,
    /// When it was loaded.
    pub last_updated: String,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
    /// Sync state by Envoy's own account.
    pub client_status: String,
}

/// An entry of `RoutesConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RouteEntry {
    /// Version of the control plane.
    pub version_info: String,
    /// The route table.
    pub route_config: RouteConfiguration,
    /// When it was loaded.
    pub last_updated: String,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
    /// Sync state by Envoy's own account.
    pub client_status: String,
}

/// An entry of `ScopedRoutesConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScopedRouteEntry {
    /// Name of the scopes.
    pub name: String,
    /// Version of the control plane.
    pub version_info: String,
    /// The scopes.
    pub scoped_route_configs: Vec<ScopedRouteConfiguration>,
    /// When they were loaded.
    pub last_updated: String,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
}

/// An entry of `EndpointsConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EndpointEntry {
    /// Version of the control plane.
    pub version_info: String,
    /// The endpoints.
    pub endpoint_config: ClusterLoadAssignment,
    /// When they were loaded.
    pub last_updated: String,
}

/// An entry of `SecretsConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SecretEntry {
    /// Name of a dynamic secret.
    pub name: String,
    /// Version of the control plane.
    pub version_info: String,
    /// The secret.
    pub secret: Secret,
    /// When it was loaded.
    pub last_updated: String,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
}

/// An entry of `EcdsConfigDump`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EcdsEntry {
    /// Version of the control plane.
    pub version_info: String,
    /// The filter.
    pub ecds_filter: Option<EcdsFilter>,
    /// When it was loaded.
    pub last_updated: String,
    /// The last update was rejected.
    pub error_state: Option<ErrorState>,
}

/// `core.v3.TypedExtensionConfig` as an `Any`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EcdsFilter {
    /// Name, as `config_discovery` refers to it.
    pub name: String,
    /// Its configuration.
    pub typed_config: Option<TypedConfig>,
}

/// The list of a section in which an entry stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Hash)]
#[serde(rename_all = "lowercase")]
pub enum EntryState {
    /// From the bootstrap.
    Static,
    /// From the control plane, in use.
    Active,
    /// From the control plane, waiting for its dependencies.
    Warming,
}
