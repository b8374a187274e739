//! HTTP/2 frames, and header blocks without compression.

use std::io;

use loona_hpack::Decoder;
use tokio::io::{AsyncRead, AsyncReadExt};

use super::Lines;
use crate::oracle::request::from_latin1;

pub(crate) const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
pub(crate) const DATA: u8 = 0;
pub(crate) const HEADERS: u8 = 1;
pub(crate) const RST_STREAM: u8 = 3;
pub(crate) const SETTINGS: u8 = 4;
pub(crate) const PING: u8 = 6;
pub(crate) const GOAWAY: u8 = 7;
pub(crate) const WINDOW_UPDATE: u8 = 8;
pub(crate) const CONTINUATION: u8 = 9;
pub(crate) const END_STREAM: u8 = 1;
pub(crate) const ACK: u8 = 1;
pub(crate) const END_HEADERS: u8 = 4;
const PADDED: u8 = 8;
const PRIORITY: u8 = 0x20;
/// Largest payload that every peer takes.
const LARGEST: usize = 16384;

/// A frame.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) kind: u8,
    pub(crate) flags: u8,
    pub(crate) stream: u32,
    pub(crate) payload: Vec<u8>,
}

impl Frame {
    pub(crate) fn ends_stream(&self) -> bool {
        matches!(self.kind, DATA | HEADERS) && self.flags & END_STREAM != 0 || self.kind == RST_STREAM
    }

    /// The payload without padding and priority.
    pub(crate) fn content(&self) -> &[u8] {
        let (mut start, mut end) = (0, self.payload.len());
        if matches!(self.kind, DATA | HEADERS) && self.flags & PADDED != 0 {
            end -= usize::from(self.payload[0]);
            start = 1;
        }
        if self.kind == HEADERS && self.flags & PRIORITY != 0 {
            start += 5;
        }
        &self.payload[start..end]
    }
}

/// Reads a frame.
pub(crate) async fn read(wire: &mut (impl AsyncRead + Unpin)) -> io::Result<Frame> {
    let mut head = [0; 9];
    wire.read_exact(&mut head).await?;
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let mut payload = vec![0; usize::try_from(length).unwrap()];
    wire.read_exact(&mut payload).await?;
    let stream = u32::from_be_bytes([head[5] & 0x7f, head[6], head[7], head[8]]);
    Ok(Frame { kind: head[3], flags: head[4], stream, payload })
}

/// Writes a frame.
pub(crate) fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut bytes = vec![length[1], length[2], length[3], kind, flags];
    bytes.extend(stream.to_be_bytes());
    bytes.extend(payload);
    bytes
}

/// Writes headers, over as many frames as they need.
pub(crate) fn headers(stream: u32, flags: u8, lines: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let block = encode(lines);
    let mut parts: Vec<&[u8]> = block.chunks(LARGEST).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    let last = parts.len() - 1;
    let frames = parts.iter().enumerate().flat_map(|(index, part)| {
        let end = if index == last { END_HEADERS } else { 0 };
        if index == 0 { frame(HEADERS, flags | end, stream, part) } else { frame(CONTINUATION, end, stream, part) }
    });
    frames.collect()
}

/// Literal fields without indexing and without Huffman coding (RFC 7541, 6.2.2).
fn encode(lines: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let mut block = Vec::new();
    for (name, value) in lines {
        block.push(0);
        for text in [name, value] {
            length(text.len(), &mut block);
            block.extend(text);
        }
    }
    block
}

/// An integer with a prefix of seven bits (RFC 7541, 5.1).
fn length(mut value: usize, block: &mut Vec<u8>) {
    if value < 127 {
        block.push(u8::try_from(value).unwrap());
        return;
    }
    block.push(127);
    value -= 127;
    while value >= 128 {
        block.push(u8::try_from(value % 128 + 128).unwrap());
        value /= 128;
    }
    block.push(u8::try_from(value).unwrap());
}

/// Collects the header blocks of a connection.
pub(crate) struct Blocks {
    decoder: Decoder<'static>,
    pending: Vec<u8>,
}

impl Blocks {
    pub(crate) fn new() -> Self {
        Self { decoder: Decoder::new(), pending: Vec::new() }
    }

    /// Takes a frame of headers; returns the lines once they are complete.
    pub(crate) fn take(&mut self, frame: &Frame) -> io::Result<Option<Lines>> {
        self.pending.extend_from_slice(frame.content());
        if frame.flags & END_HEADERS == 0 {
            return Ok(None);
        }
        let block = std::mem::take(&mut self.pending);
        let lines = self.decoder.decode(&block).map_err(|error| io::Error::other(format!("{error:?}")))?;
        Ok(Some(lines.into_iter().map(|(name, value)| (from_latin1(&name), from_latin1(&value))).collect()))
    }
}

/// What a frame that concerns the connection asks for; `None`: nothing.
pub(crate) fn courtesy(frame: &Frame) -> Option<Vec<u8>> {
    match (frame.kind, frame.flags & ACK) {
        (SETTINGS, 0) => Some(self::frame(SETTINGS, ACK, 0, &[])),
        (PING, 0) => Some(self::frame(PING, ACK, 0, &frame.payload)),
        (DATA, _) if !frame.payload.is_empty() => {
            let size = u32::try_from(frame.payload.len()).unwrap().to_be_bytes();
            let mut both = self::frame(WINDOW_UPDATE, 0, 0, &size);
            both.extend(self::frame(WINDOW_UPDATE, 0, frame.stream, &size));
            Some(both)
        }
        _ => None,
    }
}
