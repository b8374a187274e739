//! The endpoints that a connection or request may go to, in groups that differ in nothing but their addresses.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::balance::{self, Candidates};
use super::cluster::{ClusterNode, Hosts};
use super::host::Host;
use super::socket::Socket;
use crate::model::envoy::address::InternalAddress;
use crate::model::envoy::metadata::Metadata;
use crate::simulate::choice::{Branch, ForkKind};
use crate::simulate::connection::Connection;
use crate::simulate::matcher::metadata::descend;
use crate::simulate::run::{Flow, Run};
use crate::simulate::trace::{At, Stage, Step};

/// What is wanted of a cluster.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Metadata that the endpoint's subset must have.
    pub criteria: &'a Map<String, Value>,
    /// Where an `ORIGINAL_DST` cluster sends to.
    pub destination: Option<SocketAddr>,
    /// Endpoints with different host names are different.
    pub by_hostname: bool,
}

/// Endpoints that differ in nothing but their addresses.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// Addresses, sorted.
    pub addresses: Vec<String>,
    /// The endpoints, by their first addresses.
    pub members: BTreeMap<String, Member>,
    /// Addresses that help while outlier detection or health checks take others out.
    pub reserve: Vec<String>,
    /// The host name, where it matters.
    pub hostname: String,
    /// Whether TLS is spoken.
    pub tls: bool,
    /// The SNI that the cluster asks for.
    pub sni: Option<String>,
    /// ALPN that is offered.
    pub alpn: Vec<String>,
    /// The names that the server's certificate may have, in words.
    pub names: Vec<String>,
    /// Whether a client certificate is shown.
    pub has_certificate: bool,
    /// Name of the transport socket match.
    pub socket: String,
    /// A listener inside of the same Envoy.
    pub internal: Option<InternalAddress>,
    /// Metadata of the endpoint that the internal listener gets.
    pub passed: Vec<(String, Value)>,
    /// The names of that metadata.
    passthrough: Vec<String>,
    unmodelled: Vec<String>,
    weight: u32,
}

/// Finds the endpoints and takes one of their groups; the inner error says why there are none. The cluster that comes
/// back is another one where an aggregate leads to it.
///
/// # Errors
/// Where it cannot be told.
pub fn pick(
    run: &mut Run,
    cluster: &Arc<ClusterNode>,
    wanted: &Wanted,
) -> Flow<Result<(Arc<ClusterNode>, Group), String>> {
    if let Some(reason) = cluster.sockets.unknown() {
        run.undetermined(format!("cluster {}: {reason}", cluster.config.name));
    }
    let hosts = match &cluster.hosts {
        Hosts::Unknown(reason) => {
            return run.end_unknown(vec![format!("endpoints of {}: {reason}", cluster.config.name)]);
        }
        Hosts::Aggregate(names) => return aggregate(run, names, wanted),
        Hosts::OriginalDestination => {
            let Some(address) = wanted.destination else {
                return Ok(Err("no original destination was restored".to_owned()));
            };
            if !run.request.destination_known && address == run.request.destination {
                run.undetermined(format!(
                    "the address behind the name is not known, and {} sends to it: whether DNS knows one cannot be told",
                    cluster.config.name
                ));
            }
            // Where only a name is known of the address, the access log shows it.
            let named = run.request.destination_name.as_ref().filter(|_| address == run.request.destination);
            let shown = named.map_or_else(|| address.to_string(), |name| format!("{name}:{}", address.port()));
            let mut group = Group::of_address(&shown);
            group.connect_by(cluster.sockets.of(None), None);
            run.meet(&group.unmodelled);
            run.step(|| Step::new(Stage::Endpoint, address.to_string()).because("where the connection was going"));
            return Ok(Ok((cluster.clone(), group)));
        }
        Hosts::Known(hosts) => hosts,
    };
    let candidates = match balance::candidates(cluster, hosts, wanted.criteria, &run.engine.runtime, &mut run.notes) {
        Ok(candidates) => candidates,
        Err(why) => {
            let unknown = run.notes.take_unknown();
            return if unknown.is_empty() { Ok(Err(why)) } else { run.end_unknown(unknown) };
        }
    };
    let groups = groups(cluster, hosts, &candidates, wanted.by_hostname);
    let total: u32 = groups.iter().map(|group| group.weight).sum();
    let branches: Vec<Branch> = groups
        .iter()
        .map(|group| Branch {
            label: group.addresses.join(","),
            share: Some(f64::from(group.weight) / f64::from(total.max(1))),
        })
        .collect();
    let picked = run.choices.choose(ForkKind::Endpoint, || cluster.config.name.clone(), &branches);
    let Some(group) = groups.into_iter().nth(picked) else {
        return Ok(Err("no endpoint".to_owned()));
    };
    run.meet(&group.unmodelled);
    run.step_with_evidence(|| {
        let reserve = if group.reserve.is_empty() {
            String::new()
        } else {
            format!("; {} while outlier detection or health checks take others out", listed(&group.reserve))
        };
        let at = At::Endpoints { cluster: cluster.config.name.clone(), addresses: group.addresses.clone() };
        Step::new(Stage::Endpoint, listed(&group.addresses)).because(format!("{}{reserve}", candidates.summary)).at(at)
    });
    Ok(Ok((cluster.clone(), group)))
}

