//! The ztunnels of a mesh.

use std::net::IpAddr;

use super::capture::Capture;
use super::state::State;
use crate::correlate::Mesh;
use crate::model::ztunnel::workload::Workload;

/// The ztunnels of a mesh, indexed.
#[derive(Debug)]
pub struct Ambient<'a> {
    states: Vec<State<'a>>,
}

impl<'a> Ambient<'a> {
    /// The ztunnels of a mesh; `None` where none was read.
    pub fn of(mesh: &'a Mesh) -> Option<Self> {
        let states: Vec<State> = mesh.ztunnels.iter().map(State::new).collect();
        (!states.is_empty()).then_some(Self { states })
    }

    /// Whatever ztunnel: each holds the workloads, services and policies of the whole mesh.
    pub fn any(&self) -> &State<'a> {
        &self.states[0]
    }

    /// The workload with an address, in any network.
    pub fn at(&self, ip: IpAddr) -> Option<&'a Workload> {
        let workloads = self.any().ztunnel.dump.workloads.iter();
        let mut workloads = workloads.filter(|workload| !workload.is_on_host_network());
        workloads.find(|workload| workload.workload_ips.contains(&ip))
    }

    /// The workload of a pod.
    pub fn pod(&self, namespace: &str, name: &str) -> Option<&'a Workload> {
        self.any().named(namespace, name)
    }

    /// The ztunnel of a workload's node; where that was not read, another that knows the workload.
    /// `state.ztunnel.is_local_to(workload)` tells which it is.
    pub fn before(&self, workload: &Workload) -> &State<'a> {
        let local = self.states.iter().find(|state| state.ztunnel.is_local_to(workload));
        local.unwrap_or_else(|| self.any())
    }

    /// Whether a ztunnel carries the connections of a workload.
    pub fn capture(&self, workload: &Workload) -> Capture {
        self.before(workload).capture(workload)
    }
}
