//! Takes a `/config_dump` apart into items, in one pass over its text and without decoding the items.
//!
//! Three shapes are read: whole dumps, dumps with `?mask=` (some sections, some fields) and dumps with `?resource=`,
//! which hold bare items instead of sections.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use bytes::Bytes;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::any::short_type_name;
use super::envoy::entry::{
    BootstrapEntry, ClusterEntry, EcdsEntry, EndpointEntry, EntryState, ListenerEntry, RouteEntry, ScopedRouteEntry,
    SecretEntry,
};
use super::item::Item;
use super::peek;
pub use crate::base::section::{Extent, Section};

/// An item with the list it stood in.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// Static, active or warming.
    pub state: EntryState,
    /// The entry.
    pub item: Item<T>,
}

/// The items of one or more config dumps of a proxy.
#[derive(Debug, Clone, Default)]
pub struct ConfigDump {
    /// Sections that were there, even if empty, and how much of each was asked for.
    pub sections: BTreeMap<Section, Extent>,
    /// The bootstrap.
    pub bootstrap: Option<Item<BootstrapEntry>>,
    /// Listeners.
    pub listeners: Vec<Entry<ListenerEntry>>,
    /// Route tables.
    pub routes: Vec<Entry<RouteEntry>>,
    /// Scoped route tables.
    pub scoped_routes: Vec<Entry<ScopedRouteEntry>>,
    /// Clusters.
    pub clusters: Vec<Entry<ClusterEntry>>,
    /// Endpoints.
    pub endpoints: Vec<Entry<EndpointEntry>>,
    /// Secrets.
    pub secrets: Vec<Entry<SecretEntry>>,
    /// Filters by ECDS.
    pub ecds: Vec<Entry<EcdsEntry>>,
}

/// The envelope. A dump of one item without `configs` is not an Envoy shape and has none.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    configs: Vec<RawSection<'a>>,
}

/// A section, or a bare item. The fields of all sections in one flat struct: their names are distinct, and a tag would
/// make serde buffer the whole section.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct RawSection<'a> {
    #[serde(rename = "@type", borrow)]
    type_url: Cow<'a, str>,
    #[serde(borrow)]
    static_listeners: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_listeners: Vec<&'a RawValue>,
    // Until Istio 1.4 each state had its list.
    #[serde(borrow)]
    dynamic_active_listeners: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_warming_listeners: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_draining_listeners: Vec<&'a RawValue>,
    #[serde(borrow)]
    static_clusters: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_active_clusters: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_warming_clusters: Vec<&'a RawValue>,
    #[serde(borrow)]
    static_route_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_route_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    inline_scoped_route_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_scoped_route_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    static_endpoint_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_endpoint_configs: Vec<&'a RawValue>,
    #[serde(borrow)]
    static_secrets: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_active_secrets: Vec<&'a RawValue>,
    #[serde(borrow)]
    dynamic_warming_secrets: Vec<&'a RawValue>,
    #[serde(borrow)]
    ecds_filters: Vec<&'a RawValue>,
    // The fields of bare items, and the bootstrap's.
    #[serde(borrow)]
    bootstrap: Option<&'a RawValue>,
    #[serde(borrow)]
    name: Option<&'a RawValue>,
    #[serde(borrow)]
    version_info: Option<&'a RawValue>,
    #[serde(borrow)]
    last_updated: Option<&'a RawValue>,
    #[serde(borrow)]
    client_status: Option<&'a RawValue>,
    #[serde(borrow)]
    error_state: Option<&'a RawValue>,
    #[serde(borrow)]
    active_state: Option<&'a RawValue>,
    #[serde(borrow)]
    warming_state: Option<&'a RawValue>,
    #[serde(borrow)]
    draining_state: Option<&'a RawValue>,
    #[serde(borrow)]
    listener: Option<&'a RawValue>,
    #[serde(borrow)]
    cluster: Option<&'a RawValue>,
    #[serde(borrow)]
    route_config: Option<&'a RawValue>,
    #[serde(borrow)]
    scoped_route_configs: Option<&'a RawValue>,
    #[serde(borrow)]
    endpoint_config: Option<&'a RawValue>,
    #[serde(borrow)]
    secret: Option<&'a RawValue>,
    #[serde(borrow)]
    ecds_filter: Option<&'a RawValue>,
}

impl ConfigDump {
    /// Takes one dump apart and adds its items.
    ///
    /// # Errors
    /// Where the text is no JSON or not of this shape; the error names line and column.
    pub fn add(&mut self, text: &Bytes, extent: &Extent) -> Result<(), serde_json::Error> {
        let envelope: Envelope = serde_json::from_slice(text)?;
        for section in &envelope.configs {
            self.add_section(text, section, extent);
        }
        Ok(())
    }

