//! Addresses and CIDR ranges.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use serde::Deserialize;

/// `core.v3.Address`: exactly one of the fields is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    /// IP address or host name with a port.
    pub socket_address: Option<SocketAddress>,
    /// Unix domain socket.
    pub pipe: Option<Pipe>,
    /// A listener inside the same Envoy.
    pub envoy_internal_address: Option<InternalAddress>,
}

/// `core.v3.SocketAddress`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SocketAddress {
    /// `TCP` (default) or `UDP`.
    pub protocol: String,
    /// IP address or host name.
    pub address: String,
    /// Port.
    pub port_value: u16,
    /// A port by name; only with a custom resolver.
    pub named_port: String,
    /// `::` also accepts IPv4.
    pub ipv4_compat: bool,
}

/// `core.v3.Pipe`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Pipe {
    /// File name of the socket.
    pub path: String,
}

/// `core.v3.EnvoyInternalAddress`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct InternalAddress {
    /// Name of the internal listener.
    pub server_listener_name: String,
    /// Tells endpoints of one listener apart.
    pub endpoint_id: String,
}

impl Address {
    /// The port, where it has one.
    pub fn port(&self) -> Option<u16> {
        self.socket_address.as_ref().map(|socket| socket.port_value)
    }

    /// The address as IP and port, where it is one.
    pub fn ip_port(&self) -> Option<SocketAddr> {
        let socket = self.socket_address.as_ref()?;
        Some(SocketAddr::new(socket.address.parse().ok()?, socket.port_value))
    }
}

/// As the access log prints it: `10.0.0.1:80`, `envoy://LISTENER/ID`, a path.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(socket) = &self.socket_address {
            match socket.address.parse::<IpAddr>() {
                Ok(ip) => SocketAddr::new(ip, socket.port_value).fmt(f),
                Err(_) => write!(f, "{}:{}", socket.address, socket.port_value),
            }
        } else if let Some(internal) = &self.envoy_internal_address {
            write!(f, "envoy://{}/{}", internal.server_listener_name, internal.endpoint_id)
        } else if let Some(pipe) = &self.pipe {
            f.write_str(&pipe.path)
        } else {
            f.write_str("no address")
        }
    }
}

/// `core.v3.CidrRange`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CidrRange {
    /// Any address of the range: host bits are masked off.
    pub address_prefix: String,
    /// Length; absent means 0.
    pub prefix_len: Option<u8>,
}

impl CidrRange {
    /// The range, masked. `None` where the address is no IP or the length is too large.
    pub fn network(&self) -> Option<IpNet> {
        let ip: IpAddr = self.address_prefix.parse().ok()?;
        Some(IpNet::new(ip, self.prefix_len.unwrap_or(0)).ok()?.trunc())
    }
}

impl fmt::Display for CidrRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address_prefix, self.prefix_len.unwrap_or(0))
    }
}
