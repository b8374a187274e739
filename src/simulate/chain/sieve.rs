//! The sieve over `filter_chain_match` (`FilterChainManagerImpl::findFilterChain`).
//!
//! Nine levels, each a map. Every level commits to the most specific key that exists there, even if that branch fails
//! further down: there is no way back to a looser chain. A failed branch ends at the default chain.

use std::net::IpAddr;

use ipnet::IpNet;

use crate::base::field::Field;
use crate::model::envoy::filter_chain::{FilterChainMatch, SourceType};
use crate::simulate::connection::Connection;
use crate::simulate::matcher::address::networks;

/// A compiled `filter_chain_match`.
#[derive(Debug, Clone, Default)]
pub struct ChainMatch {
    port: Option<u16>,
    destinations: Vec<IpNet>,
    server_names: Vec<String>,
    transport_protocol: String,
    application_protocols: Vec<String>,
    direct_sources: Vec<IpNet>,
    source_type: SourceType,
    sources: Vec<IpNet>,
    source_ports: Vec<u16>,
}

/// What the sieve decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sieved {
    /// This chain takes the connection.
    Chain(usize),
    /// None does. `left` are the chains that were left before the level that failed.
    Nothing {
        /// The level that failed.
        level: Level,
        /// The chains that had come so far.
        left: Vec<usize>,
    },
    /// One of these does, by the luck of a start of Envoy.
    Ambiguous(Vec<usize>),
    /// It cannot be told.
    Unknown(String),
}

/// The levels, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Destination port.
    DestinationPort,
    /// Destination address.
    DestinationIp,
    /// SNI.
    ServerName,
    /// Transport protocol.
    TransportProtocol,
    /// ALPN.
    ApplicationProtocol,
    /// Address of the peer itself.
    DirectSourceIp,
    /// Local or not.
    SourceType,
    /// Source address.
    SourceIp,
    /// Source port.
    SourcePort,
}

impl Level {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::DestinationPort => "destination port",
            Self::DestinationIp => "destination address",
            Self::ServerName => "SNI",
            Self::TransportProtocol => "transport protocol",
            Self::ApplicationProtocol => "ALPN",
            Self::DirectSourceIp => "address of the peer",
            Self::SourceType => "source type",
            Self::SourceIp => "source address",
            Self::SourcePort => "source port",
        }
    }
}

impl Level {
    /// The field of the connection that it looks at.
    pub fn field(self) -> Field {
        match self {
            Self::DestinationPort | Self::DestinationIp => Field::Destination,
            Self::ServerName => Field::Sni,
            Self::TransportProtocol => Field::Tls,
            Self::ApplicationProtocol => Field::Alpn,
            Self::DirectSourceIp | Self::SourceType | Self::SourceIp | Self::SourcePort => Field::SourceAddress,
        }
    }
}

