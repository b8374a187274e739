//! Whose the policies of ztunnels are. istiod keeps the names of `AuthorizationPolicy`, and gives names of its own to what
//! it makes of `PeerAuthentication` (`pilot/pkg/serviceregistry/kube/controller/ambient/policies.go`).

use super::Mesh;
use super::mesh::owner;
use super::owners::rules::peer_authentication::deciding;
use crate::base::origin::{Known, Owner, ResourceRef};
use crate::model::istio::security::AuthorizationPolicySpec;
use crate::model::ztunnel::policy::Policy;
use crate::model::ztunnel::workload::Workload;

/// What istiod makes of a PeerAuthentication with a selector and ports of their own.
const CONVERTED: &str = "converted_peer_authentication_";
/// What workloads name that are STRICT, whichever PeerAuthentication says so.
const STRICT: &str = "istio_converted_static_strict";

/// The resource of a policy that binds a workload.
pub fn owner_of(mesh: &Mesh, policy: &Policy, workload: &Workload) -> Option<Owner> {
    if policy.name == STRICT {
        return strict(mesh, workload);
    }
    let namespace = policy.namespace.as_str();
    let (kind, name) = match policy.name.strip_prefix(CONVERTED) {
        Some(name) => ("PeerAuthentication", name),
        None => ("AuthorizationPolicy", policy.name.as_str()),
    };
    Some(owner(ResourceRef::new(kind, namespace, name), "", Known::Named))
}

/// The rule of a policy. Rules that a ztunnel cannot check are left out of it, so their places say nothing unless all are
/// there.
pub fn rule_owner(mesh: &Mesh, policy: &Policy, workload: &Workload, rule: usize) -> Option<Owner> {
    let whole = owner_of(mesh, policy, workload)?;
    let spec = || mesh.resource(&whole.resource)?.part::<AuthorizationPolicySpec>("spec");
    let is_complete = whole.resource.kind == "AuthorizationPolicy"
        && spec().is_some_and(|spec| spec.rules.len() == policy.rules.len());
    Some(if is_complete { Owner { path: format!("spec.rules[{rule}]"), ..whole } } else { whole })
}

/// The PeerAuthentication that makes a workload STRICT on ports that have no mode of their own.
fn strict(mesh: &Mesh, workload: &Workload) -> Option<Owner> {
    let world = mesh.world();
    let pod = workload.workload_ips.first().and_then(|ip| world.pods.get(&ip.to_string()));
    let labels = pod.map(|pod| pod.labels.clone()).unwrap_or_default();
    deciding(world, &workload.namespace, &labels, None).map(|cause| cause.owner())
}
