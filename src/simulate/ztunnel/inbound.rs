//! Whether a connection is let in that comes to a captured workload (ztunnel's `Inbound`, `InboundPassthrough` and
//! `DemandProxyState::assert_rbac`).

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use super::capture::Capture;
use super::condition::Connection;
use super::judge::{self, JudgedPolicy};
use super::refusal::{Refusal, status_words};
use super::state::State;
use crate::base::evidence::Truth;
use crate::model::ztunnel::certificate;
use crate::model::ztunnel::policy::{Action, Policy, Scope};
use crate::model::ztunnel::workload::Workload;

/// A connection as it comes to a pod.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The client's address.
    pub source: IpAddr,
    /// The pod's address and port: of a tunnel what it is for, not port 15008.
    pub destination: SocketAddr,
    /// How it comes.
    pub arrived: Arrived,
}

/// How a connection comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrived {
    /// In a tunnel with mTLS.
    Hbone {
        /// The client's identity: `spiffe://…`. Behind a waypoint it is the waypoint's.
        peer: String,
    },
    /// As it is.
    Plaintext,
}

/// Whether a connection is let in, and why.
#[derive(Debug, Clone)]
pub struct Inbound {
    /// Whether a ztunnel stands before the workload at all.
    pub capture: Capture,
    /// The policies that bind it, those that deny first; also those that are only logged.
    pub policies: Vec<JudgedPolicy>,
    /// Policies that the workload names and the dump does not have: they are skipped.
    pub missing: Vec<String>,
    /// The answer.
    pub verdict: Verdict,
    /// The answer that policies would give that are only logged; none where it is the same.
    pub dry_run: Option<Verdict>,
}

/// The answer to a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No ztunnel stands before the workload: no policy is checked.
    Unguarded,
    /// Nothing denies, and nothing needs to allow.
    NoAllowPolicies,
    /// A policy allows it.
    AllowedBy(String),
    /// A policy denies it.
    DeniedBy(String),
    /// There are policies that allow, and none allows this.
    NoneAllowed,
    /// It fails before any policy is asked.
    Refused(Refusal),
    /// It cannot be told.
    Undetermined(String),
}

impl Verdict {
    /// Whether the connection goes on to the application (or its sidecar).
    pub fn is_let_in(&self) -> Truth {
        match self {
            Self::Unguarded | Self::NoAllowPolicies | Self::AllowedBy(_) => Truth::Yes,
            Self::DeniedBy(_) | Self::NoneAllowed | Self::Refused(_) => Truth::No,
            Self::Undetermined(_) => Truth::Unknown,
        }
    }

    /// The status with which a tunnel is answered; none where it is not answered. Envoy makes `tunnel_response:401` and
    /// a 503 with the flags UC of it.
    pub fn tunnel_status(&self) -> Option<u16> {
        match self {
            Self::Unguarded | Self::Undetermined(_) => None,
            Self::NoAllowPolicies | Self::AllowedBy(_) => Some(200),
            Self::DeniedBy(_) | Self::NoneAllowed => Some(401),
            Self::Refused(refusal) => refusal.status(),
        }
    }

    /// The `error` in the access log of this ztunnel.
    pub fn error(&self) -> Option<String> {
        let rejection = |reason: &str| Some(format!("connection closed due to policy rejection: {reason}"));
        match self {
            Self::Unguarded | Self::NoAllowPolicies | Self::AllowedBy(_) | Self::Undetermined(_) => None,
            Self::DeniedBy(policy) => rejection(&format!("explicitly denied by: {policy}")),
            Self::NoneAllowed => rejection("allow policies exist, but none allowed"),
            Self::Refused(refusal) => Some(refusal.to_string()),
        }
    }

    /// The `error` in the access log of the client's ztunnel, of a tunnel.
    pub fn client_error(&self) -> Option<String> {
        self.tunnel_status().filter(|status| *status != 200).map(status_words)
    }
}

impl fmt::Display for Verdict {
    /// The words of ztunnel's own log of verdicts, where it has some.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unguarded => f.write_str("no ztunnel stands before it"),
            Self::NoAllowPolicies => f.write_str("no allow policies, allow"),
            Self::AllowedBy(policy) => write!(f, "allow policy match policy={policy:?}"),
            Self::DeniedBy(policy) => write!(f, "deny policy match policy={policy:?}"),
            Self::NoneAllowed => f.write_str("no allow policies matched"),
            Self::Refused(refusal) => write!(f, "{refusal}"),
            Self::Undetermined(reason) => f.write_str(reason),
        }
    }
}

