//! Which proxies play, and with whose certificates.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};
use std::sync::Arc;

use meshdbg::correlate::Mesh;
use meshdbg::model::{Model, Proxy};
use serde_json::json;

use super::world;
use crate::oracle::certificates::{Authority, Leaf};
use crate::oracle::fixture::{Fixture, Subject};
use crate::support::secrets;

/// Who signs certificates.
pub(crate) struct Authorities {
    /// Workloads.
    pub(crate) mesh: Arc<Authority>,
    /// The hosts of gateways, their clients, the world.
    pub(crate) public: Arc<Authority>,
    /// Nobody trusts it.
    pub(crate) rogue: Arc<Authority>,
}

impl Authorities {
    pub(crate) fn new() -> Self {
        let [mesh, public, rogue] = ["mesh", "public", "rogue"].map(|name| Arc::new(Authority::new(name)));
        Self { mesh, public, rogue }
    }
}

/// A proxy that plays.
pub(crate) struct Member<'f> {
    pub(crate) subject: &'f Subject,
    /// What it shows as a workload.
    pub(crate) certificate: Arc<Leaf>,
}

/// Proxies of a mesh that play together.
pub(crate) struct Scene<'f> {
    pub(crate) name: &'static str,
    /// What meshdbg is told.
    pub(crate) mesh: Mesh,
    pub(crate) members: Vec<Member<'f>>,
    pub(crate) authorities: &'f Authorities,
    /// Where a node sends connections to the address of a service.
    pub(crate) services: BTreeMap<SocketAddrV4, SocketAddrV4>,
    /// Addresses of proxies that do not play, or were not recorded, and of services that lead to them.
    pub(crate) absent: BTreeSet<Ipv4Addr>,
    /// Requests that show what is special about it, as lines of a batch file.
    pub(crate) about: Vec<String>,
}

/// Pods that play in the mesh as it was recorded: all that a few services have, and both kinds of gateway.
const AS_RECORDED: [&str; 10] = [
    "shop/frontend-v1",
    "shop/reviews-v",
    "shop/ratings-v1",
    "shop/details-v1",
    "pay/checkout-v1",
    "pay/fraud-v1",
    "pay/ledger-v1",
    "team-b/client-v1",
    "istio-ingress/ingressgateway",
    "istio-egress/egressgateway",
];
/// Pods that play where certificates are wrong.
const AMONG_IMPOSTORS: [&str; 7] = [
    "shop/frontend-v1-mh65l5nm7j-r",
    "shop/reviews-v3",
    "shop/ratings-v1",
    "shop/details-v1",
    "pay/checkout-v1",
    "pay/fraud-v1",
    "pay/ledger-v1",
];
/// Who has no good certificate there: all pods of a service, and one of two, in whose place the other is tried.
const ROGUES: [&str; 2] = ["shop/ratings", "shop/details-v1-pg7k2t9jht-h"];
/// Pods that play where a client speaks plaintext to a strict server.
const UNENCRYPTED: [&str; 3] = ["shop/frontend-v1-mh65l5nm7j-r", "pay/checkout-v1", "pay/fraud-v1"];

/// The mesh as it was recorded.
pub(crate) fn as_recorded<'f>(fixture: &'f Fixture, authorities: &'f Authorities) -> Scene<'f> {
    let good = |subject: &Subject| authorities.mesh.leaf(&[&subject.identity]);
    let members = members(&fixture.proxies, &AS_RECORDED, good);
    scene("as recorded", fixture.mesh.proxies.clone(), fixture, members, authorities)
}

