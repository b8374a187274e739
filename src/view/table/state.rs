//! What state an object is in.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::envoy::entry::EntryState;
use crate::view::document::Role;

/// The state of an object of the dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// From the bootstrap.
    Static,
    /// From the control plane, in use.
    Active,
    /// Waits for what it depends on; takes no traffic.
    Warming,
    /// Lets its last connections end.
    Draining,
    /// An update that Envoy refused; what was there before stays in use.
    Rejected,
}

impl State {
    /// How it is to be read.
    pub fn role(self) -> Role {
        match self {
            Self::Static | Self::Active => Role::Plain,
            Self::Warming | Self::Draining => Role::Warning,
            Self::Rejected => Role::Bad,
        }
    }
}

impl From<EntryState> for State {
    fn from(state: EntryState) -> Self {
        match state {
            EntryState::Static => Self::Static,
            EntryState::Active => Self::Active,
            EntryState::Warming => Self::Warming,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Static => "static",
            Self::Active => "active",
            Self::Warming => "warming",
            Self::Draining => "draining",
            Self::Rejected => "rejected",
        })
    }
}
