//! Arguments in, bytes and an exit code out. One file for each command; the only room that prints.
//!
//! | what | where |
//! |---|---|
//! | the arguments of all commands | [`args`] |
//! | sources to a mesh | [`input`]; a cluster: `live` |
//! | where answers and messages go | [`output`] |
//! | which proxies are meant | [`which`] |
//! | what of a running mesh a command needs | [`needs`] |
//! | the commands | one file each |

mod args;
mod authz;
mod batch;
mod completions;
mod destination;
mod exit;
mod explain;
mod explain_kind;
mod explain_resource;
mod filters;
mod input;
#[cfg(feature = "live")]
mod live;
mod missing;
mod needs;
mod output;
mod proxy_config;
mod redaction;
mod run;
mod schema;
mod snapshot;
mod stats;
mod status;
mod table;
mod trace;
mod which;
mod ztunnel;

pub use args::Cli;
pub use exit::Exit;
pub use run::run;
