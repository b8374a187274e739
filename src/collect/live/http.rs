//! HTTP/1.1 over any stream: a TCP connection, or one through the API server.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::trouble::{Trouble, causes};
use crate::collect::DOCUMENT_LIMIT;

/// So much of an answer that is no page is shown.
const MOST_SHOWN: usize = 200;

/// A connection to an admin port.
pub(super) struct Connection {
    sender: SendRequest<Empty<Bytes>>,
    host: String,
}

impl Connection {
    /// Speaks HTTP over a stream.
    pub(super) async fn over<S>(stream: S, host: &str) -> Result<Self, Trouble>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| Trouble::Closed(causes(&error)))?;
        // It ends when the sender is dropped; what went wrong in it, the request says.
        tokio::spawn(async move { drop(connection.await) });
        Ok(Self { sender, host: host.to_owned() })
    }

    /// Asks for a page, and reads it to its end.
    pub(super) async fn ask(&mut self, method: Method, path: &str) -> Result<Vec<u8>, Trouble> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/{path}"))
            .header(hyper::header::HOST, &self.host)
            .body(Empty::new())
            .map_err(|error| Trouble::Transport(causes(&error)))?;
        // The answer before may have been read to its end, and the connection not know it yet.
        self.sender.ready().await.map_err(|error| Trouble::Closed(causes(&error)))?;
        let mut response = match self.sender.send_request(request).await {
            Ok(response) => response,
            // A proxy in front of a closed port takes the connection first and ends it then.
            Err(error) if error.is_incomplete_message() || error.is_canceled() || error.is_closed() => {
                return Err(Trouble::Closed(causes(&error)));
            }
            Err(error) => return Err(Trouble::Transport(causes(&error))),
        };
        let mut body = Vec::new();
        while let Some(frame) = response.frame().await {
            let frame = frame.map_err(|_| Trouble::Cut { bytes: body.len() })?;
            if let Some(data) = frame.data_ref() {
                body.extend_from_slice(data);
            }
            if body.len() as u64 > DOCUMENT_LIMIT {
                let says = format!("more than {} GiB", DOCUMENT_LIMIT >> 30);
                return Err(Trouble::Answered { status: response.status().as_u16(), says });
            }
        }
        let status = response.status();
        if status.is_success() {
            return Ok(body);
        }
        let says = String::from_utf8_lossy(body.get(..MOST_SHOWN).unwrap_or(&body)).trim().to_owned();
        Err(Trouble::Answered { status: status.as_u16(), says })
    }
}

/// A limit on how long something takes.
pub(super) async fn within<T>(limit: Duration, what: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::time::timeout(limit, what).await.unwrap_or(Err(Trouble::Slow(limit)))
}
