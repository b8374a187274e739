//! `proxy-config route`.

use serde_json::value::RawValue;

use super::listing::Listing;
use super::naming::Naming;
use super::note::Note;
use super::objects::Objects;
use super::{domains, go_sort, management, raw, route_match};
use crate::model::Proxy;
use crate::model::dump::Section;
use crate::model::envoy::route_config::{Route, RouteConfiguration, VirtualHost};

/// Where sidecars send what no service claims. istioctl leaves routes to it out.
const PASSTHROUGH: &str = "PassthroughCluster";

/// istioctl's flags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// `--name`: the whole name of a route table.
    pub name: Option<String>,
    /// `--verbose`: a row for each route instead of one for each table.
    pub verbose: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self { name: None, verbose: true }
    }
}

impl Filter {
    fn admits(&self, table: &RouteConfiguration) -> bool {
        self.name.as_ref().is_none_or(|name| name.is_empty() || *name == table.name)
    }
}

/// The routes of all tables. Tables with numbers for names are sorted by them; see [`go_sort`] for the others.
pub fn table(proxy: &Proxy, filter: &Filter) -> Listing {
    listing(proxy, filter, Naming::Plain)
}

/// Envoy's objects of the tables, in the same order.
pub fn objects<'a>(proxy: &'a Proxy, filter: &Filter) -> Objects<'a> {
    match select(proxy, filter) {
        Ok((tables, notes)) => Objects::list(tables.iter().map(|(_, raw)| raw::tree(raw)), notes),
        Err(note) => Objects::refusal(note),
    }
}

/// The table, with the kind before the name where `all` prints it.
pub(super) fn listing(proxy: &Proxy, filter: &Filter, naming: Naming) -> Listing {
    let (tables, mut notes) = match select(proxy, filter) {
        Ok(selection) => selection,
        Err(note) => return Listing::refusal(note),
    };
    let titles: &[&str] = if filter.verbose {
        &["NAME", "VHOST NAME", "DOMAINS", "MATCH", "VIRTUAL SERVICE"]
    } else {
        &["NAME", "VIRTUAL HOSTS"]
    };
    let mut rows = Vec::new();
    for (table, _) in &tables {
        let name = naming.name("route", &table.name);
        if filter.verbose {
            rows.extend(table.virtual_hosts.iter().flat_map(|host| rows_of_host(&name, host)));
        } else {
            rows.push(vec![name, table.virtual_hosts.len().to_string()]);
        }
    }
    if filter.verbose {
        let routes = tables.iter().flat_map(|(table, _)| &table.virtual_hosts).flat_map(|host| &host.routes);
        notes.extend(Note::hidden(
            "routes to PassthroughCluster",
            routes.filter(|route| is_passthrough(route)).count(),
            "routes",
        ));
    }
    Listing { titles: titles.to_vec(), rows, padding: 5, notes }
}

type Selection<'a> = (Vec<(RouteConfiguration, &'a RawValue)>, Vec<Note>);

fn select<'a>(proxy: &'a Proxy, filter: &Filter) -> Result<Selection<'a>, Note> {
    if !proxy.dump.has(Section::Routes) {
        return Err(Note::NoSection(Section::Routes));
    }
    let picked = raw::pick(&proxy.dump.routes, &["route_config"], &["route_config"]);
    if picked.objects.is_empty() {
        return Err(Note::NoneFound("routes"));
    }
    let mut notes: Vec<Note> =
        Note::hidden("updates that were rejected", picked.hidden, "routes").into_iter().collect();
    let mut tables = raw::decode::<RouteConfiguration>(&picked.objects, "route table", &mut notes);
    // No order: a name that is no number is neither less nor greater than any other, and not equal to all either.
    let number = |table: &RouteConfiguration| table.name.parse::<i64>().ok();
    go_sort::sort(&mut tables, |(left, _), (right, _)| {
        number(left).zip(number(right)).is_some_and(|(left, right)| left < right)
    });
    tables.retain(|(table, _)| filter.admits(table));
    Ok((tables, notes))
}

fn rows_of_host(name: &str, host: &VirtualHost) -> Vec<Vec<String>> {
    let row = |matches: String, resource: String| {
        vec![name.to_owned(), host.name.clone(), domains::shorten(&host.domains), matches, resource]
    };
    if host.routes.is_empty() {
        return vec![row("/*".to_owned(), "404".to_owned())];
    }
    let shown = host.routes.iter().filter(|route| !is_passthrough(route));
    shown.map(|route| row(route_match::words(&route.matches), management::resource(&route.metadata))).collect()
}

fn is_passthrough(route: &Route) -> bool {
    route.route.as_ref().is_some_and(|action| action.cluster.as_deref() == Some(PASSTHROUGH))
}
