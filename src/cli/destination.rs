//! What `-o` takes: a format, a drawing, or, of a snapshot, a file.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{EnumValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, ValueEnum};

use super::output::{Drawing, Format};

/// The value of `-o`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A format for the answer.
    Format(Format),
    /// A drawing of the answer.
    Drawing(Drawing),
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
        // A misspelled word is answered with both lists.
        PossibleValuesParser::new(words()).parse_ref(command, argument, value)?;
        match Drawing::from_str(&text, false) {
            Ok(drawing) => Ok(Destination::Drawing(drawing)),
            Err(_) => EnumValueParser::<Format>::new().parse_ref(command, argument, value).map(Destination::Format),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(words()))
    }
}

fn words() -> impl Iterator<Item = PossibleValue> {
    let formats = Format::value_variants().iter().filter_map(Format::to_possible_value);
    formats.chain(Drawing::value_variants().iter().filter_map(Drawing::to_possible_value))
}
