//! One thing about a request changed.

use std::net::{Ipv4Addr, SocketAddrV4};

use meshdbg::model::ProxyKind;
use meshdbg::simulate::request::{Direction, Protocol, Transport};

use super::generator::Generator;
use super::odd;
use crate::oracle::request::Play;

/// What can be changed.
const CHANGES: [&str; 16] = [
    "path",
    "path",
    "path",
    "other path",
    "query",
    "host",
    "host",
    "other host",
    "header",
    "header",
    "other header",
    "method",
    "protocol",
    "tls",
    "address",
    "odd",
];

impl Generator<'_> {
    /// Changes one thing. Returns what; `None` where this request has nothing of the kind.
    pub(super) fn mutate(&mut self, play: &mut Play) -> Option<&'static str> {
        let what = self.random.choice(CHANGES).unwrap();
        let done = match what {
            "path" => self.path(play),
            "other path" => self.other_path(play),
            "query" => self.query(play),
            "host" => self.host(play),
            "other host" => self.other_host(play),
            "header" => self.header(play),
            "other header" => self.other_header(play),
            "method" => {
                self.method(play);
                Some(())
            }
            "protocol" => self.protocol(play),
            "tls" => self.tls(play),
            "address" => self.address(play),
            _ => {
                self.odd(play);
                Some(())
            }
        };
        done.map(|()| what)
    }

    fn path(&mut self, play: &mut Play) -> Option<()> {
        let target = play.path.as_mut()?;
        let (path, query) = target.split_once('?').map_or((target.as_str(), None), |(path, query)| (path, Some(query)));
        let half = path.char_indices().nth(path.chars().count() / 2).map_or(0, |(at, _)| at);
        let changed = match self.random.u8(..15) {
            0 => format!("{path}x"),
            1 => format!("{path}/"),
            2 => format!("{}/more", path.trim_end_matches('/')),
            3 if path.len() > 1 => path.chars().take(path.chars().count() - 1).collect(),
            4 => path.to_uppercase(),
            5 => format!("/{path}"),
            6 => format!("/.{path}"),
            7 => format!("/zz/..{path}"),
            8 => path.replacen('a', "%61", 1),
            9 => format!("{}%2F{}", &path[..half], &path[half..]),
            10 => format!("{path};v=1"),
            11 => format!("{path}#part"),
            12 => format!("{}//{}", &path[..half], &path[half..]),
            13 => format!("{path}%20"),
            _ => format!("{path}/../{}", path.rsplit('/').next().unwrap_or_default()),
        };
        *target = query.map_or(changed.clone(), |query| format!("{changed}?{query}"));
        Some(())
    }

    fn other_path(&mut self, play: &mut Play) -> Option<()> {
        play.path = Some(self.random.choice(&self.words.paths)?.clone());
        Some(())
    }

    fn query(&mut self, play: &mut Play) -> Option<()> {
        let target = play.path.as_mut()?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let parts: Vec<&str> = query.split('&').collect();
        let first = parts.first().copied().unwrap_or_default();
        let name = first.split('=').next().unwrap_or_default();
        let word = self.random.choice(&self.words.queries).cloned().unwrap_or("q=1".to_owned());
        let changed = match self.random.u8(..8) {
            0 => format!("{query}&zz=1"),
            1 => parts.iter().rev().copied().collect::<Vec<_>>().join("&"),
            2 => parts[1..].join("&"),
            3 => format!("{name}=other&{query}"),
            4 => query.to_uppercase(),
            5 => format!("{query}x"),
            6 => query.replacen('=', "%3D", 1),
            _ => word,
        };
        *target = format!("{path}?{changed}");
        Some(())
    }

    fn host(&mut self, play: &mut Play) -> Option<()> {
        let host = play.authority.as_ref()?;
        let (name, port) = host.rsplit_once(':').map_or((host.as_str(), None), |(name, port)| (name, Some(port)));
        let with_port = |name: &str| port.map_or(name.to_owned(), |port| format!("{name}:{port}"));
        play.authority = Some(match self.random.u8(..8) {
            0 => host.to_uppercase(),
            1 => with_port(&format!("{name}.")),
            2 => format!("{name}:12345"),
            3 => name.to_owned(),
            4 => format!("{name}:80"),
            5 => format!("zz.{host}"),
            6 => with_port(name.split_once('.').map_or("x", |(_, rest)| rest)),
            _ => with_port(&format!("{name}.example.net")),
        });
        Some(())
    }

    fn other_host(&mut self, play: &mut Play) -> Option<()> {
        let host = match self.random.u8(..6) {
            0 => None,
            1 => Some(String::new()),
            2 => Some(play.dst.to_string()),
            _ => Some(self.random.choice(&self.words.hosts)?.clone()),
        };
        play.authority = host;
        Some(())
    }

    fn header(&mut self, play: &mut Play) -> Option<()> {
        if play.headers.is_empty() {
            return self.other_header(play);
        }
        let index = self.random.usize(..play.headers.len());
        let (name, value) = play.headers[index].clone();
        match self.random.u8(..10) {
            0 => drop(play.headers.remove(index)),
            1 => play.headers[index].1.push('x'),
            2 => play.headers[index].1.clear(),
            3 => play.headers[index].1 = value.to_uppercase(),
            4 => play.headers.insert(index, (name, "other".to_owned())),
            5 => play.headers.push((name, "other".to_owned())),
            6 => play.headers[index].1 = format!("{value},other"),
            7 => play.headers[index].1 = format!(" {value} "),
            8 => play.headers[index].0 = name.to_uppercase(),
            _ => play.headers.push((name, value)),
        }
        Some(())
    }

    fn other_header(&mut self, play: &mut Play) -> Option<()> {
        play.headers.push(self.random.choice(&self.words.headers)?.clone());
        Some(())
    }

    fn method(&mut self, play: &mut Play) {
        let word = self.random.choice(&self.words.methods).cloned();
        let known = ["POST", "PUT", "HEAD", "OPTIONS", "PATCH", "DELETE", "TRACE", "get", "QUERY", "FOO"];
        let known = self.random.choice(known).map(str::to_owned);
        play.method = if self.random.bool() { word.or(known) } else { known };
        if play.method.as_deref() == Some("OPTIONS") && self.random.bool() {
            let origin =
                self.random.choice(&self.words.origins).cloned().unwrap_or("https://x.example.test".to_owned());
            play.headers.push(("origin".to_owned(), origin));
            play.headers.push(("access-control-request-method".to_owned(), "GET".to_owned()));
        }
    }

    fn protocol(&mut self, play: &mut Play) -> Option<()> {
        play.protocol =
            self.random.choice([Protocol::Http1, Protocol::Http2, Protocol::Http2, Protocol::Grpc, Protocol::Tcp])?;
        play.authority.get_or_insert_with(|| play.dst.to_string());
        if play.protocol == Protocol::Grpc {
            play.method = Some("POST".to_owned());
        }
        let swap = |name: &mut String| {
            if play.protocol.is_http2() {
                *name = name.replace("istio-http/1.1", "istio-h2").replace("http/1.1", "h2");
            }
        };
        play.alpn.iter_mut().for_each(swap);
        Some(())
    }

    fn tls(&mut self, play: &mut Play) -> Option<()> {
        // Into a waypoint leads nothing but mutual TLS.
        let first = if self.subject.kind == ProxyKind::Waypoint { 2 } else { 0 };
        match self.random.u8(first..9) {
            0 => play.transport = Transport::Plaintext,
            1 => play.transport = Transport::Tls,
            2 | 3 => {
                play.transport = Transport::Mtls;
                play.peer = self.random.choice(&self.words.peers).cloned();
            }
            4 => play.peer = None,
            5 => play.sni = play.sni.as_ref().map(|sni| sni.to_uppercase()),
            6 => play.sni = None,
            7 => play.sni = self.random.choice(&self.words.server_names).cloned(),
            _ => {
                let lists: [&[&str]; 8] = [
                    &[],
                    &["h2"],
                    &["http/1.1"],
                    &["istio"],
                    &["istio-http/1.1", "istio", "http/1.1"],
                    &["istio-peer-exchange", "istio"],
                    &["istio-h2", "istio", "h2"],
                    &["spdy/9", "h2", "http/1.1"],
                ];
                play.alpn = self.random.choice(lists)?.iter().map(|name| (*name).to_owned()).collect();
            }
        }
        Some(())
    }

    fn address(&mut self, play: &mut Play) -> Option<()> {
        match (self.random.u8(..4), play.direction) {
            (0, Direction::Inbound | Direction::Gateway) => {
                play.src = Ipv4Addr::new(10, self.random.u8(..3), self.random.u8(..), self.random.u8(1..250));
            }
            (1, Direction::Outbound | Direction::Inbound) => {
                play.dst = SocketAddrV4::new(*play.dst.ip(), play.dst.port().wrapping_add(1).max(1));
            }
            (2, Direction::Outbound) => play.dst = SocketAddrV4::new(super::doors::OUTSIDE, play.dst.port()),
            _ => {
                let other = self.random.choice(&self.addresses)?;
                if play.direction != Direction::Outbound {
                    return None;
                }
                play.dst = SocketAddrV4::new(*other, play.dst.port());
            }
        }
        Some(())
    }

    fn odd(&mut self, play: &mut Play) {
        match self.random.u8(..4) {
            0 => play.path = Some(odd::path(&mut self.random)),
            1 => play.authority = Some(odd::host(play.authority.as_deref().unwrap_or("x"), &mut self.random)),
            2 => odd::method(play, &mut self.random),
            _ => play.headers.extend(odd::headers(&mut self.random)),
        }
    }
}
