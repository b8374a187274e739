//! The collector: bytes to a [`Capture`](crate::base::capture::Capture). The only room that touches the outside.

mod archive;
mod blob;
mod document;
mod error;
mod harvest;
mod layout;
mod limit;
mod path;
mod redact;
mod snapshot;
mod sniff;
mod text;
mod whole_file;
mod wrapping;

pub use error::Error;
pub use limit::{DOCUMENT_LIMIT, TOTAL_LIMIT};
