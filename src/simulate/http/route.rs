//! Routes: what they match, compiled, and which of them a path can match at all.

use super::message::RequestHead;
use super::path_index::PathIndex;
use super::per_filter::PerFilter;
use crate::base::evidence::{Notes, Truth};
use crate::base::field::Field;
use crate::base::origin::Owner;
use crate::correlate::marked;
use crate::model::any::TypedConfig;
use crate::model::envoy::matcher_tree as tree_model;
use crate::model::envoy::route_action::RouteList;
use crate::model::envoy::route_config::{Route, VirtualHost};
use crate::model::envoy::route_match::{RouteMatch, TlsContextMatch};
use crate::model::envoy::scalar::RuntimeFraction;
use crate::simulate::connection::Connection;
use crate::simulate::matcher::header::{HeaderMatch, Lines};
use crate::simulate::matcher::metadata::{FilterStateMatch, MetadataMatch};
use crate::simulate::matcher::path::PathMatch;
use crate::simulate::matcher::query::{CookieMatch, QueryMatch};
use crate::simulate::matcher::tree::Tree;

/// The routes of a virtual host.
#[derive(Debug)]
pub struct Routes {
    /// In order; those of a matcher tree in the order of its actions.
    pub nodes: Vec<RouteNode>,
    /// Which of them a path can match.
    pub index: PathIndex,
    /// Chooses among them instead of their order. Its actions are named after the lists in `lists`.
    pub tree: Option<Tree>,
    /// The routes of each action of the tree.
    pub lists: Vec<Vec<usize>>,
}

/// A route.
#[derive(Debug)]
pub struct RouteNode {
    /// `ROUTE_CONFIG|VIRTUAL_HOST|INDEX`.
    pub id: String,
    /// As configured.
    pub config: Route,
    /// What it matches.
    pub matches: RouteMatcher,
    /// What it says to filters.
    pub per_filter: PerFilter,
    /// What its weighted clusters say to filters.
    pub weighted_per_filter: Vec<PerFilter>,
    /// Whose it is.
    pub owners: Vec<Owner>,
}

/// The conditions of a route.
#[derive(Debug)]
pub struct RouteMatcher {
    /// On the path.
    pub path: PathMatch,
    /// A share of the requests.
    pub fraction: Option<RuntimeFraction>,
    grpc: bool,
    headers: Vec<HeaderMatch>,
    query: Vec<QueryMatch>,
    cookies: Vec<CookieMatch>,
    tls: Option<TlsContextMatch>,
    metadata: Vec<MetadataMatch>,
    filter_state: Vec<FilterStateMatch>,
}

/// What routes are matched against.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The request.
    pub head: &'a RequestHead,
    /// Its path, as routes see it.
    pub path: &'a str,
    /// The connection.
    pub connection: &'a Connection,
    /// Dynamic metadata.
    pub metadata: &'a serde_json::Map<String, serde_json::Value>,
    /// How repeated headers are read.
    pub lines: Lines,
}

impl Routes {
    /// Compiles the routes of a virtual host.
    pub fn new(table: &str, host: &VirtualHost) -> Self {
        let (mut configs, mut lists) = (host.routes.clone(), Vec::new());
        let tree = host.matcher.as_ref().map(|matcher| {
            let mut matcher = matcher.clone();
            collect_actions(&mut matcher, &mut configs, &mut lists);
            Tree::new(&matcher)
        });
        let nodes: Vec<RouteNode> = configs
            .into_iter()
            .enumerate()
            .map(|(index, config)| RouteNode::new(format!("{table}|{}|{index}", host.name), config))
            .collect();
        Self { index: PathIndex::new(&nodes), nodes, tree, lists }
    }
}

/// Takes the routes out of a tree's actions, and names each action after its list.
fn collect_actions(matcher: &mut tree_model::Matcher, routes: &mut Vec<Route>, lists: &mut Vec<Vec<usize>>) {
    if let Some(list) = &mut matcher.matcher_list {
        for entry in &mut list.matchers {
            collect_action(&mut entry.on_match, routes, lists);
        }
    }
    if let Some(tree) = &mut matcher.matcher_tree {
        for map in tree.exact_match_map.iter_mut().chain(tree.prefix_match_map.iter_mut()) {
            for leads in map.map.values_mut() {
                collect_action(leads, routes, lists);
            }
        }
    }
    if let Some(leads) = &mut matcher.on_no_match {
        collect_action(leads, routes, lists);
    }
}

fn collect_action(leads: &mut tree_model::OnMatch, routes: &mut Vec<Route>, lists: &mut Vec<Vec<usize>>) {
    if let Some(matcher) = &mut leads.matcher {
        collect_actions(matcher, routes, lists);
    }
    let Some(action) = &mut leads.action else {
        return;
    };
    let Some(config) = &action.typed_config else {
        return;
    };
    if let Some(list) = routes_of_action(config) {
        action.name = lists.len().to_string();
        lists.push((routes.len()..routes.len() + list.len()).collect());
        routes.extend(list);
    }
}

