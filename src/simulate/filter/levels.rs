//! What route table, virtual host, route and weighted cluster say to one filter.

use std::any::Any;

use crate::simulate::http::per_filter::{Entry, PerRoute};
use crate::simulate::http::route_table::RouteTable;
use crate::simulate::http::stream::Selected;

/// The per-route configurations of one filter, the most specific first.
#[derive(Debug, Default)]
pub struct Levels<'t> {
    configs: Vec<&'t (dyn Any + Send + Sync)>,
    /// Whether a level switches the filter on or off; absent: the connection manager decides.
    pub enabled: Option<bool>,
    /// Configurations that could not be read.
    pub problems: Vec<String>,
}

impl<'t> Levels<'t> {
    /// Collects what the levels of a route say to a filter.
    pub fn of(
        filter: &str,
        table: Option<&'t RouteTable>,
        selected: Option<Selected>,
        known: Option<PerRoute>,
    ) -> Self {
        let mut levels = Self::default();
        let (Some(table), Some(selected)) = (table, selected) else {
            return levels;
        };
        let host = table.hosts.get(selected.host);
        let route = host.and_then(|host| host.routes().nodes.get(selected.route?));
        let weighted = route.and_then(|route| route.weighted_per_filter.get(selected.weighted?));
        let sources = [
            weighted,
            route.map(|route| &route.per_filter),
            host.map(|host| &host.per_filter),
            Some(&table.per_filter),
        ];
        for entry in sources.into_iter().flatten().filter_map(|source| source.get(filter)) {
            levels.add(filter, entry, known);
        }
        levels
    }

    fn add(&mut self, filter: &str, entry: &'t Entry, known: Option<PerRoute>) {
        // The most specific level that mentions the filter decides whether it runs.
        self.enabled.get_or_insert(!entry.disabled);
        if entry.disabled {
            return;
        }
        let Some(known) = known else {
            if let Some(config) = &entry.config {
                self.problems.push(format!(
                    "the per-route configuration {} of filter {filter} is not modelled",
                    config.type_name
                ));
            }
            return;
        };
        let Some((compiled, unmodelled)) = entry.compiled(known) else {
            return;
        };
        match compiled {
            Ok(config) => self.configs.push(config),
            Err(error) => {
                self.problems.push(format!("the per-route configuration of filter {filter} cannot be read: {error}"));
            }
        }
        let problem =
            |field| format!("field {field} of the per-route configuration of filter {filter} is not modelled");
        self.problems.extend(unmodelled.iter().map(problem));
    }

    /// The most specific configuration.
    pub fn most_specific<T: 'static>(&self) -> Option<&'t T> {
        self.configs.iter().find_map(|config| config.downcast_ref())
    }

    /// All configurations, the most specific first.
    pub fn all<T: 'static>(&self) -> impl DoubleEndedIterator<Item = &'t T> {
        self.configs.iter().filter_map(|config| config.downcast_ref())
    }
}
