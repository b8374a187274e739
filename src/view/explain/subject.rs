//! What each kind of object is found by, and what is said of it: its row in the table, and sentences.

use jiff::Timestamp;

use super::explanation::Fact;
use super::find::Kind;
use crate::base::origin::Owner;
use crate::correlate::Mesh;
use crate::correlate::references::{Object, ObjectKind};
use crate::model::Proxy;
use crate::view::table::{
    Cells, OfProxy, Row, State, chains, clusters, ecds, endpoints, filters, listeners, routes, secrets,
};
use crate::view::words::count;

/// What is said of an object.
#[derive(Debug, Default)]
pub(super) struct Subject {
    pub(super) words: Vec<String>,
    pub(super) owners: Vec<Owner>,
    pub(super) facts: Vec<Fact>,
    /// The objects that stand for it among references.
    pub(super) objects: Vec<Object>,
    pub(super) gaps: Vec<String>,
}

/// An object's name, and another one that people may use.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) other: String,
}

/// The names of all objects of a kind.
pub(super) fn names(mesh: &Mesh, proxy: &Proxy, kind: Kind, now: Timestamp) -> Vec<Named> {
    let one = |id: String, other: String| Named { id, other };
    match kind {
        Kind::Listener => {
            listeners::rows(mesh, proxy).rows.into_iter().map(|row| one(row.name, row.addresses.join(" "))).collect()
        }
        Kind::Chain => chains::rows(mesh, proxy).rows.into_iter().map(|row| one(chain_id(&row), row.name)).collect(),
        Kind::Route => routes::rows(mesh, proxy).rows.into_iter().map(|row| one(route_id(&row), row.name)).collect(),
        Kind::Cluster => {
            clusters::rows(mesh, proxy, false).rows.into_iter().map(|row| one(row.name, String::new())).collect()
        }
        Kind::Endpoint => {
            endpoints::rows(mesh, proxy).rows.into_iter().map(|row| one(row.address, row.hostname)).collect()
        }
        Kind::Filter => {
            let discovered = ecds::rows(mesh, proxy).rows.into_iter().map(|row| one(row.name, row.type_name));
            filters::rows(mesh, proxy)
                .rows
                .into_iter()
                .map(|row| one(row.name, row.type_name))
                .chain(discovered)
                .collect()
        }
        Kind::Secret => {
            secrets::rows(mesh, proxy, now).rows.into_iter().map(|row| one(row.name, row.names.join(" "))).collect()
        }
    }
}

fn chain_id(row: &chains::ChainRow) -> String {
    format!("{}|{}", row.listener, row.index)
}

fn route_id(row: &routes::RouteRow) -> String {
    let index = row.index.map_or_else(String::new, |index| index.to_string());
    format!("{}|{}|{index}", row.table, row.virtual_host)
}

/// What is said of the object of a name.
pub(super) fn subject(mesh: &Mesh, proxy: &Proxy, kind: Kind, name: &str, now: Timestamp) -> Subject {
    match kind {
        Kind::Listener => {
            let (rows, mut subject) = of(listeners::rows(mesh, proxy), |row| row.name == name);
            for row in &rows {
                subject.words.push(listener_words(row));
                subject.owners.extend(row.owners.clone());
            }
            subject.with(ObjectKind::Listener, name)
        }
        Kind::Chain => {
            let (rows, mut subject) = of(chains::rows(mesh, proxy), |row| chain_id(row) == name);
            for row in &rows {
                subject.words.push(format!(
                    "Takes connections to {} with {}; {}; leads to {}.",
                    row.listener,
                    row.matches.join(", "),
                    row.tls,
                    row.leads
                ));
                subject.owners.extend(row.owners.clone());
            }
            subject.with(ObjectKind::Chain, name)
        }
        Kind::Route => {
            let (rows, mut subject) = of(routes::rows(mesh, proxy), |row| route_id(row) == name);
            for row in &rows {
                subject.words.push(route_words(row));
                subject.owners.extend(row.owners.clone());
            }
            let table = rows.first().map(|row| row.table.clone()).unwrap_or_default();
            subject.with(ObjectKind::Route, name).with(ObjectKind::RouteTable, &table)
        }
        Kind::Cluster => cluster(mesh, proxy, name),
        Kind::Endpoint => endpoint(mesh, proxy, name),
        Kind::Filter => filter(mesh, proxy, name),
        Kind::Secret => {
            let (rows, mut subject) = of(secrets::rows(mesh, proxy, now), |row| row.name == name);
            subject.words.extend(rows.iter().map(secret_words));
            subject.with(ObjectKind::Secret, name)
        }
    }
}

