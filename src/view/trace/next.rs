//! What to look at and which command to run next, for each way to fail.

use schemars::JsonSchema;
use serde::Serialize;

use super::ending;
use super::verdict::Verdict;
use crate::base::field::Field;
use crate::base::name::ProxyId;
use crate::base::origin::ResourceRef;
use crate::correlate::absent::Absence;
use crate::simulate::Trace;
use crate::simulate::choice::{ForkKind, WITHIN_LIMIT};
use crate::simulate::outcome::Disposition;
use crate::simulate::request::{Request, Transport};
use crate::simulate::trace::{Hop, Stage, Way};
use crate::view::document::{Entry, Line, Role};

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Next {
    /// What to look at.
    pub look_at: String,
    /// The command that shows it.
    pub run: String,
}

/// More is not short.
const MOST: usize = 2;

/// What tells more of an end.
enum Advice {
    /// Who may do what, and the policy that says so.
    Policy,
    /// The resource behind the decision; where none is known, the filters.
    Owner,
    /// Why the object is missing.
    Missing(&'static str),
    /// Which chains there are, or who sends what none of them takes.
    Chains,
    /// The certificates, or who sends plaintext.
    Handshake,
    /// The endpoint, or TLS towards it.
    Upstream,
    /// The cluster.
    Cluster,
    /// The listeners.
    Listeners,
    /// The answer says it all.
    Nothing,
}

/// The table.
fn advice(disposition: Disposition) -> Advice {
    match disposition {
        Disposition::RbacDenied => Advice::Policy,
        Disposition::JwtDenied
        | Disposition::ExtAuthzDenied
        | Disposition::RateLimited
        | Disposition::FaultAbort
        | Disposition::UpgradeRefused
        | Disposition::Other => Advice::Owner,
        Disposition::NoRoute | Disposition::DirectResponse => Advice::Missing("route"),
        Disposition::NoCluster => Advice::Missing("cluster"),
        Disposition::NoHost => Advice::Missing("endpoint"),
        Disposition::NoChain => Advice::Chains,
        Disposition::TlsFailed => Advice::Handshake,
        Disposition::UpstreamFailed => Advice::Upstream,
        Disposition::Dropped => Advice::Cluster,
        Disposition::Closed | Disposition::TcpClosed | Disposition::OtherTerminal => Advice::Listeners,
        Disposition::Forwarded
        | Disposition::TcpForwarded
        | Disposition::Redirect
        | Disposition::CorsPreflight
        | Disposition::BadRequest
        | Disposition::Undetermined => Advice::Nothing,
    }
}

/// The next steps for the ends that fail. Where it is known why an object is missing, that says what to do.
pub(super) fn next(trace: &Trace, verdict: Verdict, missing: &[Absence]) -> Vec<Next> {
    if verdict == Verdict::Succeeds {
        return Vec::new();
    }
    let mut steps: Vec<Next> = Vec::new();
    let explained = missing.iter().any(|absence| !absence.reasons.is_empty());
    // A limit is there to stop requests.
    let over_limit =
        |way: &Way| way.choices().any(|choice| choice.fork == ForkKind::Limit && choice.picked != WITHIN_LIMIT);
    let failing = ending::endings(trace).into_iter().map(|ending| ending.way);
    let failing = failing.filter(|way| !way.is_success() && !over_limit(way));
    for step in failing.filter_map(|way| one(way, &trace.request, explained)) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    steps.truncate(MOST);
    steps
}

fn one(way: &Way, request: &Request, explained: bool) -> Option<Next> {
    let hop = way.deciding()?;
    let index = way.hops.iter().position(|known| std::ptr::eq(known, hop))?;
    let before = index.checked_sub(1).and_then(|index| way.hops.get(index));
    let proxy = &hop.proxy;
    match advice(hop.outcome.disposition) {
        Advice::Nothing => None,
        Advice::Policy => {
            let policy = owner(hop, &["AuthorizationPolicy"]);
            let look_at = policy.map_or_else(|| format!("the policies of {}", hop.workload), ToString::to_string);
            let first = way.hops.first()?;
            Some(Next {
                look_at,
                run: format!("meshdbg authz can {} --to {}{}", name(first.pod()), to(request), more(request)),
            })
        }
        Advice::Owner => match owner(hop, &[]) {
            Some(resource) => Some(explain(resource)),
            None => Some(list("filters", proxy, "")),
        },
        Advice::Missing(_) if explained => None,
        Advice::Missing(kind) => {
            let cluster =
                || hop.steps.iter().rfind(|step| step.stage == Stage::Cluster).map(|step| step.decision.clone());
            let what = match kind {
                "route" => request.authority.clone()?,
                _ => hop.outcome.cluster.clone().or_else(cluster)?,
            };
            let run = format!("meshdbg explain missing {kind} {} --in {}", quoted(&what), name(proxy));
            Some(Next { look_at: format!("why {proxy} has no {kind} for it"), run })
        }
        Advice::Chains if !fails_on_tls(hop) => Some(list("chains", proxy, "")),
        Advice::Handshake if !comes_in_plaintext(before, request) => Some(list("secrets", proxy, "")),
        Advice::Chains | Advice::Handshake => {
            let rule = before.and_then(|hop| owner(hop, &["DestinationRule"]));
            match rule {
                Some(rule) => Some(explain(rule)),
                None => {
                    let look_at = format!("the PeerAuthentication of {}", hop.workload);
                    Some(Next { look_at, run: format!("meshdbg authz check {}", name(proxy)) })
                }
            }
        }
        Advice::Upstream => {
            let details = hop.outcome.details.as_deref().or(hop.outcome.close.as_deref()).unwrap_or_default();
            let cluster = hop.outcome.cluster.as_deref().unwrap_or_default();
            if details.contains("CERTIFICATE_VERIFY_FAILED") {
                let server = way.hops.get(index + 1).map_or(proxy, |next| &next.proxy);
                return Some(list("secrets", server, ""));
            }
            match owner(hop, &["DestinationRule"]).filter(|_| details.contains("TLS_error")) {
                Some(rule) => Some(explain(rule)),
                None => Some(list("endpoints", proxy, &format!(" --cluster {}", quoted(cluster)))),
            }
        }
        Advice::Cluster => {
            let cluster = hop.outcome.cluster.as_deref()?;
            let run = format!("meshdbg explain cluster {} --in {}", quoted(cluster), name(proxy));
            Some(Next { look_at: format!("cluster {cluster}"), run })
        }
        Advice::Listeners => Some(list("listeners", proxy, "")),
    }
}

/// Whether the chains that came close ask for TLS, or for none.
fn fails_on_tls(hop: &Hop) -> bool {
    let chain = hop.steps.iter().rfind(|step| step.stage == Stage::Chain);
    chain.is_some_and(|step| step.near_misses.iter().any(|miss| miss.field == Some(Field::Tls)))
}

/// Whether the proxy before, or the client, sends plaintext.
fn comes_in_plaintext(before: Option<&Hop>, request: &Request) -> bool {
    match before {
        Some(hop) => hop.outcome.upstream_request.as_ref().is_some_and(|sent| !sent.tls),
        None => request.transport == Transport::Plaintext,
    }
}

/// The resource behind the last decision that has one of these kinds; of no kinds any will do.
fn owner<'h>(hop: &'h Hop, kinds: &[&str]) -> Option<&'h ResourceRef> {
    let fits = |resource: &&ResourceRef| kinds.is_empty() || kinds.contains(&resource.kind.as_str());
    let owners = hop.steps.iter().rev().flat_map(|step| &step.owners).map(|owner| &owner.resource);
    // A service says nothing of what a filter or a route does.
    owners.filter(|resource| resource.kind != "Service" || kinds.contains(&"Service")).find(fits)
}

