//! `sni_cluster`: the SNI is the name of the cluster.

use super::chain::NetworkFilter;
use crate::model::any::TypedConfig;
use crate::simulate::connection::Connection;
use crate::simulate::run::{Flow, Run};
use crate::simulate::state::{Fact, Reach};
use crate::simulate::trace::{Stage, Step};

/// Message types.
pub const TYPES: &[&str] = &[
    "envoy.extensions.filters.network.sni_cluster.v3.SniCluster",
    "envoy.config.filter.network.sni_cluster.v2.SniCluster",
];

/// The filter state under which the TCP proxy looks for its cluster.
pub const CLUSTER: &str = "envoy.tcp_proxy.cluster";

#[derive(Debug)]
struct SniCluster;

/// Makes the filter.
///
/// # Errors
/// Never: it has no configuration.
pub fn build(_: &TypedConfig, _: &mut Vec<String>) -> Result<Box<dyn NetworkFilter>, String> {
    Ok(Box::new(SniCluster))
}

impl NetworkFilter for SniCluster {
    fn on_new_connection(&self, name: &str, run: &mut Run, connection: &mut Connection) -> Flow {
        let server_name = connection.server_name.clone().filter(|server_name| !server_name.is_empty());
        run.step(|| {
            let because = server_name.as_ref().map_or_else(
                || "no SNI: the TCP proxy's own cluster".to_owned(),
                |server_name| format!("cluster {server_name}, by SNI"),
            );
            Step::new(Stage::NetworkFilter, name).because(because)
        });
        if let Some(server_name) = server_name {
            connection.filter_state.insert(CLUSTER.to_owned(), Fact { text: server_name, reach: Reach::Here });
        }
        Ok(())
    }
}
