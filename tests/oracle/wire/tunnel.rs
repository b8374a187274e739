//! A stream of an HTTP/2 connection as a connection of its own: what travels inside of a CONNECT.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

use super::{BoxedWire, http2};

/// Asks for a tunnel to an authority.
///
/// # Errors
/// Where it is refused.
pub(crate) async fn open(mut wire: BoxedWire, authority: &str) -> io::Result<DuplexStream> {
    let lines = [(":method", "CONNECT"), (":authority", authority)];
    let lines = lines.map(|(name, value)| (name.as_bytes().to_vec(), value.as_bytes().to_vec()));
    let mut hello = http2::PREFACE.to_vec();
    hello.extend(http2::frame(http2::SETTINGS, 0, 0, &[]));
    hello.extend(http2::headers(1, 0, &lines));
    wire.write_all(&hello).await?;
    let mut blocks = http2::Blocks::new();
    loop {
        let frame = http2::read(&mut wire).await?;
        if let Some(answer) = http2::courtesy(&frame) {
            wire.write_all(&answer).await?;
        }
        if matches!(frame.kind, http2::HEADERS | http2::CONTINUATION)
            && let Some(lines) = blocks.take(&frame)?
        {
            if lines.iter().any(|(name, value)| name == ":status" && value == "200") {
                break;
            }
            return Err(io::Error::other("CONNECT refused"));
        }
        if frame.kind == http2::GOAWAY || frame.kind == http2::RST_STREAM {
            return Err(io::Error::other("CONNECT reset"));
        }
    }
    let (near, far) = tokio::io::duplex(1 << 20);
    tokio::spawn(pump(wire, far));
    Ok(near)
}

async fn pump(wire: BoxedWire, inner: DuplexStream) {
    let (mut from_wire, mut to_wire) = tokio::io::split(wire);
    let (mut from_inner, mut to_inner) = tokio::io::split(inner);
    let (send, mut queue) = tokio::sync::mpsc::unbounded_channel::<Vec<u8>>();
    let answers = send.clone();
    let inward = async move {
        while let Ok(frame) = http2::read(&mut from_wire).await {
            if let Some(answer) = http2::courtesy(&frame) {
                drop(answers.send(answer));
            }
            if frame.kind == http2::DATA && to_inner.write_all(frame.content()).await.is_err() || frame.ends_stream() {
                break;
            }
        }
        drop(to_inner.shutdown().await);
    };
    let outward = async move {
        let mut buffer = vec![0; 16000];
        while let Ok(size) = from_inner.read(&mut buffer).await {
            let flags = if size == 0 { http2::END_STREAM } else { 0 };
            if send.send(http2::frame(http2::DATA, flags, 1, &buffer[..size])).is_err() || size == 0 {
                break;
            }
        }
    };
    let writing = async move {
        while let Some(bytes) = queue.recv().await {
            if to_wire.write_all(&bytes).await.is_err() {
                break;
            }
        }
    };
    // A side that has said all it wants to waits a little for the other, and hangs up.
    let leaving = async {
        outward.await;
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    tokio::select! {
        _ = async { tokio::join!(inward, writing) } => {}
        () = leaving => {}
    }
}
