//! HTTP/2 at the sink: requests, tunnels, and the questions of external authorization.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::door::{self, Arrival, Record, Seen};
use crate::oracle::wire::http2::{self, Blocks, DATA, END_STREAM};
use crate::oracle::wire::{BoxedWire, Lines};

/// `SETTINGS_ENABLE_CONNECT_PROTOCOL`: upgrades may come as extended CONNECT (RFC 8441).
const ALLOWS_UPGRADES: [u8; 6] = [0, 8, 0, 0, 0, 1];
/// The method that Envoy asks for permission.
const AUTHORIZATION: &str = "/envoy.service.auth.v3.Authorization/Check";
/// `CheckResponse { status {}, ok_response {} }`.
const ALLOWED: &[u8] = b"\x0a\x00\x1a\x00";
/// `CheckResponse { status { code: 7 }, denied_response { status { code: 403 } } }`.
const DENIED: &[u8] = b"\x0a\x02\x08\x07\x12\x05\x0a\x03\x08\x93\x03";

struct Connection {
    by: Arrival,
    record: Arc<Record>,
    out: UnboundedSender<Vec<u8>>,
    /// Questions that are still coming in.
    questions: BTreeMap<u32, Vec<u8>>,
    /// Tunnels into the sink itself.
    tunnels: BTreeMap<u32, WriteHalf<DuplexStream>>,
}

/// Answers streams until the connection ends.
pub(crate) async fn serve(mut wire: BufReader<BoxedWire>, by: Arrival, record: Arc<Record>) -> io::Result<()> {
    let mut preface = vec![0; http2::PREFACE.len()];
    wire.read_exact(&mut preface).await?;
    let (mut from, mut to) = tokio::io::split(wire);
    let (out, mut queue) = unbounded_channel::<Vec<u8>>();
    tokio::spawn(async move {
        while let Some(bytes) = queue.recv().await {
            if to.write_all(&bytes).await.is_err() || to.flush().await.is_err() {
                break;
            }
        }
    });
    drop(out.send(http2::frame(http2::SETTINGS, 0, 0, &ALLOWS_UPGRADES)));
    let mut connection = Connection { by, record, out, questions: BTreeMap::new(), tunnels: BTreeMap::new() };
    let mut blocks = Blocks::new();
    loop {
        let frame = http2::read(&mut from).await?;
        if let Some(answer) = http2::courtesy(&frame) {
            drop(connection.out.send(answer));
        }
        match frame.kind {
            http2::HEADERS | http2::CONTINUATION => {
                if let Some(lines) = blocks.take(&frame)? {
                    connection.headers(frame.stream, &lines);
                }
            }
            DATA => connection.data(frame.stream, frame.content()).await,
            http2::GOAWAY => return Ok(()),
            _ => {}
        }
        if frame.ends_stream() {
            connection.end(frame.stream);
        }
    }
}

impl Connection {
    fn send(&self, bytes: Vec<u8>) {
        // The writer may be gone already.
        drop(self.out.send(bytes));
    }

    fn answer(&self, stream: u32, lines: &[(&str, &str)], flags: u8) {
        let lines: Vec<_> =
            lines.iter().map(|(name, value)| (name.as_bytes().to_vec(), value.as_bytes().to_vec())).collect();
        self.send(http2::headers(stream, flags, &lines));
    }

    fn headers(&mut self, stream: u32, lines: &Lines) {
        let pseudo = |name: &str| lines.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        // Trailers.
        let Some(method) = pseudo(":method") else {
            return;
        };
        let path = pseudo(":path");
        if path.as_deref() == Some(AUTHORIZATION) {
            self.questions.insert(stream, Vec::new());
            return;
        }
        let upgrade = pseudo(":protocol");
        if method == "CONNECT" && upgrade.is_none() {
            return self.tunnel(stream);
        }
        let is_head = method == "HEAD";
        self.record.requests.lock().unwrap().push(Seen {
            by: self.by.clone(),
            method: if upgrade.is_some() { "GET".to_owned() } else { method },
            authority: pseudo(":authority"),
            path,
            scheme: pseudo(":scheme").unwrap_or_default(),
            headers: headers(lines, upgrade.as_deref()),
        });
        let end = if is_head { END_STREAM } else { 0 };
        self.answer(stream, &[(":status", "200"), ("x-oracle-sink", "1")], end);
        // An upgraded connection ends at once.
        let body: &[u8] = if upgrade.is_none() { b"SINK" } else { b"" };
        if !is_head {
            self.send(http2::frame(DATA, END_STREAM, stream, body));
        }
    }

