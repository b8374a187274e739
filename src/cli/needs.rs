//! What a command needs of a running mesh: of each proxy it is about, and of the resources around.

use crate::base::section::{Extent, Section};

/// Kinds that say which DestinationRule, Service or ServiceEntry a cluster's marks mean.
const OF_CLUSTERS: [&str; 3] = ["DestinationRule", "Service", "ServiceEntry"];

/// What a command needs. A saved mesh is read whole: this is about what a running one is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needs {
    /// Of the config dump.
    pub(super) dump: Dump,
    /// Of the live hosts.
    pub(super) hosts: Option<Extent>,
    /// Runtime flags.
    pub(super) runtime: bool,
    /// Of the resources.
    pub(super) resources: Resources,
    /// Of the statistics.
    pub(super) statistics: Option<Statistics>,
}

/// Which statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Statistics {
    /// Those that were ever used.
    Used,
    /// All of them.
    All,
}

/// How much of a config dump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dump {
    /// All: where a command cannot be sure.
    Whole,
    /// Some sections, and who the proxy is.
    Sections(Vec<(Section, Extent)>),
}

/// Which resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resources {
    /// None: the answer stands in the dump.
    None,
    /// Those that the marks of clusters mean.
    OfClusters,
    /// All.
    All,
    /// All, and the answer goes as far as it can until they have come.
    AllLater,
}

impl Resources {
    /// The kinds, as YAML calls them; `None` for all.
    #[cfg_attr(not(feature = "live"), expect(dead_code, reason = "nothing runs without the feature"))]
    pub(super) fn kinds(self) -> Option<&'static [&'static str]> {
        match self {
            Self::None => Some(&[]),
            Self::OfClusters => Some(&OF_CLUSTERS),
            Self::All | Self::AllLater => None,
        }
    }
}

impl Needs {
    /// Everything.
    pub(super) fn whole() -> Self {
        Self {
            dump: Dump::Whole,
            hosts: Some(Extent::Whole),
            runtime: true,
            resources: Resources::All,
            statistics: None,
        }
    }

    /// Statistics, and whose they are.
    pub(super) fn of_statistics(statistics: Statistics) -> Self {
        Self { hosts: None, runtime: false, statistics: Some(statistics), ..Self::whole() }
    }

    /// Some whole sections, and nothing else.
    pub(super) fn of<const N: usize>(sections: [Section; N]) -> Self {
        let sections = sections.into_iter().map(|section| (section, Extent::Whole)).collect();
        Self {
            dump: Dump::Sections(sections),
            hosts: None,
            runtime: false,
            resources: Resources::None,
            statistics: None,
        }
    }

    /// A section of which a filter of the question lets through only some by name, and nothing else.
    pub(super) fn some(section: Section, extent: Extent) -> Self {
        Self { dump: Dump::Sections(vec![(section, extent)]), ..Self::of([]) }
    }

    /// What a trace begins with: what names the tables, clusters and endpoints on the way. It asks for those by name when
    /// it meets them.
    pub(super) fn of_trace() -> Self {
        use Section::{Ecds, Listeners, ScopedRoutes, Secrets};
        Self { runtime: true, resources: Resources::AllLater, ..Self::of([Listeners, ScopedRoutes, Secrets, Ecds]) }
    }
}

/// Names that hold a text in any case: a superset of what a filter lets through.
pub(super) fn holding(text: Option<&str>) -> Extent {
    match text {
        // Cases of other letters are no matter for Envoy's regular expressions to decide.
        Some(text) if text.is_ascii() && !text.is_empty() => {
            Extent::Matching(format!("(?is).*{}.*", regex::escape(text)).into())
        }
        _ => Extent::Whole,
    }
}

/// Names that are a text in any case, or one of several with commas.
pub(super) fn being(text: Option<&str>) -> Extent {
    match text {
        Some(text) if text.is_ascii() && !text.is_empty() => {
            Extent::Matching(format!("(?is)(.*, )?{}(, .*)?", regex::escape(text)).into())
        }
        _ => Extent::Whole,
    }
}
