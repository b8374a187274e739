//! Whether what the access logs of several real Envoys said is among the ways that meshdbg tells.

use std::collections::BTreeSet;

use meshdbg::simulate::followed::{Followed, FollowedHop, FollowedWay};
use serde::Deserialize;
use serde_json::{Value, json};

/// What was seen of a request.
#[derive(Debug, Deserialize)]
pub(crate) struct Observed {
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) first: Seen,
    /// The different ends of equal requests.
    #[serde(default)]
    pub(crate) support: Vec<Seen>,
}

/// What the logs of the proxies on its way said.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    pub(crate) hops: Vec<SeenHop>,
    #[serde(rename = "final")]
    pub(crate) end: Value,
}

/// What the log of one proxy said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SeenHop {
    pub(crate) proxy: String,
    pub(crate) kind: String,
    pub(crate) code: u16,
    pub(crate) flags: BTreeSet<String>,
    pub(crate) details: Option<String>,
    pub(crate) listener: Option<String>,
    pub(crate) chain: Option<String>,
    pub(crate) route: Option<String>,
    pub(crate) cluster: Option<String>,
    pub(crate) upstream: Option<String>,
    pub(crate) authority: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) peer: Option<String>,
    pub(crate) close: Option<String>,
    pub(crate) disposition: String,
}

/// A field in which prediction and observation differ.
pub(crate) type Difference = (String, String, String);

/// What differs; nothing where every observation is among the ways.
pub(crate) fn compare(observed: &Observed, followed: &Followed) -> Vec<Difference> {
    let mut all = Vec::new();
    if !followed.undetermined.is_empty() {
        all.push(("undetermined".to_owned(), String::new(), followed.undetermined.join("; ")));
    }
    let shares: f64 = followed.ways.iter().map(|way| way.share).sum();
    if (shares - 1.0).abs() > 1e-9 {
        all.push(("shares".to_owned(), "1".to_owned(), shares.to_string()));
    }
    for seen in std::iter::once(&observed.first).chain(&observed.support) {
        let found = followed.ways.iter().map(|way| of_way(seen, way));
        all.extend(
            found.min_by_key(Vec::len).unwrap_or_else(|| vec![("ways".to_owned(), "1".to_owned(), "0".to_owned())]),
        );
    }
    all
}

fn of_way(seen: &Seen, way: &FollowedWay) -> Vec<Difference> {
    let mut all = Vec::new();
    let seen_proxies: Vec<&str> = seen.hops.iter().map(|hop| hop.proxy.as_str()).collect();
    let proxies: Vec<String> = way.hops.iter().map(|hop| hop.proxy.to_string()).collect();
    if seen_proxies != proxies {
        all.push(("hops".to_owned(), seen_proxies.join(" "), proxies.join(" ")));
    }
    for (number, (seen, hop)) in seen.hops.iter().zip(&way.hops).enumerate() {
        of_hop(number + 1, seen, hop, &mut all);
    }
    let end = json!({
        "code": way.end.code, "disposition": way.end.disposition,
        "decided_by": way.end.decided_by, "answered_by": way.end.answered_by,
    });
    for field in ["code", "disposition", "decided_by", "answered_by"] {
        if seen.end[field] != end[field] {
            all.push((format!("final {field}"), seen.end[field].to_string(), end[field].to_string()));
        }
    }
    all
}

fn of_hop(number: usize, seen: &SeenHop, hop: &FollowedHop, all: &mut Vec<Difference>) {
    let mut differs = |field: &str, want: Option<&str>, got: Option<&str>| {
        let (want, got) = (want.unwrap_or_default(), got.unwrap_or_default());
        if want != got {
            all.push((format!("hop {number} {field}"), want.to_owned(), got.to_owned()));
        }
    };
    let word = |value: Value| value.as_str().unwrap_or_default().to_owned();
    differs("kind", Some(&seen.kind), Some(&word(json!(hop.kind))));
    differs("code", Some(&seen.code.to_string()), Some(&hop.code.to_string()));
    // Whether the application resets a connection once all is said is a race (UR).
    let flags: Vec<&str> = seen.flags.iter().map(String::as_str).filter(|flag| *flag != "UR").collect();
    let got: Vec<&str> = hop.flags.iter().map(|flag| flag.short()).collect();
    differs("flags", Some(&flags.join(",")), Some(&got.join(",")));
    // In a listing of different ends, details are cut where their braces begin.
    let (want, got) = (seen.details.as_deref(), hop.details.as_deref());
    match want.and_then(|want| want.strip_suffix('#')) {
        Some(beginning) if got.is_some_and(|got| got.starts_with(beginning)) => {}
        _ => differs("details", want, got),
    }
    differs("listener", seen.listener.as_deref().or(hop.listener.as_deref()), hop.listener.as_deref());
    differs("chain", seen.chain.as_deref(), hop.chain.as_deref());
    differs("route", seen.route.as_deref(), hop.route.as_deref());
    differs("cluster", seen.cluster.as_deref(), hop.cluster.as_deref());
    differs("peer", seen.peer.as_deref(), hop.peer.as_deref());
    differs("close", seen.close.as_deref(), hop.close.as_deref());
    differs("disposition", Some(&seen.disposition), Some(&word(json!(hop.disposition))));
    if seen.kind == "http" {
        differs("authority", seen.authority.as_deref(), hop.authority.as_deref());
        differs("path", seen.path.as_deref(), hop.path.as_deref());
    }
    let is_listed = seen.upstream.as_ref().is_none_or(|upstream| hop.upstreams.contains(upstream));
    // A failing handshake races against the connection to the endpoint.
    let races = seen.disposition == "tls_failed";
    if !is_listed || seen.upstream.is_none() && !hop.upstreams.is_empty() && !races {
        differs("upstream", Some(seen.upstream.as_deref().unwrap_or("none")), Some(&hop.upstreams.join(" ")));
    }
}
