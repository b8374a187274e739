//! Requests drawn at random.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddrV4};

use fastrand::Rng;
use meshdbg::correlate::services::PortProtocol;
use meshdbg::simulate::request::{Direction, Protocol, Transport};
use serde_json::{Value, json};

use super::world::World;
use crate::oracle::request::Play;
use crate::oracle::tokens::{Flaw, Signer};

/// A request, and who sends it.
#[derive(Debug, Clone)]
pub(crate) struct Draw {
    /// `NAMESPACE/POD`, or `outside`.
    pub(crate) from: String,
    /// The name outside of the mesh that it goes to; the address follows.
    pub(crate) name: Option<String>,
    pub(crate) play: Play,
}

impl Draw {
    /// The line of a batch file.
    pub(crate) fn line(&self) -> String {
        let mut line = serde_json::to_value(&self.play).unwrap();
        let fields = line.as_object_mut().unwrap();
        fields.remove("proxy");
        fields.insert("from".to_owned(), self.from.clone().into());
        if let Some(name) = &self.name {
            fields.insert("dst".to_owned(), format!("dns:{name}:{}", self.play.dst.port()).into());
        }
        line.to_string()
    }

    /// Reads such a line.
    pub(crate) fn read(line: &str) -> Self {
        let mut fields: Value = serde_json::from_str(line).unwrap();
        let from = fields["from"].as_str().unwrap().to_owned();
        let outside = fields["dst"].as_str().and_then(|dst| dst.strip_prefix("dns:")?.rsplit_once(':'));
        let name = outside.map(|(name, port)| (name.to_owned(), format!("0.0.0.0:{port}")));
        if let Some((_, dst)) = &name {
            fields["dst"] = dst.clone().into();
        }
        fields["proxy"] = from.clone().into();
        Self { from, name: name.map(|(name, _)| name), play: serde_json::from_value(fields).unwrap() }
    }

    /// With the address that its name has here.
    pub(crate) fn at(&self, names: &BTreeMap<Ipv4Addr, String>) -> Self {
        let mut draw = self.clone();
        if let Some(name) = &self.name {
            let known = names.iter().find(|(_, known)| *known == name).map(|(ip, _)| *ip);
            let other = Ipv4Addr::new(198, 19, 0, name.bytes().fold(1, u8::wrapping_add));
            draw.play.dst.set_ip(known.unwrap_or(other));
        }
        draw
    }
}

const OUTSIDE: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 10);
/// A pod of the recorded mesh that has no sidecar.
pub(crate) const BARE: (&str, Ipv4Addr) = ("legacy/billing-v1-mnz8kphjtk-mmrkh", Ipv4Addr::new(10, 244, 1, 42));
/// Names outside of the mesh, known and unknown ones.
const NAMES: [&str; 5] = [
    "partner.example.test",
    "secure.partner.example.test",
    "bank.example.test",
    "x.saas.example.test",
    "unknown.example.test",
];
/// Hosts that the ingress gateway serves, or not.
const HOSTS: [&str; 8] = [
    "shop.example.test",
    "shop.example.test",
    "shop.example.test",
    "a.shop.example.test",
    "plain.example.test",
    "ratings.shop.svc.cluster.local",
    "a.wild.example.test",
    "nobody.example.test",
];
const METHODS: [&str; 7] = ["GET", "GET", "GET", "POST", "DELETE", "HEAD", "OPTIONS"];
/// What an HTTP path may be a path of.
const PATHS: [&str; 9] = [
    "/",
    "/reviews/12",
    "/Reviews/5",
    "/?lang=en&preview=true",
    "/pay/1",
    "/private/x",
    "/api/admin/x",
    "/a//b/../c",
    "/%70ay/1",
];
const HEADERS: [(&str, &str); 8] = [
    ("x-ext-authz", "deny"),
    ("x-tenant", "blocked"),
    ("x-forwarded-for", "203.0.113.9"),
    ("x-forwarded-proto", "https"),
    ("x-forwarded-client-cert", "By=spiffe://evil;URI=spiffe://cluster.local/ns/shop/sa/frontend"),
    ("user-agent", "curl/8"),
    ("cookie", "a=1; canary=1"),
    ("x-envoy-internal", "true"),
];
const PEERS: [&str; 5] = [
    "spiffe://cluster.local/ns/shop/sa/frontend",
    "spiffe://cluster.local/ns/pay/sa/checkout",
    "spiffe://cluster.local/ns/team-b/sa/client",
    "spiffe://other.domain/ns/shop/sa/frontend",
    "public:client",
];
const GRPC: [&str; 3] = ["/checkout.v1.Checkout/Pay", "/grpc.health.v1.Health/Check", "/any.Service/Call"];

