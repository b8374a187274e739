//! The client: one connection and one request, byte for byte as asked.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, SocketAddrV4};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use meshdbg::simulate::request::{Direction, Protocol, Transport};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::bootstrap::ID_HEADER;
use super::certificates::Authority;
use super::request::{Play, from_latin1, latin1};
use super::wire::{BoxedWire, http1, http2, tls, tunnel};

/// Bytes that no HTTP parser takes.
const PROBE: &[u8] = b"\x01\x02\x03oracle-tcp-probe\r\n";
/// A host whose ports nobody but the proxy listens on.
const PROXY_HOST: Ipv4Addr = Ipv4Addr::new(127, 255, 0, 1);
const PATIENCE: Duration = Duration::from_secs(6);

/// What the client saw.
#[derive(Debug, Default)]
pub(crate) struct Saw {
    /// Address and port that it came from.
    pub(crate) from: Option<SocketAddrV4>,
    /// Status of the answer.
    pub(crate) status: u16,
    /// Body of an answer that the sink did not give.
    pub(crate) body: Option<String>,
    /// What went wrong.
    pub(crate) error: Option<Trouble>,
}

/// What went wrong on the client's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// In the handshake, or said by the server's TLS.
    Tls,
    /// The connection broke off.
    Connection,
}

/// Plays requests; no source address and port is used twice.
pub(crate) struct Client {
    authority: Arc<Authority>,
    /// Signs clients that are no workloads.
    public: Arc<Authority>,
    own: Ipv4Addr,
    is_waypoint: bool,
    /// Where proxies take redirected connections, where there are several.
    doors: BTreeMap<String, Ipv4Addr>,
    ports: Mutex<BTreeMap<Ipv4Addr, u16>>,
}

impl Client {
    /// A client of a proxy with this address.
    pub(crate) fn new(authority: Arc<Authority>, own: Ipv4Addr, is_waypoint: bool) -> Self {
        let public = authority.clone();
        Self { authority, public, own, is_waypoint, doors: BTreeMap::new(), ports: Mutex::default() }
    }

    /// A client of several proxies, each with a door of its own.
    pub(crate) fn of_many(
        authority: Arc<Authority>,
        public: Arc<Authority>,
        doors: BTreeMap<String, Ipv4Addr>,
    ) -> Self {
        let own = Ipv4Addr::UNSPECIFIED;
        Self { authority, public, own, is_waypoint: false, doors, ports: Mutex::default() }
    }

    /// Plays a request; it can be found again by its number.
    pub(crate) async fn play(&self, play: &Play, number: &str) -> Saw {
        let mut saw = Saw::default();
        match timeout(PATIENCE, self.converse(play, number, &mut saw)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) if error.kind() == io::ErrorKind::InvalidData => saw.error = Some(Trouble::Tls),
            Ok(Err(_)) | Err(_) => saw.error = Some(Trouble::Connection),
        }
        saw
    }

    async fn converse(&self, play: &Play, number: &str, saw: &mut Saw) -> io::Result<()> {
        let mut wire = if self.is_waypoint && play.direction == Direction::Inbound {
            let door = SocketAddrV4::new(self.own, 15008);
            let stream = self.connect(play, door, saw).await?;
            let outer = self.secure(play, stream, &["h2".to_owned()]).await?;
            Box::new(tunnel::open(outer, &play.dst.to_string()).await?)
        } else {
            let port = match play.direction {
                Direction::Outbound => Some(15001),
                Direction::Inbound => Some(15006),
                Direction::Gateway => None,
            };
            let host = self.doors.get(&play.proxy).copied().unwrap_or(PROXY_HOST);
            let door = port.map_or(play.dst, |port| SocketAddrV4::new(host, port));
            let mut stream = self.connect(play, door, saw).await?;
            if port.is_some() {
                stream.write_all(&original_addresses(play, saw)).await?;
            }
            match play.transport {
                Transport::Plaintext => Box::new(stream) as BoxedWire,
                Transport::Tls | Transport::Mtls => self.secure(play, stream, &play.alpn).await?,
            }
        };
        match play.protocol {
            Protocol::Tcp => {
                wire.write_all(PROBE).await?;
                wire.flush().await?;
                let mut buffer = vec![0; 4096];
                // A proxy that swallows bytes says nothing.
                timeout(Duration::from_millis(1200), wire.read(&mut buffer)).await.unwrap_or(Ok(0)).map(drop)
            }
            Protocol::Http1 => http1(wire, play, number, saw).await,
            Protocol::Http2 | Protocol::Grpc => http2(wire, play, number, saw).await,
        }
    }

    async fn connect(&self, play: &Play, door: SocketAddrV4, saw: &mut Saw) -> io::Result<TcpStream> {
        let port = {
            let mut ports = self.ports.lock().unwrap();
            let port = ports.entry(play.src).or_insert(20000);
            *port += 1;
            *port
        };
        let from = SocketAddrV4::new(play.src, port);
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.set_nodelay(true)?;
        socket.bind(SocketAddr::V4(from))?;
        saw.from = Some(from);
        socket.connect(SocketAddr::V4(door)).await
    }

    async fn secure(&self, play: &Play, stream: TcpStream, alpn: &[String]) -> io::Result<BoxedWire> {
        let leaf = play.peer.as_ref().filter(|_| play.transport == Transport::Mtls);
        let leaf = leaf.map(|peer| match peer.strip_prefix("public:") {
            Some(name) => self.public.leaf(&[&format!("{name}.example.test")]),
            None => self.authority.leaf(&[peer]),
        });
        let name = play.sni.clone().and_then(|sni| ServerName::try_from(sni).ok());
        let config = tls::client(leaf.as_deref(), alpn, name.is_some());
        let name = name.unwrap_or(ServerName::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST).into()));
        let secured = TlsConnector::from(config).connect(name, stream).await;
        Ok(Box::new(secured.map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => io::Error::new(io::ErrorKind::InvalidData, error),
            _ => error,
        })?))
    }
}

