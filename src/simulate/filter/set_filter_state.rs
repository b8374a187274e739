//! `set_filter_state` over requests: notes facts for later filters and for listeners behind.

use super::chain::{HttpFilter, Verdict};
use super::levels::Levels;
use crate::model::any::TypedConfig;
use crate::simulate::format::fill;
use crate::simulate::http::per_filter::{self, Compiled};
use crate::simulate::http::stream::Stream;
use crate::simulate::run::{Flow, Run};
use crate::simulate::state::{Config, Fact};
use crate::simulate::trace::{Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.http.set_filter_state.v3.Config"];

#[derive(Debug)]
struct SetFilterState(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn HttpFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(SetFilterState(decoded)))
}

/// What routes say to it: values on top of the filter's.
pub const PER_ROUTE: per_filter::PerRoute =
    per_filter::PerRoute { types: &["envoy.extensions.filters.http.set_filter_state.v3.Config"], compile: per_route };

fn per_route(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Compiled, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(SetFilterState(decoded)))
}

impl HttpFilter for SetFilterState {
    fn on_request(&self, name: &str, run: &mut Run, stream: &mut Stream, levels: &Levels) -> Flow<Verdict> {
        let route = levels.most_specific::<Self>();
        for value in self.0.on_request_headers.iter().chain(route.iter().flat_map(|route| &route.0.on_request_headers))
        {
            match fill(value.format(), &stream.source(), value.missing()) {
                Ok(text) if text.is_empty() && value.skip_if_empty => {}
                Ok(text) => {
                    run.step(|| {
                        Step::new(Stage::HttpFilter, name).because(format!("notes {} = {text}", value.object_key))
                    });
                    let reach = value.reach();
                    stream.connection.filter_state.insert(value.object_key.clone(), Fact { text, reach });
                }
                Err(command) => run.undetermined(format!("{name}: the format command {command} is not modelled")),
            }
        }
        Ok(if self.0.clear_route_cache { Verdict::Reroute } else { Verdict::Continue })
    }
}
