//! `/stats`, in the forms that people save: JSON, text, and what Prometheus scrapes.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One statistic.
#[derive(Debug, Clone, PartialEq)]
pub struct Stat {
    /// Its name, as Envoy builds it; of Prometheus its metric without the prefix.
    pub name: String,
    /// Whose it is, where the form says so apart from the name: `cluster` or `listener` or `http`, and the name of that.
    pub of: Option<(String, String)>,
    /// What it says.
    pub value: StatValue,
}

/// What a statistic says.
#[derive(Debug, Clone, PartialEq)]
pub enum StatValue {
    /// A counter or a gauge. Envoy does not say which but to Prometheus.
    Number(u64),
    /// A word.
    Text(String),
    /// A histogram: its quantiles since the start and, where there were any, of the last interval, in percent.
    Quantiles(Vec<Quantile>),
}

/// How large a share of the samples is at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// In percent.
    pub percent: f64,
    /// Since the start.
    pub cumulative: Option<f64>,
    /// In the last interval.
    pub interval: Option<f64>,
}

/// Reads a page.
///
/// # Errors
/// Where it is JSON and broken, or has another shape.
pub fn read(text: &[u8]) -> Result<Vec<Stat>, serde_json::Error> {
    let text = String::from_utf8_lossy(text);
    let start = text.trim_start();
    if start.starts_with('{') {
        return from_json(start);
    }
    let is_prometheus = start.starts_with("# TYPE ") || start.starts_with("# HELP ");
    Ok(if is_prometheus { from_prometheus(start) } else { start.lines().filter_map(from_line).collect() })
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    stats: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Entry {
    name: String,
    value: serde_json::Value,
    histograms: Option<Histograms>,
}

#[derive(Deserialize)]
struct Histograms {
    #[serde(default)]
    supported_quantiles: Vec<f64>,
    #[serde(default)]
    computed_quantiles: Vec<Computed>,
}

#[derive(Deserialize)]
struct Computed {
    name: String,
    #[serde(default)]
    values: Vec<ComputedValue>,
}

#[derive(Deserialize)]
struct ComputedValue {
    cumulative: Option<f64>,
    interval: Option<f64>,
}

fn from_json(text: &str) -> Result<Vec<Stat>, serde_json::Error> {
    let page: Page = serde_json::from_str(text)?;
    let mut stats = Vec::new();
    for entry in page.stats {
        let Some(Histograms { supported_quantiles, computed_quantiles }) = entry.histograms else {
            let value = match entry.value {
                serde_json::Value::Number(number) => StatValue::Number(number.as_u64().unwrap_or_default()),
                serde_json::Value::String(text) => StatValue::Text(text),
                _ => continue,
            };
            stats.push(Stat { name: entry.name, of: None, value });
            continue;
        };
        for Computed { name, values } in computed_quantiles {
            let quantile = |(percent, value): (&f64, ComputedValue)| Quantile {
                percent: *percent,
                cumulative: value.cumulative,
                interval: value.interval,
            };
            let quantiles = supported_quantiles.iter().zip(values).map(quantile).collect();
            stats.push(Stat { name, of: None, value: StatValue::Quantiles(quantiles) });
        }
    }
    Ok(stats)
}

/// `NAME: 1`, `NAME: "text"`, `NAME: P0(nan,1) P25(nan,1.5)`.
fn from_line(line: &str) -> Option<Stat> {
    let (name, value) = line.rsplit_once(": ").filter(|(name, _)| !name.contains(": \""))?;
    let value = value.trim();
    let value = match value.parse() {
        Ok(number) => StatValue::Number(number),
        Err(_) if value.starts_with("P0(") => StatValue::Quantiles(value.split(' ').filter_map(quantile).collect()),
        Err(_) if value == "No recorded values" => StatValue::Quantiles(Vec::new()),
        Err(_) => StatValue::Text(value.trim_matches('"').to_owned()),
    };
    Some(Stat { name: name.trim().to_owned(), of: None, value })
}

/// `P99.5(INTERVAL,CUMULATIVE)`.
fn quantile(text: &str) -> Option<Quantile> {
    let (percent, values) = text.strip_prefix('P')?.strip_suffix(')')?.split_once('(')?;
    let (interval, cumulative) = values.split_once(',')?;
    let number = |text: &str| text.parse().ok().filter(|number: &f64| !number.is_nan());
    Some(Quantile { percent: percent.parse().ok()?, cumulative: number(cumulative), interval: number(interval) })
}

/// `envoy_cluster_upstream_cx_total{cluster_name="a"} 1`. Histograms come in buckets there, which say no quantiles: of them
/// the count and the sum are read.
fn from_prometheus(text: &str) -> Vec<Stat> {
    /// Labels that name whose a statistic is.
    const LABELS: [(&str, &str); 6] = [
        ("cluster_name", "cluster"),
        ("envoy_cluster_name", "cluster"),
        ("listener_address", "listener"),
        ("envoy_listener_address", "listener"),
        ("http_conn_manager_prefix", "http"),
        ("envoy_http_conn_manager_prefix", "http"),
    ];
    let mut stats = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((head, value)) = line.rsplit_once(' ') else { continue };
        let Ok(number) = value.parse::<f64>() else { continue };
        let (metric, labels) = head.split_once('{').unwrap_or((head, ""));
        let labels = labels_of(labels.trim_end_matches('}'));
        let name = metric.strip_prefix("envoy_").unwrap_or(metric);
        if name.ends_with("_bucket") {
            continue;
        }
        // The narrowest: a listener has statistics of its connection managers, not the other way round.
        let named = LABELS.iter().find_map(|(label, kind)| Some((*kind, labels.get(*label)?)));
        let short = named.and_then(|(kind, _)| name.strip_prefix(kind)?.strip_prefix('_')).unwrap_or(name);
        let others: Vec<String> = labels
            .iter()
            .filter(|(label, _)| !LABELS.iter().any(|(known, _)| known == &label.as_str()))
            .map(|(label, value)| format!("{label}={value}"))
            .collect();
        let name = if others.is_empty() { short.to_owned() } else { format!("{short}{{{}}}", others.join(",")) };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counters and gauges are whole")]
        let value = StatValue::Number(number.max(0.0) as u64);
        stats.push(Stat { name, of: named.map(|(kind, name)| (kind.to_owned(), name.clone())), value });
    }
    stats
}

