//! The HTTP filters of a connection manager, compiled, and the way through them.

use super::levels::Levels;
use super::registry::{self, Known};
use super::router::RouterConfig;
use crate::model::envoy::filter_chain::Filter;
use crate::simulate::http::headers::Headers;
use crate::simulate::http::per_filter::PerRoute;
use crate::simulate::http::stream::Stream;
use crate::simulate::http::{router, select};
use crate::simulate::outcome::LocalReply;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// An HTTP filter that decides something.
pub trait HttpFilter: Send + Sync + std::fmt::Debug {
    /// What it does with the request.
    ///
    /// # Errors
    /// Where that cannot be told.
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict>;

    /// What it does with the answer.
    fn on_response(&self, _name: &str, _run: &mut Run, _stream: &Stream, _levels: &Levels, _headers: &mut Headers) {}
}

/// What a filter makes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The next filter gets it.
    Continue,
    /// The same, and the route is chosen again.
    Reroute,
    /// The filter lets the connection manager answer.
    Reply(LocalReply),
    /// The filter writes the answer itself.
    Write(LocalReply),
}

/// What is known of a filter.
#[derive(Debug)]
pub enum Node {
    /// It decides.
    Filter(Box<dyn HttpFilter>),
    /// The router.
    Router(RouterConfig),
    /// It has no effect on what happens, for the reason given.
    NoEffect(&'static str),
    /// What it does is not known.
    NotModelled(String),
}

/// A filter with its name.
#[derive(Debug)]
pub struct FilterNode {
    /// Name of the instance.
    pub name: String,
    /// Message type of its configuration.
    pub type_name: String,
    /// What it is.
    pub node: Node,
    /// Off unless a route switches it on.
    pub disabled: bool,
    per_route: Option<PerRoute>,
    unmodelled: Vec<String>,
}

/// The filters of a connection manager.
#[derive(Debug, Default)]
pub struct FilterChain {
    /// In order.
    pub nodes: Vec<FilterNode>,
}

impl FilterChain {
    /// Compiles filters.
    pub fn new(filters: &[Filter]) -> Self {
        Self { nodes: filters.iter().map(FilterNode::new).collect() }
    }

    /// The router's configuration.
    pub fn router_config(&self) -> &RouterConfig {
        const DEFAULT: &RouterConfig =
            &RouterConfig { suppress_envoy_headers: false, respect_expected_rq_timeout: false };
        self.nodes
            .iter()
            .find_map(|node| if let Node::Router(config) = &node.node { Some(config) } else { None })
            .unwrap_or(DEFAULT)
    }

    /// Runs the request through the filters. The answer of the one that answers, if any.
    ///
    /// # Errors
    /// Where a filter's decision cannot be told.
    pub fn on_request(&self, run: &mut Run, stream: &mut Stream, internal: bool) -> Flow<Option<LocalReply>> {
        for (index, node) in self.nodes.iter().enumerate() {
            let table = stream.table.clone();
            let levels = Levels::of(&node.name, table.as_deref(), stream.route, node.per_route);
            if !node.runs(&levels) {
                run.step(|| Step::new(Stage::HttpFilter, &node.name).because("switched off here"));
                continue;
            }
            run.meet(&node.unmodelled);
            run.meet(&levels.problems);
            match &node.node {
                Node::Router(_) => return Ok(None),
                Node::NoEffect(_) => {}
                Node::NotModelled(reason) => {
                    run.step(|| {
                        Step::new(Stage::HttpFilter, &node.name)
                            .because(format!("not modelled ({})", node.type_name))
                            .mood(Mood::Unknown)
                    });
                    run.undetermined(reason.clone());
                }
                Node::Filter(filter) => match filter.on_request(&node.name, run, stream, &levels)? {
                    Verdict::Continue => {}
                    Verdict::Reroute => {
                        run.step(|| Step::new(Stage::HttpFilter, &node.name).because("the route is chosen again"));
                        select::select(run, stream, internal)?;
                        router::note_route(run, stream);
                    }
                    Verdict::Reply(reply) => return Ok(Some(reply)),
                    Verdict::Write(reply) => return Ok(Some(LocalReply { written_by: Some(index), ..reply })),
                },
            }
        }
        Ok(None)
    }

    /// Runs an answer through the filters, the last first; that of a filter only through those before it.
    pub fn on_response(&self, run: &mut Run, stream: &Stream, headers: &mut Headers, written_by: Option<usize>) {
        for node in self.nodes[..written_by.unwrap_or(self.nodes.len())].iter().rev() {
            let Node::Filter(filter) = &node.node else {
                continue;
            };
            let levels = Levels::of(&node.name, stream.table.as_deref(), stream.route, node.per_route);
            if node.runs(&levels) {
                filter.on_response(&node.name, run, stream, &levels, headers);
            }
        }
    }
}

impl FilterNode {
    fn new(filter: &Filter) -> Self {
        let type_name = filter.type_name().to_owned();
        let not_modelled = |why: &str| Node::NotModelled(format!("HTTP filter {} ({type_name}) {why}", filter.name));
        let mut unmodelled = Vec::new();
        let (mut per_route, mut node) = (None, not_modelled("is not modelled"));
        if filter.config_discovery.is_some() && filter.typed_config.is_none() {
            node = not_modelled("comes by discovery (ECDS)");
        } else if let Some(registration) = registry::find(&type_name) {
            per_route = registration.per_route;
            node = match (&registration.known, filter.config()) {
                (Known::NoEffect(reason), _) => Node::NoEffect(reason),
                (Known::Router, None) => Node::Router(RouterConfig::default()),
                (Known::Router, Some(config)) => match config.read(&mut unmodelled) {
                    Ok(router) => Node::Router(router),
                    Err(error) => not_modelled(&format!("cannot be read: {error}")),
                },
                (Known::Filter(_), None) => not_modelled("has no configuration"),
                (Known::Filter(build), Some(config)) => match build(&config, &mut unmodelled) {
                    Ok(filter) => Node::Filter(filter),
                    Err(error) => not_modelled(&format!("cannot be read: {error}")),
                },
            };
        }
        Self {
            name: filter.name.clone(),
            node,
            disabled: filter.disabled,
            per_route,
            unmodelled: unmodelled
                .into_iter()
                .map(|field| format!("field {field} of HTTP filter {} is not modelled", filter.name))
                .collect(),
            type_name,
        }
    }

    fn runs(&self, levels: &Levels) -> bool {
        levels.enabled.unwrap_or(!self.disabled)
    }
}
