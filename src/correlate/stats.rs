//! Whose a statistic is. Envoy builds names with dots, and names of clusters and listeners hold dots: they are told by
//! what the proxy has. A colon is `_` in statistics, and newer istiods end names with `;`
//! (`source/common/stats/utility.cc`, `pilot/pkg/networking/util`).

use std::collections::{BTreeMap, HashMap};

use super::Mesh;
use super::owners::{Detail, Role};
use crate::base::origin::Owner;
use crate::model::stats::Stat;
use crate::model::{Proxy, peek};

/// What a statistic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A cluster.
    Cluster,
    /// A listener.
    Listener,
    /// The HTTP connection managers with a prefix.
    Http,
    /// The TCP proxies with a prefix.
    Tcp,
    /// Envoy itself: `server`, `cluster_manager` and the like.
    Part,
}

impl About {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Listener => "listener",
            Self::Http => "http",
            Self::Tcp => "tcp",
            Self::Part => "envoy",
        }
    }
}

/// The statistics about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'s> {
    /// What it is.
    pub about: About,
    /// Its name, as the configuration has it.
    pub name: String,
    /// Whose it is.
    pub owners: Vec<Owner>,
    /// The statistics, under the rest of their names.
    pub stats: Vec<(String, &'s Stat)>,
}

/// What the proxy has that statistics are about.
#[derive(Debug, Default)]
pub struct Names {
    clusters: HashMap<String, String>,
    listeners: HashMap<String, String>,
    /// Prefixes with the listeners that they stand in.
    prefixes: BTreeMap<String, Vec<String>>,
}

impl Names {
    /// Reads the names out of the dump.
    pub fn of(proxy: &Proxy) -> Self {
        // The admin port is no listener of the dump.
        let admin = || ("admin".to_owned(), "admin".to_owned());
        let mut names = Self { listeners: [admin()].into(), ..Self::default() };
        names.prefixes.insert("admin".to_owned(), Vec::new());
        for entry in &proxy.dump.clusters {
            let text = entry.item.text();
            let Some(name) = peek::name(text, &["cluster"], &["name"]) else { continue };
            let other = peek::name(text, &["cluster"], &["alt_stat_name"]).filter(|other| !other.is_empty());
            names.clusters.insert(in_statistics(other.as_ref().unwrap_or(&name)), name);
        }
        for entry in &proxy.dump.listeners {
            let Ok(item) = entry.item.decode() else { continue };
            let states = [item.active_state, item.warming_state, item.draining_state];
            let of_states = states.into_iter().flatten().map(|state| state.listener);
            let Some(listener) = item.listener.into_iter().chain(of_states).next() else { continue };
            let prefix = peek::name(entry.item.text(), &["listener", "active_state"], &["stat_prefix"]);
            let address = listener.address.to_string();
            for known in [Some(listener.name.clone()), Some(address), prefix].into_iter().flatten() {
                names.listeners.entry(in_statistics(&known)).or_insert_with(|| listener.name.clone());
            }
            for prefix in prefixes(entry.item.text()) {
                let listeners = names.prefixes.entry(in_statistics(&prefix)).or_default();
                if !listeners.contains(&listener.name) {
                    listeners.push(listener.name.clone());
                }
            }
        }
        names
    }

    /// What a statistic is about, its name in the configuration, and the rest of the name.
    fn place<'n>(&self, stat: &'n Stat) -> (About, String, &'n str) {
        if let Some((kind, name)) = &stat.of {
            let (about, known) = match kind.as_str() {
                "cluster" => (About::Cluster, self.clusters.get(bare(name))),
                "listener" => (About::Listener, self.listeners.get(bare(name))),
                _ => (About::Http, None),
            };
            return (about, known.cloned().unwrap_or_else(|| bare(name).to_owned()), &stat.name);
        }
        let (root, rest) = stat.name.split_once('.').unwrap_or((&stat.name, ""));
        let about = match root {
            "cluster" => About::Cluster,
            "listener" => About::Listener,
            "http" => About::Http,
            "tcp" => About::Tcp,
            // Names of other roots are not in the configuration, or only as prefixes of filters.
            _ if rest.is_empty() => return (About::Part, "server".to_owned(), &stat.name),
            root => return (About::Part, root.to_owned(), rest),
        };
        let known = |candidate: &str| match about {
            About::Cluster => self.clusters.get(candidate).cloned(),
            About::Listener => self.listeners.get(candidate).cloned(),
            About::Http | About::Tcp => self.prefixes.contains_key(candidate).then(|| candidate.to_owned()),
            About::Part => None,
        };
        // The longest known name wins: `a.b` and `a.b.c` may both be clusters.
        let ends = rest.rmatch_indices('.').map(|(at, _)| at);
        let found = ends.clone().find_map(|at| {
            let (name, rest) = rest.split_at_checked(at)?;
            Some((known(bare(name))?, rest.get(1..)?))
        });
        let (name, rest) = found.unwrap_or_else(|| {
            // One that is gone, or of a dump without this part: `;` ends it, or the last dot.
            let at = rest.find(";.").map(|at| at + 1).or_else(|| ends.clone().next());
            let (name, rest) = at.and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, "."));
            (bare(name).to_owned(), rest.get(1..).unwrap_or_default())
        });
        (about, name, rest)
    }
}