/// `a="1",b="x,\"y\""`.
fn labels_of(text: &str) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    let mut rest = text;
    while let Some((label, after)) = rest.split_once("=\"") {
        let mut end = 0;
        let bytes = after.as_bytes();
        while bytes.get(end).is_some_and(|byte| *byte != b'"') {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        let value = after.get(..end).unwrap_or(after);
        labels.insert(label.trim_start_matches(',').to_owned(), value.replace("\\\"", "\"").replace("\\\\", "\\"));
        rest = after.get(end + 1..).unwrap_or_default();
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(name: &str, of: Option<(&str, &str)>, value: u64) -> Stat {
        let of = of.map(|(kind, name)| (kind.to_owned(), name.to_owned()));
        Stat { name: name.to_owned(), of, value: StatValue::Number(value) }
    }

    #[test]
    fn every_form_is_read() {
        let quantiles = |name: &str| Stat {
            name: name.to_owned(),
            of: None,
            value: StatValue::Quantiles(vec![
                Quantile { percent: 0.0, cumulative: Some(1.0), interval: None },
                Quantile { percent: 99.5, cumulative: Some(2.5), interval: Some(3.0) },
            ]),
        };
        let text =
            |name: &str, text: &str| Stat { name: name.to_owned(), of: None, value: StatValue::Text(text.to_owned()) };
        let cases = [
            (
                r#"{"stats":[{"name":"lds.version_text","value":"a"},{"name":"server.live","value":1},{"histograms":
                {"supported_quantiles":[0,99.5],"computed_quantiles":[{"name":"cluster.a.ms","values":
                [{"cumulative":1,"interval":null},{"cumulative":2.5,"interval":3}]}]}}]}"#,
                vec![text("lds.version_text", "a"), number("server.live", None, 1), quantiles("cluster.a.ms")],
            ),
            (
                "lds.version_text: \"a\"\ncluster.outbound|80||a.b;.upstream_cx_total: 1\ncluster.a.ms: P0(nan,1) P99.5(3,2.5)\n\
                 cluster.b.ms: No recorded values\n",
                vec![
                    text("lds.version_text", "a"),
                    number("cluster.outbound|80||a.b;.upstream_cx_total", None, 1),
                    quantiles("cluster.a.ms"),
                    Stat { name: "cluster.b.ms".to_owned(), of: None, value: StatValue::Quantiles(Vec::new()) },
                ],
            ),
            (
                "# TYPE envoy_cluster_upstream_cx_total counter\nenvoy_cluster_upstream_cx_total{cluster_name=\"a|b\"} 4\n\
                 envoy_server_live{} 1\nenvoy_cluster_ms_bucket{cluster_name=\"a\",le=\"1\"} 2\n\
                 envoy_cluster_upstream_rq{envoy_response_code=\"200\",envoy_cluster_name=\"a\"} 3\n",
                vec![
                    number("upstream_cx_total", Some(("cluster", "a|b")), 4),
                    number("server_live", None, 1),
                    number("upstream_rq{envoy_response_code=200}", Some(("cluster", "a")), 3),
                ],
            ),
        ];
        for (page, want) in cases {
            assert_eq!(read(page.as_bytes()).unwrap(), want, "{page}");
        }
        assert!(read(b"{\"stats\": [").is_err());
    }
}
