//! Typed results as JSON and YAML.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a result as JSON.
///
/// # Errors
/// Those of `out`.
pub fn json<T: Serialize>(out: &mut dyn Write, result: &T) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, result)?;
    writeln!(out)
}

/// Writes a result as one line of JSON.
///
/// # Errors
/// Those of `out`.
pub fn json_line<T: Serialize>(out: &mut dyn Write, result: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, result)?;
    writeln!(out)
}

/// Writes a result as YAML.
///
/// # Errors
/// Those of `out`.
pub fn yaml<T: Serialize>(out: &mut dyn Write, result: &T) -> io::Result<()> {
    let text = serde_saphyr::to_string(result).map_err(io::Error::other)?;
    out.write_all(text.as_bytes())?;
    if text.ends_with('\n') { Ok(()) } else { writeln!(out) }
}
