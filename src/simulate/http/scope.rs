//! Scoped routes: the route table is chosen by a key out of the request's headers.

use std::sync::Arc;

use super::message::RequestHead;
use super::route_table::RouteTable;
use crate::model::envoy::http_connection_manager::{HeaderValueExtractor, ScopedRouteConfiguration, ScopedRoutes};
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Stage, Step};

/// The table of the scope whose key the request has; none where no scope fits.
///
/// # Errors
/// Where a table cannot be read.
pub fn table(run: &mut Run, head: &RequestHead, scoped: &ScopedRoutes) -> Flow<Option<Arc<RouteTable>>> {
    let key: Option<Vec<String>> = scoped
        .scope_key_builder
        .fragments
        .iter()
        .map(|fragment| extract(head, fragment.header_value_extractor.as_ref()?))
        .collect();
    let scope = key.as_ref().and_then(|key| {
        scopes(run, scoped).into_iter().find(|scope| {
            scope.key.fragments.len() == key.len()
                && scope.key.fragments.iter().zip(key).all(|(fragment, value)| fragment.string_key == *value)
        })
    });
    let Some(scope) = scope else {
        run.step(|| {
            let because = key.map_or_else(
                || "the request lacks a header of the scope key".to_owned(),
                |key| format!("no scope has the key {}", key.join(", ")),
            );
            Step::new(Stage::VirtualHost, format!("scopes {} › none", scoped.name)).because(because)
        });
        return Ok(None);
    };
    run.step(|| {
        Step::new(Stage::VirtualHost, format!("scope {}", scope.name))
            .because(format!("route table {}", scope.route_configuration_name))
    });
    match scope.route_configuration {
        Some(inline) => {
            let id = inline.name.clone();
            Ok(Some(Arc::new(RouteTable::new(&id, inline, Vec::new()))))
        }
        None => Ok(run.engine.route_table(&scope.route_configuration_name)),
    }
}

/// The scopes of the connection manager itself, or those of the dump under its name.
fn scopes(run: &mut Run, scoped: &ScopedRoutes) -> Vec<ScopedRouteConfiguration> {
    if let Some(inline) = &scoped.scoped_route_configurations_list {
        return inline.scoped_route_configurations.clone();
    }
    let entries = run.engine.proxy.dump.scoped_routes.iter().map(|entry| entry.item.decode());
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) if entry.name == scoped.name => found.extend(entry.scoped_route_configs),
            Ok(_) => {}
            Err(error) => problems.push(format!("scoped routes cannot be read: {error}")),
        }
    }
    run.meet(&problems);
    found
}

/// A part of the key: the value of a header, an element of it, or the value of a key in an element.
fn extract(head: &RequestHead, extractor: &HeaderValueExtractor) -> Option<String> {
    let name = extractor.name.to_ascii_lowercase();
    let values = head.values(&name);
    let value = *values.first()?;
    let elements: Vec<&str> = if extractor.element_separator.is_empty() {
        vec![value]
    } else {
        value.split(extractor.element_separator.as_str()).collect()
    };
    if let Some(element) = &extractor.element {
        return elements.into_iter().find_map(|part| {
            let (key, value) = part.split_once(element.separator.as_str()).unwrap_or((part, ""));
            (key == element.key).then(|| value.to_owned())
        });
    }
    elements.get(extractor.index.unwrap_or(0)).map(|element| (*element).to_owned())
}
