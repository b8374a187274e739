//! How requests end, in a sentence.

use std::collections::BTreeMap;

use crate::base::name::ProxyId;
use crate::simulate::Trace;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::outcome::{Disposition, Outcome};
use crate::simulate::trace::{Hop, HopKind, Stage, Way};
use crate::simulate::walk::reply::Actor;
use crate::view::document::{Line, Role};
use crate::view::words::{count, percent};

/// Ways that end alike.
#[derive(Debug)]
pub struct Ending<'t> {
    /// The first of them.
    pub way: &'t Way,
    /// The pods at whose application they end.
    pods: Vec<&'t ProxyId>,
    /// Whether the proxy at which it ends has to be named: there are several.
    names_proxy: bool,
    /// Their share together.
    pub share: f64,
    /// The same, as if no limit were ever reached.
    unlimited: f64,
    /// Whether chance alone gives the share; else it depends on a state, and the share says nothing.
    pub share_known: bool,
}

/// The different ends of a trace, the most likely first.
pub fn endings(trace: &Trace) -> Vec<Ending<'_>> {
    let mut endings: Vec<Ending> = Vec::new();
    let first = |way: &Way| way.hops.first().map(|hop| hop.workload.clone());
    let begins_anywhere = trace.ways.iter().any(|way| first(way) != trace.ways.first().and_then(first));
    for way in &trace.ways {
        let share_known = !way.choices().any(|choice| choice.share.is_none());
        let pods = pods(way);
        let names_proxy = begins_anywhere || way.hops.len() > 1;
        match endings.iter_mut().find(|ending| is_alike(ending.way, way)) {
            Some(known) => {
                known.share += way.share;
                known.unlimited += way.unlimited();
                known.share_known &= share_known;
                for pod in pods {
                    if !known.pods.contains(&pod) {
                        known.pods.push(pod);
                    }
                }
            }
            None => endings.push(Ending {
                way,
                pods,
                names_proxy,
                share: way.share,
                unlimited: way.unlimited(),
                share_known,
            }),
        }
    }
    endings.sort_by(|left, right| right.share.total_cmp(&left.share));
    endings
}

/// The end of one way, told by itself.
pub(super) fn of(way: &Way) -> Ending<'_> {
    let share_known = !way.choices().any(|choice| choice.share.is_none());
    Ending { way, pods: pods(way), names_proxy: true, share: way.share, unlimited: way.unlimited(), share_known }
}