/// Whether a connection to a workload is let in. All policies are judged, also those behind the one that decides.
pub fn inbound(state: &State, workload: &Workload, arrival: &Arrival) -> Inbound {
    let capture = state.capture(workload);
    let unchecked = |verdict| Inbound {
        capture: capture.clone(),
        policies: Vec::new(),
        missing: Vec::new(),
        verdict,
        dry_run: None,
    };
    match &capture {
        Capture::Captured(_) => {}
        Capture::Sidecar(_) | Capture::Uncaptured(_) => return unchecked(Verdict::Unguarded),
        Capture::Unknown(reason) => return unchecked(Verdict::Undetermined(reason.clone())),
    }
    if let Some(verdict) = before_policies(state, workload, arrival) {
        return unchecked(verdict);
    }
    let identity = match &arrival.arrived {
        Arrived::Hbone { peer } => Some(peer.as_str()),
        Arrived::Plaintext => None,
    };
    let connection = Connection::new(arrival.source, arrival.destination, identity);
    let (bound, missing) = bound(state, workload);
    let policies: Vec<JudgedPolicy> = bound.into_iter().map(|policy| judge::policy(policy, &connection)).collect();
    let enforced: Vec<&JudgedPolicy> = policies.iter().filter(|policy| !policy.dry_run).collect();
    let verdict = decide(state, &enforced);
    let dry_run = decide(state, &policies.iter().collect::<Vec<_>>());
    let dry_run = Some(dry_run).filter(|dry_run| *dry_run != verdict);
    Inbound { capture, policies, missing, verdict, dry_run }
}

/// What fails a connection before any policy is asked.
fn before_policies(state: &State, workload: &Workload, arrival: &Arrival) -> Option<Verdict> {
    let Arrival { destination, arrived, .. } = arrival;
    if let Arrived::Hbone { .. } = arrived {
        // Only the ztunnel of the node holds certificates.
        let identity = workload.identity();
        let credential = state.credential(&identity).filter(|_| state.ztunnel.is_local_to(workload));
        match credential.map(|credential| &credential.state) {
            Some(certificate::State::Unavailable(reason)) => {
                return Some(Verdict::Refused(Refusal::Signing(reason.clone())));
            }
            Some(certificate::State::Other(word)) => {
                let reason = format!("the certificate of {identity} is {word:?}, which is not modelled");
                return Some(Verdict::Undetermined(reason));
            }
            None | Some(certificate::State::Available | certificate::State::Initializing) => {}
        }
        if let Some(own) = workload.workload_ips.first().filter(|_| !workload.workload_ips.contains(&destination.ip()))
        {
            return Some(Verdict::Refused(Refusal::AnotherPod(*own, destination.ip())));
        }
    }
    let is_own_port = state.ztunnel.dump.config.illegal_ports.contains(&destination.port());
    is_own_port.then_some(Verdict::Refused(Refusal::SelfCall))
}

/// The policies that bind a workload: those of its namespace, those of all, and those that it names; and the names that
/// mean nothing. Those that deny come first, each kind in the order of their names.
pub fn bound<'a>(state: &State<'a>, workload: &Workload) -> (Vec<&'a Policy>, Vec<String>) {
    let dump = &state.ztunnel.dump;
    let applies = |policy: &&Policy| match policy.scope {
        Scope::Global => true,
        Scope::Namespace => policy.namespace == workload.namespace,
        Scope::WorkloadSelector | Scope::Other(_) => false,
    };
    let mut bound: Vec<&Policy> = dump.policies.iter().filter(applies).collect();
    let mut missing = Vec::new();
    for id in &workload.authorization_policies {
        match dump.policy(id) {
            None => missing.push(id.clone()),
            Some(policy) if bound.iter().any(|known| known.id() == policy.id()) => {}
            Some(policy) => bound.push(policy),
        }
    }
    bound.sort_by_key(|policy| (policy.action != Action::Deny, policy.id()));
    (bound, missing)
}

/// Those that deny first; then one must allow, if there is any that could.
fn decide(state: &State, policies: &[&JudgedPolicy]) -> Verdict {
    let of = |action: Action| policies.iter().filter(move |policy| policy.action == action);
    let first = |action: Action, matches: Truth| of(action).find(|policy| policy.matches == matches);
    let unknown = |policy: &JudgedPolicy| Verdict::Undetermined(format!("whether policy {} matches", policy.policy));
    if let Some(policy) = first(Action::Deny, Truth::Yes) {
        return Verdict::DeniedBy(policy.policy.clone());
    }
    if let Some(reason) = state.ztunnel.dump.unread.iter().find(|reason| reason.starts_with("a policy ")) {
        return Verdict::Undetermined(reason.clone());
    }
    if let Some(policy) = first(Action::Deny, Truth::Unknown) {
        return unknown(policy);
    }
    if let Some(policy) = policies.iter().find(|policy| matches!(policy.action, Action::Other(_))) {
        let action = policy.action.word();
        return Verdict::Undetermined(format!("action {action} of policy {} is not modelled", policy.policy));
    }
    if let Some(policy) = first(Action::Allow, Truth::Yes) {
        return Verdict::AllowedBy(policy.policy.clone());
    }
    match (first(Action::Allow, Truth::Unknown), of(Action::Allow).next()) {
        (Some(policy), _) => unknown(policy),
        (None, Some(_)) => Verdict::NoneAllowed,
        (None, None) => Verdict::NoAllowPolicies,
    }
}
