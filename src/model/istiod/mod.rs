//! What istiod says of itself on its debug pages: who is connected, what was sent and acknowledged, and what it would
//! send to a proxy (`pilot/pkg/xds/debug.go`).
//!
//! | what | where |
//! |---|---|
//! | the kinds of objects that are sent | [`xds_type`] |
//! | an istiod with its connections | [`connection`] |
//! | `/debug/syncz`, in every shape | [`syncz`] |
//! | `/debug/config_dump?proxyID=…` | [`intended`] |

pub mod connection;
pub mod intended;
pub mod syncz;
pub mod xds_type;

pub use connection::{Connection, Exchange, Istiod, Outcome};
pub use xds_type::XdsType;
