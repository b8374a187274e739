//! Header mutations, by the filter and by every level of the route. They do not choose the route again.

use serde::Deserialize;

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::model::envoy::route_config::HeaderOption;
use crate::model::envoy::string_match::StringMatcher;
use crate::simulate::format::Source;
use crate::simulate::http::header_ops::change;
use crate::simulate::http::headers::Headers;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::matcher::string::StringMatch;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.header_mutation.v3.HeaderMutation"];

/// `HeaderMutation`, and `HeaderMutationPerRoute`, which has the same field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Config {
    mutations: Mutations,
    most_specific_header_mutations_wins: bool,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Mutations {
    request_mutations: Vec<Mutation>,
    response_mutations: Vec<Mutation>,
}

/// `common.mutation_rules.v3.HeaderMutation`: one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Mutation {
    remove: String,
    append: Option<HeaderOption>,
    remove_on_match: Option<RemoveOnMatch>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct RemoveOnMatch {
    key_matcher: StringMatcher,
}

#[derive(Debug)]
struct HeaderMutation(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(HeaderMutation(decoded)))
}

/// What routes say to it.
pub const PER_ROUTE: per_filter::PerRoute = per_filter::PerRoute {
    types: &["envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute"],
    compile: per_route,
};

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(HeaderMutation(decoded)))
}

impl HeaderMutation {
    /// The mutations of all levels, in the order in which they run: by default the least specific comes last.
    fn in_order<'a>(&'a self, levels: &Levels<'a>) -> Vec<&'a Mutations> {
        let by_level = levels.all::<Self>().map(|level| &level.0.mutations);
        let own = std::iter::once(&self.0.mutations);
        if self.0.most_specific_header_mutations_wins {
            own.chain(by_level.rev()).collect()
        } else {
            own.chain(by_level).collect()
        }
    }
}

impl HttpFilter for HeaderMutation {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let mut headers = std::mem::take(&mut stream.head.headers);
        let mut changed = Vec::new();
        for mutations in self.in_order(levels) {
            for mutation in &mutations.request_mutations {
                stream.head.headers = headers.clone();
                let unknown = apply(mutation, &mut headers, &stream.source(), &mut changed);
                for command in unknown {
                    run.undetermined(format!("{name}: the format command {command} is not modelled"));
                }
            }
        }
        stream.head.headers = headers;
        if !changed.is_empty() {
            run.step(|| {
                Step::new(Stage::HttpFilter, name).because(format!("changes {}; the route stays", changed.join(", ")))
            });
        }
        Ok(Verdict::Continue)
    }

    fn on_response(&self, _: &str, _: &mut Run, stream: &Stream, levels: &Levels, headers: &mut Headers) {
        for mutations in self.in_order(levels) {
            for mutation in &mutations.response_mutations {
                apply(mutation, headers, &stream.source(), &mut Vec::new());
            }
        }
    }
}

fn apply(mutation: &Mutation, headers: &mut Headers, source: &Source, changed: &mut Vec<String>) -> Vec<String> {
    if let Some(option) = &mutation.append {
        changed.push(option.header.key.clone());
        return change(headers, std::slice::from_ref(option), &[], source);
    }
    if let Some(matcher) = &mutation.remove_on_match {
        let matcher = StringMatch::new(&matcher.key_matcher);
        let mut notes = crate::base::evidence::Notes::new(false);
        let names: Vec<String> = headers
            .iter()
            .map(|(name, _)| name.to_owned())
            .filter(|name| matcher.matches(name, &mut notes).is_yes())
            .collect();
        for name in &names {
            headers.remove(name);
        }
        changed.extend(names);
        return Vec::new();
    }
    if headers.remove(&mutation.remove.to_ascii_lowercase()) {
        changed.push(mutation.remove.clone());
    }
    Vec::new()
}