/// The first cluster that has usable endpoints; unknown ones are skipped.
fn aggregate(run: &mut Run, names: &[String], wanted: &Wanted) -> Flow<Result<(Arc<ClusterNode>, Group), String>> {
    let mut last = "the aggregate has no clusters".to_owned();
    for name in names {
        let Some(cluster) = run.engine.cluster(name) else {
            continue;
        };
        match pick(run, &cluster, wanted)? {
            Ok(found) => return Ok(Ok(found)),
            Err(why) => last = format!("{name}: {why}"),
        }
    }
    Ok(Err(last))
}

fn groups(cluster: &ClusterNode, hosts: &[Host], candidates: &Candidates, by_hostname: bool) -> Vec<Group> {
    let alone = |host: &Host| {
        let mut group = Group {
            hostname: if by_hostname { host.hostname.clone() } else { String::new() },
            internal: host.internal.clone(),
            ..Group::default()
        };
        group.connect_by(cluster.sockets.of(Some(host)), Some(host));
        group
    };
    let mut groups: Vec<Group> = Vec::new();
    for host in candidates.hosts.iter().map(|index| &hosts[*index]) {
        let group = alone(host);
        let at = groups.iter().position(|known| known.is_like(&group)).unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        });
        groups[at].add(host);
    }
    for host in candidates.reserve.iter().map(|index| &hosts[*index]) {
        let group = alone(host);
        if let Some(known) = groups.iter_mut().find(|known| known.is_like(&group)) {
            known.reserve.push(host.address.clone());
        }
    }
    for group in &mut groups {
        group.addresses.sort();
        group.addresses.dedup();
    }
    groups
}

/// One endpoint of a group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Member {
    /// Its weight.
    pub weight: u32,
    /// Its metadata that an internal listener gets.
    pub passed: Vec<(String, Value)>,
}

impl Group {
    /// One address, by no TLS.
    pub fn of_address(address: &str) -> Self {
        let members = BTreeMap::from([(address.to_owned(), Member { weight: 1, passed: Vec::new() })]);
        Self { addresses: vec![address.to_owned()], members, ..Self::default() }
    }

    /// Whether an endpoint belongs to this group.
    fn is_like(&self, other: &Self) -> bool {
        let listener = |group: &Self| group.internal.as_ref().map(|internal| internal.server_listener_name.clone());
        (self.tls, &self.sni, &self.hostname, &self.socket, listener(self))
            == (other.tls, &other.sni, &other.hostname, &other.socket, listener(other))
    }

    /// All addresses that the access log may show, sorted.
    pub fn upstreams(&self) -> Vec<String> {
        let mut all: Vec<String> = self.addresses.iter().chain(&self.reserve).cloned().collect();
        all.sort();
        all
    }

