//! Into a proxy: where the kernel delivers a connection, which listener handles it, which filter chain takes it.

use std::net::SocketAddr;

use super::asked::Asked;
use super::chain::sieve::{self, Sieved};
use super::chain::tree as chain_tree;
use super::choice::{Branch, ForkKind};
use super::connection::{Connection, Local};
use super::listener::{ChainNode, ListenerNode};
use super::listener_filter::{self, Inspected};
use super::matcher::tree::{Found, PrefixFallback, StringValue};
use super::network::NetworkChain;
use super::outcome::{Disposition, Flag};
use super::request::Direction;
use super::run::{Flow, Run};
use super::tls::{Failure, ServerTls};
use super::trace::{At, Mood, NearMiss, Stage, Step};
use crate::base::field::Field;
use crate::model::any::TypedConfig;
use crate::model::dump::Section;

/// Port to which outbound connections are redirected.
const OUTBOUND_PORT: u16 = 15001;
/// Port to which inbound connections are redirected.
const INBOUND_PORT: u16 = 15006;

/// Sends a request into the proxy from outside.
///
/// # Errors
/// Always: the request ends somewhere, and the run's outcome says how.
pub fn enter(run: &mut Run, asked: &Asked) -> Flow {
    let request = asked.request.as_ref();
    let listeners = run.engine.listeners();
    run.meet(&listeners.unreadable);
    run.meet(run.engine.bootstrap_unmodelled());
    if !run.engine.proxy.dump.has(Section::Listeners) {
        return run.end_unknown(vec![Section::Listeners.missing().to_owned()]);
    }
    let redirected = match request.direction {
        Direction::Outbound => Some(OUTBOUND_PORT),
        Direction::Inbound if asked.inside.is_none() => Some(INBOUND_PORT),
        Direction::Inbound | Direction::Gateway => None,
    };
    let accepted_at = redirected.map_or(request.destination, |port| SocketAddr::new(request.destination.ip(), port));
    run.step(|| match redirected {
        Some(port) => Step::new(Stage::Capture, format!("{} is redirected to port {port}", request.destination)),
        None => Step::new(Stage::Capture, format!("straight to {}", request.destination)),
    });
    let Some(accepting) = listeners.bound_at(accepted_at) else {
        let port = accepted_at.port();
        run.step(|| {
            let warming = listeners.warming.iter().find(|listener| listener.address.port() == Some(port));
            let why = match warming {
                Some(listener) => format!("{} is warming and does not listen yet", listener.name),
                None => format!("nothing listens on port {port}"),
            };
            Step::new(Stage::Listener, "none")
                .because(format!("{why}: connection refused"))
                .mood(Mood::Fails)
                .looking_at([Field::Destination])
        });
        return run.end(Disposition::Closed);
    };
    let mut connection = Connection {
        direct_source: request.source,
        source: request.source,
        destination: Local::Ip(accepted_at),
        restored: false,
        transport_protocol: "",
        server_name: None,
        application_protocols: Vec::new(),
        tls: None,
        filter_state: std::collections::BTreeMap::new(),
        metadata: serde_json::Map::new(),
    };
    let original = Local::Ip(request.destination);
    // `use_original_dst` restores the address even where no original_dst filter is listed.
    if accepting.config.use_original_dst {
        connection.destination = original.clone();
        connection.restored = true;
    }
    handle(run, accepting, &mut connection, asked, Some(&original))
}