fn routes_of_action(config: &TypedConfig) -> Option<Vec<Route>> {
    match config.type_name.as_str() {
        "envoy.config.route.v3.Route" => Some(vec![config.decode::<Route>().ok()?.value]),
        "envoy.config.route.v3.RouteList" => Some(config.decode::<RouteList>().ok()?.value.routes),
        _ => None,
    }
}

impl RouteNode {
    fn new(id: String, config: Route) -> Self {
        let weighted = config.route.as_ref().and_then(|action| action.weighted_clusters.as_ref());
        Self {
            id,
            matches: RouteMatcher::new(&config.matches),
            per_filter: PerFilter::new(&config.typed_per_filter_config),
            weighted_per_filter: weighted
                .map(|weighted| {
                    weighted.clusters.iter().map(|cluster| PerFilter::new(&cluster.typed_per_filter_config)).collect()
                })
                .unwrap_or_default(),
            owners: marked::of_route(&config.metadata, &config.name),
            config,
        }
    }
}

impl RouteMatcher {
    /// Compiles the match of a route.
    pub fn new(config: &RouteMatch) -> Self {
        Self {
            path: PathMatch::new(config),
            fraction: config.runtime_fraction.clone(),
            grpc: config.grpc.is_some(),
            headers: config.headers.iter().map(HeaderMatch::new).collect(),
            query: config.query_parameters.iter().map(QueryMatch::new).collect(),
            cookies: config.cookies.iter().map(CookieMatch::new).collect(),
            tls: config.tls_context,
            metadata: config.dynamic_metadata.iter().map(MetadataMatch::new).collect(),
            filter_state: config.filter_state.iter().map(FilterStateMatch::new).collect(),
        }
    }

    /// Whether a request meets all conditions but the share, which is a fork of its own. Conditions have no side
    /// effects, so their order only matters to what is shown: the path comes first.
    pub fn matches(&self, candidate: &Candidate, notes: &mut Notes) -> Truth {
        let Candidate { head, path, connection, metadata, lines } = *candidate;
        let conditions: [&dyn Fn(&mut Notes) -> Truth; 8] = [
            &|notes| self.path.matches(head, path, notes),
            &|notes| Truth::all(&self.headers, |header| header.matches(head, lines, notes)),
            &|notes| Truth::all(&self.query, |query| query.matches(head, notes)),
            &|notes| Truth::all(&self.cookies, |cookie| cookie.matches(head, notes)),
            &|notes| {
                if self.grpc {
                    notes.fact_on(
                        || Some(Field::header("content-type")),
                        head.is_grpc(),
                        || ("gRPC".to_owned(), "by content-type".to_owned()),
                    )
                } else {
                    Truth::Yes
                }
            },
            &|notes| self.tls.map_or(Truth::Yes, |wanted| tls_holds(wanted, connection, notes)),
            &|notes| Truth::all(&self.metadata, |matcher| matcher.matches(metadata, notes)),
            &|notes| {
                Truth::all(&self.filter_state, |matcher| {
                    let fact = connection.filter_state.get(matcher.key());
                    matcher.matches(fact.map(|fact| fact.text.as_str()), notes)
                })
            },
        ];
        Truth::all(conditions, |condition| condition(notes))
    }

    /// All conditions in words.
    pub fn words(&self) -> String {
        let mut words = vec![self.path.to_string()];
        words.extend(self.headers.iter().map(ToString::to_string));
        words.extend(self.query.iter().map(ToString::to_string));
        words.extend(self.cookies.iter().map(ToString::to_string));
        if self.grpc {
            words.push("gRPC".to_owned());
        }
        if let Some(tls) = self.tls {
            words.extend(
                tls.presented
                    .map(|presented| format!("client certificate: {}", if presented { "presented" } else { "none" })),
            );
            words.extend(tls.validated.map(|validated| {
                format!("client certificate: {}", if validated { "validated" } else { "not validated" })
            }));
        }
        words.extend(self.metadata.iter().map(ToString::to_string));
        words.extend(self.filter_state.iter().map(ToString::to_string));
        if let Some(fraction) = &self.fraction {
            let (numerator, denominator) = fraction.default_value.parts();
            words.push(format!("{numerator}/{denominator} of the requests"));
        }
        words.join("; ")
    }
}

/// `RouteMatch.TlsContextMatchOptions`, on the certificate of the client.
fn tls_holds(wanted: TlsContextMatch, connection: &Connection, notes: &mut Notes) -> Truth {
    let presented = connection.tls.as_ref().is_some_and(|tls| tls.peer.is_some());
    let holds = |wanted: Option<bool>| wanted.is_none_or(|wanted| wanted == presented);
    notes.fact_on(
        || Some(Field::SourcePrincipal),
        holds(wanted.presented) && holds(wanted.validated),
        || {
            let found = if presented { "it has one" } else { "it has none" };
            ("client certificate".to_owned(), found.to_owned())
        },
    )
}
