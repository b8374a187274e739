//! The answer: what is asked for, what the dump has, and what stands between them.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::ambient::Ambient;
use super::bypass::{Bypass, bypasses};
use super::label::Asked;
use super::obstacle::{Obstacle, obstacles};
use crate::base::origin::ResourceRef;
use crate::correlate::Mesh;
use crate::model::ztunnel::service::Service;
use crate::model::ztunnel::workload::Workload;

/// Whose waypoint is asked about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// A service: connections to its address.
    Service(&'a Service),
    /// A workload: connections to its own address.
    Workload(&'a Workload),
}

impl Subject<'_> {
    /// What the waypoint must be for.
    pub(super) fn traffic(&self) -> &'static str {
        match self {
            Self::Service(_) => "service",
            Self::Workload(_) => "workload",
        }
    }

    /// The resource behind it. A host outside of the cluster's domain is a `ServiceEntry`, and a workload says its kind in its id:
    /// `CLUSTER/GROUP/KIND/NAMESPACE/NAME`.
    pub fn resource(&self) -> ResourceRef {
        match self {
            Self::Service(service) => {
                let own = format!("{}.{}.svc.", service.name, service.namespace);
                let kind = if service.hostname.starts_with(&own) { "Service" } else { "ServiceEntry" };
                ResourceRef::new(kind, &service.namespace, &service.name)
            }
            Self::Workload(workload) => {
                let kind = workload.uid.split('/').nth(2).filter(|kind| !kind.is_empty()).unwrap_or("Pod");
                ResourceRef::new(kind, &workload.namespace, &workload.name)
            }
        }
    }

    fn in_dump(&self) -> Vec<String> {
        let (waypoint, weighted) = match self {
            Self::Service(service) => (&service.waypoint, service.weighted_waypoints.as_slice()),
            Self::Workload(workload) => (&workload.waypoint, &[][..]),
        };
        let weighted = weighted.iter().map(|weighted| &weighted.waypoint);
        let mut names: Vec<String> = weighted.chain(waypoint).map(|gateway| gateway.destination.to_string()).collect();
        names.dedup();
        names
    }
}

/// Whether a waypoint is used, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attachment {
    /// The object.
    pub resource: ResourceRef,
    /// What the labels ask for.
    pub asked: Asked,
    /// The waypoints that ztunnel sends its connections to: `NAMESPACE/HOST`.
    pub used: Vec<String>,
    /// Where one is asked for and none is used, why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<Obstacle>,
    /// Where one is used, who goes past it all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bypasses: Vec<Bypass>,
}

impl Attachment {
    /// Whether the label stands on the object itself.
    pub fn is_asked_by_itself(&self) -> bool {
        match &self.asked {
            Asked::Nothing => false,
            Asked::ForNone { by } | Asked::For { by, .. } => by.resource == self.resource,
        }
    }

    /// Whether it is a waypoint itself.
    pub fn is_waypoint(&self) -> bool {
        self.obstacles == [Obstacle::IsWaypoint]
    }
}

/// Why a waypoint is used or not.
pub fn attachment(mesh: &Mesh, ambient: &Ambient, subject: Subject) -> Attachment {
    let resource = subject.resource();
    let asked = Asked::of(mesh, &resource);
    let used = subject.in_dump();
    let mut obstacles = match &asked {
        Asked::For { namespace, name, .. } if used.is_empty() => obstacles(mesh, &subject, namespace, name),
        Asked::For { .. } | Asked::ForNone { .. } | Asked::Nothing => Vec::new(),
    };
    if obstacles.is_empty() && used.is_empty() && matches!(asked, Asked::For { .. }) {
        obstacles.push(Obstacle::Unexplained);
    }
    let bypasses = match subject {
        Subject::Service(service) if !used.is_empty() => bypasses(ambient, service),
        Subject::Service(_) | Subject::Workload(_) => Vec::new(),
    };
    Attachment { resource, asked, used, obstacles, bypasses }
}