/// The PROXY line, once for every listener that wants one: a connection for one of the redirected ports is handed to a
/// listener that wants it again.
fn original_addresses(play: &Play, saw: &Saw) -> Vec<u8> {
    let port = saw.from.map_or(0, |from| from.port());
    let line = format!("PROXY TCP4 {} {} {port} {}\r\n", play.src, play.dst.ip(), play.dst.port());
    let again = play.direction == Direction::Outbound && matches!(play.dst.port(), 15001 | 15006);
    line.repeat(if again { 2 } else { 1 }).into_bytes()
}

async fn http1(wire: BoxedWire, play: &Play, number: &str, saw: &mut Saw) -> io::Result<()> {
    let method = play.method.as_deref().unwrap_or_default();
    let mut head = format!("{method} {} HTTP/1.1\r\n", play.path.as_deref().unwrap_or_default());
    if let Some(authority) = &play.authority {
        write!(head, "Host: {authority}\r\n").unwrap();
    }
    for (name, value) in &play.headers {
        write!(head, "{name}: {value}\r\n").unwrap();
    }
    write!(head, "{ID_HEADER}: {number}\r\n\r\n").unwrap();
    let mut wire = BufReader::new(wire);
    wire.write_all(&latin1(&head)).await?;
    wire.flush().await?;
    // Who does not speak HTTP sends the bytes back.
    if !wire.fill_buf().await?.starts_with(b"HTTP/") {
        return Ok(());
    }
    loop {
        let Some(answer) = http1::read_head(&mut wire).await? else {
            return Ok(());
        };
        saw.status = answer.status();
        if saw.status == 100 {
            continue;
        }
        if saw.status == 101 {
            // Hanging up first would be logged as what ended it.
            drop(timeout(Duration::from_millis(500), wire.read(&mut [0])).await);
        }
        if matches!(method, "HEAD" | "CONNECT") || matches!(saw.status, 101 | 204 | 304) {
            return Ok(());
        }
        let body = http1::read_body(&mut wire, &answer).await?;
        if answer.get("x-oracle-sink").is_none() {
            saw.body = Some(from_latin1(&body)).filter(|body| !body.is_empty());
        }
        return Ok(());
    }
}

async fn http2(mut wire: BoxedWire, play: &Play, number: &str, saw: &mut Saw) -> io::Result<()> {
    let scheme = if play.transport == Transport::Plaintext { "http" } else { "https" };
    let method = play.method.clone().unwrap_or_default();
    let mut lines = vec![(":method".to_owned(), method.clone())];
    lines.extend(play.authority.clone().map(|authority| (":authority".to_owned(), authority)));
    // CONNECT has neither scheme nor path (RFC 9113, 8.5).
    if method != "CONNECT" {
        lines.push((":scheme".to_owned(), scheme.to_owned()));
        lines.push((":path".to_owned(), play.path.clone().unwrap_or_default()));
    }
    lines.extend(play.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())));
    let is_grpc = play.protocol == Protocol::Grpc;
    if is_grpc {
        for (name, value) in [("content-type", "application/grpc"), ("te", "trailers")] {
            if !lines.iter().any(|(known, _)| known == name) {
                lines.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    lines.push((ID_HEADER.to_owned(), number.to_owned()));
    let lines: Vec<_> = lines.iter().map(|(name, value)| (latin1(name), latin1(value))).collect();
    let mut bytes = http2::PREFACE.to_vec();
    bytes.extend(http2::frame(http2::SETTINGS, 0, 0, &[]));
    bytes.extend(http2::headers(1, if is_grpc { 0 } else { http2::END_STREAM }, &lines));
    if is_grpc {
        bytes.extend(http2::frame(http2::DATA, http2::END_STREAM, 1, &[0; 5]));
    }
    wire.write_all(&bytes).await?;
    wire.flush().await?;
    let (mut blocks, mut body, mut from_sink) = (http2::Blocks::new(), Vec::new(), false);
    loop {
        let frame = http2::read(&mut wire).await?;
        if let Some(answer) = http2::courtesy(&frame) {
            wire.write_all(&answer).await?;
            wire.flush().await?;
        }
        match frame.kind {
            http2::HEADERS | http2::CONTINUATION => {
                for (name, value) in blocks.take(&frame)?.unwrap_or_default() {
                    from_sink |= name == "x-oracle-sink";
                    if name == ":status" {
                        saw.status = value.parse().unwrap_or_default();
                    }
                }
            }
            http2::DATA => body.extend_from_slice(frame.content()),
            _ => {}
        }
        if frame.ends_stream() || frame.kind == http2::GOAWAY {
            if !from_sink && !body.is_empty() {
                saw.body = Some(from_latin1(&body));
            }
            return Ok(());
        }
    }
}