/// Hands a connection to a listener: its filters, hand-off, its chain.
///
/// # Errors
/// Always: the request ends somewhere.
pub fn handle(
    run: &mut Run,
    accepting: &ListenerNode,
    connection: &mut Connection,
    asked: &Asked,
    original: Option<&Local>,
) -> Flow {
    run.meet(&accepting.unmodelled);
    let before = connection.destination.clone();
    run.outcome.listener = Some(accepting.config.name.clone());
    inspect(run, accepting, connection, asked, original)?;
    let mut listener = accepting;
    // One hand-off, to the listener of the restored address; there is no way back.
    if accepting.config.use_original_dst
        && let Local::Ip(address) = connection.destination
    {
        match run.engine.listeners().for_address(address) {
            Some(target) => {
                run.step(|| {
                    Step::new(Stage::Listener, &target.config.name)
                        .because(format!("for {address}, handed off by {}", accepting.config.name))
                        .at(At::Listener(target.config.name.clone()))
                        .looking_at([Field::Destination])
                });
                listener = target;
                run.meet(&listener.unmodelled);
                run.outcome.listener = Some(listener.config.name.clone());
                inspect(run, listener, connection, asked, original)?;
            }
            None => run.step(|| {
                Step::new(Stage::Listener, &accepting.config.name)
                    .because(format!("no listener for {address}"))
                    .at(At::Listener(accepting.config.name.clone()))
                    .looking_at([Field::Destination])
            }),
        }
    } else {
        run.step(|| {
            let restored = if connection.destination == before {
                String::new()
            } else {
                format!("for {}", connection.destination)
            };
            Step::new(Stage::Listener, &accepting.config.name)
                .because(restored)
                .at(At::Listener(accepting.config.name.clone()))
                .looking_at([Field::Destination])
        });
    }
    // An unknown address is that of no service here, or it would have been found; it may well lie in a range.
    if !run.request.destination_known && listener.chains.iter().any(|chain| chain.matches.has_destination_ranges()) {
        run.undetermined(format!(
            "the address behind the name is not known, and {} chooses its chain by ranges of addresses: give one with --to",
            listener.config.name
        ));
    }
    let chain = choose_chain(run, listener, connection)?;
    take_chain(run, chain, connection, asked)
}

fn inspect(
    run: &mut Run,
    listener: &ListenerNode,
    connection: &mut Connection,
    asked: &Asked,
    original: Option<&Local>,
) -> Flow {
    let mut unknown = Vec::new();
    let inspected = listener_filter::run(&listener.config.listener_filters, connection, asked, original, &mut unknown);
    run.meet(&unknown);
    match inspected {
        Inspected::Continues => Ok(()),
        Inspected::Closed(why) => {
            run.step(|| Step::new(Stage::Listener, &listener.config.name).because(why).mood(Mood::Fails));
            run.end(Disposition::Closed)
        }
    }
}

fn choose_chain<'l>(run: &mut Run, listener: &'l ListenerNode, connection: &Connection) -> Flow<&'l ChainNode> {
    if listener.config.fcds_config.is_some() {
        run.undetermined(format!(
            "listener {} gets chains by discovery (FCDS), which a dump does not show",
            listener.config.name
        ));
    }
    if let Some(tree) = &listener.tree {
        let prefixes = if run.engine.runtime.since(35) { PrefixFallback::Resumes } else { PrefixFallback::Final };
        let inputs = |config: &TypedConfig| chain_tree::input(connection, config);
        return match tree.find(&inputs, prefixes, &mut run.notes) {
            Found::Unknown => run.end_unknown_by_notes(),
            Found::Nothing => default_chain(run, listener, "the matcher leads nowhere", Vec::new()),
            Found::Action(action) => {
                let name = action
                    .typed_config
                    .as_ref()
                    .and_then(|config| config.decode::<StringValue>().ok())
                    .map(|decoded| decoded.value.value);
                let name = name.unwrap_or_else(|| action.name.clone());
                match listener.chains.iter().find(|chain| chain.config.name == name) {
                    Some(chain) => Ok(chain),
                    // An unknown name is not a case for the default chain.
                    None => {
                        no_chain(run, &format!("the matcher leads to a chain {name} that does not exist"), Vec::new())
                    }
                }
            }
        };
    }
    let matches: Vec<_> = listener.chains.iter().map(|chain| &chain.matches).collect();
    match sieve::choose(&matches, connection) {
        Sieved::Chain(index) => Ok(&listener.chains[index]),
        Sieved::Nothing { level, left } => {
            let missed = if run.explains() { near_chains(listener, &left, level, connection) } else { Vec::new() };
            default_chain(run, listener, &format!("no chain fits the {}", level.words()), missed)
        }
        Sieved::Ambiguous(chains) => {
            run.notes.remark(|| {
                "an empty list of ranges and an explicit /0: which one Envoy finds changes from start to start"
                    .to_owned()
            });
            let branches: Vec<Branch> =
                chains.iter().map(|index| Branch { label: listener.chains[*index].id.clone(), share: None }).collect();
            let picked = run.choices.choose(ForkKind::Chain, || listener.config.name.clone(), &branches);
            Ok(&listener.chains[chains[picked]])
        }
        Sieved::Unknown(reason) => run.end_unknown(vec![reason]),
    }
}

