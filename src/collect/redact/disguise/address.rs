//! Addresses that share a prefix get substitutes that share one as long: subnets, ranges and CIDRs go on holding who they
//! held. What an address is for shows in its block (private, loopback, multicast), so blocks stay what they are.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::key::Key;

/// A block: its first bits, and how many they are.
type Block = (u128, u8);

const fn v4(octets: [u8; 4], length: u8) -> Block {
    (u32::from_be_bytes(octets) as u128, length)
}

const fn v6(first: u16, second: u16, third: u16, length: u8) -> Block {
    (((first as u128) << 112) | ((second as u128) << 96) | ((third as u128) << 80), length)
}

/// Addresses in these blocks get substitutes in the same block: private ones, and those that istiod gives to services
/// without an address (`240.240.0.0/16`, `2001:2::/48`).
const STAY_WITHIN_4: [Block; 6] = [
    v4([10, 0, 0, 0], 8),
    v4([172, 16, 0, 0], 12),
    v4([192, 168, 0, 0], 16),
    v4([100, 64, 0, 0], 10),
    v4([198, 18, 0, 0], 15),
    v4([240, 240, 0, 0], 16),
];
const STAY_WITHIN_6: [Block; 3] = [v6(0xfc00, 0, 0, 8), v6(0xfd00, 0, 0, 8), v6(0x2001, 2, 0, 48)];
/// Addresses in these blocks mean something and stay: unspecified, loopback, link-local, multicast, broadcast.
const STAY_4: [Block; 5] = [
    v4([0, 0, 0, 0], 8),
    v4([127, 0, 0, 0], 8),
    v4([169, 254, 0, 0], 16),
    v4([224, 0, 0, 0], 4),
    v4([255, 255, 255, 255], 32),
];
const STAY_6: [Block; 3] = [(0, 64), v6(0xfe80, 0, 0, 10), v6(0xff00, 0, 0, 8)];

/// The substitute of an address; of `length` bits only, where it is the address of a network.
pub(super) fn substitute(key: &Key, address: IpAddr, length: Option<u8>) -> IpAddr {
    match address {
        IpAddr::V4(address) => {
            let bits = u128::from(u32::from(address));
            let length = length.map_or(32, |length| length.min(32));
            let bits = flipped(key, bits, 32, length, &STAY_WITHIN_4, &STAY_4);
            IpAddr::V4(Ipv4Addr::from(u32::try_from(bits).unwrap_or_default()))
        }
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(inner) => {
                let length = length.map(|length| length.saturating_sub(96));
                match substitute(key, IpAddr::V4(inner), length) {
                    IpAddr::V4(inner) => IpAddr::V6(inner.to_ipv6_mapped()),
                    IpAddr::V6(_) => IpAddr::V6(address),
                }
            }
            None => {
                let length = length.map_or(128, |length| length.min(128));
                let bits = flipped(key, address.into(), 128, length, &STAY_WITHIN_6, &STAY_6);
                IpAddr::V6(Ipv6Addr::from(bits))
            }
        },
    }
}

/// Turns bits over, each as the key says for the bits before it. This maps addresses one to one and keeps common prefixes.
fn flipped(key: &Key, bits: u128, width: u8, length: u8, stay_within: &[Block], stay: &[Block]) -> u128 {
    let mut result = bits;
    for at in 0..length {
        let shift = width - at;
        let prefix = bits.checked_shr(u32::from(shift)).unwrap_or_default();
        // On the way to a block that stays no bit is turned; otherwise another block would take its place.
        let leads_to =
            |block: &Block| block.1 > at && block.0.checked_shr(u32::from(shift)).unwrap_or_default() == prefix;
        let lies_in = |block: &Block| block.1 <= at && bits >> (width - block.1) == block.0 >> (width - block.1);
        let is_fixed = stay_within.iter().chain(stay).any(leads_to) || stay.iter().any(lies_in);
        if is_fixed {
            continue;
        }
        let mut text = prefix.to_be_bytes().to_vec();
        text.extend([at, width]);
        if key.bytes("address", &text)[0] & 1 == 1 {
            result ^= 1 << (shift - 1);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> IpAddr {
        substitute(&Key::of("k"), text.parse().unwrap(), None)
    }

    #[test]
    fn addresses_that_mean_something_stay() {
        for text in [
            "0.0.0.0",
            "127.0.0.1",
            "127.0.0.6",
            "169.254.169.254",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "::6",
            "ff02::1",
        ] {
            assert_eq!(of(text).to_string(), text);
        }
    }

    #[test]
    fn common_prefixes_stay_as_long_and_blocks_stay_themselves() {
        let common = |a: &str, b: &str| match (of(a), of(b)) {
            (IpAddr::V4(a), IpAddr::V4(b)) => (u32::from(a) ^ u32::from(b)).leading_zeros(),
            (IpAddr::V6(a), IpAddr::V6(b)) => (u128::from(a) ^ u128::from(b)).leading_zeros(),
            _ => 0,
        };
        for (a, b, want) in [
            ("10.244.1.7", "10.244.1.6", 31),
            ("10.244.1.7", "10.244.2.7", 22),
            ("10.96.0.1", "10.244.0.1", 8),
            ("8.8.8.8", "8.8.4.4", 20),
            ("fd00:10:96::1", "fd00:10:96::2", 126),
        ] {
            assert_eq!(common(a, b), want, "{a} {b}");
        }
        for (text, start) in [
            ("10.1.2.3", "10."),
            ("192.168.3.4", "192.168."),
            ("240.240.0.5", "240.240."),
            ("fd00::5", "fd"),
            ("::ffff:10.0.0.1", "::ffff:10."),
        ] {
            let substitute = of(text).to_string();
            assert!(substitute.starts_with(start) && substitute != text, "{text} {substitute}");
        }
        let is_private = |address: IpAddr| matches!(address, IpAddr::V4(address) if address.is_private());
        assert!(
            (0..2000_u32).all(|number| !is_private(of(&Ipv4Addr::from(0x0800_0000 + number * 1_000_003).to_string()))
                || is_private(Ipv4Addr::from(0x0800_0000 + number * 1_000_003).into()))
        );
    }

    #[test]
    fn networks_keep_their_zeros_and_hold_their_addresses() {
        let network = substitute(&Key::of("k"), "10.244.0.0".parse().unwrap(), Some(16));
        let inside: ipnet::IpNet = format!("{network}/16").parse().unwrap();
        assert_eq!(inside.addr(), inside.network());
        assert!(inside.contains(&of("10.244.7.9")) && !inside.contains(&of("10.245.7.9")));
    }
}
