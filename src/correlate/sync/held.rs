//! What a dump alone tells of each kind of objects: how many came from the control plane and when the last of them, which
//! updates Envoy refused, and what waits for something.

use jiff::Timestamp;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::model::dump::{ConfigDump, Entry, Section};
use crate::model::envoy::entry::{EntryState, ErrorState};
use crate::model::istiod::XdsType;
use crate::model::peek;

/// What is there of one kind.
#[derive(Debug, Clone)]
pub(super) struct Held {
    /// The kind.
    pub(super) xds: XdsType,
    /// How many are in use.
    pub(super) count: usize,
    /// When the last of them came.
    pub(super) updated: Option<Timestamp>,
    /// Its version; delta xDS has none.
    pub(super) version: String,
    /// Updates that were refused.
    pub(super) refused: Vec<Refused>,
    /// Names of those that wait.
    pub(super) warming: Vec<String>,
}

/// An update that was refused.
#[derive(Debug, Clone)]
pub(super) struct Refused {
    /// The object.
    pub(super) name: String,
    /// Why.
    pub(super) details: String,
    /// When.
    pub(super) at: Option<Timestamp>,
    /// What was refused, where Envoy keeps it.
    pub(super) configuration: Option<Box<RawValue>>,
    /// Whether what it had before stays in use.
    pub(super) in_use: bool,
}

/// The kinds that a dump shows.
pub(super) fn of(dump: &ConfigDump) -> Vec<Held> {
    let sections = [
        (Section::Clusters, XdsType::Cds, kind(XdsType::Cds, &dump.clusters, "cluster", "name")),
        (Section::Listeners, XdsType::Lds, kind(XdsType::Lds, &dump.listeners, "listener", "name")),
        (Section::Endpoints, XdsType::Eds, kind(XdsType::Eds, &dump.endpoints, "endpoint_config", "cluster_name")),
        (Section::Routes, XdsType::Rds, kind(XdsType::Rds, &dump.routes, "route_config", "name")),
        (Section::Ecds, XdsType::Ecds, kind(XdsType::Ecds, &dump.ecds, "ecds_filter", "name")),
        (Section::Secrets, XdsType::Sds, kind(XdsType::Sds, &dump.secrets, "secret", "name")),
    ];
    let shown = sections.into_iter().filter(|(section, ..)| dump.has(*section));
    let mut kinds: Vec<Held> = shown.map(|(_, _, held)| held).collect();
    // Secrets come from the agent: only what is wrong with them bears on what istiod sent. Few proxies have extensions.
    kinds.retain(|held| match held.xds {
        XdsType::Sds => !held.refused.is_empty() || !held.warming.is_empty(),
        XdsType::Ecds => held.count > 0 || !held.refused.is_empty(),
        _ => true,
    });
    kinds
}

/// What every entry has, whatever its kind.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Any {
    version_info: String,
    last_updated: String,
    error_state: Option<ErrorState>,
    active_state: Option<State>,
    warming_state: Option<State>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct State {
    version_info: String,
    last_updated: String,
}

fn kind<T: Sync>(xds: XdsType, entries: &[Entry<T>], inside: &str, name: &str) -> Held {
    let dynamic: Vec<(&Entry<T>, Any)> = entries
        .par_iter()
        .filter(|entry| entry.state != EntryState::Static)
        .map(|entry| (entry, serde_json::from_slice(entry.item.text()).unwrap_or_default()))
        .collect();
    let mut held =
        Held { xds, count: 0, updated: None, version: String::new(), refused: Vec::new(), warming: Vec::new() };
    for (entry, any) in dynamic {
        let name_of = |text: &[u8]| peek::name(text, &[inside, "active_state", "warming_state"], &[name]);
        let is_listener = held.xds == XdsType::Lds;
        let in_use = if is_listener { any.active_state.is_some() } else { entry.state == EntryState::Active };
        if entry.state == EntryState::Warming || any.warming_state.is_some() {
            held.warming.extend(name_of(entry.item.text()));
        }
        if let Some(error) = any.error_state {
            refuse(&mut held.refused, error, name_of(entry.item.text()), in_use && is_listener);
            // An entry for a refused update alone is no object.
            if !is_listener && name_of(entry.item.text()).is_none() {
                continue;
            }
        }
        if in_use {
            held.count += 1;
            let (updated, version) =
                any.active_state.map_or((any.last_updated, any.version_info), |s| (s.last_updated, s.version_info));
            let updated: Option<Timestamp> = updated.parse().ok();
            if updated >= held.updated {
                held.updated = updated;
                held.version = version;
            }
        }
    }
    held
}

/// Envoy lists a refused listener twice: by its name, with the time, and once more without either.
fn refuse(known: &mut Vec<Refused>, error: ErrorState, name: Option<String>, in_use: bool) {
    let configured = || {
        let text = error.failed_configuration.as_ref()?.get();
        peek::name(text.as_bytes(), &[], &["name", "cluster_name"])
    };
    let name = name.filter(|name| !name.is_empty()).or_else(configured).unwrap_or_default();
    let at = error.last_update_attempt.parse().ok();
    if let Some(same) = known.iter_mut().find(|same| same.name == name && same.details == error.details) {
        same.at = same.at.max(at);
        same.in_use |= in_use;
        return;
    }
    known.push(Refused { name, details: error.details, at, configuration: error.failed_configuration, in_use });
}