fn default_chain<'l>(
    run: &mut Run,
    listener: &'l ListenerNode,
    why: &str,
    missed: Vec<NearMiss>,
) -> Flow<&'l ChainNode> {
    match &listener.default_chain {
        Some(chain) => {
            let at = || At::Chain(chain.id.clone());
            run.step(|| Step::new(Stage::Chain, "default").because(why).missed(missed).at(at()));
            Ok(chain)
        }
        None => no_chain(run, why, missed),
    }
}

fn no_chain<T>(run: &mut Run, why: &str, missed: Vec<NearMiss>) -> Flow<T> {
    run.step_with_evidence(|| {
        Step::new(Stage::Chain, "none")
            .because(format!("{why}, and there is no default chain: the connection is reset"))
            .missed(missed)
            .mood(Mood::Fails)
    });
    run.outcome.flags.insert(Flag::Nr);
    run.outcome.details = Some("filter_chain_not_found".to_owned());
    run.end(Disposition::NoChain)
}

/// The chains that had come furthest, with the condition they failed.
fn near_chains(listener: &ListenerNode, left: &[usize], level: sieve::Level, connection: &Connection) -> Vec<NearMiss> {
    let found = match level {
        sieve::Level::DestinationPort | sieve::Level::DestinationIp => {
            format!("it is {}", connection.destination)
        }
        sieve::Level::ServerName => {
            connection.server_name.as_ref().map_or_else(|| "there is none".to_owned(), |name| format!("it is {name}"))
        }
        sieve::Level::TransportProtocol => format!("it is {}", sieve::transport(connection)),
        sieve::Level::ApplicationProtocol => {
            if connection.application_protocols.is_empty() {
                "there is none".to_owned()
            } else {
                format!("it is {}", connection.application_protocols.join(","))
            }
        }
        sieve::Level::DirectSourceIp | sieve::Level::SourceType | sieve::Level::SourceIp | sieve::Level::SourcePort => {
            format!("it is {}", connection.source)
        }
    };
    left.iter()
        .take(3)
        .map(|index| NearMiss {
            candidate: listener.chains[*index].label(),
            asked: format!("{} {}", level.words(), listener.chains[*index].matches.condition(level)),
            found: found.clone(),
            field: Some(level.field()),
        })
        .collect()
}

/// Through a filter chain: new connection, handshake, data.
fn take_chain(run: &mut Run, chain: &ChainNode, connection: &mut Connection, asked: &Asked) -> Flow {
    run.outcome.chain = Some(chain.id.clone());
    run.owned_by(&chain.owners);
    run.step_with_evidence(|| {
        Step::new(Stage::Chain, chain.label())
            .because(format!("takes {}", chain.matches.conditions()))
            .looking_at(chain.matches.fields())
            .owned_by(chain.owners.clone())
            .at(At::Chain(chain.id.clone()))
    });
    let filters = chain.filters.get_or_init(|| NetworkChain::new(&chain.config));
    filters.on_new_connection(run, connection)?;
    let engine = run.engine;
    let tls = chain.tls.get_or_init(|| ServerTls::of_chain(&chain.config, engine));
    let wire = match tls {
        None => asked.wire(),
        Some(tls) => {
            run.meet(&tls.unmodelled);
            shake(run, tls, connection, asked)?;
            asked.wire_inside_tls()
        }
    };
    filters.on_data(run, connection, asked, wire)
}

fn shake(run: &mut Run, tls: &ServerTls, connection: &mut Connection, asked: &Asked) -> Flow {
    match tls.shake(asked, &mut run.notes) {
        Ok(session) => {
            run.step_with_evidence(|| {
                let kind = if tls.is_mutual() { "mutual TLS" } else { "TLS" };
                let peer = session
                    .peer
                    .as_ref()
                    .map_or_else(|| "the client has no certificate".to_owned(), |peer| format!("client {peer}"));
                Step::new(Stage::Handshake, kind).because(peer).looking_at([Field::Tls])
            });
            if connection.server_name.is_none() {
                connection.server_name.clone_from(&asked.request.sni);
            }
            run.outcome.handshake = session.peer.is_some();
            connection.tls = Some(session);
            Ok(())
        }
        Err(Failure::Unknown(reasons)) => run.end_unknown(reasons),
        Err(failure) => {
            let why = failure.words();
            run.step_with_evidence(|| {
                Step::new(Stage::Handshake, "fails").because(why).mood(Mood::Fails).looking_at([Field::Tls])
            });
            run.broken = Some(failure);
            run.end(Disposition::TlsFailed)
        }
    }
}
