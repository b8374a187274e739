//! The network filters of a chain, compiled, and the way through them.

use crate::model::envoy::filter_chain::FilterChain;
use crate::simulate::asked::Asked;
use crate::simulate::connection::{Connection, Wire};
use crate::simulate::http::manager::Manager;
use crate::simulate::network::registry;
use crate::simulate::network::tcp_proxy::TcpProxyNode;
use crate::simulate::outcome::Disposition;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{Mood, Stage, Step};

/// A network filter that decides something.
pub trait NetworkFilter: Send + Sync + std::fmt::Debug {
    /// What it does when the connection is new.
    ///
    /// # Errors
    /// Where the connection ends here.
    fn on_new_connection(&self, _name: &str, _run: &mut Run, _connection: &mut Connection) -> Flow {
        Ok(())
    }

    /// What it does when the first bytes arrive.
    ///
    /// # Errors
    /// Where the connection ends here.
    fn on_data(&self, _name: &str, _run: &mut Run, _connection: &mut Connection) -> Flow {
        Ok(())
    }
}

/// A filter of a chain.
#[derive(Debug)]
pub enum Node {
    /// It decides.
    Filter(Box<dyn NetworkFilter>),
    /// It connects to an endpoint.
    TcpProxy(Box<TcpProxyNode>),
    /// It speaks HTTP.
    Http(Box<Manager>),
    /// It has no effect, for the reason given.
    NoEffect(&'static str),
    /// It ends the chain in a protocol that is not modelled.
    Terminal(&'static str),
    /// What it does is not known.
    NotModelled(String),
}

/// The filters of a chain.
#[derive(Debug)]
pub struct NetworkChain {
    /// In order, with their names.
    pub nodes: Vec<NetworkNode>,
}

/// A filter with its name.
#[derive(Debug)]
pub struct NetworkNode {
    /// Name of the instance.
    pub name: String,
    /// What it is.
    pub node: Node,
    /// Fields that could matter and are not modelled.
    pub unmodelled: Vec<String>,
}

impl NetworkChain {
    /// Compiles the filters of a chain.
    pub fn new(chain: &FilterChain) -> Self {
        let nodes = chain
            .filters
            .iter()
            .map(|filter| {
                let (node, unmodelled) = if filter.config_discovery.is_some() && filter.typed_config.is_none() {
                    (Node::NotModelled(format!("network filter {} comes by discovery (ECDS)", filter.name)), Vec::new())
                } else {
                    registry::node(filter.config().as_ref(), &filter.name, filter.type_name())
                };
                NetworkNode {
                    name: filter.name.clone(),
                    node,
                    unmodelled: unmodelled
                        .into_iter()
                        .map(|field| format!("field {field} of network filter {} is not modelled", filter.name))
                        .collect(),
                }
            })
            .collect();
        Self { nodes }
    }

    /// Runs `onNewConnection` of every filter. The TCP proxy connects here.
    ///
    /// # Errors
    /// Where a filter ends the connection.
    pub fn on_new_connection(&self, run: &mut Run, connection: &mut Connection) -> Flow {
        for NetworkNode { name, node, unmodelled } in &self.nodes {
            run.meet(unmodelled);
            match node {
                Node::Filter(filter) => filter.on_new_connection(name, run, connection)?,
                Node::TcpProxy(proxy) => proxy.connect(run, connection)?,
                Node::Http(_) | Node::NoEffect(_) | Node::Terminal(_) => {}
                Node::NotModelled(reason) => {
                    run.step(|| Step::new(Stage::NetworkFilter, name).because("not modelled").mood(Mood::Unknown));
                    run.undetermined(reason.clone());
                }
            }
        }
        Ok(())
    }

    /// Runs `onData` of every filter, up to the terminal one. `wire` is what arrives here, TLS taken off.
    ///
    /// # Errors
    /// Always: the terminal filter ends the way, or a filter before it.
    pub fn on_data(&self, run: &mut Run, connection: &mut Connection, asked: &Asked, wire: Wire) -> Flow {
        for NetworkNode { name, node, .. } in &self.nodes {
            match node {
                Node::Filter(filter) => filter.on_data(name, run, connection)?,
                Node::NoEffect(_) | Node::NotModelled(_) => {}
                Node::TcpProxy(proxy) => return proxy.forward(run, connection, asked, wire),
                Node::Http(manager) => return manager.serve(run, connection, asked, wire),
                Node::Terminal(protocol) => {
                    run.step(|| {
                        Step::new(Stage::NetworkFilter, name)
                            .because(format!("speaks {protocol}, which is not modelled"))
                            .mood(Mood::Unknown)
                    });
                    if wire == Wire::Tls {
                        // It answers a handshake with something else, which the client gives up on.
                        return run.end(Disposition::TlsFailed);
                    }
                    if wire != Wire::Bytes && *protocol != "echo" {
                        // What a protocol parser makes of HTTP is its own affair; the connection is not forwarded.
                        run.outcome.flags.clear();
                    }
                    return run.end(Disposition::OtherTerminal);
                }
            }
        }
        // A chain without a terminal filter is legal only without filters at all: it is closed at once.
        run.step(|| {
            Step::new(Stage::NetworkFilter, "none")
                .because("the chain has no filters: the connection is closed")
                .mood(Mood::Fails)
        });
        run.end(Disposition::TcpClosed)
    }
}
