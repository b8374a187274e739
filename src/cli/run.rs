//! Runs a command and says how it ended.

use std::io::{self, Write};

use anyhow::{Result, bail};

use super::args::{Cli, Command};
use super::destination::Destination;
use super::exit::Exit;
#[cfg(feature = "live")]
use super::live;
use super::output::Output;
use super::{authz, completions, explain, proxy_config, schema, snapshot, stats, status, table, trace, ztunnel};

/// Runs a command. What goes wrong is said on stderr; a reader that closes the pipe is content with what it got.
pub fn run(cli: &Cli) -> Exit {
    let global = &cli.global;
    let mut output = Output::new(global.color, global.width, global.quiet);
    let result = dispatch(cli, &mut output).and_then(|exit| {
        output.out.flush()?;
        Ok(exit)
    });
    match result {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Yes,
        Err(error) => {
            output.error(&format!("{error:#}"));
            Exit::Unable
        }
    }
}

fn dispatch(cli: &Cli, output: &mut Output) -> Result<Exit> {
    if let Some(Destination::File(file)) = &cli.global.output
        && !cli.command.writes_a_file()
    {
        bail!(
            "invalid value '{}' for -o: it takes table, wide, json, jsonl or yaml; only snapshot writes files",
            file.display()
        );
    }
    if let Some(drawing) = cli.global.drawing()
        && !cli.command.draws()
    {
        let word = drawing.word();
        bail!(
            "-o {word} draws the way of one request: trace FROM --to DEST; here there are table, wide, json and yaml"
        );
    }
    match &cli.command {
        Command::Trace(options) => trace::run(options, &cli.global, output),
        Command::Explain(options) => explain::run(options, &cli.global, output),
        Command::Status(options) => status::run(options, &cli.global, output),
        Command::Authz(command) => authz::run(command, &cli.global, output),
        Command::ProxyConfig(kind) => proxy_config::run(kind, &cli.global, output),
        Command::Ztunnel(kind) => ztunnel::run(kind, &cli.global, output),
        Command::Snapshot(options) => snapshot::run(options, &cli.global, output),
        Command::Stats(options) => stats::run(options, &cli.global, output),
        #[cfg(feature = "live")]
        Command::Log(options) => live::log::run(options, &cli.global, output),
        Command::Schema(options) => schema::run(options, output),
        Command::Completions(options) => completions::run(options, output),
        Command::Table(table) => table::run(table, &cli.global, output),
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| match cause.downcast_ref::<io::Error>() {
        Some(error) => error.kind() == io::ErrorKind::BrokenPipe,
        None => cause
            .downcast_ref::<serde_json::Error>()
            .is_some_and(|error| error.io_error_kind() == Some(io::ErrorKind::BrokenPipe)),
    })
}
