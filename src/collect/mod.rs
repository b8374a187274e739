//! The collector: bytes to a [`Capture`](crate::base::capture::Capture). The only room that touches the outside: files,
//! directories, archives, stdin; and with the feature `live` admin ports and clusters. It judges what a document holds
//! by its content, and knows nothing of what stands in it.
//!
//! - A source of which nothing can be used is an [`Error`]; what is lost of a usable one is a gap in the capture.
//! - Reading writes nothing and unpacks nothing to a disk, and nothing is read past [`DOCUMENT_LIMIT`] and
//!   [`TOTAL_LIMIT`].
//! - Private keys and the values of Kubernetes Secrets end here: [`redact`] takes them out before anyone sees a document.
//!
//! | step | where |
//! |---|---|
//! | a path, stdin, packed bytes | [`source`], [`path`], [`whole_file`] |
//! | gzip, zstd, tar, nested | [`blob`], [`wrapping`], [`archive`] |
//! | bytes to text | [`text`] |
//! | what a text holds, or why it is of no use | [`sniff`] |
//! | whose it is | [`layout`], then [`bundle`] over everything read |
//! | secrets | [`redact`] |
//! | the manifest of our own snapshots | [`snapshot`] |
//! | what a snapshot stores once | [`parts`] |
//! | running meshes | `live` |
//! | writing a snapshot | [`mod@write`] |

mod archive;
mod blob;
mod bundle;
mod document;
mod error;
mod harvest;
mod layout;
mod limit;
#[cfg(feature = "live")]
pub mod live;
mod parts;
mod path;
pub mod redact;
mod snapshot;
mod sniff;
mod source;
mod text;
mod whole_file;
mod wrapping;
pub mod write;

pub use error::Error;
pub use limit::{DOCUMENT_LIMIT, TOTAL_LIMIT};
pub use source::{Source, read};

#[cfg(test)]
mod tests;
