//! Asking a gateway: the name goes into the host header, and the connection to a port of the gateway's pod.

use std::net::{IpAddr, SocketAddr};

use super::lookup::{Found, SOME_ADDRESS, Unresolved};
use super::target::{Scheme, Target};
use crate::correlate::select::services_of;
use crate::correlate::services::PortProtocol;
use crate::simulate::engine::ProxyEngine;

/// The address of a gateway's pod at which a request for a public port arrives.
///
/// # Errors
/// Where no port is given and none follows.
pub fn port_of_gateway(engine: &ProxyEngine, target: &Target, own: &[IpAddr]) -> Result<Found, Unresolved> {
    let public = target.port.or_else(|| target.scheme.unwrap_or(Scheme::Http).default_port());
    let public = public.ok_or_else(|| Unresolved(format!("which port of {}? write it as HOST:PORT", target.host)))?;
    let mut remarks = Vec::new();
    let of_service = service_port(engine, public, &mut remarks);
    let port = of_service.unwrap_or_else(|| {
        // istiod lets a gateway without root bind 8080 for 80: where the pod's port is not read, its listeners tell.
        let shifted = public.checked_add(8000).filter(|_| public < 1024 && !listens(engine, own, public));
        match shifted.filter(|port| listens(engine, own, *port)) {
            Some(shifted) => {
                remarks.push(format!("nothing listens on port {public}: port {shifted} is taken for it"));
                shifted
            }
            None => public,
        }
    });
    let given = target.host.parse::<IpAddr>().ok().filter(|ip| own.contains(ip) || own.is_empty());
    let bound = engine.listeners().all.iter().find_map(|listener| {
        let address = listener.config.address.ip_port()?;
        (address.port() == port && !address.ip().is_unspecified()).then_some(address.ip())
    });
    let ip = given.or_else(|| own.first().copied()).or(bound).unwrap_or(SOME_ADDRESS);
    Ok(Found { ip, is_known: true, port, protocol: PortProtocol::Unknown, remarks })
}

fn listens(engine: &ProxyEngine, own: &[IpAddr], port: u16) -> bool {
    let ip = own.first().copied().unwrap_or(SOME_ADDRESS);
    engine.listeners().bound_at(SocketAddr::new(ip, port)).is_some()
}

/// The pod's port behind a port of the Service that selects the gateway's pod.
fn service_port(engine: &ProxyEngine, public: u16, remarks: &mut Vec<String>) -> Option<u16> {
    for (service, spec) in services_of(engine.mesh, engine.proxy) {
        let Some(port) = spec.ports.iter().find(|port| port.port == public) else {
            continue;
        };
        match &port.target_port {
            serde_json::Value::Null => return Some(public),
            serde_json::Value::String(name) => {
                remarks.push(format!("{} leads port {public} to the pod's port {name:?}", service.id));
            }
            number => return number.as_u64().and_then(|number| u16::try_from(number).ok()),
        }
    }
    None
}
