//! Exit codes.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Yes, or nothing wrong.
    Yes,
    /// The answer is no: the request fails, nothing has that name.
    No,
    /// meshdbg could not do what was asked: usage, input.
    Unable,
    /// It cannot be told.
    Undetermined,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Yes => 0,
            Exit::No => 1,
            Exit::Unable => 2,
            Exit::Undetermined => 3,
        })
    }
}
