//! `meshdbg completions SHELL`.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::args::Cli;
use super::exit::Exit;
use super::output::Output;

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg completions bash > /etc/bash_completion.d/meshdbg
  meshdbg completions zsh > ~/.zfunc/_meshdbg
  meshdbg completions fish > ~/.config/fish/completions/meshdbg.fish")]
pub(super) struct Options {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Prints the completions for a shell.
///
/// # Errors
/// Those of stdout.
pub(super) fn run(options: &Options, output: &mut Output) -> Result<Exit> {
    // The generator panics where its writer fails; a buffer never does.
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "meshdbg", &mut text);
    std::io::Write::write_all(&mut output.out, &text)?;
    Ok(Exit::Yes)
}
