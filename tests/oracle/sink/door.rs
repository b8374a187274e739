//! The doors of the sink: what arrives, and who serves it.

use std::collections::BTreeSet;
use std::io;
use std::net::{SocketAddr, SocketAddrV4};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::{http1, http2};
use crate::oracle::wire::{BoxedWire, Lines};

/// A connection that arrived.
#[derive(Debug, Clone)]
pub(crate) struct Arrival {
    /// Who connected.
    pub(crate) peer: SocketAddr,
    /// Whether in TLS, and for whom.
    pub(crate) tls: bool,
    pub(crate) sni: Option<String>,
}

/// A request that arrived; pseudo-headers and headers as the HTTP server of a proxy would show them.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) by: Arrival,
    pub(crate) method: String,
    pub(crate) authority: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) scheme: String,
    pub(crate) headers: Lines,
}

/// Everything that arrived.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub(crate) arrivals: Mutex<Vec<Arrival>>,
    pub(crate) requests: Mutex<Vec<Seen>>,
}

/// The sink.
pub(crate) struct Sink {
    pub(crate) record: Arc<Record>,
    tls: Arc<ServerConfig>,
    listening: Mutex<BTreeSet<SocketAddrV4>>,
    /// End with the sink, and free their addresses for the next one.
    listeners: Mutex<JoinSet<()>>,
}

impl Sink {
    pub(crate) fn new(tls: Arc<ServerConfig>) -> Self {
        Self { record: Arc::default(), tls, listening: Mutex::default(), listeners: Mutex::default() }
    }

    /// Accepts connections to an address. Several sockets may share a port, and the most specific one wins: the
    /// proxy's own listeners stay where they are.
    pub(crate) fn listen(&self, address: SocketAddrV4) {
        if address.port() == 0 || !self.listening.lock().unwrap().insert(address) {
            return;
        }
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.set_reuseport(true).unwrap();
        let bound = socket.bind(SocketAddr::V4(address)).and_then(|()| socket.listen(256));
        let listener = bound.unwrap_or_else(|error| panic!("the sink cannot listen on {address}: {error}"));
        let (record, tls) = (self.record.clone(), self.tls.clone());
        self.listeners.lock().unwrap().spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                tokio::spawn(accept(stream, peer, Some(tls.clone()), record.clone()));
            }
        });
    }
}

/// Takes a connection. One that does not take TLS answers a handshake as an HTTP server that hears noise.
pub(crate) async fn accept(stream: TcpStream, peer: SocketAddr, tls: Option<Arc<ServerConfig>>, record: Arc<Record>) {
    drop(stream.set_nodelay(true));
    let mut stream = BufReader::new(stream);
    let mut arrival = Arrival { peer, tls: false, sni: None };
    if skip_proxy_header(&mut stream).await.is_err() {
        return;
    }
    // A TLS record of the handshake kind.
    let is_tls = matches!(stream.fill_buf().await, Ok([0x16, 3, ..]));
    if !is_tls {
        record.arrivals.lock().unwrap().push(arrival.clone());
        return serve(Box::new(stream), arrival, record).await;
    }
    let Some(tls) = tls else {
        record.arrivals.lock().unwrap().push(arrival);
        // The client may be gone.
        drop(stream.write_all(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n").await);
        return drop(stream.shutdown().await);
    };
    arrival.tls = true;
    let acceptor = TlsAcceptor::from(tls);
    let Ok(stream) = acceptor.accept(stream).await else {
        return;
    };
    arrival.sni = stream.get_ref().1.server_name().map(str::to_owned);
    record.arrivals.lock().unwrap().push(arrival.clone());
    serve(Box::new(stream), arrival, record).await;
}

/// Takes off the line (or, in version 2, the block) by which a proxy says who its client is.
async fn skip_proxy_header(stream: &mut BufReader<TcpStream>) -> io::Result<()> {
    let start = stream.fill_buf().await?;
    if start.starts_with(b"PROXY ") {
        stream.read_until(b'\n', &mut Vec::new()).await?;
    } else if start.starts_with(b"\r\n\r\n\0\r\nQUIT\n") {
        let mut block = [0; 16];
        stream.read_exact(&mut block).await?;
        let mut rest = vec![0; usize::from(u16::from_be_bytes([block[14], block[15]]))];
        stream.read_exact(&mut rest).await?;
    }
    Ok(())
}

/// Serves what is inside.
pub(crate) async fn serve(wire: BoxedWire, arrival: Arrival, record: Arc<Record>) {
    let mut wire = BufReader::new(wire);
    let Ok(start) = wire.fill_buf().await else {
        return;
    };
    // A connection that breaks off has said what it had to say.
    drop(if start.starts_with(b"PRI * HTTP/2") {
        http2::serve(wire, arrival, record).await
    } else if is_http1(start) {
        http1::serve(wire, arrival, record).await
    } else {
        echo(wire).await
    });
}

/// Whether it begins with a method and a space.
fn is_http1(start: &[u8]) -> bool {
    let method = start.iter().take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'-').count();
    method > 0 && start.get(method) == Some(&b' ')
}

pub(crate) async fn echo(mut wire: BufReader<BoxedWire>) -> io::Result<()> {
    let mut buffer = vec![0; 4096];
    loop {
        let size = wire.read(&mut buffer).await?;
        if size == 0 {
            return Ok(());
        }
        wire.write_all(&buffer[..size]).await?;
        wire.flush().await?;
    }
}

/// The scheme as an HTTP/1 server takes it: no line says it, and `x-forwarded-proto` stands for it.
pub(crate) fn scheme_of_http1(headers: &Lines, tls: bool) -> String {
    let forwarded = headers.iter().find(|(name, _)| name == "x-forwarded-proto");
    let forwarded = forwarded.map(|(_, value)| value.to_ascii_lowercase());
    let known = forwarded.filter(|scheme| matches!(scheme.as_str(), "http" | "https"));
    known.unwrap_or_else(|| if tls { "https" } else { "http" }.to_owned())
}
