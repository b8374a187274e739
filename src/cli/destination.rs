//! What `-o` takes: a format, or, of a snapshot, a file.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::{Arg, Command};

use super::output::Format;

/// The value of `-o`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A format for the answer.
    Format(Format),
    /// A file or folder. It has a dot or a slash in its name, so that a misspelled format is none.
    File(PathBuf),
}

/// Reads it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Destinations;

impl TypedValueParser for Destinations {
    type Value = Destination;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<Destination, clap::Error> {
        let text = value.to_string_lossy();
        if text.contains(['.', '/', '\\']) {
            return Ok(Destination::File(value.into()));
        }
        EnumValueParser::<Format>::new().parse_ref(command, argument, value).map(Destination::Format)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let values: Vec<PossibleValue> = EnumValueParser::<Format>::new().possible_values()?.collect();
        Some(Box::new(values.into_iter()))
    }
}
