//! How a ztunnel fails a connection, in the words of its log.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use crate::model::ztunnel::address::{Destination, GatewayAddress};

/// Why a ztunnel fails a connection. As text it is what stands in its access log as `error`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The service has no endpoint for the port.
    NoHealthyUpstream(SocketAddr),
    /// The waypoint is no service or workload of the mesh.
    NoSuchWaypoint(String),
    /// The waypoint has no endpoint.
    NoWaypointEndpoint(GatewayAddress),
    /// The workload has neither an address nor a name.
    NoDestination(String),
    /// The client has no certificate.
    Identity(String),
    /// The destination has no certificate.
    Signing(String),
    /// A port of the ztunnel itself.
    SelfCall,
    /// The tunnel came to another pod than it is for.
    AnotherPod(IpAddr, IpAddr),
}

impl Refusal {
    /// The status with which the tunnel is answered; none where there is no answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::SelfCall => Some(503),
            Self::AnotherPod(..) => Some(400),
            Self::NoHealthyUpstream(_)
            | Self::NoSuchWaypoint(_)
            | Self::NoWaypointEndpoint(_)
            | Self::NoDestination(_)
            | Self::Identity(_)
            | Self::Signing(_) => None,
        }
    }
}

/// What the client's ztunnel logs where the tunnel is answered with a status that is not 200.
pub(super) fn status_words(status: u16) -> String {
    let reason = match status {
        400 => " Bad Request",
        401 => " Unauthorized",
        503 => " Service Unavailable",
        _ => "",
    };
    format!("http status: {status}{reason}")
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHealthyUpstream(target) => write!(f, "no healthy upstream: {target}"),
            Self::NoSuchWaypoint(host) => write!(f, "unknown waypoint: waypoint {host} not found"),
            Self::NoWaypointEndpoint(GatewayAddress { destination, hbone_mtls_port }) => {
                // As Rust prints the structures, which is what stands in the log.
                f.write_str("unknown waypoint: waypoint GatewayAddress { destination: ")?;
                match destination {
                    Destination::Host { namespace, hostname } => {
                        write!(f, "Hostname(NamespacedHostname {{ namespace: {namespace:?}, hostname: {hostname:?} }})")
                    }
                    Destination::Address(address) => write!(
                        f,
                        "Address(NetworkAddress {{ network: {:?}, address: {} }})",
                        address.network, address.ip
                    ),
                }?;
                write!(f, ", hbone_mtls_port: {hbone_mtls_port} }} not found")
            }
            Self::NoDestination(workload) => write!(f, "no valid routing destination for workload: {workload}"),
            Self::Identity(reason) => write!(f, "identity error: {reason}"),
            Self::Signing(reason) => write!(f, "signing error: {reason}"),
            Self::SelfCall => f.write_str("attempted recursive call to ourselves"),
            Self::AnotherPod(at, wanted) => write!(f, "ip mismatch: {at} != {wanted}"),
        }
    }
}
