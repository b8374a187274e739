//! Whether what a real Envoy was seen to do is among what meshdbg says it may do.

use std::collections::{BTreeMap, BTreeSet};

use meshdbg::simulate::batch::{Answered, Ending};
use serde::Deserialize;
use serde_json::Value;

/// What the real Envoy did.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Observed {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) listener: Option<String>,
    pub(crate) chain: Option<String>,
    pub(crate) close: Option<String>,
    pub(crate) response: Answering,
    pub(crate) upstream_request: Option<Sent>,
    pub(crate) upstream: Option<String>,
    #[serde(flatten)]
    pub(crate) end: End,
    pub(crate) support: Vec<End>,
}

/// One way in which equal requests ended.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct End {
    pub(crate) disposition: String,
    pub(crate) code: u16,
    pub(crate) flags: BTreeSet<String>,
    pub(crate) details: Option<String>,
    pub(crate) chain: Option<String>,
    pub(crate) route: Option<String>,
    pub(crate) cluster: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) authority: Option<String>,
    pub(crate) shadows: BTreeSet<String>,
    pub(crate) upstreams: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Answering {
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    pub(crate) method: Option<String>,
    pub(crate) authority: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) scheme: Option<String>,
    pub(crate) added: Vec<(String, String)>,
    pub(crate) removed: Vec<(String, String)>,
    pub(crate) tls: bool,
    pub(crate) sni: Option<String>,
}

/// A field in which prediction and observation differ.
pub(crate) type Difference = (&'static str, String, String);

#[expect(clippy::needless_pass_by_value, reason = "callers compare values that they make for it")]
fn differs<T: PartialEq + std::fmt::Debug>(field: &'static str, want: T, got: T) -> Option<Difference> {
    (want != got).then(|| (field, format!("{want:?}"), format!("{got:?}")))
}

fn compare_end(observed: &Observed, end: &End, answered: &Answered, ending: &Ending) -> Vec<Difference> {
    let outcome = &ending.outcome;
    let flags: BTreeSet<String> = outcome.flags.iter().map(|flag| flag.short().to_owned()).collect();
    let disposition = serde_json::to_value(outcome.disposition).unwrap();
    let listener = ending.listener.as_ref().or(answered.listener.as_ref());
    let chain = ending.chain.as_ref().or(answered.chain.as_ref());
    let shadows: BTreeSet<String> = outcome.shadows.iter().cloned().collect();
    let mut all = vec![
        differs("disposition", Value::String(end.disposition.clone()), disposition),
        differs("code", end.code, outcome.code),
        differs("flags", end.flags.clone(), flags),
        differs("details", end.details.clone(), outcome.details.clone()),
        differs("listener", observed.listener.as_ref(), listener),
        differs("chain", end.chain.as_ref(), chain),
        differs("route", end.route.clone(), outcome.route.clone()),
        differs("cluster", end.cluster.clone(), outcome.cluster.clone()),
        differs("shadows", end.shadows.clone(), shadows),
        differs("close", observed.close.clone(), outcome.close.clone()),
    ];
    if observed.kind == "http" {
        all.push(differs("path", end.path.clone(), outcome.path.clone()));
        all.push(differs("authority", end.authority.clone(), outcome.authority.clone()));
    }
    let foreign: Vec<&String> = end.upstreams.iter().filter(|seen| !outcome.upstreams.contains(seen)).collect();
    // A failing handshake races against the connection to the endpoint.
    let races = end.disposition == "tls_failed";
    if !foreign.is_empty() || (end.upstreams.is_empty() && !outcome.upstreams.is_empty() && !races) {
        all.push(Some(("upstreams", format!("{:?}", end.upstreams), format!("{:?}", outcome.upstreams))));
    }
    all.into_iter().flatten().collect()
}

/// Masks what the recording's own certificates put into a header: every proxy had one with its SPIFFE id, also where
/// production has one for DNS names, and thus no `By`.
fn masked(name: &str, value: &str) -> String {
    if name != "x-forwarded-client-cert" {
        return value.to_owned();
    }
    let of_gateway = |part: &str| part.starts_with("By=") && part.contains("/sa/ingressgateway");
    let parts = value.split(';').filter(|part| !of_gateway(part));
    let parts = parts.map(|part| match part.split_once('=') {
        Some((key @ ("Cert" | "Chain" | "Subject"), _)) => format!("{key}=\"*\""),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(";")
}

/// What only the first play recorded: headers both ways.
fn compare_messages(observed: &Observed, ending: &Ending) -> Vec<Difference> {
    let outcome = &ending.outcome;
    let mut all = vec![
        differs("response.headers", observed.response.headers.clone(), outcome.response.headers.clone()),
        // What answered a forwarded connection is no proxy.
        observed
            .response
            .body
            .as_ref()
            .filter(|_| observed.kind == "http")
            .and_then(|body| differs("response.body", Some(body.as_str()), outcome.response.body.as_deref())),
    ];
    let sorted = |lines: &[(String, String)]| {
        let mut lines: Vec<(String, String)> =
            lines.iter().map(|(name, value)| (name.clone(), masked(name, value))).collect();
        lines.sort();
        lines
    };
    let none = Sent::default();
    let want = observed.upstream_request.as_ref().unwrap_or(&none);
    let nothing = meshdbg::simulate::outcome::UpstreamRequest::default();
    let got = outcome.upstream_request.as_ref().unwrap_or(&nothing);
    all.extend([
        differs("sent.method", &want.method, &got.method),
        differs("sent.authority", &want.authority, &got.authority),
        differs("sent.path", &want.path, &got.path),
        differs("sent.scheme", &want.scheme, &got.scheme),
        differs("sent.added", sorted(&want.added), sorted(&got.added)),
        differs("sent.removed", sorted(&want.removed), sorted(&got.removed)),
        differs("sent.tls", want.tls, got.tls),
        differs("sent.sni", &want.sni, &got.sni),
    ]);
    all.into_iter().flatten().collect()
}

pub(crate) fn compare(observed: &Observed, answered: &Answered) -> Vec<Difference> {
    let mut first = observed.end.clone();
    first.upstreams.extend(observed.upstream.clone());
    first.chain.clone_from(&observed.chain);
    let mut closest: Option<Vec<Difference>> = None;
    for ending in &answered.outcomes {
        let mut found = compare_end(observed, &first, answered, ending);
        found.extend(compare_messages(observed, ending));
        if closest.as_ref().is_none_or(|known| known.len() > found.len()) {
            closest = Some(found);
        }
    }
    let mut differences = closest.unwrap_or_default();
    for end in &observed.support {
        let found = answered.outcomes.iter().map(|ending| compare_end(observed, end, answered, ending));
        differences.extend(found.min_by_key(Vec::len).unwrap_or_default());
    }
    differences
}
