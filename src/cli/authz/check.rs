//! `meshdbg authz check [PROXY]`.

use anyhow::{Context, Error, Result, bail};
use clap::Args;

use crate::base::name::ProxyId;
use crate::base::origin::ResourceRef;
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::needs::Needs;
use crate::cli::output::Output;
use crate::correlate::Mesh;
use crate::simulate::Engine;
use crate::simulate::ask::Sender;
use crate::view::authz::{AmbientBindings, Bindings};

/// What the command takes.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  meshdbg authz check deploy/ratings-v1 --from demo
  meshdbg authz check gateway/istio-ingress/public --from demo
  meshdbg authz check --from dump.json
  meshdbg authz check pod/db-0.shop --from bug-report.tar.gz   of an ambient pod: what its ztunnel checks")]
pub(in crate::cli) struct Options {
    /// The workload: pod/NAME, NAME.NAMESPACE, deploy/NAME, gateway/NAMESPACE/NAME. May be left out where only one
    /// proxy was read
    #[arg(value_name = "PROXY")]
    proxy: Option<String>,
}

/// Says which policies bind a workload.
///
/// # Errors
/// Where nothing can be read, or it is open which proxy is meant.
pub(super) fn run(options: &Options, global: &Global, output: &mut Output) -> Result<Exit> {
    let name = options.proxy.as_deref();
    let input = input::of_pod(global, name, &Needs::whole(), output)?;
    let (proxy, remark) = match input.one(name, global) {
        Ok(found) => found,
        Err(error) => return without(&input.mesh, name.unwrap_or_default(), error, global, output),
    };
    if let Some(remark) = remark {
        output.note(&remark);
    }
    let engine = Engine::new(&input.mesh);
    let proxy = engine.proxy(&proxy.id).context("the proxy is in the mesh")?;
    let bindings = Bindings::new(&input.mesh, &engine, proxy);
    output.show(global.format(), &bindings, |bindings| bindings.document(global.verbose))?;
    Ok(Exit::Yes)
}

/// A pod without an Envoy: of one in ambient its ztunnel decides.
fn without(mesh: &Mesh, name: &str, error: Error, global: &Global, output: &mut Output) -> Result<Exit> {
    let Some(Sender::Pod { pod, .. }) = Sender::pod(mesh, name, global.namespace.as_deref()) else {
        return Err(error);
    };
    if let Some(bindings) = AmbientBindings::new(mesh, &pod) {
        if !name.contains(&pod.name) {
            output.note(&format!("this is {pod}; other pods of {name} may have another ztunnel, or none"));
        }
        output.show(global.format(), &bindings, AmbientBindings::document)?;
        return Ok(Exit::Yes);
    }
    if is_ambient(mesh, &pod) {
        bail!(
            "{pod} is in ambient: the ztunnel of its node decides, and none that knows it was read; give one's config \
             dump with --from, or its bug report. A waypoint can be asked for by name"
        );
    }
    bail!("{pod} has no proxy: no policy binds it, and everything that reaches it is allowed");
}

/// Whether a pod is of ambient: as the CNI marks it, or as it and its namespace ask for.
fn is_ambient(mesh: &Mesh, pod: &ProxyId) -> bool {
    let namespace = ResourceRef::new("Namespace", "", pod.namespace.as_str());
    let own = ResourceRef::new("Pod", pod.namespace.as_str(), pod.name.as_str());
    let metadata = |reference| mesh.resource(reference).map(|resource| &resource.metadata);
    let mode = |reference| metadata(reference).and_then(|own| own.labels.get("istio.io/dataplane-mode"));
    let is_marked = metadata(&own)
        .and_then(|own| own.annotations.get("ambient.istio.io/redirection"))
        .is_some_and(|value| value == "enabled");
    is_marked || mode(&own).or_else(|| mode(&namespace)).is_some_and(|mode| mode == "ambient")
}
