//! The request as the next hop sees it.

use super::page::Depth;
use crate::simulate::outcome::{Outcome, UpstreamRequest};
use crate::view::document::{Entry, Line, Role};

/// Headers that a proxy adds to whatever it sends on: they say nothing of the request.
const OF_THE_PROXY: [&str; 3] = ["x-envoy-attempt-count", "x-forwarded-proto", "x-request-id"];

/// What is sent on, and what was changed; none where no request is.
pub(super) fn entry(outcome: &Outcome, depth: Depth) -> Option<Entry> {
    let request = outcome.upstream_request.as_ref()?;
    let mut head = Line::of(Role::Name, start(request)?);
    let mut below = Vec::new();
    if depth == Depth::Everything {
        let lines = |mark: &'static str, role, headers: &[(String, String)]| {
            let line = |(name, value): &(String, String)| {
                (Line::of(role, mark).plain(format!("{name}: {value}")), Line::default())
            };
            headers.iter().map(line).collect::<Vec<_>>()
        };
        below.extend(lines("+ ", Role::Good, &request.added));
        below.extend(lines("+ ", Role::Good, &request.for_next_proxy));
        below.extend(lines("- ", Role::Bad, &request.removed));
    } else {
        let names = |headers: &[(String, String)]| {
            let names = headers.iter().map(|(name, _)| name.as_str());
            let mut names: Vec<&str> = names.filter(|name| !OF_THE_PROXY.contains(name)).collect();
            names.dedup();
            names.join(", ")
        };
        for (word, headers) in [("adds", &request.added), ("removes", &request.removed)] {
            let names = names(headers);
            if !names.is_empty() {
                head = head.plain(format!("  {word} {names}"));
            }
        }
    }
    Some(Entry { label: Line::of(Role::Muted, "sends"), head, below, ..Entry::default() })
}

/// Method, host and path; none where it is bytes.
fn start(request: &UpstreamRequest) -> Option<String> {
    let parts = [&request.method, &request.authority, &request.path];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