    /// What is in the tunnel arrives at the sink as a connection of its own.
    fn tunnel(&mut self, stream: u32) {
        self.answer(stream, &[(":status", "200")], 0);
        let (near, far) = tokio::io::duplex(1 << 20);
        let (from_near, to_near) = tokio::io::split(near);
        self.tunnels.insert(stream, to_near);
        tokio::spawn(drain(from_near, stream, self.out.clone()));
        let by = Arrival { tls: false, sni: None, ..self.by.clone() };
        let record = self.record.clone();
        tokio::spawn(
            Box::pin(door::serve(Box::new(far), by, record)) as std::pin::Pin<Box<dyn Future<Output = ()> + Send>>
        );
    }

    async fn data(&mut self, stream: u32, content: &[u8]) {
        if let Some(tunnel) = self.tunnels.get_mut(&stream) {
            drop(tunnel.write_all(content).await);
        } else if let Some(question) = self.questions.get_mut(&stream) {
            question.extend_from_slice(content);
        }
    }

    fn end(&mut self, stream: u32) {
        if let Some(mut tunnel) = self.tunnels.remove(&stream) {
            // The other half is still being read.
            tokio::spawn(async move { drop(tunnel.shutdown().await) });
        }
        let Some(question) = self.questions.remove(&stream) else {
            return;
        };
        let header = b"x-ext-authz";
        let at = question.windows(header.len()).position(|window| window == header);
        let denies = at.is_some_and(|at| question[at..].iter().take(24).collect::<Vec<_>>().windows(4).any(is_deny));
        let message = if denies { DENIED } else { ALLOWED };
        let mut body = vec![0];
        body.extend(u32::try_from(message.len()).unwrap().to_be_bytes());
        body.extend(message);
        self.answer(stream, &[(":status", "200"), ("content-type", "application/grpc")], 0);
        self.send(http2::frame(DATA, 0, stream, &body));
        self.answer(stream, &[("grpc-status", "0")], END_STREAM);
    }
}

fn is_deny(window: &[&u8]) -> bool {
    window.iter().map(|byte| **byte).eq(b"deny".iter().copied())
}

/// Header lines as a server shows them: crumbs of cookies joined, an extended CONNECT as the upgrade that it stands for.
fn headers(lines: &Lines, upgrade: Option<&str>) -> Lines {
    let mut headers = Lines::new();
    for (name, value) in lines.iter().filter(|(name, _)| !name.starts_with(':')) {
        match headers.iter_mut().find(|(known, _)| name == "cookie" && known == "cookie") {
            Some((_, cookies)) => {
                cookies.push_str("; ");
                cookies.push_str(value);
            }
            None => headers.push((name.clone(), value.clone())),
        }
    }
    if let Some(upgrade) = upgrade {
        headers.push(("connection".to_owned(), "upgrade".to_owned()));
        headers.push(("upgrade".to_owned(), upgrade.to_owned()));
    }
    headers
}

async fn drain(mut from: ReadHalf<DuplexStream>, stream: u32, out: UnboundedSender<Vec<u8>>) {
    let mut buffer = vec![0; 16000];
    while let Ok(size) = from.read(&mut buffer).await {
        let flags = if size == 0 { END_STREAM } else { 0 };
        if out.send(http2::frame(DATA, flags, stream, &buffer[..size])).is_err() || size == 0 {
            break;
        }
    }
}
