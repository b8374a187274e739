//! A recorded config dump as a static bootstrap for the real Envoy, that decides as the recorded proxy did.
//!
//! | in the dump | in the bootstrap |
//! |---|---|
//! | routes by RDS, endpoints by EDS | inline |
//! | host names of DNS clusters | made-up addresses in 198.18.0.0/15 |
//! | certificates by SDS | of the test's own authority, with the same kind of names |
//! | SAN checks towards endpoints | none: one sink stands for all endpoints |
//! | Istio's own extensions | left out (`clean`); none chooses anything at this hop |
//! | the redirected ports 15001, 15006 | a PROXY line says the original addresses, where the kernel would |
//! | access logs, tracing | one JSON log on every listener, connection manager and TCP proxy |
//!
//! Among other proxies (`Seat`) there is more:
//!
//! | in the dump | in the bootstrap |
//! |---|---|
//! | SAN checks towards endpoints | kept: every workload has a certificate with its own name |
//! | `istio.alpn` | the same ALPN, set as filter state by the cluster's protocol |
//! | ports of a sidecar | the redirected ones at an address of its own; the others are not bound |
//! | ports of a gateway | at the address of its pod |
//! | connections to endpoints | from the address of the pod; those to its own application from another one of its own |
//! | outlier detection, full buckets of tokens | none, and buckets that never empty |

mod access_log;
mod clean;
mod clusters;
mod dump;
mod listeners;
mod make;
mod tls;

pub(crate) use access_log::ID_HEADER;
pub(crate) use dump::{items, listeners, route_tables, type_name};
pub(crate) use make::{Bootstrap, Seat, Setting, make};
