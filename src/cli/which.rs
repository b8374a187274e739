//! Which proxies are meant.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};
use clap::Args;

use super::args::Global;
use crate::correlate::Mesh;
use crate::correlate::select::{Selector, by_labels, nearest};
use crate::model::Proxy;

/// So many names fit into a message.
const MOST_NAMED: usize = 12;

/// The proxies of a command.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Which {
    /// The proxy: pod/NAME, NAME.NAMESPACE, deploy/NAME, gateway/NAMESPACE/NAME, svc/NAME. May be left out where only
    /// one was read.
    #[arg(value_name = "PROXY")]
    pub(super) proxy: Vec<String>,
    /// Proxies with these labels: app=reviews,version=v1
    #[arg(short = 'l', long = "selector", value_name = "LABELS", conflicts_with = "proxy")]
    pub(super) labels: Option<String>,
    /// All proxies that were read (of one namespace with -n)
    #[arg(short = 'A', long = "all", conflicts_with_all = ["proxy", "labels"])]
    pub(super) all: bool,
}

impl Which {
    /// The one with a name, or the only one there is.
    pub(super) fn one(text: Option<&str>) -> Self {
        Self { proxy: text.map(str::to_owned).into_iter().collect(), ..Self::default() }
    }

    /// The proxies meant, in the order in which they were named.
    pub(super) fn select<'m>(&self, mesh: &'m Mesh, global: &Global) -> Result<Vec<&'m Proxy>> {
        self.select_or(mesh, global, "name one of these, or all with -A")
    }

    /// The same; where it is open which of several is meant, `hint` says what to do.
    fn select_or<'m>(&self, mesh: &'m Mesh, global: &Global, hint: &str) -> Result<Vec<&'m Proxy>> {
        let namespace = global.namespace.as_deref();
        if let Some(labels) = &self.labels {
            let found = by_labels(mesh, &parse_labels(labels)?, namespace);
            return if found.is_empty() { Err(anyhow!("no proxy has the labels {labels}")) } else { Ok(found) };
        }
        if self.proxy.is_empty() {
            let here: Vec<&Proxy> = mesh.proxies_of(namespace).collect();
            return match here.as_slice() {
                [_] => Ok(here),
                [] => bail!("no proxy of namespace {} was read", namespace.unwrap_or_default()),
                _ if self.all => Ok(here),
                several => bail!("which proxy? {hint}:\n{}", names(several)),
            };
        }
        let mut proxies: Vec<&Proxy> = Vec::new();
        for text in &self.proxy {
            for proxy in named(mesh, text, namespace)? {
                if !proxies.iter().any(|known| known.id == proxy.id) {
                    proxies.push(proxy);
                }
            }
        }
        Ok(proxies)
    }
}

/// The proxies that a name means.
pub(super) fn named<'m>(mesh: &'m Mesh, text: &str, namespace: Option<&str>) -> Result<Vec<&'m Proxy>> {
    let found = Selector::parse(text, namespace).select(mesh);
    if found.is_empty() {
        let similar: Vec<String> = nearest(mesh, text).iter().map(|id| format!("  {id}")).collect();
        bail!("no proxy {text:?} was read; the nearest names are\n{}", similar.join("\n"));
    }
    Ok(found)
}

/// One proxy: the one named, or the only one. Of several that a name means, the first, and a remark.
pub(super) fn one<'m>(mesh: &'m Mesh, text: Option<&str>, global: &Global) -> Result<(&'m Proxy, Option<String>)> {
    let which = Which { proxy: text.map(str::to_owned).into_iter().collect(), ..Which::default() };
    let found = which.select_or(mesh, global, "name one of these")?;
    let remark =
        text.filter(|_| found.len() > 1).map(|text| format!("{text} has {} pods: this is the first", found.len()));
    Ok((found[0], remark))
}

fn names(proxies: &[&Proxy]) -> String {
    let mut lines: Vec<String> = proxies.iter().take(MOST_NAMED).map(|proxy| format!("  {}", proxy.id)).collect();
    if proxies.len() > MOST_NAMED {
        lines.push(format!("  … and {} more", proxies.len() - MOST_NAMED));
    }
    lines.join("\n")
}

fn parse_labels(text: &str) -> Result<BTreeMap<String, String>> {
    let pair = |part: &str| {
        let (key, value) = part.split_once('=')?;
        Some((key.trim().to_owned(), value.trim_start_matches('=').trim().to_owned()))
    };
    text.split(',')
        .map(|part| pair(part).ok_or_else(|| anyhow!("{part:?} is no label: write NAME=VALUE, several with commas")))
        .collect()
}
