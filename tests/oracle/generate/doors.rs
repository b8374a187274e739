//! The ways into a proxy: for every filter chain a connection that should select it.

use std::net::{Ipv4Addr, SocketAddrV4};

use fastrand::Rng;
use meshdbg::model::ProxyKind;
use meshdbg::simulate::request::{Direction, Transport};
use serde_json::Value;

use super::text;
use crate::oracle::bootstrap::{self, items, type_name};
use crate::oracle::fixture::Subject;
use crate::oracle::request::Play;

/// Somewhere that the mesh does not know.
pub(crate) const OUTSIDE: Ipv4Addr = Ipv4Addr::new(93, 184, 216, 34);

/// A connection, and the chain that it should select.
pub(crate) struct Door<'d> {
    pub(crate) play: Play,
    pub(crate) chain: &'d Value,
}

/// All doors of a proxy.
pub(crate) fn doors<'d>(subject: &'d Subject, peers: &[String], random: &mut Rng) -> Vec<Door<'d>> {
    let mut doors = Vec::new();
    let listeners = bootstrap::listeners(&subject.dump);
    let is_sidecar = subject.kind == ProxyKind::Sidecar;
    for listener in listeners {
        let socket = listener.pointer("/address/socket_address");
        let address = socket.and_then(|socket| {
            let ip: Ipv4Addr = socket["address"].as_str()?.parse().ok()?;
            Some(SocketAddrV4::new(ip, u16::try_from(socket["port_value"].as_u64()?).ok()?))
        });
        let is_bound = listener["bind_to_port"] != false;
        let direction = match (address.map(|address| address.port()), is_sidecar) {
            (None, _) if listener["name"] == "main_internal" => Direction::Inbound,
            (None | Some(15008), _) => continue,
            (Some(15006), true) => Direction::Inbound,
            (Some(15021 | 15090), _) if is_bound => Direction::Gateway,
            (Some(_), true) => Direction::Outbound,
            (Some(_), false) => Direction::Gateway,
        };
        for chain in items(listener, "filter_chains").iter().chain(listener.get("default_filter_chain")) {
            let destinations = match address {
                None => inside_destinations(listener, chain),
                Some(address) => vec![destination(subject, direction, address, chain)],
            };
            for dst in destinations {
                let src = match direction {
                    Direction::Outbound => subject.address,
                    Direction::Inbound => Ipv4Addr::new(10, 99, random.u8(0..9), random.u8(1..250)),
                    Direction::Gateway => Ipv4Addr::new(198, 51, 100, random.u8(1..250)),
                };
                let play = Play {
                    id: listener["name"].as_str().unwrap_or_default().to_owned(),
                    method: Some("GET".to_owned()),
                    authority: Some(dst.to_string()),
                    path: Some("/".to_owned()),
                    ..Play::plain(subject.id.clone(), direction, src, dst)
                };
                connections(&play, listener, chain, peers, random, &mut doors);
            }
        }
    }
    doors
}

/// The connections for a chain: one for each server name.
fn connections<'d>(
    play: &Play,
    listener: &Value,
    chain: &'d Value,
    peers: &[String],
    random: &mut Rng,
    doors: &mut Vec<Door<'d>>,
) {
    let wants = &chain["filter_chain_match"];
    let socket = &chain["transport_socket"]["typed_config"];
    let ends_tls = type_name(socket).ends_with("DownstreamTlsContext");
    let is_tunnelled = listener["name"] == "main_internal";
    let wants_certificate = socket["require_client_certificate"] == true || is_tunnelled;
    let is_tls = ends_tls || wants["transport_protocol"] == "tls" || wants.get("server_names").is_some();
    let names: Vec<Option<String>> = match items(wants, "server_names") {
        [] => vec![None],
        names => names.iter().filter_map(Value::as_str).map(|name| Some(text::host_of(name, random))).collect(),
    };
    let protocols = items(wants, "application_protocols").iter().filter_map(Value::as_str);
    let alpn: Vec<String> = protocols.filter(|_| is_tls && !is_tunnelled).take(2).map(str::to_owned).collect();
    for sni in names {
        let mut play = play.clone();
        if is_tls || is_tunnelled {
            play.transport = if wants_certificate { Transport::Mtls } else { Transport::Tls };
            play.peer = random.choice(peers).cloned();
            play.alpn.clone_from(&alpn);
            play.authority = sni.clone().or(play.authority);
            play.sni = sni;
        }
        if let Some(range) = items(wants, "source_prefix_ranges").first().and_then(inside_of) {
            play.src = range;
        }
        doors.push(Door { play, chain });
    }
}

/// An address in a range.
fn inside_of(range: &Value) -> Option<Ipv4Addr> {
    let ip: Ipv4Addr = range["address_prefix"].as_str()?.parse().ok()?;
    let length = range["prefix_len"].as_u64().unwrap_or(0);
    let [a, b, c, d] = ip.octets();
    Some(if length == 32 { ip } else { Ipv4Addr::new(a, b, c, d | 7) })
}

fn destination(subject: &Subject, direction: Direction, address: SocketAddrV4, chain: &Value) -> SocketAddrV4 {
    let wants = &chain["filter_chain_match"];
    let port = wants["destination_port"].as_u64().and_then(|port| u16::try_from(port).ok());
    let in_range = items(wants, "prefix_ranges").first().and_then(inside_of);
    match direction {
        Direction::Inbound => SocketAddrV4::new(in_range.unwrap_or(subject.address), port.unwrap_or(7777)),
        Direction::Gateway if address.ip().is_unspecified() => SocketAddrV4::new(subject.address, address.port()),
        Direction::Gateway => address,
        Direction::Outbound => {
            let ip = if address.ip().is_unspecified() { OUTSIDE } else { *address.ip() };
            let port = if address.port() == 15001 { port.unwrap_or(4444) } else { address.port() };
            SocketAddrV4::new(in_range.unwrap_or(ip), port)
        }
    }
}

/// The destinations that a matcher tree sends to a chain: addresses and ports on the way to its name.
fn inside_destinations(listener: &Value, chain: &Value) -> Vec<SocketAddrV4> {
    let mut found = Vec::new();
    let name = chain["name"].as_str().unwrap_or_default();
    search(&listener["filter_chain_matcher"], name, SocketAddrV4::new(Ipv4Addr::new(10, 244, 9, 9), 8080), &mut found);
    found.dedup();
    found.truncate(3);
    found
}

fn search(value: &Value, name: &str, at: SocketAddrV4, found: &mut Vec<SocketAddrV4>) {
    match value {
        Value::Object(fields) => {
            let range = items(value, "ranges").first().and_then(|range| range["address_prefix"].as_str()?.parse().ok());
            let at = SocketAddrV4::new(range.unwrap_or(*at.ip()), at.port());
            if value["value"] == name {
                found.push(at);
            }
            for (key, inner) in fields {
                let port = key.parse().unwrap_or(at.port());
                search(inner, name, SocketAddrV4::new(*at.ip(), port), found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| search(inner, name, at, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