    fn add_section(&mut self, text: &Bytes, section: &RawSection, extent: &Extent) {
        use EntryState::{Active, Static, Warming};

        let name = short_type_name(&section.type_url);
        let name =
            name.strip_prefix("envoy.admin.v3.").or_else(|| name.strip_prefix("envoy.admin.v2alpha.")).unwrap_or(name);
        if let Some((parent, item)) = name.split_once('.') {
            self.add_bare_item(item, section);
            self.note_section(parent, extent);
            return;
        }
        self.note_section(name, extent);
        if section.bootstrap.is_some() {
            self.bootstrap = Some(Item::new(section.bare_item()));
        }
        extend(&mut self.listeners, text, Static, &section.static_listeners);
        extend(&mut self.listeners, text, Active, &section.dynamic_listeners);
        wrap(&mut self.listeners, "active_state", &section.dynamic_active_listeners);
        wrap(&mut self.listeners, "warming_state", &section.dynamic_warming_listeners);
        wrap(&mut self.listeners, "draining_state", &section.dynamic_draining_listeners);
        extend(&mut self.clusters, text, Static, &section.static_clusters);
        extend(&mut self.clusters, text, Active, &section.dynamic_active_clusters);
        extend(&mut self.clusters, text, Warming, &section.dynamic_warming_clusters);
        extend(&mut self.routes, text, Static, &section.static_route_configs);
        extend(&mut self.routes, text, Active, &section.dynamic_route_configs);
        extend(&mut self.scoped_routes, text, Static, &section.inline_scoped_route_configs);
        extend(&mut self.scoped_routes, text, Active, &section.dynamic_scoped_route_configs);
        extend(&mut self.endpoints, text, Static, &section.static_endpoint_configs);
        extend(&mut self.endpoints, text, Active, &section.dynamic_endpoint_configs);
        extend(&mut self.secrets, text, Static, &section.static_secrets);
        extend(&mut self.secrets, text, Active, &section.dynamic_active_secrets);
        extend(&mut self.secrets, text, Warming, &section.dynamic_warming_secrets);
        extend(&mut self.ecds, text, Active, &section.ecds_filters);
    }

    /// `?resource=` prints items without their section; the message says which list they are from.
    fn add_bare_item(&mut self, message: &str, section: &RawSection) {
        let state = if message.starts_with("Static") || message.starts_with("Inline") {
            EntryState::Static
        } else {
            EntryState::Active
        };
        let text = section.bare_item();
        match message {
            "StaticListener" | "DynamicListener" => push(&mut self.listeners, state, text),
            "StaticCluster" | "DynamicCluster" => push(&mut self.clusters, state, text),
            "StaticRouteConfig" | "DynamicRouteConfig" => push(&mut self.routes, state, text),
            "InlineScopedRouteConfigs" | "DynamicScopedRouteConfigs" => push(&mut self.scoped_routes, state, text),
            "StaticEndpointConfig" | "DynamicEndpointConfig" => push(&mut self.endpoints, state, text),
            "StaticSecret" | "DynamicSecret" => push(&mut self.secrets, state, text),
            "EcdsFilterConfig" => push(&mut self.ecds, state, text),
            _ => {}
        }
    }

    fn note_section(&mut self, name: &str, extent: &Extent) {
        if let Some(section) = Section::of_message(name) {
            let known = self.sections.entry(section).or_insert_with(|| extent.clone());
            *known = known.clone().and(extent.clone());
        }
    }

    /// Whether a section was there, even if empty, and is whole.
    pub fn has(&self, section: Section) -> bool {
        self.sections.get(&section) == Some(&Extent::Whole)
    }

    /// Whether something of this name would be there if the proxy had it.
    pub fn knows(&self, section: Section, name: &str) -> bool {
        self.sections.get(&section).is_some_and(|extent| extent.knows(name))
    }

    /// What to say of a section of which nothing was read that the question asks for.
    pub fn gap(&self, section: Section) -> Option<String> {
        (!self.sections.contains_key(&section)).then(|| section.missing().to_owned())
    }

    /// What to say of a section that was not read whole: what is not in it may be there.
    pub fn doubt(&self, section: Section) -> Option<String> {
        (!self.has(section)).then(|| section.missing().to_owned())
    }

