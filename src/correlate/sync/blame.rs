//! Whose the configuration is that a proxy refused: the owners that it would have had. Of a listener those of the filters
//! that Envoy complains of, else of those that are new in it, else of the whole.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_json::value::RawValue;

use super::held::Refused;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::owners::{Detail, Role, Told, Touched};
use crate::model::Proxy;
use crate::model::dump::Entry;
use crate::model::envoy::entry::EntryState;
use crate::model::istiod::XdsType;
use crate::model::item::Item;
use crate::model::peek;

/// What an owner is to an object that is wrong because of it.
const OWN: [Role; 3] = [Role::Made, Role::Shaped, Role::Shared];
/// Shorter quotations are in too many places.
const TELLING: usize = 6;
/// So many owners say something.
const MOST: usize = 4;

/// The owners of what was refused, the likeliest first; none where that cannot be told.
pub(super) fn owners(mesh: &Mesh, proxy: &Proxy, kind: &XdsType, refused: &Refused) -> Vec<Owner> {
    let told = match kind {
        XdsType::Lds => refused.configuration.as_deref().map_or_else(
            || only(Detail::of(mesh, proxy, None).listener(&refused.name), &[Role::Made]),
            |configuration| of_listener(mesh, proxy, refused, configuration),
        ),
        XdsType::Cds => only(of_cluster(mesh, proxy, &refused.name), &OWN),
        XdsType::Ecds => only(Detail::of(mesh, proxy, None).filters(&refused.name), &OWN),
        // No object is named, or it is no Envoy's.
        XdsType::Eds
        | XdsType::Rds
        | XdsType::Sds
        | XdsType::Nds
        | XdsType::Wds
        | XdsType::Wads
        | XdsType::Other(_) => Vec::new(),
    };
    let mut owners: Vec<Owner> = Vec::new();
    for (_, owner) in told {
        if !owners.iter().any(|known| known.resource == owner.resource && known.path == owner.path) {
            owners.push(mesh.located(&owner));
        }
    }
    owners.truncate(MOST);
    owners
}

fn of_listener(mesh: &Mesh, proxy: &Proxy, refused: &Refused, configuration: &RawValue) -> Vec<Told> {
    let would_be = with_listener(proxy, &refused.name, configuration);
    let detail = Detail::of(mesh, &would_be, None);
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let filters = filters(&parse(configuration.get()));
    let quoted = quotations(&refused.details);
    let complained = named(&filters, |(_, text)| quoted.iter().any(|quoted| text.contains(quoted)));
    let before = in_use(proxy, &refused.name).map(|text| self::filters(&parse(&text))).unwrap_or_default();
    let fresh = named(&filters, |filter| !before.is_empty() && !before.contains(filter));
    for names in [complained, fresh] {
        let mut told = only(names.into_iter().flat_map(|name| detail.filters(name)).collect(), &OWN);
        // Access logs were not looked at.
        told.retain(|(_, owner)| owner.resource.kind != "Telemetry");
        if !told.is_empty() {
            return told;
        }
    }
    // What shaped it somewhere else is not to blame.
    only(detail.listener(&refused.name), &[Role::Made])
}

fn named(filters: &[(String, String)], is_meant: impl Fn(&(String, String)) -> bool) -> BTreeSet<&str> {
    filters.iter().filter(|filter| is_meant(filter)).map(|(name, _)| name.as_str()).collect()
}

fn only(told: Vec<Told>, roles: &[Role]) -> Vec<Told> {
    told.into_iter().filter(|(role, _)| roles.contains(role)).collect()
}

/// The proxy as it would be had it taken the listener.
fn with_listener(proxy: &Proxy, name: &str, configuration: &RawValue) -> Proxy {
    let mut proxy = proxy.clone();
    let is_it = |text: &[u8]| peek::name(text, &["listener", "active_state"], &["name"]).as_deref() == Some(name);
    proxy.dump.listeners.retain(|entry| !is_it(entry.item.text()));
    let text = format!(r#"{{"name":{},"active_state":{{"listener":{}}}}}"#, Value::from(name), configuration.get());
    proxy.dump.listeners.push(Entry { state: EntryState::Active, item: Item::new(text.into()) });
    proxy
}

/// The listener of the name that is in use.
fn in_use(proxy: &Proxy, name: &str) -> Option<String> {
    #[derive(Default, serde::Deserialize)]
    #[serde(default)]
    struct Listener<'a> {
        name: String,
        #[serde(borrow)]
        active_state: Option<Active<'a>>,
    }
    #[derive(serde::Deserialize)]
    struct Active<'a> {
        #[serde(borrow)]
        listener: &'a RawValue,
    }
    proxy.dump.listeners.iter().find_map(|entry| {
        let listener: Listener = serde_json::from_slice(entry.item.text()).ok()?;
        (listener.name == name).then_some(listener.active_state?.listener.get().to_owned())
    })
}

/// The filters of a listener, by name, each as text; without access logs, and a connection manager without its filters.
fn filters(listener: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let list = |value: &Value, field: &str| value.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    let name = |filter: &Value| filter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let chains = list(listener, "filter_chains").into_iter().chain(listener.get("default_filter_chain").cloned());
    for mut filter in chains.flat_map(|chain| list(&chain, "filters")) {
        let inner = filter.pointer_mut("/typed_config/http_filters").map(Value::take);
        filter.pointer_mut("/typed_config/access_log").map(Value::take);
        found.push((name(&filter), filter.to_string()));
        if let Some(Value::Array(inner)) = inner {
            found.extend(inner.into_iter().map(|filter| (name(&filter), filter.to_string())));
        }
    }
    found
}

/// What stands in quotation marks in a sentence, as it stands in JSON. A mark within what the other kind quotes is
/// part of it.
fn quotations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\'', '"']) {
        let mark = rest[at..].chars().next().unwrap_or('"');
        let inside = &rest[at + 1..];
        let Some(end) = inside.find(mark) else {
            rest = inside;
            continue;
        };
        if end >= TELLING {
            let json = Value::from(&inside[..end]).to_string();
            found.push(json.trim_matches('"').to_owned());
        }
        rest = &inside[end + 1..];
    }
    found
}

/// A cluster that came for the first time is not in the dump: its name alone tells some of its owners.
fn of_cluster(mesh: &Mesh, proxy: &Proxy, name: &str) -> Vec<Told> {
    if name.is_empty() {
        return Vec::new();
    }
    let touched = Touched { clusters: BTreeSet::from([name.to_owned()]), ..Touched::default() };
    let told = Detail::of(mesh, proxy, Some(&touched)).cluster(name);
    if !told.is_empty() {
        return told;
    }
    let mut proxy = proxy.clone();
    let text = serde_json::json!({ "cluster": { "name": name, "type": "EDS" } }).to_string();
    proxy.dump.clusters.push(Entry { state: EntryState::Active, item: Item::new(text.into()) });
    Detail::of(mesh, &proxy, Some(&touched)).cluster(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_of_complaints() {
        let cases = [
            (
                "script load error: [string \"function f(h) if then end\"]:1: unexpected symbol near 'then'",
                vec!["function f(h) if then end"],
            ),
            ("'io.istio.connect_authority' does not have an object factory", vec!["io.istio.connect_authority"]),
            ("it's nothing", vec![]),
        ];
        for (text, want) in cases {
            assert_eq!(quotations(text), want, "{text}");
        }
    }
}
