//! What the user named with `--from`, and reading all of it.

use std::collections::BTreeSet;
use std::io::{self, Cursor, IsTerminal, Read};
use std::path::PathBuf;

use bytes::Bytes;

use super::blob::{self, Blob};
use super::harvest::Harvest;
use super::limit::Budget;
use super::{Error, bundle, parts, path};
use crate::base::capture::{Capture, Gap};

/// One `--from`.
#[derive(Debug, Clone)]
pub enum Source {
    /// `-`.
    Stdin,
    /// A file, an archive or a directory.
    Path(PathBuf),
    /// The admin port of an Envoy.
    #[cfg(feature = "live")]
    AdminPort {
        /// `http://HOST:PORT`.
        url: String,
        /// What to ask for.
        pages: &'static [super::live::Page],
        /// How long it may take.
        timeout: std::time::Duration,
    },
    /// Something in memory, such as the mesh packed in the binary.
    Bytes {
        /// What places in it begin with.
        name: String,
        /// Anything that a file may hold.
        bytes: Bytes,
    },
}

impl Source {
    /// Reads an argument: `-` is stdin.
    pub fn from_arg(argument: &str) -> Self {
        match argument {
            "-" => Self::Stdin,
            path => Self::Path(path.into()),
        }
    }

    /// What places in it begin with.
    fn name(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::Path(path) => path::shown(path),
            #[cfg(feature = "live")]
            Self::AdminPort { url, .. } => url.clone(),
            Self::Bytes { name, .. } => name.clone(),
        }
    }
}

/// Reads all sources, in their order.
///
/// # Errors
/// Where a source cannot be read at all, is a snapshot of an unknown format, or where no source holds anything of use.
/// A source without anything of use beside others that have something is a gap, and so is what is lost within one.
pub fn read(sources: &[Source]) -> Result<Capture, Error> {
    read_within(sources, &Budget::default())
}

/// Reads all sources within a budget.
pub(super) fn read_within(sources: &[Source], budget: &Budget) -> Result<Capture, Error> {
    let mut capture = Capture::default();
    let mut empty = None;
    for (number, source) in sources.iter().enumerate() {
        let mut harvest = match source {
            Source::Stdin => read_stdin(sources.get(..number).unwrap_or_default(), budget)?,
            Source::Path(path) => path::read(path, budget)?,
            #[cfg(feature = "live")]
            Source::AdminPort { url, pages, timeout } => super::live::read_url(url, pages, *timeout, budget)?.0,
            Source::Bytes { name, bytes } => {
                let stream: Box<dyn Read> = Box::new(Cursor::new(bytes.clone()));
                read_stream(stream, name, budget)?
            }
        };
        parts::make(&mut harvest, budget)?;
        if harvest.documents.is_empty() {
            let gap = harvest.why_empty(&source.name());
            if harvest.gaps.is_empty() {
                capture.gaps.push(gap.clone());
            }
            empty.get_or_insert(gap);
        }
        capture.gaps.extend(harvest.gaps);
        capture.documents.extend(harvest.documents);
        capture.taken_at = capture.taken_at.or(harvest.taken_at);
    }
    if let Some(Gap { place, reason }) = empty.filter(|_| capture.documents.is_empty()) {
        return Err(Error::Unusable { place, reason });
    }
    // A folder and a file in it may both be named.
    let mut places = BTreeSet::new();
    capture.documents.retain(|document| places.insert(document.place.clone()));
    bundle::drop_stand_ins(&mut capture);
    let named: BTreeSet<String> = sources.iter().map(Source::name).collect();
    bundle::settle(&mut capture.documents, &named);
    Ok(capture)
}

fn read_stdin(before: &[Source], budget: &Budget) -> Result<Harvest, Error> {
    let reason = if before.iter().any(|source| matches!(source, Source::Stdin)) {
        "is named twice; it can be read once only"
    } else if io::stdin().is_terminal() {
        "is a terminal; pipe a dump in, as in `kubectl exec … | meshdbg … --from -`"
    } else {
        return read_stream(Box::new(io::stdin()), "stdin", budget);
    };
    Err(Error::Stdin { reason: reason.to_owned() })
}

fn read_stream(stream: Box<dyn Read>, name: &str, budget: &Budget) -> Result<Harvest, Error> {
    match Blob::stream(stream) {
        Ok(blob) => blob::read(blob, name, 0, budget),
        Err(cause) => Err(Error::Unreadable { place: name.to_owned(), cause }),
    }
}