fn explain(resource: &ResourceRef) -> Next {
    let kind = resource.kind.to_ascii_lowercase();
    let name = quoted(&format!("{}.{}", resource.name, resource.namespace));
    Next { look_at: resource.to_string(), run: format!("meshdbg explain {kind} {name}") }
}

fn list(table: &str, proxy: &ProxyId, more: &str) -> Next {
    Next { look_at: format!("the {table} of {proxy}"), run: format!("meshdbg {table} {}{more}", name(proxy)) }
}

fn name(proxy: &ProxyId) -> String {
    quoted(&proxy.to_string())
}

/// DEST of a request.
fn to(request: &Request) -> String {
    if !request.protocol.is_http() {
        return format!("tcp://{}", request.destination);
    }
    let scheme = if request.transport == Transport::Plaintext { "http" } else { "https" };
    let authority = request.authority.clone().unwrap_or_else(|| request.destination.to_string());
    let path = if request.path.starts_with('/') { request.path.as_str() } else { "" };
    quoted(&format!("{scheme}://{authority}{path}"))
}

/// What else the request is.
fn more(request: &Request) -> String {
    let method =
        Some(&request.method).filter(|method| *method != "GET").map(|method| format!(" -X {}", quoted(method)));
    let peer = request.peer.as_ref().map(|peer| format!(" --as {}", quoted(peer)));
    let headers = request.headers.iter().map(|(name, value)| format!(" -H {}", quoted(&format!("{name}: {value}"))));
    let claims = request.claims.as_ref().and_then(serde_json::Value::as_object).into_iter().flatten();
    let claims = claims.map(|(name, value)| format!(" --claim {}", quoted(&format!("{name}={value}"))));
    method.into_iter().chain(peer).chain(headers).chain(claims).collect()
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:@%+,".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// As an entry of a report.
pub(super) fn entry(next: &Next) -> Entry {
    Entry::fact("next", Line::from(format!("{}: ", next.look_at)).and(Role::Name, next.run.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_for_a_shell() {
        let cases = [
            ("shop/reviews-v1", "shop/reviews-v1"),
            ("outbound|80||x", "'outbound|80||x'"),
            ("a'b", r"'a'\''b'"),
            ("", "''"),
            ("$(x)", "'$(x)'"),
        ];
        for (word, want) in cases {
            assert_eq!(quoted(word), want);
        }
    }
}
