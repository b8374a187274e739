//! `meshdbg log [PROXY…]`: log levels of Envoys, and the one thing that meshdbg ever changes in a proxy.

use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::choose::choose;
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input::How;
use crate::cli::output::{Format, Output};
use crate::cli::which::Which;
use crate::collect::live::{Cluster, Pod};
use crate::render;

/// Envoy's levels.
const LEVELS: [&str; 7] = ["trace", "debug", "info", "warning", "error", "critical", "off"];

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg log deploy/frontend-v1 -n shop
  meshdbg log deploy/frontend-v1 -n shop --set rbac=debug,jwt=debug
  meshdbg log deploy/frontend-v1 -n shop --reset")]
pub(in crate::cli) struct Options {
    #[command(flatten)]
    which: Which,
    /// Set levels: LEVEL for all loggers, or LOGGER=LEVEL; it asks first
    #[arg(long, value_name = "LEVELS", value_delimiter = ',')]
    set: Vec<String>,
    /// Set the levels with which each proxy started
    #[arg(long, conflicts_with = "set")]
    reset: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// The levels of a proxy.
#[derive(Debug, Serialize)]
struct Levels {
    proxy: String,
    loggers: BTreeMap<String, String>,
}

/// Shows log levels, or sets them.
///
/// # Errors
/// Where a proxy cannot be reached, or nobody agrees to a change.
pub(in crate::cli) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    if !global.from.is_empty() {
        bail!("log levels are asked of running proxies; --from names what is saved");
    }
    let wanted = options.set.iter().map(|text| wish(text)).collect::<Result<Vec<_>>>()?;
    let cluster = Cluster::connect(global.live.access())?;
    let how = How { only_first: false, whole_namespace: false, needs_envoy: true };
    let pods = choose(&cluster, global, &options.which, how)?.pods;
    if options.reset || !wanted.is_empty() {
        agree(options, &pods)?;
    }
    let mut all = Vec::new();
    for pod in &pods {
        let paths = if options.reset { at_start(&cluster, pod)? } else { wanted.clone() };
        for path in &paths {
            cluster.send(pod, "POST", path)?;
        }
        // Without parameters it only tells; Envoy wants a POST nevertheless.
        let text = cluster.send(pod, "POST", "logging")?;
        all.push(Levels { proxy: pod.id.to_string(), loggers: loggers(&text) });
    }
    match global.format() {
        Format::Json => render::json(&mut output.out, &all)?,
        Format::Jsonl => {
            for levels in &all {
                render::json_line(&mut output.out, levels)?;
            }
        }
        Format::Yaml => render::yaml(&mut output.out, &all)?,
        Format::Table | Format::Wide => {
            for levels in &all {
                show(levels, &mut output.out)?;
            }
        }
    }
    Ok(Exit::Yes)
}

/// A wish as a path of the admin port.
fn wish(text: &str) -> Result<String> {
    let (logger, level) = text.split_once(['=', ':']).unwrap_or(("", text));
    let level = if level == "warn" { "warning" } else { level };
    if !LEVELS.contains(&level) {
        bail!("{level:?} is no level: {}", LEVELS.join(", "));
    }
    let is_name = logger.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    if !is_name {
        bail!("{logger:?} is no logger");
    }
    Ok(if logger.is_empty() { format!("logging?level={level}") } else { format!("logging?{logger}={level}") })
}

fn agree(options: &Options, pods: &[Pod]) -> Result<()> {
    if options.yes {
        return Ok(());
    }
    if !io::stdin().is_terminal() {
        bail!("this changes {} running proxies and nobody can be asked here; --yes agrees", pods.len());
    }
    let what = if options.reset { "the levels they started with".to_owned() } else { options.set.join(", ") };
    let names: Vec<String> = pods.iter().map(|pod| pod.id.to_string()).collect();
    write!(io::stderr(), "set {what} in {}? [y/N] ", names.join(", "))?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if !matches!(answer.trim(), "y" | "Y" | "yes") {
        bail!("nothing was changed");
    }
    Ok(())
}

/// The levels on the command line that the proxy was started with.
fn at_start(cluster: &Cluster, pod: &Pod) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct ServerInfo {
        #[serde(default)]
        command_line_options: CommandLine,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct CommandLine {
        log_level: String,
        component_log_level: String,
    }
    let text = cluster.send(pod, "GET", "server_info")?;
    let info: ServerInfo =
        serde_json::from_str(&text).with_context(|| format!("pod {}: its server_info is not understood", pod.id))?;
    let CommandLine { log_level, component_log_level } = info.command_line_options;
    let level = if log_level.is_empty() { "info" } else { &log_level };
    let of_components = component_log_level.split(',').filter(|part| !part.is_empty());
    std::iter::once(level).chain(of_components).map(wish).collect()
}

/// Reads `active loggers:` and the lines below it.
fn loggers(text: &str) -> BTreeMap<String, String> {
    let pairs = text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
    pairs.map(|(logger, level)| (logger.trim().to_owned(), level.trim().to_owned())).collect()
}

/// The loggers by level; most have the same.
fn show(levels: &Levels, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", levels.proxy)?;
    for level in LEVELS {
        let of_level: Vec<&str> =
            levels.loggers.iter().filter(|(_, of)| *of == level).map(|(logger, _)| logger.as_str()).collect();
        match of_level.len() {
            0 => {}
            count @ 13.. => writeln!(out, "  {level:8}  {count} loggers")?,
            _ => writeln!(out, "  {level:8}  {}", of_level.join(", "))?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_and_answers() {
        for (text, want) in [
            ("debug", Some("logging?level=debug")),
            ("rbac=warn", Some("logging?rbac=warning")),
            ("misc:error", Some("logging?misc=error")),
            ("loud", None),
            ("a&b=debug", None),
        ] {
            assert_eq!(wish(text).ok().as_deref(), want, "{text}");
        }
        let levels = loggers("active loggers:\n  admin: warning\n  rbac: debug\n");
        assert_eq!(levels.get("rbac").map(String::as_str), Some("debug"));
        assert_eq!(levels.len(), 2);
    }
}
