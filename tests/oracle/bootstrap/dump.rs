//! A config dump, looked into.

use std::collections::BTreeMap;

use serde_json::Value;

/// A part of a dump.
pub(crate) fn section<'d>(dump: &'d Value, name: &str) -> Option<&'d Value> {
    items(dump, "configs")
        .iter()
        .find(|part| part["@type"].as_str().is_some_and(|kind| kind.rsplit('.').next() == Some(name)))
}

/// A list in an object.
pub(crate) fn items<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The type of an `Any`, without its host; that inside, where it is a `TypedStruct`.
pub(crate) fn type_name(any: &Value) -> &str {
    let outer = any["@type"].as_str().unwrap_or_default();
    let full = if outer.ends_with("TypedStruct") { any["type_url"].as_str().unwrap_or_default() } else { outer };
    full.rsplit('/').next().unwrap_or_default()
}

/// The listeners in use.
pub(crate) fn listeners(dump: &Value) -> Vec<&Value> {
    let Some(section) = section(dump, "ListenersConfigDump") else {
        return Vec::new();
    };
    let dynamic =
        items(section, "dynamic_listeners").iter().filter_map(|entry| entry.pointer("/active_state/listener"));
    dynamic.chain(items(section, "static_listeners").iter().filter_map(|entry| entry.get("listener"))).collect()
}

/// The route tables that came by RDS, by name.
pub(crate) fn route_tables(dump: &Value) -> BTreeMap<&str, &Value> {
    let tables = section(dump, "RoutesConfigDump").map_or(&[][..], |section| items(section, "dynamic_route_configs"));
    tables
        .iter()
        .filter_map(|entry| entry.get("route_config"))
        .filter_map(|table| Some((table["name"].as_str()?, table)))
        .collect()
}

/// The clusters in use.
pub(crate) fn clusters(dump: &Value) -> Vec<&Value> {
    let Some(section) = section(dump, "ClustersConfigDump") else {
        return Vec::new();
    };
    let lists = ["dynamic_active_clusters", "static_clusters"];
    lists.iter().flat_map(|list| items(section, list)).filter_map(|entry| entry.get("cluster")).collect()
}

/// The endpoints by their name in EDS.
pub(crate) fn endpoints(dump: &Value) -> BTreeMap<&str, &Value> {
    let Some(section) = section(dump, "EndpointsConfigDump") else {
        return BTreeMap::new();
    };
    let lists = ["dynamic_endpoint_configs", "static_endpoint_configs"];
    lists
        .iter()
        .flat_map(|list| items(section, list))
        .filter_map(|entry| entry.get("endpoint_config"))
        .filter_map(|config| Some((config["cluster_name"].as_str()?, config)))
        .collect()
}
