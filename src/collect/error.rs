//! Why nothing of a source could be used.

use std::io;

/// A source that could not be used at all. The message names the place and the next step.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such path.
    #[error("{place}: no such file or directory{}", did_you_mean(similar.as_deref()))]
    Missing {
        /// The path as given.
        place: String,
        /// A path beside it with nearly the same name.
        similar: Option<String>,
    },
    /// The operating system refused.
    #[error("{place}: cannot be read ({cause}){}", next_step(cause))]
    Unreadable {
        /// The path as given.
        place: String,
        /// What the operating system said. It stands in the message: no source of its own.
        cause: io::Error,
    },
    /// A FIFO, socket or device: reading one may never end.
    #[error(
        "{place}: is a {what}, not a file or directory; pipe it in and name it `-`, or save what it gives to a file"
    )]
    NotAFile {
        /// The path as given.
        place: String,
        /// What it is.
        what: &'static str,
    },
    /// stdin cannot be read.
    #[error("stdin: {reason}")]
    Stdin {
        /// Why not, and what to do.
        reason: String,
    },
    /// It was read, but holds nothing of use.
    #[error("{place}: {reason}")]
    Unusable {
        /// The source, or the place in it.
        place: String,
        /// Why, and what to do.
        reason: String,
    },
    /// A snapshot of a format that this version does not know.
    #[error(
        "{place}: the snapshot has format {found}, this meshdbg reads format {known}; \
         read it with the version that took it, or take it again"
    )]
    Format {
        /// The manifest.
        place: String,
        /// The format that it states.
        found: String,
        /// The one that is read.
        known: u64,
    },
    /// Of a running mesh.
    #[cfg(feature = "live")]
    #[error(transparent)]
    Live(#[from] super::live::Error),
    /// All sources together hold more than is read at once.
    #[error(
        "{place}: with it the documents grow past {} GiB; name fewer of them, such as one folder at a time",
        limit >> 30
    )]
    TooMuch {
        /// The document that was too much.
        place: String,
        /// The limit, in bytes.
        limit: u64,
    },
}

/// What to do about an error of the operating system.
pub(super) fn next_step(cause: &io::Error) -> &'static str {
    match cause.kind() {
        io::ErrorKind::PermissionDenied => "; check its permissions",

        _ => "",
    }
}

fn did_you_mean(similar: Option<&str>) -> String {
    similar.map_or_else(String::new, |name| format!("; did you mean {name}?"))
}