    fn add(&mut self, host: &Host) {
        self.addresses.push(host.address.clone());
        let member = self.members.entry(host.address.clone()).or_default();
        member.weight += host.weight;
        member.passed = passed(&host.metadata, &self.passthrough);
        self.addresses.extend(host.alternatives.iter().cloned());
        self.weight += host.weight;
    }

    fn connect_by(&mut self, socket: &Socket, host: Option<&Host>) {
        self.socket.clone_from(&socket.name);
        self.unmodelled.clone_from(&socket.unmodelled);
        if let Some(tls) = &socket.tls {
            self.tls = true;
            let automatic =
                host.filter(|host| tls.auto_host_sni && !host.hostname.is_empty()).map(|host| host.hostname.clone());
            self.sni = automatic.or_else(|| (!tls.sni.is_empty()).then(|| tls.sni.clone()));
            self.alpn.clone_from(&tls.alpn);
            self.names = tls.names.iter().map(ToString::to_string).collect();
            self.has_certificate = tls.has_certificate;
        }
        if let Some(host) = host {
            self.passed = passed(&host.metadata, &socket.passthrough);
            self.passthrough.clone_from(&socket.passthrough);
        }
    }
}

/// The metadata of an endpoint that `passthrough_metadata` names.
fn passed(metadata: &Metadata, names: &[String]) -> Vec<(String, Value)> {
    names.iter().filter_map(|name| Some((name.clone(), metadata.value(name)?))).collect()
}

/// `ADDRESS, ADDRESS and N more`.
fn listed(addresses: &[String]) -> String {
    match addresses {
        [first, second, third, rest @ ..] if !rest.is_empty() => {
            format!("{first}, {second}, {third} and {} more", rest.len())
        }
        _ => addresses.join(", "),
    }
}

/// Where an `ORIGINAL_DST` cluster sends a connection: metadata or filter state may say so, else the restored address.
pub fn original_destination(
    connection: &Connection,
    metadata: &Map<String, Value>,
    cluster: &ClusterNode,
) -> Option<SocketAddr> {
    let config = cluster.config.original_dst_lb_config.as_ref();
    let by_metadata = config.and_then(|config| config.metadata_key.as_ref()).and_then(|key| {
        let path: Vec<String> = key.path.iter().map(|segment| segment.key.clone()).collect();
        let value = metadata.get(&key.key).or_else(|| connection.metadata.get(&key.key))?;
        descend(value, &path)?.as_str()?.parse::<SocketAddr>().ok()
    });
    let by_state = connection
        .filter_state
        .get("envoy.network.transport_socket.original_dst_address")
        .and_then(|fact| fact.text.parse().ok());
    let mut address =
        by_metadata.or(by_state).or_else(|| connection.destination.socket().filter(|_| connection.restored))?;
    if let Some(port) = config.and_then(|config| config.upstream_port_override) {
        address.set_port(port);
    }
    Some(address)
}

/// Notes how the proxy speaks to the endpoints.
pub fn note_tls(run: &mut Run, group: &Group, sni: Option<&str>) {
    run.step(|| {
        if !group.tls {
            let socket = if group.socket.is_empty() {
                String::new()
            } else {
                format!("transport socket match {}", group.socket)
            };
            return Step::new(Stage::Tls, "plaintext").because(socket);
        }
        let mode = if group.has_certificate { "mutual" } else { "simple" };
        let names = if group.names.is_empty() { "any name".to_owned() } else { listed(&group.names) };
        let socket =
            if group.socket.is_empty() { String::new() } else { format!(", transport socket match {}", group.socket) };
        let sni = sni.map(|sni| format!(", SNI {sni}")).unwrap_or_default();
        Step::new(Stage::Tls, format!("{mode}, to {names}")).because(format!(
            "ALPN {}{sni}{socket}",
            if group.alpn.is_empty() { "none".to_owned() } else { group.alpn.join(",") }
        ))
    });
}
