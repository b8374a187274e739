//! The binary: parse, run, exit code.

use std::process::ExitCode;

use clap::Parser;
use meshdbg::cli::{Cli, Exit, run};

/// Reading a large dump is many small allocations on all cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => run(&cli).into(),
        Err(error) => {
            // Help goes to stdout, a wrong argument to stderr; where that is closed nobody reads either.
            let _ = error.print();
            if error.use_stderr() { Exit::Unable.into() } else { Exit::Yes.into() }
        }
    }
}
