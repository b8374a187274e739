//! HTTP on the wire, by hand: the oracle must send what no library would, and see exactly what arrives.

pub(crate) mod http1;
pub(crate) mod http2;
pub(crate) mod tls;
pub(crate) mod tunnel;

use tokio::io::{AsyncRead, AsyncWrite};

/// A connection of any kind.
pub(crate) trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// A connection, whatever is below.
pub(crate) type BoxedWire = Box<dyn Wire>;

/// Header lines as they travel.
pub(crate) type Lines = Vec<(String, String)>;