impl ChainMatch {
    /// The fields that its conditions look at.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        LEVELS.into_iter().filter(|level| self.specificity(*level) > 0).map(Level::field)
    }

    /// Compiles the match of a chain; none matches everything.
    pub fn new(config: Option<&FilterChainMatch>) -> Self {
        let Some(config) = config else {
            return Self::default();
        };
        Self {
            port: config.destination_port,
            destinations: networks(&config.prefix_ranges),
            server_names: config.server_names.iter().map(|name| name.to_ascii_lowercase()).collect(),
            transport_protocol: config.transport_protocol.clone(),
            application_protocols: config.application_protocols.clone(),
            direct_sources: networks(&config.direct_source_prefix_ranges),
            source_type: config.source_type,
            sources: networks(&config.source_prefix_ranges),
            source_ports: config.source_ports.clone(),
        }
    }

    /// Whether it takes ranges of destinations.
    pub fn has_destination_ranges(&self) -> bool {
        self.destinations.iter().any(|network| network.prefix_len() < network.max_prefix_len())
    }

    /// The condition of one level in words; empty where the chain has none.
    pub fn condition(&self, level: Level) -> String {
        let list = |networks: &[IpNet]| networks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match level {
            Level::DestinationPort => self.port.map(|port| port.to_string()).unwrap_or_default(),
            Level::DestinationIp => list(&self.destinations),
            Level::ServerName => self.server_names.join(", "),
            Level::TransportProtocol => self.transport_protocol.clone(),
            Level::ApplicationProtocol => self.application_protocols.join(", "),
            Level::DirectSourceIp => list(&self.direct_sources),
            Level::SourceType => match self.source_type {
                SourceType::Any => String::new(),
                SourceType::SameIpOrLoopback => "local".to_owned(),
                SourceType::External => "external".to_owned(),
            },
            Level::SourceIp => list(&self.sources),
            Level::SourcePort => self.source_ports.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        }
    }

    /// How exactly it asks for something at a level; 0 where it takes anything.
    pub fn specificity(&self, level: Level) -> usize {
        let longest = |networks: &[IpNet]| networks.iter().map(|network| 1 + usize::from(network.prefix_len())).max();
        match level {
            Level::DestinationPort => usize::from(self.port.is_some()),
            Level::DestinationIp => longest(&self.destinations).unwrap_or(0),
            Level::ServerName => {
                // An exact name wins over any wildcard, a longer wildcard over a shorter one.
                let exact = |name: &String| if name.starts_with('*') { name.len() } else { 1000 + name.len() };
                self.server_names.iter().map(exact).max().unwrap_or(0)
            }
            Level::TransportProtocol => usize::from(!self.transport_protocol.is_empty()),
            Level::ApplicationProtocol => usize::from(!self.application_protocols.is_empty()),
            Level::DirectSourceIp => longest(&self.direct_sources).unwrap_or(0),
            Level::SourceType => usize::from(self.source_type != SourceType::Any),
            Level::SourceIp => longest(&self.sources).unwrap_or(0),
            Level::SourcePort => usize::from(!self.source_ports.is_empty()),
        }
    }

    /// All its conditions in words, in the order of the levels; `everything` for none.
    pub fn conditions(&self) -> String {
        let all =
            LEVELS.iter().map(|level| (level, self.condition(*level))).filter(|(_, condition)| !condition.is_empty());
        let words: Vec<_> = all.map(|(level, condition)| format!("{} {condition}", level.words())).collect();
        if words.is_empty() { "everything".to_owned() } else { words.join("; ") }
    }
}

/// The levels, in order.
pub const LEVELS: [Level; 9] = [
    Level::DestinationPort,
    Level::DestinationIp,
    Level::ServerName,
    Level::TransportProtocol,
    Level::ApplicationProtocol,
    Level::DirectSourceIp,
    Level::SourceType,
    Level::SourceIp,
    Level::SourcePort,
];

/// Chooses a chain.
pub fn choose(chains: &[&ChainMatch], connection: &Connection) -> Sieved {
    let mut left: Vec<usize> = (0..chains.len()).collect();
    let mut ambiguous = Vec::new();
    for level in LEVELS {
        let kept = match level {
            Level::DestinationPort => by_port(chains, &left, connection),
            Level::DestinationIp => {
                // A Unix socket or internal address is looked up as 255.255.255.255.
                let ip = connection.destination.ip().unwrap_or(IpAddr::from([255; 4]));
                let (kept, other) = by_network(&left, ip, |index| &chains[index].destinations);
                ambiguous.extend(other);
                kept
            }
            Level::ServerName => by_server_name(chains, &left, connection),
            Level::TransportProtocol => by_key(&left, Some(transport(connection)), |index| {
                std::slice::from_ref(&chains[index].transport_protocol)
            }),
            Level::ApplicationProtocol => by_application_protocol(chains, &left, connection),
            Level::DirectSourceIp => {
                let (kept, other) = by_network(&left, connection.direct_source, |index| &chains[index].direct_sources);
                ambiguous.extend(other);
                kept
            }
            Level::SourceType => by_source_type(chains, &left, connection),
            Level::SourceIp => {
                let (kept, other) = by_network(&left, connection.source, |index| &chains[index].sources);
                ambiguous.extend(other);
                kept
            }
            Level::SourcePort => {
                if left.iter().any(|index| !chains[*index].source_ports.is_empty()) {
                    return Sieved::Unknown(
                        "the chain depends on the source port, which a request does not say".to_owned(),
                    );
                }
                left.clone()
            }
        };
        if kept.is_empty() {
            return if ambiguous.is_empty() { Sieved::Nothing { level, left } } else { Sieved::Ambiguous(ambiguous) };
        }
        left = kept;
    }
    // Envoy rejects configuration in which two chains are equal, so that one is left.
    if ambiguous.is_empty() && left.len() == 1 {
        Sieved::Chain(left[0])
    } else {
        left.extend(ambiguous);
        left.sort_unstable();
        left.dedup();
        Sieved::Ambiguous(left)
    }
}

