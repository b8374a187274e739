//! One request inside of a connection manager.

use std::net::IpAddr;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::message::RequestHead;
use super::route::RouteNode;
use super::route_table::{RouteTable, VirtualHostNode};
use crate::simulate::connection::Connection;
use crate::simulate::format::Source;

/// The state of one request.
#[derive(Debug)]
pub struct Stream<'c> {
    /// The request, as changed so far.
    pub head: RequestHead,
    /// The connection it came over, with the filter state of the stream.
    pub connection: &'c mut Connection,
    /// The client's address.
    pub remote: IpAddr,
    /// `HTTP/1.1` or `HTTP/2`.
    pub protocol: &'static str,
    /// Dynamic metadata by filter.
    pub metadata: Map<String, Value>,
    /// The route table; none where the dump lacks it.
    pub table: Option<Arc<RouteTable>>,
    /// The route that was chosen, and is until a filter asks to choose again.
    pub route: Option<Selected>,
    /// Whether the client speaks gRPC.
    pub grpc: bool,
    /// What the response filters need to know.
    pub noted: Vec<(&'static str, String)>,
}

/// The virtual host and route of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    /// Index of the virtual host.
    pub host: usize,
    /// Index of the route; none where the virtual host itself redirects to https.
    pub route: Option<usize>,
    /// Index of the weighted cluster.
    pub weighted: Option<usize>,
}

impl Stream<'_> {
    /// The source of values for format strings.
    pub fn source(&self) -> Source<'_> {
        let route_name = self.route_node().map_or("", |route| route.config.name.as_str());
        Source::of_request(self.connection, &self.head, self.protocol, route_name)
    }

    /// The virtual host that was chosen.
    pub fn host_node(&self) -> Option<&VirtualHostNode> {
        let selected = self.route?;
        self.table.as_ref()?.hosts.get(selected.host)
    }

    /// The route that was chosen.
    pub fn route_node(&self) -> Option<&RouteNode> {
        let index = self.route?.route?;
        self.host_node()?.routes().nodes.get(index)
    }
}
