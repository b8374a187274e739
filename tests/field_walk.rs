//! Every field of every fixture is either modelled or listed, with a reason, as harmless. A field that a new version of
//! Istio or Envoy brings shows up here, and until then in every trace that meets it.

use std::collections::BTreeMap;

use meshdbg::model::Proxy;
use meshdbg::model::any::TypedConfig;
use meshdbg::model::envoy::entry::{ClusterEntry, EndpointEntry, ListenerEntry, RouteEntry, ScopedRouteEntry};
use meshdbg::model::item::Item;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::support;

/// Fields that nobody accounts for: message and path, with the proxies that have them.
type Unknown = BTreeMap<String, Vec<String>>;

fn walk<T: DeserializeOwned>(items: &[&Item<T>], message: &str, proxy: &Proxy, unknown: &mut Unknown) {
    for item in items {
        match item.decode_fully(message) {
            Ok(decoded) => {
                for path in decoded.unmodelled {
                    unknown.entry(format!("{message} {path}")).or_default().push(proxy.id.to_string());
                }
            }
            Err(error) => {
                unknown.entry(format!("{message} cannot be read: {error}")).or_default().push(proxy.id.to_string());
            }
        }
        let value: Value = serde_json::from_slice(item.text()).unwrap();
        walk_value(&value, proxy, unknown);
    }
}

/// Looks at every extension inside of an object.
fn walk_value(value: &Value, proxy: &Proxy, unknown: &mut Unknown) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("@type") {
                let config: TypedConfig = serde_json::from_value(value.clone()).unwrap();
                for problem in meshdbg::simulate::schema::unmodelled(&config) {
                    unknown.entry(format!("{} {problem}", config.type_name)).or_default().push(proxy.id.to_string());
                }
            }
            fields.values().for_each(|inner| walk_value(inner, proxy, unknown));
        }
        Value::Array(items) => items.iter().for_each(|inner| walk_value(inner, proxy, unknown)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn walk_proxy(proxy: &Proxy, unknown: &mut Unknown) {
    fn items<T>(entries: &[meshdbg::model::dump::Entry<T>]) -> Vec<&Item<T>> {
        entries.iter().map(|entry| &entry.item).collect()
    }
    let dump = &proxy.dump;
    walk(&dump.bootstrap.iter().collect::<Vec<_>>(), "BootstrapEntry", proxy, unknown);
    walk(&items::<ListenerEntry>(&dump.listeners), "ListenerEntry", proxy, unknown);
    walk(&items::<RouteEntry>(&dump.routes), "RouteEntry", proxy, unknown);
    walk(&items::<ScopedRouteEntry>(&dump.scoped_routes), "ScopedRouteEntry", proxy, unknown);
    walk(&items::<ClusterEntry>(&dump.clusters), "ClusterEntry", proxy, unknown);
    walk(&items::<EndpointEntry>(&dump.endpoints), "EndpointEntry", proxy, unknown);
    walk(&items(&dump.secrets), "SecretEntry", proxy, unknown);
    walk(&items(&dump.ecds), "EcdsEntry", proxy, unknown);
}

#[test]
fn every_field_is_modelled_or_known_to_be_harmless() {
    let mut unknown = Unknown::new();
    for fixture in support::captures() {
        let mesh = support::mesh(&fixture);
        for proxy in &mesh.proxies {
            walk_proxy(proxy, &mut unknown);
        }
        for ztunnel in &mesh.ztunnels {
            for field in ztunnel.dump.unmodelled.iter().chain(&ztunnel.dump.unread) {
                unknown.entry(format!("ztunnel {field}")).or_default().push(ztunnel.id.to_string());
            }
        }
    }
    for (field, proxies) in &unknown {
        eprintln!("{field}  ({}x, {})", proxies.len(), proxies[0]);
    }
    assert!(unknown.is_empty(), "{} fields are neither modelled nor listed in model/harmless.rs", unknown.len());
}