/// What no filter has looked at counts as `raw_buffer`.
pub fn transport(connection: &Connection) -> &str {
    if connection.transport_protocol.is_empty() { "raw_buffer" } else { connection.transport_protocol }
}

fn by_port(chains: &[&ChainMatch], left: &[usize], connection: &Connection) -> Vec<usize> {
    let port = connection.destination.socket().map(|address| address.port());
    let exact: Vec<usize> =
        left.iter().copied().filter(|index| port.is_some() && chains[*index].port == port).collect();
    if exact.is_empty() { left.iter().copied().filter(|index| chains[*index].port.is_none()).collect() } else { exact }
}

/// The chains of the longest range that holds the address. An empty list and an explicit `/0` are two keys of the same
/// length: which one Envoy finds is a matter of luck, so the chains of the other come back as well.
fn by_network<'a>(left: &[usize], ip: IpAddr, ranges: impl Fn(usize) -> &'a Vec<IpNet>) -> (Vec<usize>, Vec<usize>) {
    let longest = left
        .iter()
        .flat_map(|index| ranges(*index))
        .filter(|network| network.contains(&ip))
        .max_by_key(|network| network.prefix_len())
        .copied();
    let unlimited: Vec<usize> = left.iter().copied().filter(|index| ranges(*index).is_empty()).collect();
    let Some(longest) = longest else {
        return (unlimited, Vec::new());
    };
    let kept = left.iter().copied().filter(|index| ranges(*index).contains(&longest)).collect();
    (kept, if longest.prefix_len() == 0 { unlimited } else { Vec::new() })
}

/// Exact, then `*.b.com`, then `*.com`, then the chains without server names.
fn by_server_name(chains: &[&ChainMatch], left: &[usize], connection: &Connection) -> Vec<usize> {
    let with = |name: &str| -> Vec<usize> {
        left.iter().copied().filter(|index| chains[*index].server_names.iter().any(|known| known == name)).collect()
    };
    if let Some(name) = connection.server_name.as_deref().filter(|name| !name.is_empty()) {
        let exact = with(name);
        if !exact.is_empty() {
            return exact;
        }
        let mut rest = name;
        while let Some((_, parent)) = rest.split_once('.') {
            let wildcard = with(&format!("*.{parent}"));
            if !wildcard.is_empty() {
                return wildcard;
            }
            rest = parent;
        }
    }
    left.iter().copied().filter(|index| chains[*index].server_names.is_empty()).collect()
}

/// The chains with this key, else the chains with an empty one.
fn by_key<'a>(left: &[usize], key: Option<&str>, keys: impl Fn(usize) -> &'a [String]) -> Vec<usize> {
    let exact: Vec<usize> = left
        .iter()
        .copied()
        .filter(|index| key.is_some_and(|key| keys(*index).iter().any(|known| known == key)))
        .collect();
    if exact.is_empty() {
        left.iter().copied().filter(|index| keys(*index).iter().all(String::is_empty)).collect()
    } else {
        exact
    }
}

/// The first of the client's protocols that any chain names: the client's order decides.
fn by_application_protocol(chains: &[&ChainMatch], left: &[usize], connection: &Connection) -> Vec<usize> {
    let named = connection
        .application_protocols
        .iter()
        .find(|protocol| left.iter().any(|index| chains[*index].application_protocols.contains(protocol)));
    by_key(left, named.map(String::as_str), |index| &chains[index].application_protocols)
}

