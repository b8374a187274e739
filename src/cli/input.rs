//! Sources to a mesh.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use super::args::Global;
use super::needs::{Needs, Statistics};
use super::output::Output;
use super::which::{self, Which};
use super::ztunnel::Chosen;
use crate::base::capture::Capture;
#[cfg(feature = "live")]
use crate::base::capture::Gap;
use crate::base::name::ProxyId;
use crate::collect::{self, Source};
use crate::correlate::Mesh;
use crate::model::{self, Proxy};
use crate::simulate::engine::Lack;

/// `--from demo`.
const DEMO: &str = "demo";

/// A mesh that was read for a command.
pub(super) struct Input {
    /// What was read.
    pub(super) mesh: Mesh,
    /// The proxies that were fetched because they are meant; `None` where all that there is was read.
    chosen: Option<Vec<ProxyId>>,
    /// Of how many pods that a name means the proxy is the first.
    remark: Option<String>,
    /// Where more of a running mesh can be had.
    #[cfg(feature = "live")]
    running: Option<super::live::Running>,
}

impl Input {
    /// The proxies meant.
    pub(super) fn select(&self, which: &Which, global: &Global) -> Result<Vec<&Proxy>> {
        match &self.chosen {
            None => which.select(&self.mesh, global),
            Some(chosen) => Ok(self.mesh.proxies.iter().filter(|proxy| chosen.contains(&proxy.id)).collect()),
        }
    }

    /// The one proxy that is meant, and a remark where it is the first of several.
    pub(super) fn one(&self, text: Option<&str>, global: &Global) -> Result<(&Proxy, Option<String>)> {
        match &self.chosen {
            None => which::one(&self.mesh, text, global),
            // Others may have been read since, because they are on the way.
            Some(chosen) => match self.mesh.proxies.iter().find(|proxy| chosen.first() == Some(&proxy.id)) {
                Some(proxy) => Ok((proxy, self.remark.clone())),
                None => bail!("no proxy was read"),
            },
        }
    }
}

/// More of a running mesh.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "live"), expect(dead_code, reason = "nothing runs without the feature"))]
pub(super) enum More<'a> {
    /// What was looked for in a proxy and not there.
    Parts(&'a ProxyId, &'a BTreeSet<Lack>),
    /// Proxies that are on the way and were not read.
    Proxies(&'a [ProxyId]),
    /// What is still on its way.
    Awaited,
    /// All that the proxies hold.
    Everything,
}

impl Input {
    /// Reads more. Returns whether there is more than before; of a saved mesh there never is.
    #[cfg(feature = "live")]
    pub(super) fn more(&mut self, what: More, output: &mut Output) -> Result<bool> {
        let Some(running) = &mut self.running else { return Ok(false) };
        let before = running.capture.gaps.clone();
        let is_more = running.more(what, output)?;
        if is_more {
            self.mesh = relinked(running.capture.clone(), &before, output);
        }
        Ok(is_more)
    }

    /// There is no more of a saved mesh.
    #[cfg(not(feature = "live"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "nothing runs without the feature")]
    pub(super) fn more(&mut self, _: More, _: &mut Output) -> Result<bool> {
        Ok(false)
    }
}

/// Reads what `--from` names, and says what of it could not be read. Without `--from` it reads all proxies of the
/// namespace.
pub(super) fn mesh(global: &Global, more: &[String], output: &mut Output) -> Result<Mesh> {
    let which = Which { all: true, ..Which::default() };
    let how = How { only_first: false, whole_namespace: true, needs_envoy: true };
    Ok(read(global, more, &which, how, &Needs::whole(), output)?.mesh)
}

/// Reads what `--from` names; of a running mesh only the proxies meant.
pub(super) fn of(global: &Global, which: &Which, needs: &Needs, output: &mut Output) -> Result<Input> {
    read(global, &[], which, How { only_first: false, whole_namespace: false, needs_envoy: true }, needs, output)
}

