//! Statistics as facts.

use regex::Regex;
use schemars::JsonSchema;
use serde::Serialize;

use super::change::Before;
use crate::base::name::ProxyId;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::stats::groups;
use crate::model::Proxy;
use crate::model::stats::{Stat, StatValue};

/// The statistics of some proxies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Statistics {
    /// Version of this schema.
    pub schema: u32,
    /// `stats`.
    pub kind: &'static str,
    /// Seconds since the reading before, where changes are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<f64>,
    /// By proxy.
    pub proxies: Vec<OfProxy>,
}

/// The statistics of a proxy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OfProxy {
    /// The proxy.
    pub proxy: ProxyId,
    /// What they are about: clusters, listeners, HTTP and TCP prefixes, then parts of Envoy.
    pub groups: Vec<StatGroup>,
    /// How many that were wished for are zero, or did not change, and are left out.
    pub left_out: usize,
}

/// The statistics about one thing.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatGroup {
    /// `cluster`, `listener`, `http`, `tcp`, or `envoy` for a part of Envoy.
    pub kind: &'static str,
    /// Its name, as the configuration has it.
    pub name: String,
    /// Whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// The statistics.
    pub stats: Vec<StatRow>,
}

/// A statistic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StatRow {
    /// The rest of its name.
    pub name: String,
    /// Its whole name.
    pub full_name: String,
    /// What kind it is. Envoy tells counters and gauges apart only to Prometheus: by their names.
    #[serde(rename = "type")]
    pub kind: StatKind,
    /// Of counters and gauges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<u64>,
    /// Of texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Of histograms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantiles: Vec<Quantile>,
    /// Since the reading before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<i64>,
    /// The change of a counter in a second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_second: Option<f64>,
}

/// What kind a statistic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatKind {
    /// It only grows.
    Counter,
    /// It comes and goes.
    Gauge,
    /// Samples.
    Histogram,
    /// A word.
    Text,
}

/// How large a share of the samples is at most.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Quantile {
    /// In percent.
    pub percent: f64,
    /// Since the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<f64>,
    /// In Envoy's last interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<f64>,
}

/// Which statistics are wished for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Those that are zero too.
    pub zeros: bool,
    /// Those whose whole name it finds.
    pub name: Option<Regex>,
    /// Those of a kind.
    pub kind: Option<StatKind>,
}

/// What the names of gauges end with: Envoy's own, of `source/common` and the stats that its documents list.
const GAUGES: [&str; 36] = [
    "_active",
    "_open",
    "_buffered",
    "_healthy",
    "_degraded",
    "_excluded",
    "membership_total",
    "_weight",
    "_pending",
    "pending_requests",
    "pending_send_bytes",
    "pending_resolutions",
    "version",
    "uptime",
    "live",
    "state",
    "concurrency",
    "memory_allocated",
    "memory_heap_size",
    "memory_physical_size",
    "epoch",
    "generation",
    "_first_cert_expiring",
    "seconds_until_first_ocsp_response_expiring",
    "num_keys",
    "num_layers",
    "active_clusters",
    "warming_clusters",
    "_warming",
    "_draining",
    "workers_started",
    "fips_mode",
    "clusters_inflated",
    "update_time",
    "config_reload_time_ms",
    "_connections",
];

impl StatKind {
    /// What kind a statistic is.
    fn of(stat: &Stat) -> Self {
        match &stat.value {
            StatValue::Text(_) => Self::Text,
            StatValue::Quantiles(_) => Self::Histogram,
            StatValue::Number(_) if stat.name.contains(".remaining_") || stat.name.contains("circuit_breakers.") => {
                Self::Gauge
            }
            StatValue::Number(_) if GAUGES.iter().any(|end| stat.name.ends_with(end)) => Self::Gauge,
            StatValue::Number(_) => Self::Counter,
        }
    }
}

impl Wish {
    fn holds(&self, stat: &Stat) -> bool {
        let is_named = self.name.as_ref().is_none_or(|name| name.is_match(&full_name(stat)));
        is_named && self.kind.is_none_or(|kind| kind == StatKind::of(stat))
    }
}

/// The statistics of a proxy that are wished for; where there was a reading before, those that changed.
pub fn of_proxy(mesh: &Mesh, proxy: &Proxy, wish: &Wish, before: Option<&Before>) -> OfProxy {
    let wished: Vec<&Stat> = proxy.stats.iter().flatten().filter(|stat| wish.holds(stat)).collect();
    let is_shown = |stat: &&&Stat| match before {
        _ if wish.zeros => true,
        Some(before) => before.change(stat).is_some_and(|change| change != 0),
        None => !is_zero(stat),
    };
    let shown: Vec<&Stat> = wished.iter().filter(is_shown).copied().collect();
    let left_out = wished.len() - shown.len();
    let groups = groups(mesh, proxy, shown).into_iter().map(|group| StatGroup {
        kind: group.about.word(),
        name: group.name,
        owners: group.owners,
        stats: group.stats.into_iter().map(|(name, stat)| row(name, stat, before)).collect(),
    });
    OfProxy { proxy: proxy.id.clone(), groups: groups.collect(), left_out }
}

fn row(name: String, stat: &Stat, before: Option<&Before>) -> StatRow {
    let kind = StatKind::of(stat);
    let change = before.and_then(|before| before.change(stat));
    let mut row = StatRow {
        name,
        full_name: full_name(stat),
        kind,
        value: None,
        text: None,
        quantiles: Vec::new(),
        change,
        per_second: before.filter(|_| kind == StatKind::Counter).and_then(|before| before.rate(change?)),
    };
    match &stat.value {
        StatValue::Number(number) => row.value = Some(*number),
        StatValue::Text(text) => row.text = Some(text.clone()),
        StatValue::Quantiles(quantiles) => {
            let quantile = |quantile: &crate::model::stats::Quantile| Quantile {
                percent: quantile.percent,
                cumulative: quantile.cumulative,
                interval: quantile.interval,
            };
            row.quantiles = quantiles.iter().map(quantile).collect();
        }
    }
    row
}

/// The name as Envoy has it; of Prometheus one in its manner.
fn full_name(stat: &Stat) -> String {
    match &stat.of {
        Some((kind, name)) => format!("{kind}.{name}.{}", stat.name),
        None => stat.name.clone(),
    }
}

fn is_zero(stat: &Stat) -> bool {
    match &stat.value {
        StatValue::Number(number) => *number == 0,
        StatValue::Text(text) => text.is_empty(),
        StatValue::Quantiles(quantiles) => quantiles.iter().all(|quantile| quantile.cumulative.is_none()),
    }
}
