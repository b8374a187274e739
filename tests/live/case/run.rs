//! Running meshdbg as one of the users.

use std::process::Command;

use super::super::lab::Lab;
use crate::support::run::{Ran, meshdbg, ran};

impl Lab {
    /// The binary, as a user of the cluster.
    pub(crate) fn command(&self, user: &str, arguments: &[&str]) -> Command {
        let mut command = meshdbg(&self.folder);
        command.env("KUBECONFIG", &self.kubeconfig).args(arguments).args(["--context", user]);
        command
    }

    /// Runs it.
    pub(crate) fn run(&self, user: &str, arguments: &[&str]) -> Ran {
        ran(&self.command(user, arguments).output().unwrap())
    }
}
