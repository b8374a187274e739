//! Which rule of which resource sends requests to a host.

use serde_json::Value;

use super::case::{Case, NETWORKING, of};
use crate::base::origin::Owner;
use crate::model::Resource;

/// A destination, as a VirtualService writes it.
struct Written<'m> {
    path: String,
    host: &'m str,
    subset: &'m str,
    port: Option<u64>,
}

/// The rules that send to a host, and to a subset or port of it where one is given.
pub(super) fn destinations(case: &Case, host: &str, subset: Option<&str>, port: Option<u16>) -> Vec<Owner> {
    let mut owners = Vec::new();
    for resource in case.all(NETWORKING, "VirtualService") {
        for written in of_virtual_service(resource) {
            let is_meant = case.host(written.host, &resource.id.namespace) == host
                && subset.is_none_or(|subset| written.subset == subset)
                && port.is_none_or(|port| written.port == Some(u64::from(port)));
            let owner = of(resource, written.path);
            if is_meant && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }
    for kind in ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"] {
        for resource in case.all("gateway.networking.k8s.io", kind) {
            owners.extend(of_gateway_api(case, resource, host).filter(|_| subset.is_none_or(str::is_empty)));
        }
    }
    owners
}

fn of_virtual_service(resource: &Resource) -> Vec<Written<'_>> {
    let mut found = Vec::new();
    if let Some(spec) = resource.body.get("spec") {
        walk(spec, "", &mut found);
    }
    found
}

/// Destinations stand in `destination`, and in `mirror` without it.
fn walk<'m>(value: &'m Value, path: &str, found: &mut Vec<Written<'m>>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| walk(item, &format!("{path}[{index}]"), found));
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                if matches!(key.as_str(), "destination" | "mirror")
                    && let Some(host) = value.get("host").and_then(Value::as_str)
                {
                    found.push(Written {
                        path: below,
                        host,
                        subset: value.get("subset").and_then(Value::as_str).unwrap_or_default(),
                        port: value.pointer("/port/number").and_then(Value::as_u64),
                    });
                } else {
                    walk(value, &below, found);
                }
            }
        }
        _ => {}
    }
}

fn of_gateway_api(case: &Case, resource: &Resource, host: &str) -> impl Iterator<Item = Owner> {
    let mut owners = Vec::new();
    let rules = resource.body.pointer("/spec/rules").and_then(Value::as_array);
    for (rule, value) in rules.into_iter().flatten().enumerate() {
        let backends = value.get("backendRefs").and_then(Value::as_array);
        for (index, backend) in backends.into_iter().flatten().enumerate() {
            let text = |key| backend.get(key).and_then(Value::as_str);
            let namespace = text("namespace").unwrap_or(&resource.id.namespace);
            if text("kind").is_none_or(|kind| kind == "Service")
                && text("name").is_some_and(|name| case.host(name, namespace) == host)
            {
                owners.push(of(resource, format!("rules[{rule}].backendRefs[{index}]")));
            }
        }
    }
    owners.into_iter()
}
