//! What judging a text comes to.

use crate::base::capture::DocumentKind;

/// The verdict on a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::collect) enum Verdict {
    /// It holds this. JSON begins at the offset, after things that do not belong to it.
    Kind(DocumentKind, usize),
    /// It is of no use.
    Useless(Useless),
}

/// Why something is of no use.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::collect) struct Useless {
    /// Why, and what to do where there is something.
    pub(in crate::collect) reason: String,
    /// Whether something is lost that should have been there. A log or a table beside a dump is not.
    pub(in crate::collect) is_loss: bool,
}

impl Useless {
    /// Something is lost.
    pub(super) fn loss(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), is_loss: true }
    }

    /// Nothing is lost.
    pub(super) fn foreign(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), is_loss: false }
    }
}
