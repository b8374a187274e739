//! How requests end, in a sentence.

use std::collections::BTreeMap;

use crate::simulate::Trace;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::outcome::{Disposition, Outcome};
use crate::simulate::trace::{Stage, Way};
use crate::view::document::{Line, Role};
use crate::view::words::{count, percent};

/// Ways that end alike.
#[derive(Debug)]
pub struct Ending<'t> {
    /// The first of them.
    pub way: &'t Way,
    /// Their share together.
    pub share: f64,
    /// Whether chance alone gives the share; else it depends on a state, and the share says nothing.
    pub share_known: bool,
}

/// The different ends of a trace, the most likely first.
pub fn endings(trace: &Trace) -> Vec<Ending<'_>> {
    let mut endings: Vec<Ending> = Vec::new();
    for way in &trace.ways {
        let alike = |ending: &&mut Ending| alike_in_end(ending.way, way);
        let share_known = !way.choices().any(|choice| choice.share.is_none());
        match endings.iter_mut().find(alike) {
            Some(known) => {
                known.share += way.share;
                known.share_known &= share_known;
            }
            None => endings.push(Ending { way, share: way.share, share_known }),
        }
    }
    endings.sort_by(|left, right| right.share.total_cmp(&left.share));
    endings
}

/// Whether two ways end alike: at the same proxy or application, with the same outcome there, and the same for the
/// client.
fn alike_in_end(one: &Way, other: &Way) -> bool {
    one.end == other.end && one.deciding().map(|hop| bare(&hop.outcome)) == other.deciding().map(|hop| bare(&hop.outcome))
}

/// An end without what does not make it another one: its share, and who else gets a copy.
fn bare(outcome: &Outcome) -> Outcome {
    Outcome { share: 0.0, shadows: Vec::new(), ..outcome.clone() }
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
        let Some(outcome) = self.way.deciding().map(|hop| &hop.outcome) else { return Line::default() };
        let role = role(outcome);
        let line = Line::of(role, words(outcome, &self.cluster()));
        match access_log(outcome) {
            Some(log) => line.and(Role::Muted, format!("  ({log})")),
            None => line,
        }
    }

    /// The cluster, also one that does not exist: the access log has no name for it, but the step that looked for it.
    fn cluster(&self) -> String {
        let mut steps = self.way.hops.iter().flat_map(|hop| &hop.steps);
        let step = || steps.rfind(|step| step.stage == Stage::Cluster).map(|step| step.decision.clone());
        self.way.deciding().and_then(|hop| hop.outcome.cluster.clone()).or_else(step).unwrap_or_else(|| "that it is to go to".to_owned())
    }

    /// Its share, as far as chance alone gives it.
    pub fn share(&self) -> String {
        let mut states = self.way.choices().filter(|choice| choice.share.is_none());
        if self.share_known {
            percent(self.share * 100.0)
        } else if states.all(|choice| choice.fork == ForkKind::Limit && choice.picked == WITHIN_LIMIT) {
            "usually".to_owned()
        } else {
            "if so".to_owned()
        }
    }

    /// The states that it depends on.
    pub fn conditions(&self) -> Vec<String> {
        let states = self.way.choices().filter(|choice| choice.share.is_none());
        states.map(|choice| format!("if {}: {}", choice.picked, choice.at)).collect()
    }
}

/// How an end is to be read.
fn role(outcome: &Outcome) -> Role {
    match outcome.disposition {
        Disposition::Undetermined => Role::Warning,
        _ if outcome.is_success() => Role::Good,
        _ => Role::Bad,
    }
}

/// What the access log will show: code, flags and details.
fn access_log(outcome: &Outcome) -> Option<String> {
    let flags: Vec<&str> = outcome.flags.iter().map(|flag| flag.short()).collect();
    let code = match outcome.disposition {
        // The application writes the code of a request that it gets.
        Disposition::Forwarded | Disposition::TcpForwarded | Disposition::Undetermined => return None,
        _ if outcome.code == 0 => "0".to_owned(),
        _ => outcome.code.to_string(),
    };
    let flags = if flags.is_empty() { "-".to_owned() } else { flags.join(",") };
    let details = outcome.details.as_deref().unwrap_or("-");
    Some(format!("access log: {code} {flags} {details}"))
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