/// Some pods hold a certificate of another authority, one is for somebody else.
pub(crate) fn among_impostors<'f>(fixture: &'f Fixture, authorities: &'f Authorities) -> Scene<'f> {
    let certificate = |pod: &str, identity: &str| {
        if pod.starts_with("shop/reviews-v3") {
            authorities.mesh.leaf(&["spiffe://cluster.local/ns/shop/sa/impostor"])
        } else if ROGUES.iter().any(|start| pod.starts_with(start)) {
            authorities.rogue.leaf(&[identity])
        } else {
            authorities.mesh.leaf(&[identity])
        }
    };
    let mut proxies = fixture.mesh.proxies.clone();
    for proxy in &mut proxies {
        let leaf = certificate(&proxy.id.to_string(), &proxy.identity().unwrap_or_default());
        secrets::replace(proxy, &leaf.certificate_pem, &authorities.mesh.pem);
    }
    let members = members(&fixture.proxies, &AMONG_IMPOSTORS, |subject| certificate(&subject.id, &subject.identity));
    let scene = scene("among impostors", proxies, fixture, members, authorities);
    Scene { about: (0..24).map(to_details).collect(), ..scene }
}

/// A `DestinationRule` switches TLS off, and the servers are STRICT.
pub(crate) fn unencrypted<'f>(fixture: &'f Fixture, faulty: &'f Fixture, authorities: &'f Authorities) -> Scene<'f> {
    let is_faulty = |id: &str| faulty.proxies.iter().any(|subject| subject.id == id);
    let mut proxies = fixture.mesh.proxies.clone();
    proxies.retain(|proxy| !is_faulty(&proxy.id.to_string()));
    proxies.extend(faulty.mesh.proxies.iter().cloned());
    let good = |subject: &Subject| authorities.mesh.leaf(&[&subject.identity]);
    let others = fixture.proxies.iter().filter(|subject| !is_faulty(&subject.id));
    let members = members(others.chain(&faulty.proxies), &UNENCRYPTED, good);
    scene("unencrypted", proxies, fixture, members, authorities)
}

/// A request to the service of which one pod has no good certificate.
fn to_details(number: usize) -> String {
    json!({
        "id": format!("{number} to details"), "from": "shop/frontend-v1-mh65l5nm7j-rzjl7", "direction": "outbound",
        "src": "10.244.2.11", "dst": "10.96.1.14:9080", "transport": "plaintext", "sni": null, "alpn": [], "peer": null,
        "protocol": "http1", "method": "GET", "authority": "details.shop:9080", "path": format!("/details/{number}"),
        "headers": [], "jwt_claims": null,
    })
    .to_string()
}

fn members<'f>(
    subjects: impl IntoIterator<Item = &'f Subject>,
    wanted: &[&str],
    certificate: impl Fn(&Subject) -> Arc<Leaf>,
) -> Vec<Member<'f>> {
    let subjects = subjects.into_iter().filter(|subject| wanted.iter().any(|start| subject.id.starts_with(start)));
    subjects.map(|subject| Member { subject, certificate: certificate(subject) }).collect()
}

fn scene<'f>(
    name: &'static str,
    proxies: Vec<Proxy>,
    fixture: &Fixture,
    members: Vec<Member<'f>>,
    authorities: &'f Authorities,
) -> Scene<'f> {
    let plays = |ip: &Ipv4Addr| members.iter().any(|member| member.subject.address == *ip);
    let all = proxies.iter().flat_map(Proxy::addresses).filter_map(|address| match address {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    });
    let mut absent: BTreeSet<Ipv4Addr> = all.filter(|address| !plays(address)).collect();
    let resources = fixture.mesh.resources.clone();
    // The certificates are new.
    let taken_at = Some("2027-01-01T00:00:00Z".parse().unwrap());
    let mesh = Mesh::new(Model { proxies, resources, taken_at, ..Model::default() });
    // Virtual machines have a proxy too, and it was not recorded.
    let machines = mesh.of_kind("WorkloadEntry").filter_map(|entry| entry.body.pointer("/spec/address")?.as_str());
    absent.extend(machines.filter_map(|address| address.parse::<Ipv4Addr>().ok()));
    let mut services = BTreeMap::new();
    for port in world::ports(&mesh) {
        if port.endpoints.iter().any(|endpoint| absent.contains(endpoint.ip())) {
            absent.insert(*port.address.ip());
        }
        if let Some(endpoint) = port.endpoints.iter().find(|endpoint| plays(endpoint.ip())) {
            services.insert(port.address, *endpoint);
        }
    }
    Scene { name, mesh, members, authorities, services, absent, about: Vec::new() }
}
