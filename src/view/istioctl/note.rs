//! What has to be said beside a table, or instead of it.

use std::fmt;

use crate::model::dump::Section;
use crate::model::peek;

/// Something that the rows do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The file lacks the section. istioctl fails.
    NoSection(Section),
    /// The section is there and holds none of these. istioctl fails.
    NoneFound(&'static str),
    /// Endpoints are read off `/clusters`, which was not read. istioctl prints an empty table.
    NoHosts {
        /// The endpoints of EDS are there.
        has_eds: bool,
    },
    /// `/clusters` was read as text, and objects were asked for.
    HostsAsText,
    /// Levels of loggers are in no dump. istioctl asks the proxy.
    NoLogLevels,
    /// An object of another shape than Envoy gives it. istioctl fails on the first.
    Unreadable {
        /// Kind of the object.
        kind: &'static str,
        /// Its name, as far as it can be read.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Objects that istioctl leaves out without a word.
    Hidden {
        /// Which ones.
        what: &'static str,
        /// How many.
        count: usize,
        /// The command of ours that shows them.
        command: &'static str,
    },
}

impl Note {
    /// Whether there is no answer: istioctl would have failed, or had better.
    pub fn is_refusal(&self) -> bool {
        !matches!(self, Self::Unreadable { .. } | Self::Hidden { .. })
    }

    /// A note on an object that cannot be read, by its text.
    pub(super) fn unreadable(kind: &'static str, text: &[u8], reason: String) -> Self {
        Self::Unreadable { kind, name: peek::name(text, &[], &["name", "cluster_name"]).unwrap_or_default(), reason }
    }

    /// A note on objects that are left out, if there are any.
    pub(super) fn hidden(what: &'static str, count: usize, command: &'static str) -> Option<Self> {
        (count > 0).then_some(Self::Hidden { what, count, command })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSection(section) => f.write_str(section.missing()),
            Self::NoneFound(what) => write!(f, "no {what} found"),
            Self::NoHosts { has_eds: true } => f.write_str(
                "`endpoint` is read off /clusters, which was not read, only EDS: add `/clusters?format=json`, or ask for `eds`",
            ),
            Self::NoHosts { has_eds: false } => {
                f.write_str("`endpoint` is read off /clusters, which was not read: add `/clusters?format=json`")
            }
            Self::HostsAsText => {
                f.write_str("/clusters was read as text, which holds no objects: take `/clusters?format=json`")
            }
            Self::NoLogLevels => {
                f.write_str("the levels of loggers are in no dump: ask the proxy, as in `curl -X POST localhost:15000/logging`")
            }
            Self::Unreadable { kind, name, reason } if name.is_empty() => {
                write!(f, "a {kind} cannot be read and is left out: {reason}")
            }
            Self::Unreadable { kind, name, reason } => {
                write!(f, "{kind} {name} cannot be read and is left out: {reason}")
            }
            Self::Hidden { what, count, command } => {
                write!(f, "istioctl does not show {what} (here: {count}); `meshdbg {command}` does")
            }
        }
    }
}
