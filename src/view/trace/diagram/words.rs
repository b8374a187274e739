//! Names and messages of diagrams.

use crate::simulate::outcome::Outcome;
use crate::simulate::request::{Direction, Request, Transport};
use crate::simulate::trace::{EdgeTls, Hop, Mood, Stage, Step, Way};
use crate::simulate::walk::reply::Actor;
use crate::view::document::Role;

/// The name of the one who asks.
pub(super) fn client(request: &Request, first: Option<&Hop>) -> String {
    match first {
        Some(hop) if hop.direction == Direction::Outbound => format!("application of {}", hop.workload),
        _ => format!("client {}", request.source),
    }
}

/// Where a way ends: the name of the application, or of a proxy that was not read; none where the last proxy that was
/// passed decides.
pub(super) fn place(way: &Way) -> Option<String> {
    let last = way.hops.last();
    match &way.end.decided_by {
        Actor::Application { .. } | Actor::Proxy(_) if last.is_some_and(|hop| hop.edge.is_none()) => None,
        Actor::Application { behind_proxy: true, .. } => last.map(|hop| format!("application of {}", hop.workload)),
        Actor::Application { pod: Some(pod), .. } => Some(format!("{pod}, which has no proxy")),
        Actor::Application { pod: None, address, .. } => Some(address.clone()),
        Actor::Proxy(id) if way.hops.iter().all(|hop| hop.proxy != *id) => Some(format!("proxy of {id}, not read")),
        // A proxy that denies a connection may have opened the next one; nothing travels on it.
        Actor::Proxy(_) => {
            let failed = last.and_then(|hop| hop.edge.as_ref()).filter(|edge| edge.tls == EdgeTls::Fails);
            failed.map(|edge| edge.to.clone()).filter(|to| !to.is_empty())
        }
    }
}

/// The request as the client sends it.
pub(super) fn asked(request: &Request) -> String {
    let tls = match request.transport {
        Transport::Plaintext => EdgeTls::Plaintext,
        Transport::Tls => EdgeTls::Simple,
        Transport::Mtls => EdgeTls::Mutual,
    };
    let what = if request.protocol.is_http() {
        format!("{} {}{}", request.method, request.authority.as_deref().unwrap_or_default(), request.path)
    } else {
        format!("TCP to {}", request.destination)
    };
    format!("{what} ({})", tls_word(tls))
}

/// What a proxy sends on, and over which TLS.
pub(super) fn sent(hop: &Hop) -> String {
    let of_request = |request: &crate::simulate::outcome::UpstreamRequest| {
        let host = request.authority.as_deref().unwrap_or_default();
        request.method.as_ref().map(|method| format!("{method} {host}{}", request.path.as_deref().unwrap_or_default()))
    };
    let what = hop.outcome.upstream_request.as_ref().and_then(of_request).unwrap_or_else(|| "TCP".to_owned());
    match &hop.edge {
        Some(edge) if edge.tls == EdgeTls::Fails => format!("{what} ({})", edge.words),
        Some(edge) => format!("{what} ({})", tls_word(edge.tls)),
        None => what,
    }
}

/// TLS in a word.
pub(super) fn tls_word(tls: EdgeTls) -> &'static str {
    match tls {
        EdgeTls::Mutual => "mutual TLS",
        EdgeTls::Simple => "TLS",
        EdgeTls::PassedThrough => "the client's own TLS",
        EdgeTls::Plaintext => "plaintext",
        EdgeTls::Fails => "TLS fails",
    }
}

/// What a proxy gives back: code, flags and details of its access log. Bytes that it passes on may be an answer.
pub(super) fn answered(outcome: &Outcome, way: &Way) -> String {
    let what = match outcome.code {
        0 if outcome.is_success() && way.end.code > 0 => format!("bytes: {}", way.end.code),
        0 if way.is_success() => "bytes".to_owned(),
        0 => "the connection ends".to_owned(),
        code => code.to_string(),
    };
    let flags = outcome.flags.iter().map(|flag| flag.short()).collect::<Vec<_>>().join(",");
    let details = outcome.details.as_deref().or(outcome.close.as_deref());
    let details = details.filter(|details| *details != "via_upstream").unwrap_or_default();
    [what.as_str(), flags.as_str(), details]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The decision at which a request ends, with its owner and the candidate that came closest.
pub(super) fn failed(hop: &Hop) -> Option<String> {
    let ends = |step: &&Step| step.stage != Stage::Answer && matches!(step.mood, Mood::Fails | Mood::Unknown);
    // Where there is no route, no step fails: the answer comes later.
    let lacks = |step: &&Step| step.decision == "none" || step.decision.ends_with("› none");
    let mut steps = hop.steps.iter();
    let step = steps.clone().rfind(ends).or_else(|| steps.clone().rfind(lacks)).or_else(|| steps.next_back())?;
    let miss = step.near_misses.first().map(|miss| format!("; {}: {}, {}", miss.candidate, miss.asked, miss.found));
    let reason = if step.because.is_empty() { String::new() } else { format!(": {}", step.because) };
    Some(format!("{} {}{reason}{}{}", step.stage.word(), step.decision, miss.unwrap_or_default(), owner(step)))
}

/// Whose a step is.
pub(super) fn owner(step: &Step) -> String {
    step.owners.first().map(|owner| format!(", by {owner}")).unwrap_or_default()
}

/// What is to be thought of a way.
pub(super) fn role(way: &Way) -> Role {
    let unknown = way.end.disposition == crate::simulate::outcome::Disposition::Undetermined;
    match way.is_success() {
        _ if unknown || !way.undetermined.is_empty() => Role::Warning,
        true => Role::Good,
        false => Role::Bad,
    }
}
