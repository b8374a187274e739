//! The sections of a config dump, and how much of one was asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

/// How much of a list was asked for. What was not asked for may be there nevertheless: only of what was, its absence
/// says something.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Extent {
    /// All that there is.
    #[default]
    Whole,
    /// What has one of these names.
    Named(Arc<BTreeSet<String>>),
    /// What has a name that this regular expression matches as a whole: what a filter of the question lets through, and
    /// maybe more.
    Matching(Arc<str>),
}

impl Extent {
    /// Only this name.
    pub fn one(name: &str) -> Self {
        Self::Named(Arc::new(BTreeSet::from([name.to_owned()])))
    }

    /// Whether a name that is not there is known to be absent.
    pub fn knows(&self, name: &str) -> bool {
        match self {
            Self::Whole => true,
            Self::Named(names) => names.contains(name),
            Self::Matching(_) => false,
        }
    }

    /// What two answers cover together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Whole, _) | (_, Self::Whole) => Self::Whole,
            (Self::Named(mine), Self::Named(others)) => Self::Named(Arc::new(mine.union(&others).cloned().collect())),
            (named @ Self::Named(_), Self::Matching(_)) | (Self::Matching(_), named @ Self::Named(_)) => named,
            (mine @ Self::Matching(_), Self::Matching(_)) => mine,
        }
    }
}

/// A section of a dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Section {
    /// `BootstrapConfigDump`.
    Bootstrap,
    /// `ListenersConfigDump`.
    Listeners,
    /// `RoutesConfigDump`; Envoy prints it only once it has a connection manager.
    Routes,
    /// `ScopedRoutesConfigDump`.
    ScopedRoutes,
    /// `ClustersConfigDump`.
    Clusters,
    /// `EndpointsConfigDump`; only with `?include_eds`.
    Endpoints,
    /// `SecretsConfigDump`.
    Secrets,
    /// `EcdsConfigDump`.
    Ecds,
}

impl Section {
    /// All sections.
    pub const ALL: [Self; 8] = [
        Self::Bootstrap,
        Self::Listeners,
        Self::Routes,
        Self::ScopedRoutes,
        Self::Clusters,
        Self::Endpoints,
        Self::Secrets,
        Self::Ecds,
    ];

    /// The message in which Envoy prints it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Bootstrap => "BootstrapConfigDump",
            Self::Listeners => "ListenersConfigDump",
            Self::Routes => "RoutesConfigDump",
            Self::ScopedRoutes => "ScopedRoutesConfigDump",
            Self::Clusters => "ClustersConfigDump",
            Self::Endpoints => "EndpointsConfigDump",
            Self::Secrets => "SecretsConfigDump",
            Self::Ecds => "EcdsConfigDump",
        }
    }

    /// The section that Envoy prints in a message.
    pub fn of_message(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.message() == name)
    }

    /// Its fields, for `?mask=`: with a mask Envoy prints the message of the section although nothing is in it.
    pub fn mask(self) -> &'static str {
        match self {
            Self::Bootstrap => "bootstrap,last_updated",
            Self::Listeners => "static_listeners,dynamic_listeners",
            Self::Routes => "static_route_configs,dynamic_route_configs",
            Self::ScopedRoutes => "inline_scoped_route_configs,dynamic_scoped_route_configs",
            Self::Clusters => "static_clusters,dynamic_active_clusters,dynamic_warming_clusters",
            Self::Endpoints => "static_endpoint_configs,dynamic_endpoint_configs",
            Self::Secrets => "static_secrets,dynamic_active_secrets,dynamic_warming_secrets",
            Self::Ecds => "ecds_filters",
        }
    }

    /// Whether a proxy may have none: route tables come with the first connection manager, filters by ECDS with the first
    /// that asks for one.
    pub fn may_be_absent(self) -> bool {
        match self {
            Self::Routes | Self::ScopedRoutes | Self::Ecds => true,
            Self::Bootstrap | Self::Listeners | Self::Clusters | Self::Endpoints | Self::Secrets => false,
        }
    }

    /// One word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bootstrap => "bootstrap",
            Self::Listeners => "listeners",
            Self::Routes => "routes",
            Self::ScopedRoutes => "scoped_routes",
            Self::Clusters => "clusters",
            Self::Endpoints => "endpoints",
            Self::Secrets => "secrets",
            Self::Ecds => "ecds",
        }
    }

    /// What to say where the section is missing: what is missing and how to get it.
    pub fn missing(self) -> &'static str {
        match self {
            Self::Bootstrap => "no bootstrap in this dump: take it whole, or with ?mask=bootstrap",
            Self::Listeners => {
                "no listeners in this dump: take it whole, or with ?mask=static_listeners,dynamic_listeners"
            }
            Self::Routes => {
                "no route tables in this dump: take it whole, or with ?mask=static_route_configs,dynamic_route_configs"
            }
            Self::ScopedRoutes => "no scoped routes in this dump: take it whole",
            Self::Clusters => {
                "no clusters in this dump: take it whole, or with ?mask=static_clusters,dynamic_active_clusters,dynamic_warming_clusters"
            }
            Self::Endpoints => {
                "no endpoints in this dump: it was taken without include_eds; add `/clusters?format=json` or take `/config_dump?include_eds`"
            }
            Self::Secrets => {
                "no secrets in this dump: take it whole, or with ?mask=static_secrets,dynamic_active_secrets"
            }
            Self::Ecds => "no ECDS filters in this dump: take it whole",
        }
    }
}
