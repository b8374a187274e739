//! Whether a request succeeds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::simulate::Trace;
use crate::simulate::choice::ForkKind;
use crate::simulate::outcome::Disposition;
use crate::simulate::trace::Way;
use crate::view::document::Role;

/// Whether a request succeeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is delivered, or answered as configured; a limit may still stop it.
    Succeeds,
    /// On every way it fails.
    Fails,
    /// By chance it fails on some ways.
    FailsPartly,
    /// The answer of another service, or the state of a limit, decides.
    Depends,
    /// Something that could change the end is not known or not modelled.
    Undetermined,
}

impl Verdict {
    /// The verdict of a trace.
    pub fn of(trace: &Trace) -> Self {
        let is_unknown = |disposition: Disposition| disposition == Disposition::Undetermined;
        if !trace.undetermined.is_empty() || trace.ways.iter().any(|way| is_unknown(way.end.disposition)) {
            return Self::Undetermined;
        }
        let (good, bad): (Vec<_>, Vec<_>) = trace.ways.iter().partition(|way| way.is_success());
        if good.is_empty() {
            return Self::Fails;
        }
        // A limit is there for more requests than usual: one that is kept within it is the rule.
        let over_limit = |way: &&&Way| way.choices().any(|choice| choice.fork == ForkKind::Limit);
        let bad: Vec<_> = bad.iter().filter(|way| !over_limit(way)).collect();
        if bad.is_empty() {
            return Self::Succeeds;
        }
        // A way that only a state leads to may never be taken.
        let by_state = bad.iter().all(|way| way.choices().any(|choice| choice.fork.is_state()));
        if by_state { Self::Depends } else { Self::FailsPartly }
    }

    /// The word that begins the report.
    pub fn word(self) -> &'static str {
        match self {
            Self::Succeeds => "succeeds",
            Self::Fails => "fails",
            Self::FailsPartly => "fails in part",
            Self::Depends => "depends",
            Self::Undetermined => "undetermined",
        }
    }

    /// How it is to be read.
    pub fn role(self) -> Role {
        match self {
            Self::Succeeds => Role::Good,
            Self::Fails | Self::FailsPartly => Role::Bad,
            Self::Depends | Self::Undetermined => Role::Warning,
        }
    }
}
