//! What istiod would send to a proxy now, against what the proxy holds, object by object, as `istioctl proxy-status POD`
//! does it; endpoints too. Versions and times are no difference.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::fields::differing;
use crate::model::Proxy;
use crate::model::dump::{Entry, Section};
use crate::model::envoy::entry::EntryState;
use crate::model::istiod::{XdsType, intended};

/// The differences of a proxy, by kind; a kind that one side does not show is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Drift {
    /// By kind.
    pub kinds: Vec<KindDrift>,
}

/// The differences of one kind of objects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindDrift {
    /// The kind.
    pub xds: XdsType,
    /// How many are the same on both sides.
    pub same: usize,
    /// Those that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differing: Vec<Differing>,
    /// Those that istiod would send, and the proxy does not have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_istiod: Vec<String>,
    /// Those that the proxy has, and istiod would not send.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only_proxy: Vec<String>,
}

/// An object that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Differing {
    /// Its name.
    pub name: String,
    /// The fields in which it differs; of endpoints the addresses, with `+` for those that only istiod has.
    pub fields: Vec<String>,
}

impl Drift {
    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.kinds.iter().all(|kind| kind.count() == 0)
    }
}

impl KindDrift {
    /// How many objects differ, or are on one side only.
    pub fn count(&self) -> usize {
        self.differing.len() + self.only_istiod.len() + self.only_proxy.len()
    }
}

type Objects<'a> = BTreeMap<String, &'a RawValue>;

/// Compares what istiod would send with what a proxy holds.
///
/// # Errors
/// Where istiod's dump is no JSON or of another shape.
pub fn drift(proxy: &Proxy, intended: &[u8]) -> Result<Drift, serde_json::Error> {
    let mut drift = Drift::default();
    for of_kind in intended::read(intended)? {
        let Some(held) = held(proxy, &of_kind.kind) else {
            continue;
        };
        let wanted: Objects = of_kind.objects.into_iter().collect();
        drift.kinds.push(compare(of_kind.kind, &wanted, &held));
    }
    drift.kinds.sort_by(|left, right| left.xds.cmp(&right.xds));
    Ok(drift)
}

/// What a proxy got from istiod; `None` where its dump does not show it.
fn held<'p>(proxy: &'p Proxy, kind: &XdsType) -> Option<Objects<'p>> {
    let dump = &proxy.dump;
    match kind {
        XdsType::Cds => dump.has(Section::Clusters).then(|| objects(&dump.clusters)),
        XdsType::Lds => dump.has(Section::Listeners).then(|| objects(&dump.listeners)),
        XdsType::Rds => dump.has(Section::Routes).then(|| objects(&dump.routes)),
        XdsType::Eds => dump.has(Section::Endpoints).then(|| objects(&dump.endpoints)),
        XdsType::Ecds => dump.has(Section::Ecds).then(|| objects(&dump.ecds)),
        XdsType::Sds => dump.has(Section::Secrets).then(|| objects(&dump.secrets)),
        XdsType::Nds | XdsType::Wds | XdsType::Wads | XdsType::Other(_) => None,
    }
}

fn objects<T: Sync>(entries: &[Entry<T>]) -> Objects<'_> {
    let dynamic = entries.par_iter().filter(|entry| entry.state != EntryState::Static);
    let mut objects: Vec<_> = dynamic.filter_map(|entry| intended::object(entry.item.text())).collect();
    // Of one that is warming and in use at the same time, what is in use comes first.
    objects.reverse();
    objects.into_iter().collect()
}

