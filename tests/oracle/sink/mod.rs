//! Every upstream at once: accepts whatever the proxy connects to at its original address, plaintext or TLS, HTTP/1,
//! HTTP/2, tunnels or bytes; notes the request as it arrived, and answers 200.

mod door;
mod http1;
mod http2;

pub(crate) use door::{Arrival, Record, Seen, Sink, accept};