/// The groups of statistics, clusters first, each by name.
pub fn groups<'s>(mesh: &Mesh, proxy: &Proxy, stats: impl IntoIterator<Item = &'s Stat>) -> Vec<Group<'s>> {
    let names = Names::of(proxy);
    let mut groups: BTreeMap<(About, String), Vec<(String, &'s Stat)>> = BTreeMap::new();
    for stat in stats {
        let (about, name, rest) = names.place(stat);
        groups.entry((about, name)).or_default().push((rest.to_owned(), stat));
    }
    let detail = Detail::of(mesh, proxy, None);
    let made = |told: Vec<(Role, Owner)>| -> Vec<Owner> {
        told.into_iter().filter(|(role, _)| matches!(role, Role::Made | Role::Shared)).map(|(_, owner)| owner).collect()
    };
    let owners = |about: About, name: &str| match about {
        About::Cluster => made(detail.cluster(name)),
        About::Listener => made(detail.listener(name)),
        About::Http | About::Tcp => {
            let listeners = names.prefixes.get(name).into_iter().flatten();
            let mut all: Vec<Owner> = listeners.flat_map(|listener| made(detail.listener(listener))).collect();
            let mut seen = std::collections::BTreeSet::new();
            all.retain(|owner| seen.insert(owner.clone()));
            all
        }
        About::Part => Vec::new(),
    };
    groups
        .into_iter()
        .map(|((about, name), mut stats)| {
            stats.sort_by(|left, right| left.0.cmp(&right.0));
            Group { about, owners: owners(about, &name), name, stats }
        })
        .collect()
}

/// A name as it stands in statistics.
fn in_statistics(name: &str) -> String {
    bare(name).replace(':', "_")
}

fn bare(name: &str) -> &str {
    name.strip_suffix(';').unwrap_or(name)
}

/// The values of `stat_prefix` in a text: of connection managers, TCP proxies and other filters.
fn prefixes(text: &[u8]) -> Vec<String> {
    const KEY: &[u8] = b"\"stat_prefix\"";
    let value = |at: usize| {
        let rest = text.get(at + KEY.len()..)?.trim_ascii_start().strip_prefix(b":")?;
        let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<String>();
        values.next()?.ok()
    };
    memchr::memmem::find_iter(text, KEY).filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::stats::StatValue;

    #[test]
    fn the_longest_known_name_wins() {
        let names = Names {
            clusters: ["outbound|80||a.b", "outbound|80||a.b.c", "x_1", "other"]
                .map(|name| (name.to_owned(), name.replace("x_1", "x:1").replace("other", "with another name")))
                .into(),
            listeners: [("0.0.0.0_80".to_owned(), "http".to_owned())].into(),
            prefixes: [("outbound_0.0.0.0_80".to_owned(), vec!["http".to_owned()])].into(),
        };
        for (stat, about, name, rest) in [
            ("cluster.outbound|80||a.b;.upstream_cx_total", About::Cluster, "outbound|80||a.b", "upstream_cx_total"),
            ("cluster.outbound|80||a.b.upstream_cx_total", About::Cluster, "outbound|80||a.b", "upstream_cx_total"),
            ("cluster.outbound|80||a.b.c.default.x", About::Cluster, "outbound|80||a.b.c", "default.x"),
            ("cluster.x_1.external.upstream_rq_200", About::Cluster, "x:1", "external.upstream_rq_200"),
            ("cluster.other.membership_total", About::Cluster, "with another name", "membership_total"),
            ("cluster.gone.a;.http2.tx_reset", About::Cluster, "gone.a", "http2.tx_reset"),
            ("cluster.gone.tx", About::Cluster, "gone", "tx"),
            (
                "listener.0.0.0.0_80.worker_0.downstream_cx_active",
                About::Listener,
                "http",
                "worker_0.downstream_cx_active",
            ),
            ("http.outbound_0.0.0.0_80;.rq_total", About::Http, "outbound_0.0.0.0_80", "rq_total"),
            ("http.outbound_0.0.0.0_80.rbac.allowed", About::Http, "outbound_0.0.0.0_80", "rbac.allowed"),
            ("server.live", About::Part, "server", "live"),
            ("cluster_manager.cds.version", About::Part, "cluster_manager", "cds.version"),
        ] {
            let stat = Stat { name: stat.to_owned(), of: None, value: StatValue::Number(1) };
            assert_eq!(names.place(&stat), (about, name.to_owned(), rest), "{}", stat.name);
        }
    }
}