/// Reads what `--from` names and more sources; of a running mesh only one proxy.
pub(super) fn of_proxy_with(
    global: &Global,
    more: &[String],
    text: Option<&str>,
    needs: &Needs,
    output: &mut Output,
) -> Result<Input> {
    read(global, more, &Which::one(text), How { needs_envoy: true, ..How::ONE_POD }, needs, output)
}

/// Reads what requests from anywhere need: all pods of the namespace.
pub(super) fn of_every_pod(global: &Global, output: &mut Output) -> Result<Mesh> {
    let which = Which { all: true, ..Which::default() };
    let how = How { only_first: false, whole_namespace: true, needs_envoy: false };
    Ok(read(global, &[], &which, how, &Needs::whole(), output)?.mesh)
}

/// Reads what `--from` names; of a running mesh only one pod, which may have a ztunnel before it and no Envoy.
pub(super) fn of_pod(global: &Global, text: Option<&str>, needs: &Needs, output: &mut Output) -> Result<Input> {
    read(global, &[], &Which::one(text), How::ONE_POD, needs, output)
}

/// Reads what `--from` names, or one ztunnel of a running mesh.
pub(super) fn ztunnels(global: &Global, more: &[String], chosen: &Chosen, output: &mut Output) -> Result<Mesh> {
    let named: Vec<&String> = global.from.iter().chain(more).collect();
    if named.is_empty() {
        return running_ztunnel(global, chosen, output);
    }
    let mesh = linked(collect::read(&sources(named.iter().copied(), global, None)?)?, output);
    if mesh.ztunnels.is_empty() {
        let places = named.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        bail!(
            "{places}: no ztunnel's config dump in it; take one with `istioctl ztunnel-config all POD -o json` or from \
             /config_dump of its admin port"
        );
    }
    Ok(mesh)
}

/// Reads what `--from` names, whether it holds a proxy or not, and says what of it could not be read.
pub(super) fn anything(global: &Global, output: &mut Output) -> Result<Mesh> {
    Ok(linked(collect::read(&sources(global.from.iter(), global, None)?)?, output))
}

/// How much of a running mesh is read.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "live"), expect(dead_code, reason = "nothing runs without the feature"))]
pub(super) struct How {
    /// Of several pods that a name means only the first.
    pub(super) only_first: bool,
    /// Only one namespace, where none is named.
    pub(super) whole_namespace: bool,
    /// Ztunnels alone are of no use.
    pub(super) needs_envoy: bool,
}

impl How {
    const ONE_POD: Self = Self { only_first: true, whole_namespace: false, needs_envoy: false };
}

fn read(
    global: &Global,
    more: &[String],
    which: &Which,
    how: How,
    needs: &Needs,
    output: &mut Output,
) -> Result<Input> {
    let named: Vec<&String> = global.from.iter().chain(more).collect();
    if named.is_empty() {
        return running(global, which, how, needs, output);
    }
    #[cfg(feature = "live")]
    if let [url] = named.iter().filter(|name| collect::live::is_url(name)).collect::<Vec<_>>().as_slice() {
        let others = named.iter().filter(|name| !collect::live::is_url(name));
        let others = others.map(|name| source(name, global, None)).collect::<Result<Vec<_>>>()?;
        let beside = if others.is_empty() { Capture::default() } else { collect::read(&others)? };
        return of_running(super::live::Running::admin_port(url, beside, global, needs, output)?, output);
    }
    let mesh = linked(collect::read(&sources(named.iter().copied(), global, needs.statistics)?)?, output);
    if mesh.proxies.is_empty() && (how.needs_envoy || mesh.ztunnels.is_empty()) {
        let places = named.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        if !mesh.ztunnels.is_empty() {
            bail!("{places}: dumps of ztunnels and no Envoy's; `meshdbg ztunnel` shows what ztunnels hold");
        }
        bail!(
            "{places}: no Envoy config dump in it; take one with `istioctl proxy-config all POD -o json` or from /config_dump of the admin port"
        );
    }
    Ok(Input {
        mesh,
        chosen: None,
        remark: None,
        #[cfg(feature = "live")]
        running: None,
    })
}

