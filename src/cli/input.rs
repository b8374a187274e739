//! Sources to a mesh.

use anyhow::{Context, Result, bail};

use super::args::Global;
use super::output::Output;
use super::which::{self, Which};
use super::ztunnel::Chosen;
use crate::base::capture::Capture;
use crate::base::name::ProxyId;
use crate::collect::{self, Source};
use crate::correlate::Mesh;
use crate::model::{self, Proxy};

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
            Some(_) => match self.mesh.proxies.as_slice() {
                [proxy, ..] => Ok((proxy, self.remark.clone())),
                [] => bail!("no proxy was read"),
            },
        }
    }
}

/// Reads what `--from` names, and says what of it could not be read. Without `--from` it reads all proxies of the
/// namespace.
pub(super) fn mesh(global: &Global, more: &[String], output: &mut Output) -> Result<Mesh> {
    let which = Which { all: true, ..Which::default() };
    Ok(read(global, more, &which, How { only_first: false, whole_namespace: true, needs_envoy: true }, output)?.mesh)
}

/// Reads what `--from` names; of a running mesh only the proxies meant.
pub(super) fn of(global: &Global, which: &Which, output: &mut Output) -> Result<Input> {
    read(global, &[], which, How { only_first: false, whole_namespace: false, needs_envoy: true }, output)
}

/// Reads what `--from` names and more sources; of a running mesh only one proxy.
pub(super) fn of_one_with(global: &Global, more: &[String], text: Option<&str>, output: &mut Output) -> Result<Input> {
    let which = Which { proxy: text.map(str::to_owned).into_iter().collect(), ..Which::default() };
    read(global, more, &which, How { only_first: true, whole_namespace: false, needs_envoy: true }, output)
}

/// Reads what traces from anywhere need: all proxies of the namespace.
pub(super) fn whole_for_trace(global: &Global, output: &mut Output) -> Result<Mesh> {
    let which = Which { all: true, ..Which::default() };
    let how = How { only_first: false, whole_namespace: true, needs_envoy: false };
    Ok(read(global, &[], &which, how, output)?.mesh)
}

/// Reads what a trace needs: the proxy of the sender, or ztunnels.
pub(super) fn for_trace(global: &Global, text: Option<&str>, output: &mut Output) -> Result<Input> {
    let which = Which { proxy: text.map(str::to_owned).into_iter().collect(), ..Which::default() };
    let how = How { only_first: true, whole_namespace: false, needs_envoy: false };
    read(global, &[], &which, how, output)
}

/// Reads what `--from` names, or one ztunnel of a running mesh.
pub(super) fn ztunnels(global: &Global, more: &[String], chosen: &Chosen, output: &mut Output) -> Result<Mesh> {
    let named: Vec<&String> = global.from.iter().chain(more).collect();
    if named.is_empty() {
        return running_ztunnel(global, chosen, output);
    }
    let sources = named.iter().map(|name| source(name, global)).collect::<Result<Vec<_>>>()?;
    let mesh = linked(collect::read(&sources)?, output);
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
    let sources = global.from.iter().map(|name| source(name, global)).collect::<Result<Vec<_>>>()?;
    Ok(linked(collect::read(&sources)?, output))
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

fn read(global: &Global, more: &[String], which: &Which, how: How, output: &mut Output) -> Result<Input> {
    let named: Vec<&String> = global.from.iter().chain(more).collect();
    if named.is_empty() {
        return running(global, which, how, output);
    }
    let sources = named.iter().map(|name| source(name, global)).collect::<Result<Vec<_>>>()?;
    let mesh = linked(collect::read(&sources)?, output);
    if mesh.proxies.is_empty() && (how.needs_envoy || mesh.ztunnels.is_empty()) {
        let places = named.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        if !mesh.ztunnels.is_empty() {
            bail!("{places}: dumps of ztunnels and no Envoy's; `meshdbg ztunnel` shows what ztunnels hold");
        }
        bail!(
            "{places}: no Envoy config dump in it; take one with `istioctl proxy-config all POD -o json` or from /config_dump of the admin port"
        );
    }
    Ok(Input { mesh, chosen: None, remark: None })
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
fn running(global: &Global, which: &Which, how: How, output: &mut Output) -> Result<Input> {
    let super::live::Fetched { capture, chosen, remark } = super::live::fetch(global, which, how, output)?;
    let mesh = linked(capture, output);
    if mesh.proxies.is_empty() {
        bail!("none of the proxies gave a config dump that can be read");
    }
    Ok(Input { mesh, chosen: Some(chosen), remark })
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
fn running(_: &Global, _: &Which, _: How, _: &mut Output) -> Result<Input> {
    bail!(
        "nothing to read: name a config dump, a directory, an archive, `-` for stdin or `demo` with --from\n\
         (this meshdbg was built without the feature `live`: it reads saved meshes only)"
    );
}

fn source(name: &str, global: &Global) -> Result<Source> {
    #[cfg(feature = "live")]
    if collect::live::is_url(name) {
        return Ok(Source::AdminPort { url: name.to_owned(), timeout: global.live.timeout() });
    }
    #[cfg(not(feature = "live"))]
    if name.starts_with("http://") {
        let _ = global;
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
