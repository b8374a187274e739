//! Sources to a mesh.

use anyhow::{Context, Result, bail};

use super::args::Global;
use super::output::Output;
use crate::base::capture::Capture;
use crate::collect::{self, Source};
use crate::correlate::Mesh;
use crate::model;

/// `--from demo`.
const DEMO: &str = "demo";

/// Reads what `--from` names, and says what of it could not be read.
pub(super) fn mesh(global: &Global, more: &[String], output: &mut Output) -> Result<Mesh> {
    let named: Vec<&String> = global.from.iter().chain(more).collect();
    if named.is_empty() {
        bail!(
            "nothing to read: name a config dump, a directory, an archive, `-` for stdin or `demo` with --from\n\
             (this version reads saved meshes; `meshdbg trace --help` has examples)"
        );
    }
    let sources = named.iter().map(|name| source(name)).collect::<Result<Vec<_>>>()?;
    let capture: Capture = collect::read(&sources)?;
    let mesh = Mesh::new(model::read(capture));
    for gap in &mesh.gaps {
        output.warn(&format!("{}: {}", gap.place, gap.reason));
    }
    if mesh.proxies.is_empty() {
        let places = named.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(", ");
        bail!(
            "{places}: no Envoy config dump in it; take one with `istioctl proxy-config all POD -o json` or from /config_dump of the admin port"
        );
    }
    Ok(mesh)
}

fn source(name: &str) -> Result<Source> {
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