/// The sources with these names.
pub(super) fn sources<'n>(
    names: impl IntoIterator<Item = &'n String>,
    global: &Global,
    statistics: Option<Statistics>,
) -> Result<Vec<Source>> {
    names.into_iter().map(|name| source(name, global, statistics)).collect()
}

/// The mesh of a capture; says what is missing in it.
pub(super) fn linked(capture: Capture, output: &mut Output) -> Mesh {
    let mesh = Mesh::new(model::read(capture));
    for gap in &mesh.gaps {
        output.warn(&format!("{}: {}", gap.place, gap.reason));
    }
    mesh
}

#[cfg(feature = "live")]
fn running(global: &Global, which: &Which, how: How, needs: &Needs, output: &mut Output) -> Result<Input> {
    of_running(super::live::Running::fetch(global, which, how, needs, output)?, output)
}

#[cfg(feature = "live")]
fn of_running(running: super::live::Running, output: &mut Output) -> Result<Input> {
    let mesh = linked(running.capture.clone(), output);
    if mesh.proxies.is_empty() {
        bail!("none of the proxies gave a config dump that can be read");
    }
    Ok(Input { mesh, chosen: running.chosen.clone(), remark: running.remark.clone(), running: Some(running) })
}

/// The mesh of a capture that was there in parts before; what was missing then has been said.
#[cfg(feature = "live")]
fn relinked(capture: Capture, before: &[Gap], output: &mut Output) -> Mesh {
    let mesh = Mesh::new(model::read(capture));
    for gap in mesh.gaps.iter().filter(|gap| !before.contains(gap)) {
        output.warn(&format!("{}: {}", gap.place, gap.reason));
    }
    mesh
}

#[cfg(feature = "live")]
fn running_ztunnel(global: &Global, chosen: &Chosen, output: &mut Output) -> Result<Mesh> {
    let mesh =
        linked(super::live::ztunnels(global, |cluster, pods| chosen.pod(cluster, pods, global), output)?, output);
    if mesh.ztunnels.is_empty() {
        bail!("the ztunnel gave no config dump that can be read");
    }
    Ok(mesh)
}

#[cfg(not(feature = "live"))]
fn running_ztunnel(_: &Global, _: &Chosen, _: &mut Output) -> Result<Mesh> {
    bail!(
        "nothing to read: name a ztunnel's config dump, a directory, an archive or `-` for stdin with --from\n\
         (this meshdbg was built without the feature `live`: it reads saved meshes only)"
    );
}

#[cfg(not(feature = "live"))]
fn running(_: &Global, _: &Which, _: How, _: &Needs, _: &mut Output) -> Result<Input> {
    bail!(
        "nothing to read: name a config dump, a directory, an archive, `-` for stdin or `demo` with --from\n\
         (this meshdbg was built without the feature `live`: it reads saved meshes only)"
    );
}

fn source(name: &str, global: &Global, statistics: Option<Statistics>) -> Result<Source> {
    #[cfg(feature = "live")]
    if collect::live::is_url(name) {
        let pages = super::live::pages(statistics);
        return Ok(Source::AdminPort { url: name.to_owned(), pages, timeout: global.live.timeout() });
    }
    #[cfg(not(feature = "live"))]
    if name.starts_with("http://") {
        let _ = (global, statistics);
        bail!("{name}: this meshdbg was built without the feature `live`: it reads saved meshes only");
    }
    if name != DEMO || std::path::Path::new(DEMO).exists() {
        return Ok(Source::from_arg(name));
    }
    demo().context("--from demo")
}

#[cfg(feature = "demo")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature there is no demo")]
fn demo() -> Result<Source> {
    let packed = include_bytes!("../../fixtures/shop.tar.zst");
    Ok(Source::Bytes { name: DEMO.to_owned(), bytes: bytes::Bytes::from_static(packed) })
}

#[cfg(not(feature = "demo"))]
fn demo() -> Result<Source> {
    bail!("this meshdbg was built without the recorded mesh; build it with the feature `demo`")
}
