//! What a command needs, as pages of an admin port.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::name::ClusterName;
use crate::base::section::{Extent, Section};
use crate::cli::needs::{Dump, Needs, Statistics};
use crate::collect::live::Page;
use crate::simulate::engine::Lack;

/// The pages.
pub(super) fn of_needs(needs: &Needs) -> Vec<Page> {
    let mut pages = match &needs.dump {
        Dump::Whole => vec![Page::ConfigDump],
        Dump::Sections(sections) => {
            let bootstrap = (Section::Bootstrap, Extent::Whole);
            let others = sections.iter().filter(|(section, _)| *section != Section::Bootstrap);
            std::iter::once(&bootstrap)
                .chain(others)
                .map(|(section, extent)| Page::Section(*section, extent.clone()))
                .collect()
        }
    };
    pages.extend(needs.hosts.clone().map(Page::Clusters));
    pages.extend(needs.runtime.then_some(Page::Runtime));
    pages.extend(needs.statistics.map(|statistics| match statistics {
        Statistics::Used => Page::Stats,
        Statistics::All => Page::AllStats,
    }));
    pages
}

/// The pages of a saved source that is an admin port.
pub(in crate::cli) fn of_statistics(statistics: Option<Statistics>) -> &'static [Page] {
    match statistics {
        None => &Page::FOR_TRACE,
        Some(Statistics::Used) => &Page::FOR_STATS,
        Some(Statistics::All) => &Page::FOR_ALL_STATS,
    }
}

/// The pages for what a trace lacked. With a cluster come its endpoints, and the cluster of the whole service: its owners
/// are those of its subsets too.
pub(super) fn of_lacks(lacks: &BTreeSet<Lack>) -> Vec<Page> {
    let mut pages = Vec::new();
    let names = |wanted: Section| lacks.iter().filter(move |(section, _)| *section == wanted).map(|(_, name)| name);
    let tables: BTreeSet<String> = names(Section::Routes).cloned().collect();
    if !tables.is_empty() {
        pages.push(Page::Section(Section::Routes, Extent::Named(Arc::new(tables))));
    }
    let mut clusters: BTreeSet<String> = names(Section::Clusters).cloned().collect();
    let whole: Vec<String> = clusters.iter().filter_map(|name| whole_service(name)).collect();
    clusters.extend(whole);
    let mut endpoints: BTreeSet<String> = names(Section::Endpoints).cloned().collect();
    endpoints.extend(clusters.iter().cloned());
    if !clusters.is_empty() {
        let extent = Extent::Named(Arc::new(clusters));
        pages.push(Page::Section(Section::Clusters, extent.clone()));
        pages.push(Page::Clusters(extent));
    }
    if !endpoints.is_empty() {
        pages.push(Page::Section(Section::Endpoints, Extent::Named(Arc::new(endpoints))));
    }
    pages
}

fn whole_service(cluster: &str) -> Option<String> {
    let parts = ClusterName::parse(cluster)?;
    (!parts.subset.is_empty()).then(|| format!("{}|{}||{}", parts.direction, parts.port, parts.host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_comes_with_its_endpoints_and_its_service() {
        let lacks = BTreeSet::from([(Section::Clusters, "outbound|80|v1|a.b".to_owned())]);
        let names = ["outbound|80|v1|a.b".to_owned(), "outbound|80||a.b".to_owned()];
        let extent = Extent::Named(Arc::new(names.into()));
        let want = [
            Page::Section(Section::Clusters, extent.clone()),
            Page::Clusters(extent.clone()),
            Page::Section(Section::Endpoints, extent),
        ];
        assert_eq!(of_lacks(&lacks), want);
        assert_eq!(of_needs(&Needs::of([Section::Bootstrap])).len(), 1);
        assert_eq!(of_needs(&Needs::whole()), Page::FOR_TRACE);
    }
}