    /// Adds the sections of another dump of the same proxy. Of a list that both have whole, the one with more in it
    /// stays: a masked dump never hides a whole one.
    pub fn merge(&mut self, other: Self) {
        let Self { sections, bootstrap, listeners, routes, scoped_routes, clusters, endpoints, secrets, ecds } = other;
        let known = self.sections.clone();
        let both = |section| (known.get(&section), sections.get(&section));
        if self.bootstrap.is_none() {
            self.bootstrap = bootstrap;
        }
        join(&mut self.listeners, listeners, both(Section::Listeners), |text| {
            peek::name(text, &["listener"], &["name"])
        });
        join(&mut self.routes, routes, both(Section::Routes), |text| peek::name(text, &["route_config"], &["name"]));
        join(&mut self.scoped_routes, scoped_routes, both(Section::ScopedRoutes), |text| {
            peek::name(text, &[], &["name"])
        });
        join(&mut self.clusters, clusters, both(Section::Clusters), |text| peek::name(text, &["cluster"], &["name"]));
        join(&mut self.endpoints, endpoints, both(Section::Endpoints), |text| {
            peek::name(text, &["endpoint_config"], &["cluster_name"])
        });
        join(&mut self.secrets, secrets, both(Section::Secrets), |text| peek::name(text, &["secret"], &["name"]));
        join(&mut self.ecds, ecds, both(Section::Ecds), |text| peek::name(text, &["ecds_filter"], &["name"]));
        for (section, extent) in sections {
            let known = self.sections.entry(section).or_insert_with(|| extent.clone());
            *known = known.clone().and(extent);
        }
    }
}

impl RawSection<'_> {
    /// The item itself, where the section is one.
    fn bare_item(&self) -> Bytes {
        let fields: BTreeMap<&str, &RawValue> = [
            ("bootstrap", self.bootstrap),
            ("name", self.name),
            ("version_info", self.version_info),
            ("last_updated", self.last_updated),
            ("client_status", self.client_status),
            ("error_state", self.error_state),
            ("active_state", self.active_state),
            ("warming_state", self.warming_state),
            ("draining_state", self.draining_state),
            ("listener", self.listener),
            ("cluster", self.cluster),
            ("route_config", self.route_config),
            ("scoped_route_configs", self.scoped_route_configs),
            ("endpoint_config", self.endpoint_config),
            ("secret", self.secret),
            ("ecds_filter", self.ecds_filter),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
        serde_json::to_vec(&fields).unwrap_or_default().into()
    }
}

fn extend<T>(entries: &mut Vec<Entry<T>>, text: &Bytes, state: EntryState, raw: &[&RawValue]) {
    entries.extend(raw.iter().map(|value| Entry { state, item: Item::new(text.slice_ref(value.get().as_bytes())) }));
}

fn push<T>(entries: &mut Vec<Entry<T>>, state: EntryState, text: Bytes) {
    entries.push(Entry { state, item: Item::new(text) });
}

/// What an old list says of a state, as the entry that later versions print.
fn wrap(entries: &mut Vec<Entry<ListenerEntry>>, state: &str, raw: &[&RawValue]) {
    for value in raw {
        let name = peek::name(value.get().as_bytes(), &["listener"], &["name"]).unwrap_or_default();
        let text = format!(r#"{{"name":{},"{state}":{}}}"#, Value::from(name), value.get());
        push(entries, EntryState::Active, text.into());
    }
}

/// Takes over the lists of another dump that hold more items, or more of each item. The lists of a section come one by
/// one with `?resource=`.
fn fuller<T>(mine: &mut Vec<Entry<T>>, mut other: Vec<Entry<T>>) {
    let size = |entries: &[Entry<T>], state| {
        let of_state = entries.iter().filter(|entry| entry.state == state);
        of_state.fold((0, 0), |(count, bytes), entry| (count + 1, bytes + entry.item.text().len()))
    };
    for state in [EntryState::Static, EntryState::Active, EntryState::Warming] {
        if size(&other, state) > size(mine, state) {
            mine.retain(|entry| entry.state != state);
            mine.extend(other.extract_if(.., |entry| entry.state == state));
        }
    }
    mine.sort_by_key(|entry| entry.state);
}

/// Joins the lists of two dumps of a proxy, by how much each has of the section.
fn join<T>(
    mine: &mut Vec<Entry<T>>,
    other: Vec<Entry<T>>,
    (mine_is, other_is): (Option<&Extent>, Option<&Extent>),
    name: impl Fn(&[u8]) -> Option<String>,
) {
    let is_part = |extent: Option<&Extent>| matches!(extent, Some(Extent::Named(_) | Extent::Matching(_)));
    match (is_part(mine_is), is_part(other_is)) {
        (false, false) => fuller(mine, other),
        (true, false) if other_is.is_some() => *mine = other,
        (true, false) => {}
        (false, true) if mine_is.is_some() => {}
        (true | false, true) => {
            // An Envoy that does not know `name_regex` answers with all, each time.
            let key = |entry: &Entry<T>| (entry.state, name(entry.item.text()));
            let known: HashSet<_> = mine.iter().map(key).collect();
            mine.extend(other.into_iter().filter(|entry| !known.contains(&key(entry))));
            mine.sort_by_key(|entry| entry.state);
        }
    }
}
