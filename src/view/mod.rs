//! Results to documents: headings, tables, ledgers of decisions, trees. Words and order are chosen here; colours, widths
//! and formats are not.
//!
//! | what | where |
//! |---|---|
//! | the parts of a diagram | [`diagram`] |
//! | the parts of a document | [`document`] |
//! | who may do what | [`authz`] |
//! | one object | [`explain`] |
//! | what `istioctl proxy-config` prints | [`istioctl`] |
//! | whether proxies are in sync | [`status`] |
//! | statistics | [`stats`] |
//! | tables | [`table`] |
//! | a trace | [`trace`] |
//! | objects in a few words | [`words`] |

pub mod authz;
pub mod diagram;
pub mod document;
pub mod explain;
pub mod istioctl;
pub mod stats;
pub mod status;
pub mod table;
pub mod trace;
pub mod words;

/// Version of the JSON that meshdbg prints. It changes when a field goes or changes its meaning; new fields may come
/// without notice.
pub const SCHEMA: u32 = 1;

/// That of `trace`. 2: a way has hops, each with its own steps, choices and outcome, and an end for the client.
pub const TRACE_SCHEMA: u32 = 2;
