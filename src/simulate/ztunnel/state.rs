//! A dump with indexes.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::model::Ztunnel;
use crate::model::ztunnel::address::{Destination, NetworkAddress};
use crate::model::ztunnel::certificate::Credential;
use crate::model::ztunnel::service::Service;
use crate::model::ztunnel::workload::Workload;

/// What a ztunnel decides by.
#[derive(Debug)]
pub struct State<'a> {
    /// The ztunnel.
    pub ztunnel: &'a Ztunnel,
    by_uid: BTreeMap<&'a str, &'a Workload>,
    by_address: BTreeMap<(&'a str, IpAddr), &'a Workload>,
    by_vip: BTreeMap<(&'a str, IpAddr), Vec<&'a Service>>,
    by_host: BTreeMap<(&'a str, &'a str), &'a Service>,
}

/// What an address or a host is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found<'a> {
    /// A service.
    Service(&'a Service),
    /// A workload.
    Workload(&'a Workload),
}

impl<'a> State<'a> {
    /// Indexes a dump.
    pub fn new(ztunnel: &'a Ztunnel) -> Self {
        let dump = &ztunnel.dump;
        let (mut by_uid, mut by_address) = (BTreeMap::new(), BTreeMap::new());
        for workload in &dump.workloads {
            by_uid.entry(workload.uid.as_str()).or_insert(workload);
            // Pods on the host's network share its address: ztunnel does not find them by it.
            for ip in workload.workload_ips.iter().filter(|_| !workload.is_on_host_network()) {
                by_address.entry((workload.network.as_str(), *ip)).or_insert(workload);
            }
        }
        let (mut by_vip, mut by_host) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::new());
        for service in &dump.services {
            by_host.entry((service.namespace.as_str(), service.hostname.as_str())).or_insert(service);
            for NetworkAddress { network, ip } in &service.vips {
                by_vip.entry((network.as_str(), *ip)).or_default().push(service);
            }
        }
        Self { ztunnel, by_uid, by_address, by_vip, by_host }
    }

    /// The workload with an id.
    pub fn workload(&self, uid: &str) -> Option<&'a Workload> {
        self.by_uid.get(uid).copied()
    }

    /// The workload with a namespace and a name.
    pub fn named(&self, namespace: &str, name: &str) -> Option<&'a Workload> {
        let mut workloads = self.ztunnel.dump.workloads.iter();
        workloads.find(|workload| workload.namespace == namespace && workload.name == name)
    }

    /// The workload with an address.
    pub fn at(&self, network: &str, ip: IpAddr) -> Option<&'a Workload> {
        self.by_address.get(&(network, ip)).copied()
    }

    /// The service with a host.
    pub fn service(&self, namespace: &str, hostname: &str) -> Option<&'a Service> {
        self.by_host.get(&(namespace, hostname)).copied()
    }

    /// The service with a virtual address; of several that of the client's namespace, then the one that counts among
    /// those with its name (`ServiceStore::get_by_vip`).
    pub fn service_at(&self, network: &str, ip: IpAddr, namespace: &str) -> Option<&'a Service> {
        let services = self.by_vip.get(&(network, ip))?;
        let preferred = self.ztunnel.dump.config.preferred_service_namespace.as_deref();
        services.iter().copied().min_by_key(|service| {
            let is_preferred = preferred == Some(service.namespace.as_str());
            (service.namespace != namespace, !is_preferred, !service.canonical, service.id())
        })
    }

    /// The certificate of an identity, as far as the ztunnel holds it.
    pub fn credential(&self, identity: &str) -> Option<&'a Credential> {
        self.ztunnel.dump.certificates.iter().find(|credential| credential.identity == identity)
    }

    /// What a waypoint's destination is (`ProxyState::find_hostname`, `find_address`).
    pub(super) fn find(&self, destination: &Destination) -> Option<Found<'a>> {
        match destination {
            Destination::Host { namespace, hostname } => {
                let service = self.service(namespace, hostname).map(Found::Service);
                service.or_else(|| {
                    let mut workloads = self.ztunnel.dump.workloads.iter();
                    workloads
                        .find(|workload| workload.hostname == *hostname && workload.namespace == *namespace)
                        .map(Found::Workload)
                })
            }
            Destination::Address(NetworkAddress { network, ip }) => {
                let service = self.service_at(network, *ip, "").map(Found::Service);
                service.or_else(|| self.at(network, *ip).map(Found::Workload))
            }
        }
    }
}
