//! `meshdbg authz`: who may do what, what binds a workload, and who speaks TLS to whom.

mod can;
mod check;
mod mtls;

use anyhow::Result;
use clap::Subcommand;

use super::args::Global;
use super::exit::Exit;
use super::output::Output;

/// The questions.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum Command {
    /// What binds a workload: policies, tokens and mutual TLS, port by port, and rules that can never match
    Check(check::Options),
    /// Whether a request is let through: by which proxy and policy, and why not by the others
    Can(Box<can::Options>),
    /// TLS from clients to services: what each offers against what the endpoints take, conflicts first
    Mtls(mtls::Options),
}

/// Answers a question.
///
/// # Errors
/// Where nothing can be read, or the options do not say enough.
pub(super) fn run(command: &Command, global: &Global, output: &mut Output) -> Result<Exit> {
    match command {
        Command::Check(options) => check::run(options, global, output),
        Command::Can(options) => can::run(options, global, output),
        Command::Mtls(options) => mtls::run(options, global, output),
    }
}
