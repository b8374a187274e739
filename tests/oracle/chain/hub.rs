//! The network between the proxies: takes every connection to an address of the mesh, and brings it where a node would:
//! to the sidecar of a pod, to a pod of a service, to an application, or to a place outside.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::rustls::ServerConfig;

use crate::oracle::sink::{Record, accept};

/// Ports on which applications take TLS themselves.
const OF_TLS: [u16; 3] = [443, 8443, 9443];
/// Where a sidecar takes what arrives at its pod.
const INBOUND: u16 = 15006;

/// A proxy's place in the network.
#[derive(Debug, Clone)]
pub(crate) struct Stand {
    /// `NAMESPACE/POD`.
    pub(crate) id: String,
    /// The address of its pod.
    pub(crate) address: Ipv4Addr,
    /// Where it takes redirected connections; a gateway takes none.
    pub(crate) door: Option<Ipv4Addr>,
    /// Where its connections to its own application come from.
    pub(crate) home: Ipv4Addr,
}

/// A connection that was brought to a proxy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Crossing {
    /// Its local address at the proxy that opened it.
    pub(crate) from: SocketAddr,
    /// The address that it was opened to; a port may be in use towards several.
    pub(crate) dialed: SocketAddrV4,
    /// Its remote address at the proxy that it was brought to.
    pub(crate) to: SocketAddr,
    /// That proxy.
    pub(crate) stand: usize,
}

impl Crossing {
    /// The last one between two addresses.
    pub(crate) fn between(all: &[Self], from: SocketAddr, dialed: SocketAddrV4) -> Option<&Self> {
        all.iter().rev().find(|crossing| crossing.from == from && crossing.dialed == dialed)
    }
}

/// The network.
pub(crate) struct Hub {
    pub(crate) shared: Arc<Shared>,
    listening: Mutex<BTreeSet<SocketAddrV4>>,
    listeners: Mutex<JoinSet<()>>,
}

/// What its connections share.
pub(crate) struct Shared {
    pub(crate) stands: Vec<Stand>,
    /// Where the kernel of a node sends connections to a service.
    pub(crate) services: BTreeMap<SocketAddrV4, SocketAddrV4>,
    /// What arrived at applications.
    pub(crate) record: Arc<Record>,
    pub(crate) crossings: Mutex<Vec<Crossing>>,
    tls: Arc<ServerConfig>,
}

impl Hub {
    pub(crate) fn new(
        stands: Vec<Stand>,
        services: BTreeMap<SocketAddrV4, SocketAddrV4>,
        tls: Arc<ServerConfig>,
    ) -> Self {
        let shared = Shared { stands, services, record: Arc::default(), crossings: Mutex::default(), tls };
        Self { shared: Arc::new(shared), listening: Mutex::default(), listeners: Mutex::default() }
    }

    /// Takes connections to an address. A gateway takes those to its own itself.
    pub(crate) fn listen(&self, address: SocketAddrV4) {
        let is_gateway = |stand: &Stand| stand.door.is_none() && stand.address == *address.ip();
        if address.port() == 0
            || self.shared.stands.iter().any(is_gateway)
            || !self.listening.lock().unwrap().insert(address)
        {
            return;
        }
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        let bound = socket.bind(SocketAddr::V4(address)).and_then(|()| socket.listen(256));
        let listener = bound.unwrap_or_else(|error| panic!("the hub cannot listen on {address}: {error}"));
        let shared = self.shared.clone();
        self.listeners.lock().unwrap().spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                tokio::spawn(bring(shared.clone(), stream, peer, address));
            }
        });
    }
}

/// Brings a connection where it belongs.
async fn bring(shared: Arc<Shared>, stream: TcpStream, peer: SocketAddr, address: SocketAddrV4) {
    let is_home = shared.stands.iter().any(|stand| SocketAddr::from((stand.home, peer.port())) == peer);
    let dialed = address;
    let address = shared.services.get(&dialed).copied().unwrap_or(dialed);
    let stand = shared.stands.iter().position(|stand| stand.address == *address.ip()).filter(|_| !is_home);
    if let Some(stand) = stand {
        // A connection that breaks off has said what it had to say.
        return drop(forward(&shared, stream, (peer, dialed), stand, address).await);
    }
    // In the addresses of pods, applications take plaintext, but for those behind a sidecar that speak TLS.
    let is_pod = address.ip().octets()[..2] == [10, 244];
    let takes_tls = if is_home { OF_TLS.contains(&address.port()) } else { !is_pod };
    accept(stream, peer, takes_tls.then(|| shared.tls.clone()), shared.record.clone()).await;
}

/// Passes everything on to a proxy, and back; a sidecar is told the original addresses.
async fn forward(
    shared: &Shared,
    mut stream: TcpStream,
    (peer, dialed): (SocketAddr, SocketAddrV4),
    stand: usize,
    address: SocketAddrV4,
) -> io::Result<()> {
    let door = shared.stands[stand].door.map_or(address, |door| SocketAddrV4::new(door, INBOUND));
    let socket = TcpSocket::new_v4()?;
    socket.set_nodelay(true)?;
    socket.bind(SocketAddr::new(peer.ip(), 0))?;
    stream.set_nodelay(true)?;
    let passed = async {
        let mut next = socket.connect(SocketAddr::V4(door)).await?;
        let to = next.local_addr()?;
        shared.crossings.lock().unwrap().push(Crossing { from: peer, dialed, to, stand });
        if shared.stands[stand].door.is_some() {
            let line = format!("PROXY TCP4 {} {} {} {}\r\n", peer.ip(), address.ip(), to.port(), address.port());
            next.write_all(line.as_bytes()).await?;
        }
        let passed = copy_bidirectional(&mut stream, &mut next).await;
        if passed.is_err() {
            reset(&next);
        }
        passed
    };
    let passed = passed.await;
    if passed.is_err() {
        reset(&stream);
    }
    passed.map(drop)
}

/// Ends a connection as the other side did: with a reset.
fn reset(stream: &TcpStream) {
    drop(stream.set_zero_linger());
}
