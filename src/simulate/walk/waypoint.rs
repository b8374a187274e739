//! What a trace says of a waypoint that its request does not meet.

use super::follow::Start;
use crate::correlate::Mesh;
use crate::model::ProxyKind;
use crate::model::ztunnel::workload::Workload;
use crate::simulate::engine::Engine;
use crate::simulate::ztunnel::{Ambient, Asked, Attachment, Subject, attachment};

/// Why no waypoint is on the way to a service or pod that has one, or whose label asks for one; `None` where nothing is
/// to be said.
pub(super) fn remark(engine: &Engine, ambient: &Ambient, start: &Start) -> Option<String> {
    let to = start.request.destination.ip();
    let sender = start.pod.as_ref().or(start.proxy.as_ref())?;
    let source = ambient.pod(&sender.namespace, &sender.name);
    let network = source.map_or("", |workload| workload.network.as_str());
    let service = ambient.any().service_at(network, to, &sender.namespace);
    let workload: Option<&Workload> = ambient.at(to);
    let subject = service.map(Subject::Service).or(workload.map(Subject::Workload))?;
    of(engine.mesh, ambient, &subject, goes_past(engine, ambient, start, source))
}

fn of(mesh: &Mesh, ambient: &Ambient, subject: &Subject, past: Option<&str>) -> Option<String> {
    let Attachment { resource, asked, used, obstacles, .. } = attachment(mesh, ambient, *subject);
    match (used.as_slice(), past) {
        ([waypoint, ..], Some(why)) => Some(format!("{resource} has waypoint {waypoint}, and {why} goes past it")),
        ([], _) => match asked {
            Asked::For { namespace, name, .. } => {
                let why: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
                Some(format!("{resource} asks for waypoint {namespace}/{name}, which is not used: {}", why.join("; ")))
            }
            Asked::Nothing | Asked::ForNone { .. } => None,
        },
        (_, None) => None,
    }
}

/// Who does not go through waypoints: sidecars, and pods that no ztunnel captures.
fn goes_past(engine: &Engine, ambient: &Ambient, start: &Start, source: Option<&Workload>) -> Option<&'static str> {
    let is_sidecar = |id| engine.mesh.proxy(id).is_some_and(|proxy| proxy.kind == ProxyKind::Sidecar);
    if start.proxy.as_ref().is_some_and(is_sidecar) {
        return Some("a sidecar");
    }
    let captured = source.is_some_and(|workload| ambient.capture(workload).is_captured());
    (start.pod.is_some() && !captured).then_some("a client without a ztunnel")
}
