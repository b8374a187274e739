//! `set_filter_state` as a network filter: notes facts for later filters and listeners.

use super::chain::NetworkFilter;
use crate::model::any::TypedConfig;
use crate::simulate::connection::Connection;
use crate::simulate::format::{Source, fill};
use crate::simulate::run::{Flow, Run};
use crate::simulate::state::{Config, Fact, Value};

/// Message types.
pub const TYPES: &[&str] = &["envoy.extensions.filters.network.set_filter_state.v3.Config"];

#[derive(Debug)]
struct SetFilterState(Config);

/// Makes the filter.
///
/// # Errors
/// Where its configuration has another shape.
pub fn build(config: &TypedConfig, unmodelled: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    let decoded: Config = config.read(unmodelled)?;
    Ok(Box::new(SetFilterState(decoded)))
}

impl NetworkFilter for SetFilterState {
    fn on_new_connection(&self, name: &str, run: &mut Run, connection: &mut Connection) -> Flow {
        set(&self.0.on_new_connection, name, run, connection);
        Ok(())
    }

    fn on_data(&self, name: &str, run: &mut Run, connection: &mut Connection) -> Flow {
        // The handshake lies between the two; values of it are known only now.
        set(&self.0.on_downstream_tls_handshake, name, run, connection);
        set(&self.0.on_downstream_data, name, run, connection);
        Ok(())
    }
}

fn set(values: &[Value], name: &str, run: &mut Run, connection: &mut Connection) {
    for value in values {
        let filled = fill(value.format(), &Source::of_connection(connection), value.missing());
        match filled {
            Ok(text) if text.is_empty() && value.skip_if_empty => {}
            Ok(text) => {
                let reach = value.reach();
                connection.filter_state.insert(value.object_key.clone(), Fact { text, reach });
            }
            Err(command) => run.undetermined(format!("{name}: the format command {command} is not modelled")),
        }
    }
}
