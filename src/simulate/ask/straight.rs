//! A request of a pod that has no proxy: it goes straight to what the name's address leads to.

use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;

use super::complete::{Completed, SOME_POD, alpn, authority, protocol_of_scheme};
use super::fields::Ask;
use super::lookup::{Standpoint, Unresolved, lookup};
use super::target::{Scheme, Target};
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::services::PortProtocol;
use crate::model::ProxyKind;
use crate::simulate::request::{Direction, Protocol, Request, Transport};

/// Completes the question of a pod.
///
/// # Errors
/// Where it does not say enough.
pub fn complete(mesh: &Mesh, pod: &ProxyId, own: Option<IpAddr>, ask: &Ask) -> Result<Completed, Unresolved> {
    let target = ask.to.as_deref().map(Target::parse).transpose().map_err(Unresolved)?;
    let mut remarks = Vec::new();
    let (destination, known, protocol) = match (&ask.dst, &target) {
        (Some(dst), _) => {
            let address = dst.parse().map_err(|_| Unresolved(format!("dst {dst:?} is no address with a port")))?;
            (address, true, PortProtocol::Unknown)
        }
        (None, Some(target)) => {
            let here = Standpoint { mesh, namespace: &pod.namespace, proxy: None };
            let found = lookup(&here, target)?;
            remarks.extend(found.remarks);
            (SocketAddr::new(found.ip, found.port), found.is_known, found.protocol)
        }
        (None, None) => return Err(Unresolved("where to? give a name, an address or a URL with --to".to_owned())),
    };
    let scheme = target.as_ref().and_then(|target| target.scheme);
    let protocol = ask.protocol.or_else(|| scheme.map(protocol_of_scheme)).unwrap_or(match protocol {
        PortProtocol::Http | PortProtocol::Tls | PortProtocol::Unknown => Protocol::Http1,
        PortProtocol::Http2 => Protocol::Http2,
        PortProtocol::Grpc => Protocol::Grpc,
        PortProtocol::Tcp => Protocol::Tcp,
    });
    let encrypted = matches!(scheme, Some(Scheme::Https | Scheme::Grpcs | Scheme::Tls));
    let transport = ask.transport.unwrap_or(match (&ask.peer, encrypted) {
        (Some(_), _) => Transport::Mtls,
        (None, true) => Transport::Tls,
        (None, false) => Transport::Plaintext,
    });
    let host = target.as_ref().map(|target| target.host.as_str()).filter(|host| !host.is_empty());
    let name = host.filter(|host| transport != Transport::Plaintext && host.parse::<IpAddr>().is_err());
    let of_target = || match (&target, host) {
        (Some(target), Some(host)) => authority(host, target, scheme),
        _ => destination.to_string(),
    };
    let request = Request {
        direction: Direction::Gateway,
        source: ask.src.or(own).unwrap_or(SOME_POD),
        destination,
        destination_known: known,
        destination_name: None,
        transport,
        sni: ask.sni.clone().or_else(|| name.map(str::to_owned)),
        alpn: ask.alpn.clone().unwrap_or_else(|| alpn(transport, protocol, Direction::Inbound, ProxyKind::Sidecar)),
        peer: ask.peer.clone(),
        protocol,
        method: ask
            .method
            .clone()
            .unwrap_or_else(|| if protocol == Protocol::Grpc { "POST" } else { "GET" }.to_owned()),
        authority: ask.authority.clone().unwrap_or_else(|| protocol.is_http().then(of_target)),
        path: ask.path.clone().or_else(|| target.as_ref()?.path.clone()).unwrap_or_else(|| "/".to_owned()),
        headers: ask.headers.clone().unwrap_or_default(),
        claims: ask.jwt_claims.clone(),
        at: ask.at.or(mesh.taken_at).unwrap_or(Timestamp::UNIX_EPOCH),
    };
    Ok(Completed { request, remarks })
}
