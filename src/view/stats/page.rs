//! Statistics as a document.

use super::result::{OfProxy, Quantile, StatGroup, StatRow, Statistics};
use crate::view::document::{Block, Document, Entry, Line, Role};
use crate::view::words::count;

/// Quantiles that people ask for.
const ASKED: [f64; 4] = [50.0, 90.0, 99.0, 100.0];

impl Statistics {
    /// The statistics as a document; a `wide` one has all quantiles and owners.
    pub fn document(&self, wide: bool) -> Document {
        let mut document = Document::default();
        for (index, of_proxy) in self.proxies.iter().enumerate() {
            if index > 0 {
                document.push(Block::Gap);
            }
            proxy(&mut document, of_proxy, self.interval, wide);
        }
        document
    }
}

fn proxy(document: &mut Document, of_proxy: &OfProxy, interval: Option<f64>, wide: bool) {
    let shown: usize = of_proxy.groups.iter().map(|group| group.stats.len()).sum();
    let what = match interval {
        Some(seconds) => format!("{} changed in {seconds:.1} s", count(shown, "statistic")),
        None if of_proxy.left_out == 0 => count(shown, "statistic"),
        None => format!("{}; {} are zero (--zeros)", count(shown, "statistic"), of_proxy.left_out),
    };
    let head = Line::of(Role::Strong, of_proxy.proxy.to_string()).and(Role::Muted, format!("  {what}"));
    document.push(Block::Heading(head));
    for group in &of_proxy.groups {
        document.push(Block::Paragraph(title(group, wide)));
        document.push(Block::Ledger(group.stats.iter().map(|stat| entry(stat, interval.is_some(), wide)).collect()));
    }
}

fn title(group: &StatGroup, wide: bool) -> Line {
    /// So many owners tell enough.
    const MOST: usize = 2;
    let most = if wide { usize::MAX } else { MOST };
    let mut owners: Vec<String> = group.owners.iter().take(most).map(ToString::to_string).collect();
    if let Some(more) = group.owners.len().checked_sub(most).filter(|more| *more > 0) {
        owners.push(format!("and {more} more"));
    }
    let line = Line::of(Role::Muted, format!("{} ", group.kind)).and(Role::Name, group.name.clone());
    if owners.is_empty() { line } else { line.and(Role::Muted, format!("  {}", owners.join(", "))) }
}

fn entry(stat: &StatRow, is_watched: bool, wide: bool) -> Entry {
    let mut head = match (&stat.text, stat.value) {
        (Some(text), _) => Line::from(text.clone()),
        (None, Some(value)) => Line::from(value.to_string()),
        (None, None) => Line::from(quantiles(&stat.quantiles, wide)),
    };
    if let Some(change) = stat.change.filter(|_| is_watched) {
        head = head.plain(format!("  {change:+}"));
        if let Some(rate) = stat.per_second {
            head = head.and(Role::Muted, format!("  {rate:.1}/s"));
        }
    }
    Entry { label: stat.name.clone().into(), head, ..Entry::default() }
}

/// `p50 1.5  p90 3  p99 4  max 12`.
fn quantiles(quantiles: &[Quantile], wide: bool) -> String {
    let is_asked = |quantile: &&Quantile| wide || ASKED.contains(&quantile.percent);
    let word = |quantile: &Quantile| {
        let value = shown(quantile.cumulative?);
        let name = match quantile.percent {
            percent if percent >= 100.0 => "max".to_owned(),
            percent if percent <= 0.0 => "min".to_owned(),
            percent => format!("p{percent}"),
        };
        let interval = quantile.interval.filter(|_| wide).map(|now| format!(" (now {})", shown(now)));
        Some(format!("{name} {value}{}", interval.unwrap_or_default()))
    };
    let words: Vec<String> = quantiles.iter().filter(is_asked).filter_map(word).collect();
    if words.is_empty() { "no samples".to_owned() } else { words.join("  ") }
}

fn shown(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
