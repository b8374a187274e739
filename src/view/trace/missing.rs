//! Why the object is missing at which a request ends: the route, the cluster, the endpoint or the listener.

use crate::base::name::ProxyId;
use crate::correlate::Mesh;
use crate::correlate::absent::{self, Absence, Kind, Wanted};
use crate::model::ProxyKind;
use crate::simulate::Trace;
use crate::simulate::outcome::Disposition;
use crate::simulate::request::{Direction, Request};
use crate::simulate::trace::{Hop, Stage};
use crate::view::document::{Entry, Line, Role};
use crate::view::explain::missing;

/// istiod's cluster for what a sidecar does not know and may not let out.
const BLACK_HOLE: &str = "BlackHoleCluster";
/// Its virtual host for the same.
const BLOCK_ALL: &str = "|block_all|";
/// So many reasons are shown for an object.
const MOST_REASONS: usize = 2;

/// The reasons for each different end without a route, a cluster or an endpoint.
pub(super) fn missing(mesh: &Mesh, trace: &Trace) -> Vec<Absence> {
    let mut asked: Vec<(&ProxyId, Wanted)> = Vec::new();
    for way in &trace.ways {
        let Some(hop) = way.hops.last() else { continue };
        if let Some(wanted) = wanted(hop, &trace.request)
            && !asked.iter().any(|(proxy, known)| **proxy == hop.proxy && *known == wanted)
        {
            asked.push((&hop.proxy, wanted));
        }
    }
    let answers = asked.into_iter().filter_map(|(proxy, wanted)| {
        let proxy = mesh.proxy(proxy).filter(|proxy| proxy.kind != ProxyKind::Standalone)?;
        Some(absent::why(mesh, proxy, &wanted))
    });
    answers.filter(|answer| answer.there.is_none()).collect()
}

/// What a way lacks at its end.
fn wanted(hop: &Hop, request: &Request) -> Option<Wanted> {
    let outcome = &hop.outcome;
    let step = || hop.steps.iter().rfind(|step| step.stage == Stage::Cluster).map(|step| step.decision.clone());
    let cluster = || outcome.cluster.clone().or_else(step);
    match outcome.disposition {
        Disposition::NoCluster => Some(Wanted::new(Kind::Cluster, cluster()?)),
        Disposition::NoHost => match cluster()? {
            name if name == BLACK_HOLE => asked_for(hop, request, false),
            name => Some(Wanted::new(Kind::Endpoint, name)),
        },
        Disposition::NoRoute => asked_for(hop, request, true),
        Disposition::DirectResponse if outcome.route.as_deref().is_some_and(|route| route.contains(BLOCK_ALL)) => {
            asked_for(hop, request, false)
        }
        _ => None,
    }
}

/// The route, or for bytes the listener, that the request would have needed.
fn asked_for(hop: &Hop, request: &Request, unmatched: bool) -> Option<Wanted> {
    if hop.direction == Direction::Inbound {
        return None;
    }
    if !request.protocol.is_http() {
        return request.destination_known.then(|| Wanted::new(Kind::Listener, request.destination.to_string()));
    }
    let authority = request.authority.as_deref()?;
    let has_port = authority.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    // A gateway's own port says nothing of the port of its server.
    let port = if has_port || hop.direction == Direction::Gateway {
        String::new()
    } else {
        format!(":{}", request.destination.port())
    };
    let path = if request.path.starts_with('/') { request.path.as_str() } else { "" };
    Some(Wanted { unmatched, ..Wanted::new(Kind::Route, format!("{authority}{port}{path}")) })
}

/// The top reasons, for the beginning of a report.
pub(super) fn entries(absence: &Absence) -> Vec<Entry> {
    if !absence.reasons.is_empty() {
        return absence.reasons.iter().take(MOST_REASONS).flat_map(missing::entries).collect();
    }
    let what = format!("nothing in this capture explains why {} {} is missing", absence.object.word(), absence.name);
    let unchecked = absence.unchecked.iter().map(|text| (Line::of(Role::Muted, text.clone()), Line::default()));
    vec![Entry {
        label: Line::of(Role::Muted, "because"),
        head: Line::of(Role::Warning, what),
        below: unchecked.collect(),
        ..Entry::default()
    }]
}
