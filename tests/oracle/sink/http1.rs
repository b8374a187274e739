//! HTTP/1 at the sink.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncWriteExt, BufReader};

use super::door::{self, Arrival, Record, Seen};
use crate::oracle::wire::{BoxedWire, http1};

/// Answers requests until the connection ends.
pub(crate) async fn serve(mut wire: BufReader<BoxedWire>, by: Arrival, record: Arc<Record>) -> io::Result<()> {
    while let Some(head) = http1::read_head(&mut wire).await? {
        let mut parts = head.first.split(' ');
        let method = parts.next().unwrap_or_default().to_owned();
        let path = parts.next().map(str::to_owned);
        let authority = head.get("host").map(str::to_owned);
        let mut headers = head.lines.clone();
        // A proxy's HTTP server takes the coding off with the chunks.
        headers.retain(|(name, _)| name != "host" && name != "transfer-encoding");
        record.requests.lock().unwrap().push(Seen {
            scheme: door::scheme_of_http1(&headers, by.tls),
            by: by.clone(),
            method: method.clone(),
            authority,
            path,
            headers,
        });
        if head.get("expect").is_some() {
            wire.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
        }
        http1::read_body(&mut wire, &head).await?;
        let answer: &[u8] = match method.as_str() {
            "HEAD" => b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\nx-oracle-sink: 1\r\n\r\n",
            "CONNECT" => b"HTTP/1.1 200 OK\r\nx-oracle-sink: 1\r\n\r\n",
            _ => b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\nx-oracle-sink: 1\r\n\r\nSINK",
        };
        wire.write_all(answer).await?;
        wire.flush().await?;
        if method == "CONNECT" {
            return door::echo(wire).await;
        }
    }
    Ok(())
}
