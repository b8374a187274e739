//! Addresses in CIDR ranges.

use std::net::IpAddr;

use ipnet::IpNet;

use crate::model::envoy::address::CidrRange;

/// The ranges of a list that can be read; Envoy rejects configuration with others.
pub fn networks(ranges: &[CidrRange]) -> Vec<IpNet> {
    ranges.iter().filter_map(CidrRange::network).collect()
}

/// Whether an address lies in a range. Families never mix.
pub fn contains(network: &IpNet, ip: IpAddr) -> bool {
    network.contains(&ip)
}