/// Draws requests.
pub(crate) struct Drawer<'w> {
    pub(crate) world: &'w World,
    pub(crate) signer: &'w Signer,
    pub(crate) random: Rng,
}

impl Drawer<'_> {
    pub(crate) fn draw(&mut self, number: usize) -> Draw {
        let has_gateways = !self.world.ingress.is_empty();
        let (what, mut draw) = match self.random.u8(..100) {
            40..52 => ("pod", self.pod()),
            52..66 => ("no sidecar", self.bare()),
            66..80 if has_gateways => ("ingress", self.ingress()),
            80..88 if has_gateways => ("three", self.three()),
            88.. if has_gateways => ("egress", self.egress()),
            _ => ("service", self.service()),
        };
        draw.play.id = format!("{number} {what}");
        draw.play = draw.play.settled();
        draw
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        self.random.choice(list).unwrap().clone()
    }

    /// A request of a pod with a sidecar.
    fn of_pod(&mut self, dst: SocketAddrV4, host: &str, protocol: Protocol) -> Draw {
        let (from, src) = self.pick(&self.world.pods);
        let draw = Draw { from: from.clone(), name: None, play: Play::plain(from, Direction::Outbound, src, dst) };
        self.speaking(draw, host, protocol)
    }

    /// What is said.
    fn speaking(&mut self, mut draw: Draw, host: &str, protocol: Protocol) -> Draw {
        draw.play.protocol = protocol;
        if protocol == Protocol::Grpc {
            draw.play.method = Some("POST".to_owned());
            draw.play.path = Some(self.pick(&GRPC).to_owned());
        } else {
            draw.play.method = Some(self.pick(&METHODS).to_owned());
            let of_words = self.random.choice(&self.world.words.paths).cloned();
            draw.play.path = of_words.filter(|_| self.random.bool()).or_else(|| Some(self.pick(&PATHS).to_owned()));
        }
        draw.play.authority = Some(host.to_owned());
        for _ in 0..self.pick(&[0, 0, 1, 2]) {
            let of_words = self.random.choice(&self.world.words.headers).cloned();
            let given = self.pick(&HEADERS);
            let line = of_words.filter(|_| self.random.bool()).unwrap_or((given.0.to_owned(), given.1.to_owned()));
            if !draw.play.headers.iter().any(|(name, _)| *name == line.0) {
                draw.play.headers.push(line);
            }
        }
        if self.random.u8(..4) == 0 {
            self.token(&mut draw.play);
        }
        draw
    }

    fn token(&mut self, play: &mut Play) {
        let claims = self.pick(&[
            json!({}),
            json!({ "role": "admin" }),
            json!({ "role": "admin", "groups": ["ops"] }),
            json!({ "role": "user", "groups": ["finance", "x"] }),
        ]);
        let flaw = self.pick(&[Flaw::None, Flaw::None, Flaw::Expired, Flaw::WrongIssuer, Flaw::BadSignature]);
        let audience = self.pick(&["shop", "shop", "else"]);
        let (token, claims) = self.signer.token("https://id.shop.example.test", Some(audience), &claims, flaw);
        play.headers.retain(|(name, _)| name != "authorization");
        play.headers.push(("authorization".to_owned(), format!("Bearer {token}")));
        play.jwt_claims = Some(claims);
    }

    fn service(&mut self) -> Draw {
        let world = self.world;
        let port = self.random.choice(&world.services).unwrap();
        let usual = match port.protocol {
            PortProtocol::Grpc => Protocol::Grpc,
            PortProtocol::Tcp => Protocol::Tcp,
            PortProtocol::Http2 => Protocol::Http2,
            PortProtocol::Http | PortProtocol::Tls | PortProtocol::Unknown => Protocol::Http1,
        };
        let other = self.pick(&[Protocol::Http1, Protocol::Http2, Protocol::Tcp]);
        let protocol = self.pick(&[usual, usual, usual, usual, other]);
        let host = format!("{}:{}", port.host.trim_end_matches(".cluster.local"), port.address.port());
        let any_host = self.random.choice(&world.words.hosts).cloned();
        let host = any_host.filter(|_| self.random.u8(..10) == 0).unwrap_or(host);
        let mut draw = self.of_pod(port.address, &host, protocol);
        if port.address.port() % 1000 == 443 && self.random.bool() {
            secured(&mut draw, &port.host);
        }
        draw
    }

    fn any_protocol(&mut self) -> Protocol {
        self.pick(&[Protocol::Http1, Protocol::Http1, Protocol::Http2, Protocol::Tcp])
    }

    fn pod(&mut self) -> Draw {
        let dst = SocketAddrV4::new(self.pick(&self.world.pods).1, self.pick(&self.world.ports));
        let protocol = self.any_protocol();
        self.of_pod(dst, &dst.to_string(), protocol)
    }

    /// A client without a sidecar, which may hold a certificate all the same.
    fn bare(&mut self) -> Draw {
        let dst = SocketAddrV4::new(self.pick(&self.world.pods).1, self.pick(&self.world.ports));
        let play = Play::plain(String::new(), Direction::Gateway, BARE.1, dst);
        let protocol = self.any_protocol();
        let mut draw = self.speaking(Draw { from: BARE.0.to_owned(), name: None, play }, &dst.to_string(), protocol);
        draw.play.transport = self.pick(&[Transport::Plaintext, Transport::Tls, Transport::Mtls, Transport::Mtls]);
        draw.play.peer = Some(self.pick(&PEERS).to_owned());
        draw.play.sni = self.pick(&[None, Some("x.example.test".to_owned())]);
        let lists: [&[&str]; 4] =
            [&[], &["istio-peer-exchange", "istio"], &["istio-http/1.1", "istio", "http/1.1"], &["http/1.1"]];
        let of_http2: [&[&str]; 3] = [&[], &["istio-h2", "istio", "h2"], &["h2"]];
        let list = if draw.play.protocol == Protocol::Http2 { self.pick(&of_http2) } else { self.pick(&lists) };
        draw.play.alpn = list.iter().map(|name| (*name).to_owned()).collect();
        draw
    }

    /// A client outside, at the ingress gateway.
    fn ingress(&mut self) -> Draw {
        let gateway = self.pick(&self.world.ingress);
        let host = self.pick(&HOSTS);
        let play = Play::plain(String::new(), Direction::Gateway, OUTSIDE, SocketAddrV4::new(gateway, 8080));
        let outside = Draw { from: "outside".to_owned(), name: None, play };
        let protocol = self.pick(&[Protocol::Http1, Protocol::Http1, Protocol::Http2]);
        let mut draw = self.speaking(outside, host, protocol);
        if draw.play.jwt_claims.is_none() && self.random.bool() {
            self.token(&mut draw.play);
        }
        match self.random.u8(..10) {
            0..3 => {}
            3..8 => {
                draw.play.dst.set_port(8443);
                secured(&mut draw, host);
            }
            8 => {
                draw.play.dst.set_port(8443);
                draw.play.authority = Some("mtls.example.test".to_owned());
                secured(&mut draw, "mtls.example.test");
                draw.play.transport = Transport::Mtls;
                draw.play.peer = Some(self.pick(&["public:client", PEERS[0]]).to_owned());
            }
            _ => {
                draw.play.dst.set_port(31400);
                draw.play.protocol = Protocol::Tcp;
            }
        }
        draw
    }

    /// A pod that goes out to the ingress gateway, by its service.
    fn three(&mut self) -> Draw {
        let world = self.world;
        let of_ingress = world.services.iter().filter(|port| port.host.starts_with("ingressgateway."));
        let ports: Vec<SocketAddrV4> = of_ingress.map(|port| port.address).collect();
        let at = |wanted: u16| ports.iter().copied().find(|port| port.port() == wanted);
        let host = self.pick(&HOSTS);
        let (Some(http), Some(https)) = (at(80), at(443)) else { return self.service() };
        let dst = self.pick(&[http, https]);
        let mut draw = self.of_pod(dst, host, Protocol::Http1);
        if dst == https {
            secured(&mut draw, host);
        }
        draw
    }

    /// A name outside: through the egress gateway, straight there, or not at all.
    fn egress(&mut self) -> Draw {
        let name = self.pick(&NAMES);
        let port = self.pick(&[80, 80, 443, 1234]);
        let protocol = self.pick(&[Protocol::Http1, Protocol::Http1, Protocol::Http2, Protocol::Tcp]);
        let mut draw = self.of_pod(SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, port), name, protocol);
        draw.name = Some(name.to_owned());
        if port == 443 && self.random.u8(..4) > 0 {
            secured(&mut draw, name);
        }
        draw
    }
}

/// With TLS of the client's own.
fn secured(draw: &mut Draw, name: &str) {
    draw.play.transport = Transport::Tls;
    draw.play.sni = Some(name.to_owned());
    draw.play.alpn = match draw.play.protocol {
        Protocol::Http1 => vec!["http/1.1".to_owned()],
        Protocol::Http2 | Protocol::Grpc => vec!["h2".to_owned()],
        Protocol::Tcp => Vec::new(),
    };
}