fn cluster(mesh: &Mesh, proxy: &Proxy, name: &str) -> Subject {
    let (rows, mut subject) = of(clusters::rows(mesh, proxy, true), |row| row.name == name);
    let of_endpoints = endpoints::rows(mesh, proxy);
    let members: Vec<_> = of_endpoints.rows.iter().filter(|row| row.cluster == name).collect();
    for row in &rows {
        let details = row.details.as_deref();
        let balancing = details.map_or("", |details| &details.balancing);
        let tls = details.map_or("", |details| &details.tls);
        let healthy = members.iter().filter(|row| row.health == "healthy").count();
        subject.words.push(match row.state {
            State::Rejected => format!("Envoy refused this: {}", row.error.as_deref().unwrap_or_default()),
            State::Warming => "Waits for its endpoints or secrets, and takes no traffic yet.".to_owned(),
            State::Static | State::Active | State::Draining => match row.discovery.as_str() {
                "ORIGINAL_DST" => format!("Sends each connection where it was going before it was redirected; {tls}."),
                discovery => format!(
                    "Sends to {} ({healthy} healthy), found by {discovery} and picked by {balancing}; {tls}.",
                    count(members.len(), "endpoint")
                ),
            },
        });
        subject.owners.extend(row.owners.clone());
    }
    for row in members {
        let place = [row.locality.as_str(), row.workload.as_str()].into_iter().filter(|text| !text.is_empty());
        let mut value = format!("{} {}, priority {}, weight {}", row.address, row.health, row.priority, row.weight);
        place.for_each(|text| {
            value.push_str(", ");
            value.push_str(text);
        });
        subject.facts.push(Fact { label: "endpoint".to_owned(), value });
    }
    if rows.iter().any(|row| row.discovery == "EDS") {
        subject.gaps.extend(of_endpoints.gaps);
    }
    subject.with(ObjectKind::Cluster, name)
}

fn endpoint(mesh: &Mesh, proxy: &Proxy, address: &str) -> Subject {
    let (rows, mut subject) = of(endpoints::rows(mesh, proxy), |row| row.address == address);
    let clusters: Vec<&str> = rows.iter().map(|row| row.cluster.as_str()).collect();
    let healthy = rows.iter().all(|row| row.health == "healthy");
    let state = if healthy { "in use" } else { "not in full use everywhere" };
    subject.words.push(format!("An endpoint of {}; {state}.", count(clusters.len(), "cluster")));
    // The clusters stand for it: nothing refers to an address.
    for cluster in clusters {
        subject.objects.push(Object::new(ObjectKind::Endpoints, cluster));
    }
    subject
}

fn filter(mesh: &Mesh, proxy: &Proxy, name: &str) -> Subject {
    let (rows, mut subject) = of(filters::rows(mesh, proxy), |row| row.name == name);
    if let Some(row) = rows.first() {
        subject.words.push(format!(
            "A {} filter of type {}; meshdbg: {}.",
            row.level,
            crate::view::words::filter::short_type(&row.type_name),
            row.knowledge
        ));
        subject.words.push(format!("Runs in {}.", count(rows.len(), "place")));
    }
    // Its places say where; the columns of each would only repeat it.
    subject.facts = rows
        .iter()
        .map(|row| {
            let chain = if row.chain.is_empty() { String::new() } else { format!(" chain {}", row.chain) };
            let off = if row.disabled { ", off unless a route switches it on" } else { "" };
            let value = format!("{}{chain}, {} filter #{}{off}", row.listener, row.level, row.index);
            Fact { label: "place".to_owned(), value }
        })
        .collect();
    let (discovered, of_discovered) = of(ecds::rows(mesh, proxy), |row| row.name == name);
    if !discovered.is_empty() {
        subject.words.push("Its configuration comes by discovery (ECDS).".to_owned());
        subject.facts.extend(of_discovered.facts);
    }
    subject.with(ObjectKind::Filter, name)
}

/// The rows meant, with the facts of their columns.
fn of<R: Row>(of_proxy: OfProxy<R>, wanted: impl Fn(&R) -> bool) -> (Vec<R>, Subject) {
    let rows: Vec<R> = of_proxy.rows.into_iter().filter(|row| wanted(row)).collect();
    let mut facts: Vec<Fact> = Vec::new();
    let mut cells = Cells::default();
    for row in &rows {
        cells.clear();
        row.cells(&mut cells);
        for (index, column) in R::COLUMNS.iter().enumerate().filter(|(_, column)| column.key != "owner") {
            let fact = Fact { label: column.title.to_lowercase(), value: cells.get(index).0.to_owned() };
            if !fact.value.is_empty() && !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    (rows, Subject { facts, gaps: of_proxy.gaps, ..Subject::default() })
}

impl Subject {
    fn with(mut self, kind: ObjectKind, name: &str) -> Self {
        self.objects.push(Object::new(kind, name));
        self.owners.sort();
        self.owners.dedup();
        self
    }
}

fn listener_words(row: &listeners::ListenerRow) -> String {
    if let Some(error) = &row.error {
        return format!("Envoy refused this: {error}");
    }
    let place = row.addresses.join(", ");
    let how = if row.bound {
        format!("Accepts connections at {place}")
    } else {
        format!("Is handed the connections that were going to {place}")
    };
    let then =
        if row.use_original_dst { ", and hands those to the listener of their original destination" } else { "" };
    format!("{how}{then}; serves {} in {}; {}.", row.serves, count(row.chains, "chain"), row.state)
}

fn route_words(row: &routes::RouteRow) -> String {
    let hosts = row.domains.join(", ");
    if row.index.is_none() {
        return format!("Requests for {hosts} are answered 404: the virtual host has no routes.");
    }
    let destinations: Vec<String> = row.destinations.iter().map(ToString::to_string).collect();
    let to = if destinations.is_empty() { String::new() } else { format!(" to {}", destinations.join(" and ")) };
    format!("Requests for {hosts} with {}: {}{to}.", row.matches, row.action)
}

fn secret_words(row: &secrets::SecretRow) -> String {
    match (row.valid, row.days_left) {
        (Some(true), Some(days)) => format!("A {} that is valid for {} more.", row.kind, count_days(days)),
        (Some(false), Some(days)) if days < 0 => format!("A {} that expired {} ago.", row.kind, count_days(-days)),
        (Some(false), _) => format!("A {} that is not valid yet.", row.kind),
        _ => format!("A secret: {}.", row.kind),
    }
}

fn count_days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
