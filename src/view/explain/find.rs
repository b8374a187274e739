//! From a name, whole or in part, to the objects that have it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::subject;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::model::Proxy;

/// The kinds that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By name.
    Listener,
    /// `LISTENER|INDEX`, or by name.
    Chain,
    /// `TABLE|VIRTUAL HOST|INDEX`, or by name.
    Route,
    /// By name.
    Cluster,
    /// By address.
    Endpoint,
    /// By name of the instance.
    Filter,
    /// By name.
    Secret,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Listener => "listener",
            Self::Chain => "chain",
            Self::Route => "route",
            Self::Cluster => "cluster",
            Self::Endpoint => "endpoint",
            Self::Filter => "filter",
            Self::Secret => "secret",
        }
    }
}

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// One object, and the proxies that have one of its name.
    One {
        /// Its name.
        name: String,
        /// The proxies, the first in the order that was asked.
        proxies: Vec<ProxyId>,
    },
    /// Several, with the number of proxies that have each.
    Several(BTreeMap<String, usize>),
    /// None; the names most like it.
    Nothing(Vec<String>),
}

/// So many names are offered where nothing has the one asked for.
const MOST_NEAREST: usize = 5;

/// Looks for a name in proxies: exactly, else in any case, else as a part of names.
pub fn find(mesh: &Mesh, proxies: &[&Proxy], kind: Kind, wanted: &str, now: Timestamp) -> Found {
    let mut names: BTreeMap<String, Vec<ProxyId>> = BTreeMap::new();
    let mut also: BTreeMap<String, String> = BTreeMap::new();
    for proxy in proxies {
        for named in subject::names(mesh, proxy, kind, now) {
            let holders = names.entry(named.id.clone()).or_default();
            if holders.last() != Some(&proxy.id) {
                holders.push(proxy.id.clone());
            }
            if !named.other.is_empty() {
                also.insert(named.id, named.other);
            }
        }
    }
    let lower = wanted.to_lowercase();
    let other = |id: &String| also.get(id).map_or("", String::as_str);
    let tests: [&dyn Fn(&String) -> bool; 5] = [
        &|id| id == wanted,
        &|id| other(id) == wanted,
        &|id| id.to_lowercase() == lower,
        &|id| id.to_lowercase().contains(&lower),
        &|id| other(id).to_lowercase().contains(&lower),
    ];
    for test in tests {
        let hits: Vec<&String> = names.keys().filter(|id| test(id)).collect();
        match hits.as_slice() {
            [] => {}
            [only] => return Found::One { name: (*only).clone(), proxies: names[*only].clone() },
            several => {
                return Found::Several(several.iter().map(|id| ((*id).clone(), names[*id].len())).collect());
            }
        }
    }
    Found::Nothing(nearest(names.into_keys().collect(), &lower))
}

/// The names most like a text: as a whole, or in one of their parts.
fn nearest(names: Vec<String>, wanted: &str) -> Vec<String> {
    let likeness = |name: &String| {
        let name = name.to_lowercase();
        let parts = name.split(['|', '.', '/', ':', ' ']).filter(|part| !part.is_empty());
        let of_parts = parts.map(|part| strsim::jaro_winkler(part, wanted) * 0.99).fold(0.0, f64::max);
        strsim::jaro_winkler(&name, wanted).max(of_parts)
    };
    let mut scored: Vec<(f64, String)> = names.into_iter().map(|name| (likeness(&name), name)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    scored.into_iter().take(MOST_NEAREST).map(|(_, name)| name).collect()
}
