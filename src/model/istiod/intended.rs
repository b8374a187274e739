//! What istiod would send to a proxy (`/debug/config_dump?proxyID=…&include_eds`): the entries of Envoy's dump without
//! their states, with the names of fields as JSON has them (`versionInfo` for `version_info`).

use serde::Deserialize;
use serde_json::value::RawValue;

use super::xds_type::XdsType;
use crate::model::any::short_type_name;
use crate::model::peek;

/// The objects of one kind; a section that the dump does not have is no answer.
#[derive(Debug, Clone)]
pub struct OfKind<'a> {
    /// The kind.
    pub kind: XdsType,
    /// Name and object.
    pub objects: Vec<(String, &'a RawValue)>,
}

#[derive(Deserialize)]
struct Dump<'a> {
    #[serde(borrow)]
    configs: Vec<Section<'a>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Section<'a> {
    #[serde(rename = "@type")]
    type_url: String,
    #[serde(borrow, alias = "dynamicActiveClusters")]
    dynamic_active_clusters: Vec<&'a RawValue>,
    #[serde(borrow, alias = "dynamicListeners")]
    dynamic_listeners: Vec<&'a RawValue>,
    #[serde(borrow, alias = "dynamicRouteConfigs")]
    dynamic_route_configs: Vec<&'a RawValue>,
    #[serde(borrow, alias = "dynamicEndpointConfigs")]
    dynamic_endpoint_configs: Vec<&'a RawValue>,
    #[serde(borrow, alias = "dynamicActiveSecrets")]
    dynamic_active_secrets: Vec<&'a RawValue>,
    #[serde(borrow, alias = "ecdsFilters")]
    ecds_filters: Vec<&'a RawValue>,
}

/// An entry of any kind.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry<'a> {
    #[serde(borrow)]
    cluster: Option<&'a RawValue>,
    #[serde(borrow, alias = "activeState")]
    active_state: Option<State<'a>>,
    #[serde(borrow, alias = "warmingState")]
    warming_state: Option<State<'a>>,
    #[serde(borrow, alias = "routeConfig")]
    route_config: Option<&'a RawValue>,
    #[serde(borrow, alias = "endpointConfig")]
    endpoint_config: Option<&'a RawValue>,
    #[serde(borrow)]
    secret: Option<&'a RawValue>,
    #[serde(borrow, alias = "ecdsFilter")]
    ecds_filter: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct State<'a> {
    #[serde(borrow)]
    listener: Option<&'a RawValue>,
}

/// The objects by kind.
///
/// # Errors
/// Where the text is no JSON or of another shape.
pub fn read(text: &[u8]) -> Result<Vec<OfKind<'_>>, serde_json::Error> {
    let dump: Dump = serde_json::from_slice(text)?;
    let mut kinds = Vec::new();
    for section in dump.configs {
        let (kind, entries) = match short_type_name(&section.type_url).rsplit('.').next().unwrap_or_default() {
            "ClustersConfigDump" => (XdsType::Cds, section.dynamic_active_clusters),
            "ListenersConfigDump" => (XdsType::Lds, section.dynamic_listeners),
            "RoutesConfigDump" => (XdsType::Rds, section.dynamic_route_configs),
            "EndpointsConfigDump" => (XdsType::Eds, section.dynamic_endpoint_configs),
            "SecretsConfigDump" => (XdsType::Sds, section.dynamic_active_secrets),
            "EcdsConfigDump" => (XdsType::Ecds, section.ecds_filters),
            _ => continue,
        };
        let objects = entries.into_iter().filter_map(|entry| object(entry.get().as_bytes())).collect();
        kinds.push(OfKind { kind, objects });
    }
    Ok(kinds)
}

/// The object of an entry of either dump, with its name; of a listener the version that is in use, else the one that
/// waits.
pub fn object(entry: &[u8]) -> Option<(String, &RawValue)> {
    let entry: Entry = serde_json::from_slice(entry).ok()?;
    let listener = entry.active_state.and_then(|state| state.listener);
    let waiting = entry.warming_state.and_then(|state| state.listener);
    let others = [entry.cluster, entry.route_config, entry.endpoint_config, entry.secret, entry.ecds_filter];
    let object = listener.or(waiting).or(others.into_iter().flatten().next())?;
    let name = peek::name(object.get().as_bytes(), &[], &["name", "clusterName", "cluster_name"]).unwrap_or_default();
    Some((name, object))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read() {
        let text = r#"{"configs":[
          {"@type":"type.googleapis.com/envoy.admin.v3.BootstrapConfigDump"},
          {"@type":"type.googleapis.com/envoy.admin.v3.ClustersConfigDump","versionInfo":"1","dynamicActiveClusters":[{"cluster":{"@type":"x","name":"c"}}]},
          {"@type":"type.googleapis.com/envoy.admin.v3.EndpointsConfigDump","dynamicEndpointConfigs":[{"endpointConfig":{"clusterName":"c"}}]},
          {"@type":"type.googleapis.com/envoy.admin.v3.ListenersConfigDump","dynamic_listeners":[{"name":"l","active_state":{"listener":{"name":"l"}}},{"warmingState":{"listener":{"name":"w"}}}]},
          {"@type":"type.googleapis.com/envoy.admin.v3.RoutesConfigDump","dynamicRouteConfigs":[{"routeConfig":{"name":"80"}}]},
          {"@type":"type.googleapis.com/envoy.admin.v3.EcdsConfigDump"}]}"#;
        let kinds = read(text.as_bytes()).unwrap();
        let lines: Vec<String> = kinds
            .iter()
            .map(|of_kind| {
                let names: Vec<&str> = of_kind.objects.iter().map(|(name, _)| name.as_str()).collect();
                format!("{} {}", of_kind.kind, names.join(","))
            })
            .collect();
        assert_eq!(lines, ["CDS c", "EDS c", "LDS l,w", "RDS 80", "ECDS "]);
    }
}
