//! Addresses in networks, and what stands for a gateway.

use std::fmt;
use std::net::IpAddr;

use serde::Deserialize;

/// The port on which tunnels arrive where nothing says another.
pub const HBONE_PORT: u16 = 15008;

/// An address of a network: `NETWORK/IP`, where the network may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct NetworkAddress {
    /// The network; empty in a mesh of one.
    pub network: String,
    /// The address.
    pub ip: IpAddr,
}

impl NetworkAddress {
    /// Reads `NETWORK/IP` or `IP`.
    pub fn parse(text: &str) -> Option<Self> {
        let (network, ip) = text.rsplit_once('/').unwrap_or(("", text));
        Some(Self { network: network.to_owned(), ip: ip.parse().ok()? })
    }
}

impl TryFrom<String> for NetworkAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no address of a network"))
    }
}

/// A waypoint or a gateway of a network, and the port at which it takes tunnels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GatewayAddress {
    /// What it is.
    pub destination: Destination,
    /// The port.
    #[serde(default = "hbone_port")]
    pub hbone_mtls_port: u16,
}

fn hbone_port() -> u16 {
    HBONE_PORT
}

/// `NAMESPACE/HOST` of a service, or `NETWORK/IP`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Destination {
    /// A service by its name.
    Host {
        /// Its namespace.
        namespace: String,
        /// Its host.
        hostname: String,
    },
    /// An address.
    Address(NetworkAddress),
}

impl From<String> for Destination {
    fn from(text: String) -> Self {
        if let Some(address) = NetworkAddress::parse(&text) {
            return Self::Address(address);
        }
        let (namespace, hostname) = text.split_once('/').unwrap_or(("", &text));
        Self::Host { namespace: namespace.to_owned(), hostname: hostname.to_owned() }
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host { namespace, hostname } => write!(f, "{namespace}/{hostname}"),
            Self::Address(address) => write!(f, "{}/{}", address.network, address.ip),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_are_hosts_or_addresses() {
        let cases = [
            ("amb-pay/waypoint.amb-pay.svc.cluster.local", "host"),
            ("/10.96.1.10", "address"),
            ("net-1/10.96.1.10", "address"),
            ("/2001:2::1", "address"),
            ("waypoint", "host"),
        ];
        for (text, want) in cases {
            let got = match Destination::from(text.to_owned()) {
                Destination::Host { .. } => "host",
                Destination::Address(_) => "address",
            };
            assert_eq!(got, want, "{text}");
        }
        assert!(NetworkAddress::try_from("network/no-ip".to_owned()).is_err());
    }
}
