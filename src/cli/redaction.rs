//! `--redact`: what is asked for, and where to write what became of what.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::collect::redact::{Disguise, Key, What};

/// What a command takes that writes captures.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "To give it away")]
#[group(skip)]
pub(super) struct Redaction {
    /// Substitutes for names, IPs, header values and tokens, or only for those listed; the same everywhere, so that it
    /// still traces
    #[arg(long, value_name = "WHAT", value_enum, value_delimiter = ',', num_args = 0.., require_equals = true)]
    redact: Option<Vec<Part>>,
    /// Derive the substitutes from this text: captures with the same one fit together. Else from a key that nobody keeps
    #[arg(long, value_name = "TEXT", requires = "redact")]
    redact_key: Option<String>,
    /// Write here which substitute stands for what, for yourself only
    #[arg(long, value_name = "FILE", requires = "redact")]
    redact_map: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Namespaces, services, pods, hosts, identities, labels.
    Names,
    /// Addresses; those of a subnet stay in one.
    Ips,
    /// What headers are compared with, or set to.
    Headers,
    /// Bearer tokens, API keys, passwords, environments.
    Tokens,
}

impl Redaction {
    /// The disguise asked for.
    pub(super) fn disguise(&self) -> Result<Option<Disguise>> {
        let Some(parts) = &self.redact else { return Ok(None) };
        let key = match &self.redact_key {
            Some(text) => Key::of(text),
            None => Key::random().context("no random key: the operating system gives none")?,
        };
        if let Some(file) = &self.redact_map {
            // Better now than after an hour.
            create(file).with_context(|| format!("{}: cannot be written", file.display()))?;
        }
        let listed = parts.iter().map(|part| match part {
            Part::Names => What::Names,
            Part::Ips => What::Ips,
            Part::Headers => What::Headers,
            Part::Tokens => What::Tokens,
        });
        Ok(Some(if parts.is_empty() { Disguise::new(What::ALL, key) } else { Disguise::new(listed, key) }))
    }

    /// Writes what became of what, where that is wanted.
    pub(super) fn write_map(&self, disguise: &Disguise) -> Result<()> {
        let Some(file) = &self.redact_map else { return Ok(()) };
        let text = serde_json::to_vec_pretty(&disguise.mapping())?;
        create(file)
            .and_then(|mut open| open.write_all(&text))
            .with_context(|| format!("{}: cannot be written", file.display()))
    }
}

/// A file that nobody else may read.
fn create(file: &Path) -> std::io::Result<std::fs::File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let open = options.open(file)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // One that was there before keeps its mode otherwise.
        open.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(open)
}