/// The pods whose application gets the request.
fn pods(way: &Way) -> Vec<&ProxyId> {
    match (&way.end.decided_by, way.hops.last()) {
        // A ztunnel is nobody's own.
        (Actor::Application { behind_proxy: true, pod: Some(pod), .. }, Some(hop)) if hop.kind == HopKind::Ztunnel => {
            vec![pod]
        }
        (Actor::Application { behind_proxy: true, .. }, Some(hop)) => {
            std::iter::once(&hop.proxy).chain(&hop.alike).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether two ways end alike: at the same workload, with the same outcome there, and the same for the client.
fn is_alike(one: &Way, other: &Way) -> bool {
    let place = |way: &Way| match &way.end.decided_by {
        Actor::Proxy(_) => way.deciding().map(|hop| hop.workload.clone()),
        Actor::Application { behind_proxy: true, .. } => way.hops.last().map(|hop| hop.workload.clone()),
        Actor::Application { pod, address, .. } => {
            Some(pod.as_ref().map_or_else(|| address.clone(), ToString::to_string))
        }
    };
    let outcome = |way: &Way| way.deciding().map(|hop| bare(&hop.outcome));
    one.end.code == other.end.code
        && one.end.disposition == other.end.disposition
        && place(one) == place(other)
        && outcome(one) == outcome(other)
}

/// An end without what does not make it another one: its share, who else gets a copy, which endpoint it was; and where a
/// filter refuses, which cluster it would have been.
fn bare(outcome: &Outcome) -> Outcome {
    use Disposition::{ExtAuthzDenied, JwtDenied, RateLimited, RbacDenied};
    let is_refused = matches!(outcome.disposition, RbacDenied | JwtDenied | ExtAuthzDenied | RateLimited);
    Outcome {
        cluster: outcome.cluster.clone().filter(|_| !is_refused),
        share: 0.0,
        shadows: Vec::new(),
        upstreams: Vec::new(),
        upstream_request: None,
        response: crate::simulate::outcome::Response::default(),
        ..outcome.clone()
    }
}

/// The clusters that get copies, with the share of requests that are copied to each.
pub fn mirrors(trace: &Trace) -> BTreeMap<&str, f64> {
    let mut mirrors = BTreeMap::new();
    for way in &trace.ways {
        for cluster in way.hops.iter().flat_map(|hop| &hop.outcome.shadows) {
            *mirrors.entry(cluster.as_str()).or_default() += way.share;
        }
    }
    mirrors
}

impl Ending<'_> {
    /// The end in a sentence, with its share where there are others.
    pub fn line(&self) -> Line {
        let way = self.way;
        let Some(hop) = way.deciding() else {
            return Line::of(Role::Warning, self.without_proxy());
        };
        if let Actor::Proxy(id) = &way.end.decided_by
            && !way.hops.iter().any(|hop| hop.proxy == *id)
        {
            return Line::of(Role::Warning, format!("goes to {id}, whose proxy was not read"));
        }
        let delivered = matches!(way.end.decided_by, Actor::Application { .. });
        let role = role(way, &hop.outcome);
        let words = if delivered && hop.outcome.disposition.is_forwarded() {
            self.delivered(hop)
        } else {
            words(&hop.outcome, &cluster(hop))
        };
        let mut line = Line::of(role, words);
        if self.names_proxy && !delivered {
            line = line.plain(format!(" at {}", hop.workload));
        }
        if way.end.code > 0 && way.end.code != hop.outcome.code {
            line = line.plain(format!(": the client gets {}", way.end.code));
        }
        match access_log(&hop.outcome) {
            Some(log) => line.and(Role::Muted, format!("  ({log})")),
            None => line,
        }
    }

    /// Where a delivered request goes.
    fn delivered(&self, hop: &Hop) -> String {
        let what = match hop.outcome.disposition {
            Disposition::TcpForwarded => "the connection is delivered to",
            _ => "delivered to",
        };
        match &self.way.end.decided_by {
            Actor::Application { behind_proxy: true, .. } => match self.pods.as_slice() {
                [] => format!("{what} {}", hop.workload),
                [pod] => format!("{what} {pod}"),
                pods => format!("{what} {} ({})", hop.workload, count(pods.len(), "pod")),
            },
            Actor::Application { pod: Some(pod), address, .. } => {
                format!("{what} {pod} at {address}, which has no proxy")
            }
            Actor::Application { pod: None, .. } | Actor::Proxy(_) => {
                format!("{what} {}", place(&hop.outcome, &cluster(hop)))
            }
        }
    }

    /// A way that meets no proxy at all.
    fn without_proxy(&self) -> String {
        match &self.way.end.decided_by {
            Actor::Application { pod: Some(pod), .. } => format!("it meets no proxy on its way to {pod}"),
            Actor::Application { address, .. } => format!("it meets no proxy on its way to {address}"),
            Actor::Proxy(id) => format!("cannot be told: the proxy of {id} was not read"),
        }
    }

    /// Its share, as far as chance alone gives it.
    pub fn share(&self) -> String {
        let mut states = self.way.choices().filter(|choice| choice.share.is_none());
        if self.share_known {
            percent(self.share * 100.0)
        } else if states.all(|choice| choice.fork == ForkKind::Limit && choice.picked == WITHIN_LIMIT) {
            percent(self.unlimited * 100.0)
        } else {
            "if so".to_owned()
        }
    }

    /// The states that it depends on.
    pub fn conditions(&self) -> Vec<String> {
        let states = self.way.choices().filter(|choice| choice.share.is_none() && choice.picked != WITHIN_LIMIT);
        states.map(|choice| format!("if {}: {}", choice.picked, choice.at)).collect()
    }
}

/// The cluster, also one that does not exist: the access log has no name for it, but the step that looked for it.
fn cluster(hop: &Hop) -> String {
    let step = || hop.steps.iter().rfind(|step| step.stage == Stage::Cluster).map(|step| step.decision.clone());
    hop.outcome.cluster.clone().or_else(step).unwrap_or_else(|| "that it is to go to".to_owned())
}

/// How an end is to be read.
fn role(way: &Way, outcome: &Outcome) -> Role {
    match outcome.disposition {
        Disposition::Undetermined => Role::Warning,
        _ if !way.undetermined.is_empty() => Role::Warning,
        _ if way.is_success() => Role::Good,
        _ => Role::Bad,
    }
}

/// What the access log will show: code, flags and details.
pub(super) fn access_log(outcome: &Outcome) -> Option<String> {
    match outcome.disposition {
        // The application writes the code of a request that it gets.
        Disposition::Forwarded | Disposition::TcpForwarded | Disposition::Undetermined => None,
        _ => Some(format!("access log: {}", log(outcome))),
    }
}

/// Code, flags and details, as an access log has them.
pub(super) fn log(outcome: &Outcome) -> String {
    let flags: Vec<&str> = outcome.flags.iter().map(|flag| flag.short()).collect();
    let flags = if flags.is_empty() { "-".to_owned() } else { flags.join(",") };
    let details = outcome.details.as_deref().or(outcome.close.as_deref()).unwrap_or("-");
    format!("{} {flags} {details}", outcome.code)
}

/// An end in words.
fn words(outcome: &Outcome, cluster: &str) -> String {
    let code = outcome.code;
    match outcome.disposition {
        Disposition::Forwarded => format!("delivered to {}", place(outcome, cluster)),
        Disposition::TcpForwarded => format!("the connection is delivered to {}", place(outcome, cluster)),
        Disposition::Redirect => {
            let to = outcome.response.headers.get("location").map_or("", String::as_str);
            format!("redirected with {code} to {to}")
        }
        Disposition::DirectResponse => format!("the proxy answers {code} itself, as its route says"),
        Disposition::CorsPreflight => format!("the proxy answers the CORS preflight with {code}"),
        Disposition::RbacDenied if code == 0 => "denied by RBAC: the connection is closed".to_owned(),
        Disposition::RbacDenied => format!("denied by RBAC with {code}"),
        Disposition::JwtDenied => format!("denied for its token with {code}"),
        Disposition::ExtAuthzDenied => format!("denied by external authorization with {code}"),
        Disposition::RateLimited => format!("rate limited with {code}"),
        Disposition::FaultAbort => format!("aborted with {code} by fault injection"),
        Disposition::BadRequest => format!("refused with {code}: no request that the proxy accepts"),
        Disposition::UpgradeRefused => format!("refused with {code}: the upgrade is not enabled"),
        Disposition::Other if code == 0 => "ended by a filter".to_owned(),
        Disposition::Other => format!("answered with {code} by a filter"),
        Disposition::NoRoute => format!("no route: the proxy answers {code}"),
        Disposition::NoCluster if code == 0 => format!("cluster {cluster} does not exist: the connection is closed"),
        Disposition::NoCluster => format!("cluster {cluster} does not exist: the proxy answers {code}"),
        Disposition::NoHost if code == 0 => format!("{cluster} has no endpoint to use: the connection is closed"),
        Disposition::NoHost => format!("{cluster} has no endpoint to use: the proxy answers {code}"),
        Disposition::NoChain => "no filter chain takes the connection: it is reset".to_owned(),
        Disposition::TlsFailed => "the TLS handshake with the client fails".to_owned(),
        Disposition::UpstreamFailed if code == 0 => format!("the connection to {} fails", place(outcome, cluster)),
        Disposition::UpstreamFailed => {
            format!("the connection to {} fails: the proxy answers {code}", place(outcome, cluster))
        }
        Disposition::Dropped => format!("dropped on purpose by the load balancer with {code}"),
        Disposition::TcpClosed => "the connection is closed without having been forwarded".to_owned(),
        Disposition::OtherTerminal => "handled by a filter that logs no request".to_owned(),
        Disposition::Closed => "the connection is closed at once".to_owned(),
        Disposition::Undetermined => "cannot be told".to_owned(),
    }
}

/// The cluster and where in it.
fn place(outcome: &Outcome, cluster: &str) -> String {
    match outcome.upstreams.as_slice() {
        [] => cluster.to_owned(),
        [one] if one == cluster => cluster.to_owned(),
        [one] => format!("{one} of {cluster}"),
        several => format!("one of {} of {cluster}", count(several.len(), "endpoint")),
    }
}
