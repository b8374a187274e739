//! Where a request from outside enters the mesh: the gateway that serves its host and port.

use super::complete::{Completed, complete};
use super::fields::Ask;
use super::lookup::Unresolved;
use super::sender::{has_port, named};
use super::straight;
use super::target::Target;
use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::select::services_of;
use crate::model::ProxyKind;
use crate::simulate::engine::Engine;
use crate::simulate::explore::{self, Wanted, explore_asked};
use crate::simulate::outcome::Disposition;
use crate::simulate::request::Request;
use crate::simulate::walk::Start;

/// The start of a request from outside.
///
/// # Errors
/// Where it does not say enough, or there is no gateway.
pub fn start(engine: &Engine, ask: &Ask) -> Result<(Start, Vec<String>), Unresolved> {
    let at_is_known = ask.at.is_some() || engine.mesh.taken_at.is_some();
    if ask.dst.is_some() {
        let somebody = ProxyId::new("", "internet");
        let Completed { request, .. } =
            straight::complete(engine.mesh, &somebody, Some(super::complete::SOME_CLIENT), ask)?;
        return Ok((Start { proxy: None, pod: None, client: named(&request), request, at_is_known }, Vec::new()));
    }
    let to = ask.to.as_deref().ok_or_else(|| Unresolved("where to? give a URL with --to".to_owned()))?;
    let target = Target::parse(to).map_err(Unresolved)?;
    let gateways = engine.mesh.proxies.iter().filter(|proxy| proxy.kind == ProxyKind::Gateway);
    let mut found: Vec<(Fit, ProxyId, Request, Vec<String>)> = Vec::new();
    for gateway in gateways {
        let Some(proxy) = engine.proxy(&gateway.id).filter(|proxy| has_port(proxy, &target)) else { continue };
        let Completed { request, remarks } = complete(proxy, ask)?;
        let explored = explore_asked(proxy, &explore::asked(proxy, &request), &Wanted::default());
        let fit =
            explored.passages.iter().map(|passage| fit(passage.outcome.disposition)).min().unwrap_or(Fit::Nothing);
        found.push((fit, gateway.id.clone(), request, remarks));
    }
    // Of those that fit alike, who comes from outside meets one that has a way in from there.
    found.sort_by_cached_key(|(fit, id, ..)| (*fit, !is_for_outside(engine.mesh, id), id.clone()));
    let workload = |id: &ProxyId| engine.mesh.workload(id);
    let best = found.first().map(|(fit, id, ..)| (*fit, workload(id)));
    let mut others: Vec<String> = Vec::new();
    for (fit, id, ..) in &found {
        let other = workload(id);
        if best.as_ref().is_some_and(|best| best.0 == *fit && best.1 != other) && !others.contains(&other) {
            others.push(other);
        }
    }
    let Some((fit, id, request, mut remarks)) = found.into_iter().next() else {
        return Err(Unresolved(format!(
            "no gateway that was read listens on the port of {to}: name the proxy that is meant"
        )));
    };
    remarks.push(match fit {
        Fit::Serves => format!("{id} serves {}", target.host),
        Fit::Listens => format!("{id} listens on the port, but does not serve {}", target.host),
        Fit::Nothing => format!("{id} is the gateway that comes closest"),
    });
    if !others.is_empty() {
        remarks.push(format!("so do others: {}; gateway/NAMESPACE/NAME names one", others.join(", ")));
    }
    Ok((Start { proxy: Some(id), pod: None, client: named(&request), request, at_is_known }, remarks))
}

/// Whether a Service leads from outside to a gateway.
fn is_for_outside(mesh: &Mesh, gateway: &ProxyId) -> bool {
    mesh.proxy(gateway).is_some_and(|proxy| services_of(mesh, proxy).any(|(_, spec)| spec.is_for_outside()))
}

/// How well a gateway fits a request, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Serves,
    Listens,
    Nothing,
}

fn fit(disposition: Disposition) -> Fit {
    match disposition {
        Disposition::NoRoute | Disposition::NoChain => Fit::Listens,
        Disposition::Closed => Fit::Nothing,
        Disposition::Forwarded
        | Disposition::TlsFailed
        | Disposition::TcpForwarded
        | Disposition::Redirect
        | Disposition::DirectResponse
        | Disposition::RbacDenied
        | Disposition::JwtDenied
        | Disposition::ExtAuthzDenied
        | Disposition::RateLimited
        | Disposition::FaultAbort
        | Disposition::CorsPreflight
        | Disposition::BadRequest
        | Disposition::UpgradeRefused
        | Disposition::Other
        | Disposition::NoCluster
        | Disposition::NoHost
        | Disposition::UpstreamFailed
        | Disposition::Dropped
        | Disposition::TcpClosed
        | Disposition::OtherTerminal
        | Disposition::Undetermined => Fit::Serves,
    }
}