/// The table for local or external sources where it has chains, else the table for any.
fn by_source_type(chains: &[&ChainMatch], left: &[usize], connection: &Connection) -> Vec<usize> {
    let local = connection.source.is_loopback() || connection.destination.ip() == Some(connection.source);
    let wanted = if local { SourceType::SameIpOrLoopback } else { SourceType::External };
    let of = |kind| -> Vec<usize> { left.iter().copied().filter(|index| chains[*index].source_type == kind).collect() };
    let exact = of(wanted);
    if exact.is_empty() { of(SourceType::Any) } else { exact }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::connection::Local;

    /// A connection as `DST SRC TRANSPORT SNI ALPN`, `-` for none.
    fn connection(text: &str) -> Connection {
        let parts: Vec<&str> = text.split(' ').collect();
        let some = |text: &str| (text != "-").then(|| text.to_owned());
        Connection {
            direct_source: parts[1].parse().unwrap(),
            source: parts[1].parse().unwrap(),
            destination: Local::Ip(parts[0].parse().unwrap()),
            restored: false,
            transport_protocol: if parts[2] == "tls" { "tls" } else { "raw_buffer" },
            server_name: some(parts[3]),
            application_protocols: some(parts[4])
                .map(|list| list.split(',').map(str::to_owned).collect())
                .unwrap_or_default(),
            tls: None,
            filter_state: std::collections::BTreeMap::new(),
            metadata: serde_json::Map::new(),
        }
    }

    /// Each case: the chains, a connection, the index that Envoy 1.40 chose (`-` for none, `?` for luck).
    #[test]
    fn the_sieve_never_goes_back() {
        const NET: &str = r#""prefix_ranges":[{"address_prefix":"10.0.0.1","prefix_len":32}]"#;
        let alpn = |list: &str| format!(r#""transport_protocol":"tls","application_protocols":{list}"#);
        let cases: Vec<(Vec<String>, &str, &str)> = vec![
            // A port that a chain names, in a branch without a raw chain.
            (vec![r#"{"destination_port":80,"transport_protocol":"tls"}"#.into(), "{}".into()], "10.0.0.1:80 10.9.9.9 raw - -", "-"),
            (vec![r#"{"destination_port":80,"transport_protocol":"tls"}"#.into(), "{}".into()], "10.0.0.1:81 10.9.9.9 raw - -", "1"),
            // An address with tls only, asked in plaintext.
            (vec![format!(r#"{{{NET},"transport_protocol":"tls"}}"#), "{}".into()], "10.0.0.1:80 10.9.9.9 raw - -", "-"),
            (vec![format!(r"{{{NET}}}"), "{}".into()], "10.0.0.2:80 10.9.9.9 raw - -", "1"),
            // Exact SNI that requires h2, asked without ALPN; the wildcard would have taken it.
            (
                vec![r#"{"server_names":["a.b.com"],"application_protocols":["h2"]}"#.into(), r#"{"server_names":["*.b.com"]}"#.into()],
                "10.0.0.1:80 10.9.9.9 tls a.b.com -",
                "-",
            ),
            (vec![r#"{"server_names":["*.com"]}"#.into(), r#"{"server_names":["*.b.com"]}"#.into()], "10.0.0.1:80 10.9.9.9 tls x.y.b.com -", "1"),
            (vec![r#"{"server_names":["*.b.com"]}"#.into()], "10.0.0.1:80 10.9.9.9 tls b.com -", "-"),
            (vec![r#"{"server_names":["B.com"]}"#.into()], "10.0.0.1:80 10.9.9.9 tls b.com -", "0"),
            // The client's order of ALPN decides.
            (vec![format!("{{{}}}", alpn(r#"["h2"]"#)), format!("{{{}}}", alpn(r#"["istio"]"#))], "10.0.0.1:80 10.9.9.9 tls - istio,h2", "1"),
            // Istio PERMISSIVE without a catch-all: raw HTTP chain and a chain for everything.
            (vec![r#"{"transport_protocol":"raw_buffer","application_protocols":["http/1.1"]}"#.into(), "{}".into()], "10.0.0.1:80 10.9.9.9 raw - -", "-"),
            // A local chain whose source range does not fit, beside one for any.
            (
                vec![r#"{"source_type":"SAME_IP_OR_LOOPBACK","source_prefix_ranges":[{"address_prefix":"10.3.0.0","prefix_len":16}]}"#.into(), "{}".into()],
                "10.0.0.1:80 127.0.0.1 raw - -",
                "-",
            ),
            // No list and an explicit /0: luck.
            (vec!["{}".into(), r#"{"prefix_ranges":[{"address_prefix":"0.0.0.0","prefix_len":0}]}"#.into()], "10.0.0.1:80 10.9.9.9 raw - -", "?"),
        ];
        for (chains, asked, want) in cases {
            let configs: Vec<FilterChainMatch> =
                chains.iter().map(|chain| serde_json::from_str(chain).unwrap()).collect();
            let compiled: Vec<ChainMatch> = configs.iter().map(|config| ChainMatch::new(Some(config))).collect();
            let got = match choose(&compiled.iter().collect::<Vec<_>>(), &connection(asked)) {
                Sieved::Chain(index) => index.to_string(),
                Sieved::Nothing { .. } => "-".to_owned(),
                Sieved::Ambiguous(_) | Sieved::Unknown(_) => "?".to_owned(),
            };
            assert_eq!(got, want, "{chains:?} for {asked}");
        }
    }
}
