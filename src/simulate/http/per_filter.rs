//! `typed_per_filter_config`: what tables, virtual hosts, routes and weighted clusters say to a filter.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::model::any::TypedConfig;

/// The configuration of one level, by filter name.
#[derive(Debug, Default)]
pub struct PerFilter {
    entries: BTreeMap<String, Entry>,
}

/// What one level says to one filter.
#[derive(Debug)]
pub struct Entry {
    /// Switches the filter off (`Some(true)`) or, merely by being there, on.
    pub disabled: bool,
    /// The configuration, if there is one.
    pub config: Option<TypedConfig>,
    compiled: OnceLock<(Result<Compiled, String>, Vec<String>)>,
}

/// A per-route configuration in the form its filter wants.
pub type Compiled = Box<dyn Any + Send + Sync>;

/// Compiles a per-route configuration.
pub type Compile = fn(&TypedConfig, &mut Vec<String>) -> Result<Compiled, String>;

/// The per-route configurations of a filter.
#[derive(Debug, Clone, Copy)]
pub struct PerRoute {
    /// Message types, newest first; empty: whatever it is, it has no effect.
    pub types: &'static [&'static str],
    /// Compiles it; fields that are not modelled go into the list.
    pub compile: Compile,
}

/// `route.v3.FilterConfig`.
#[derive(Deserialize, Default)]
#[serde(default)]
struct FilterConfig {
    config: Option<TypedConfig>,
    disabled: bool,
}

/// A compiled configuration, or why there is none; and its fields that are not modelled.
pub type Known<'a> = (Result<&'a (dyn Any + Send + Sync), &'a str>, &'a [String]);

impl PerFilter {
    /// Takes the map of a level.
    pub fn new(config: &BTreeMap<String, TypedConfig>) -> Self {
        let entries = config.iter().map(|(name, config)| {
            let wrapped = config
                .is(&["envoy.config.route.v3.FilterConfig"])
                .then(|| config.decode::<FilterConfig>().ok())
                .flatten();
            let entry = match wrapped {
                Some(wrapped) => {
                    Entry { disabled: wrapped.value.disabled, config: wrapped.value.config, compiled: OnceLock::new() }
                }
                None => Entry { disabled: false, config: Some(config.clone()), compiled: OnceLock::new() },
            };
            (name.clone(), entry)
        });
        Self { entries: entries.collect() }
    }

    /// What this level says to a filter, by the filter's name in the connection manager.
    pub fn get(&self, filter: &str) -> Option<&Entry> {
        if self.entries.is_empty() { None } else { self.entries.get(filter) }
    }
}

impl Entry {
    /// The configuration, compiled once, and its fields that are not modelled; `None` where the level only switches the
    /// filter.
    pub fn compiled(&self, known: PerRoute) -> Option<Known<'_>> {
        let config = self.config.as_ref()?;
        let (compiled, unmodelled) = self.compiled.get_or_init(|| {
            let mut unmodelled = Vec::new();
            let compiled = if known.types.is_empty() || config.is(known.types) {
                (known.compile)(config, &mut unmodelled)
            } else {
                Err(format!("it is a {}", config.type_name))
            };
            (compiled, unmodelled)
        });
        Some((compiled.as_ref().map(|compiled| &**compiled).map_err(String::as_str), unmodelled))
    }
}
