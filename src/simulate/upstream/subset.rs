//! Subsets by metadata (`lb_subset_config`).

use serde_json::{Map, Value};

use super::host::Host;
use crate::base::evidence::Notes;
use crate::model::envoy::load_balancing::LbSubsetConfig;

/// The hosts that a request's criteria leave, as indexes.
///
/// # Errors
/// A reason why none is left, or why it cannot be told; the notes then hold an unknown.
pub fn hosts(
    config: &LbSubsetConfig,
    all: &[Host],
    criteria: &Map<String, Value>,
    notes: &mut Notes,
) -> Result<Vec<usize>, String> {
    let everything = || (0..all.len()).collect::<Vec<_>>();
    if config.metadata_fallback_policy == "FALLBACK_LIST" {
        notes.unknown("metadata_fallback_policy FALLBACK_LIST is not modelled");
        return Err("the subset fallback list is not modelled".to_owned());
    }
    if config.subset_selectors.is_empty() {
        return Ok(everything());
    }
    // The keys of the criteria must be those of a selector, no more and no fewer.
    let selector = config.subset_selectors.iter().find(|selector| {
        !criteria.is_empty()
            && selector.keys.len() == criteria.len()
            && selector.keys.iter().all(|key| criteria.contains_key(key))
    });
    if selector.is_some() {
        let chosen: Vec<usize> =
            (0..all.len()).filter(|index| has(&all[*index], criteria, config.list_as_any)).collect();
        if !chosen.is_empty() {
            notes.remark(|| format!("subset {}: {} of {} endpoints", words(criteria), chosen.len(), all.len()));
            return Ok(chosen);
        }
    }
    let own = selector
        .map(|selector| selector.fallback_policy.as_str())
        .filter(|policy| !policy.is_empty() && *policy != "NOT_DEFINED");
    match own.unwrap_or(&config.fallback_policy) {
        "ANY_ENDPOINT" => {
            notes.remark(|| format!("no subset {}: any endpoint", words(criteria)));
            Ok(everything())
        }
        "DEFAULT_SUBSET" => {
            notes.remark(|| {
                format!("no subset {}: the default subset {}", words(criteria), words(&config.default_subset))
            });
            Ok((0..all.len()).filter(|index| has(&all[*index], &config.default_subset, config.list_as_any)).collect())
        }
        "KEYS_SUBSET" => {
            let keys = selector.map(|selector| selector.fallback_keys_subset.as_slice()).unwrap_or_default();
            let fewer: Map<String, Value> = criteria
                .iter()
                .filter(|(key, _)| keys.contains(key))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            hosts(config, all, &fewer, notes)
        }
        _ => Err(format!("no endpoint in subset {}, and no fallback", words(criteria))),
    }
}

fn has(host: &Host, criteria: &Map<String, Value>, list_as_any: bool) -> bool {
    criteria.iter().all(|(key, wanted)| match host.subset.get(key) {
        Some(Value::Array(values)) if list_as_any => values.contains(wanted),
        Some(value) => value == wanted,
        None => false,
    })
}

fn words(criteria: &Map<String, Value>) -> String {
    if criteria.is_empty() {
        return "(none asked for)".to_owned();
    }
    criteria
        .iter()
        .map(|(key, value)| format!("{key}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        .collect::<Vec<_>>()
        .join(",")
}
