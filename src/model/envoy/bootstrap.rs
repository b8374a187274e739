//! The bootstrap: who the proxy is and its runtime flags.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::address::Address;
use super::endpoint::Locality;

/// `bootstrap.v3.Bootstrap`, the parts that are not repeated in other sections of the dump.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Bootstrap {
    /// Who the proxy is.
    pub node: Node,
    /// Runtime flags.
    pub layered_runtime: LayeredRuntime,
    /// The admin port.
    pub admin: Admin,
    /// Name of the cluster that the proxy belongs to, for zone aware routing.
    pub cluster_manager: ClusterManager,
    /// Extensions switched on, such as internal listeners.
    pub bootstrap_extensions: Vec<super::string_match::Extension>,
}

/// `core.v3.Node`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Node {
    /// istiod: `TYPE~IP~POD.NAMESPACE~NAMESPACE.svc.DOMAIN`.
    pub id: String,
    /// istiod: `APP.NAMESPACE`.
    pub cluster: String,
    /// What the agent tells istiod.
    pub metadata: NodeMetadata,
    /// Where it runs.
    pub locality: Locality,
    /// Envoy's version.
    pub user_agent_build_version: BuildVersion,
    /// Before Envoy 1.13: `sha/VERSION/Clean/RELEASE/SSL`.
    #[serde(alias = "hidden_envoy_deprecated_build_version")]
    pub build_version: String,
}

/// The parts of Istio's node metadata that meshdbg uses.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "SCREAMING_SNAKE_CASE")]
pub struct NodeMetadata {
    /// Pod.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// Its service account.
    pub service_account: String,
    /// Its workload.
    pub workload_name: String,
    /// Its labels.
    pub labels: std::collections::BTreeMap<String, String>,
    /// Version of Istio.
    pub istio_version: String,
    /// `REDIRECT`, `TPROXY` or `NONE`.
    pub interception_mode: String,
    /// Its addresses, comma-separated.
    pub instance_ips: String,
    /// `kubernetes://apis/apps/v1/namespaces/NS/deployments/NAME`.
    pub owner: String,
    /// Id of its cluster.
    pub cluster_id: String,
    /// `true` where the agent answers the workload's DNS queries, also with addresses that istiod allocates.
    pub dns_capture: String,
}

/// `core.v3.BuildVersion`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BuildVersion {
    /// The version.
    pub version: SemanticVersion,
    /// Build details.
    pub metadata: Map<String, Value>,
}

/// `type.v3.SemanticVersion`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(default)]
pub struct SemanticVersion {
    /// Major.
    pub major_number: u32,
    /// Minor.
    pub minor_number: u32,
    /// Patch.
    pub patch: u32,
}

/// `bootstrap.v3.LayeredRuntime`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LayeredRuntime {
    /// Later layers win.
    pub layers: Vec<RuntimeLayer>,
}

/// `bootstrap.v3.RuntimeLayer`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RuntimeLayer {
    /// Name.
    pub name: String,
    /// Values that stand in the configuration.
    pub static_layer: Map<String, Value>,
    /// Values from files of the proxy, which a dump does not show.
    pub disk_layer: Option<Map<String, Value>>,
    /// Values from a control plane, which a dump does not show.
    pub rtds_layer: Option<Map<String, Value>>,
    /// Values set on the admin port, which only `/runtime` shows.
    pub admin_layer: Option<Map<String, Value>>,
}

/// `bootstrap.v3.Admin`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Admin {
    /// Where it listens.
    pub address: Address,
}

/// `bootstrap.v3.ClusterManager`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ClusterManager {
    /// The own cluster.
    pub local_cluster_name: String,
}
