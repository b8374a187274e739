//! HTTP/1 messages.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

use super::Lines;
use crate::oracle::request::from_latin1;

/// The head of a message.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The first line.
    pub(crate) first: String,
    /// The others; names in lower case.
    pub(crate) lines: Lines,
}

impl Head {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.lines.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn status(&self) -> u16 {
        self.first.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
    }
}

/// Reads a head; `None` at the end of the connection.
pub(crate) async fn read_head(wire: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Head>> {
    let mut head = Head::default();
    loop {
        let mut line = Vec::new();
        if wire.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = from_latin1(&line);
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            return Ok(Some(head));
        }
        if head.first.is_empty() {
            line.clone_into(&mut head.first);
        } else if let Some((name, value)) = line.split_once(':') {
            head.lines.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
}

/// Reads the body that a head announces.
pub(crate) async fn read_body(wire: &mut (impl AsyncBufRead + Unpin), head: &Head) -> io::Result<Vec<u8>> {
    if head.get("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        return read_chunks(wire).await;
    }
    let length = head.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    wire.read_exact(&mut body).await?;
    Ok(body)
}

async fn read_chunks(wire: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        wire.read_line(&mut line).await?;
        let size = usize::from_str_radix(line.trim().split(';').next().unwrap_or_default(), 16).unwrap_or(0);
        let mut chunk = vec![0; size + 2];
        wire.read_exact(&mut chunk).await?;
        if size == 0 {
            return Ok(body);
        }
        body.extend_from_slice(&chunk[..size]);
    }
}