fn compare(kind: XdsType, wanted: &Objects, held: &Objects) -> KindDrift {
    let judged: Vec<(&String, Option<Vec<String>>)> =
        wanted.par_iter().map(|(name, object)| (name, held.get(name).map(|own| judge(&kind, object, own)))).collect();
    let mut found = KindDrift {
        same: 0,
        differing: Vec::new(),
        only_istiod: Vec::new(),
        // Envoy lists the endpoints of clusters of every kind, and secrets come from its agent too.
        only_proxy: match kind {
            XdsType::Eds | XdsType::Sds => Vec::new(),
            _ => held.keys().filter(|name| !wanted.contains_key(*name)).cloned().collect(),
        },
        xds: kind,
    };
    for (name, fields) in judged {
        match fields {
            None => found.only_istiod.push(name.clone()),
            Some(fields) if fields.is_empty() => found.same += 1,
            Some(fields) => found.differing.push(Differing { name: name.clone(), fields }),
        }
    }
    found
}

fn judge(kind: &XdsType, wanted: &RawValue, held: &RawValue) -> Vec<String> {
    // Neither side shows a secret.
    if *kind == XdsType::Sds {
        return Vec::new();
    }
    // As in each's words nothing differs, mostly.
    if wanted.get() == held.get() {
        return Vec::new();
    }
    let parse = |text: &RawValue| serde_json::from_str::<Value>(text.get()).unwrap_or_default();
    let (wanted, held) = (parse(wanted), parse(held));
    if *kind == XdsType::Eds { addresses_differ(&wanted, &held) } else { differing(&wanted, &held) }
}

/// Envoy prints endpoints anew, with health and weights of its own: which they are is what counts.
fn addresses_differ(wanted: &Value, held: &Value) -> Vec<String> {
    let (wanted, held) = (addresses(wanted), addresses(held));
    let missing = wanted.difference(&held).map(|address| format!("+{address}"));
    let more = held.difference(&wanted).map(|address| format!("-{address}"));
    missing.chain(more).collect()
}

fn addresses(assignment: &Value) -> BTreeSet<String> {
    let either = |value: &'_ Value, names: [&str; 2]| names.iter().find_map(|name| value.get(name)).cloned();
    let list = |value: Option<Value>| match value {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    let mut found = BTreeSet::new();
    for locality in list(assignment.get("endpoints").cloned()) {
        for host in list(either(&locality, ["lb_endpoints", "lbEndpoints"])) {
            let address = host.pointer("/endpoint/address").cloned().unwrap_or_default();
            if let Some(socket) = either(&address, ["socket_address", "socketAddress"]) {
                let port = either(&socket, ["port_value", "portValue"]).unwrap_or_default();
                found.insert(format!("{}:{port}", socket["address"].as_str().unwrap_or_default()));
            } else if let Some(inner) = either(&address, ["envoy_internal_address", "envoyInternalAddress"]) {
                let listener = either(&inner, ["server_listener_name", "serverListenerName"]).unwrap_or_default();
                let id = either(&inner, ["endpoint_id", "endpointId"]).unwrap_or_default();
                found.insert(format!(
                    "envoy://{}/{}",
                    listener.as_str().unwrap_or_default(),
                    id.as_str().unwrap_or_default()
                ));
            } else if let Some(pipe) = address.pointer("/pipe/path").and_then(Value::as_str) {
                found.insert(pipe.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_are_compared_by_address() {
        let istiod = serde_json::json!({"clusterName": "c", "endpoints": [{"lbEndpoints": [
            {"endpoint": {"address": {"socketAddress": {"address": "10.0.0.1", "portValue": 80}}}},
            {"endpoint": {"address": {"envoyInternalAddress": {"serverListenerName": "l", "endpointId": "x"}}}}]}]});
        let envoy = serde_json::json!({"cluster_name": "c", "endpoints": [{"locality": {}, "lb_endpoints": [
            {"health_status": "HEALTHY", "endpoint": {"address": {"envoy_internal_address": {"server_listener_name": "l", "endpoint_id": "x"}}}},
            {"endpoint": {"address": {"socket_address": {"address": "10.0.0.2", "port_value": 80}}}}]}]});
        assert_eq!(addresses_differ(&istiod, &envoy), ["+10.0.0.1:80", "-10.0.0.2:80"]);
    }
}
