//! `proxy-config listener --waypoint`: every chain with the way through the listener's matcher that leads to it.

use std::collections::BTreeMap;

use super::listener::{select, sort_key};
use super::listing::Listing;
use super::{destination, go_sort, listener_match};
use crate::model::Proxy;
use crate::model::envoy::address::CidrRange;
use crate::model::envoy::filter_chain::FilterChain;
use crate::model::envoy::listener::Listener;
use crate::model::envoy::matcher_tree::{IpMatcher, Matcher, OnMatch};

/// The chains of all active listeners. Where istioctl prints the ways to a chain in random order, they are sorted.
pub(super) fn listing(proxy: &Proxy) -> Listing {
    let (mut listeners, notes) = match select(proxy) {
        Ok(selection) => selection,
        Err(note) => return Listing::refusal(note),
    };
    go_sort::sort(&mut listeners, |(left, _), (right, _)| {
        if left.internal_listener.is_some() && right.internal_listener.is_some() {
            return left.name < right.name;
        }
        sort_key(left) < sort_key(right)
    });
    Listing {
        titles: vec!["LISTENER", "CHAIN", "MATCH", "DESTINATION"],
        rows: listeners.iter().flat_map(|(listener, _)| rows(listener)).collect(),
        padding: 1,
        notes,
    }
}

fn rows(listener: &Listener) -> Vec<Vec<String>> {
    let mut name = format!("envoy://{}", listener.name);
    let chains: Vec<&FilterChain> = destination::chains(listener).collect();
    if listener.internal_listener.is_some() && chains.len() == 1 && chains[0].name == name {
        "internal".clone_into(&mut name);
    }
    let mut rows = Vec::new();
    for chain in chains {
        let destination = destination::of_chain(chain);
        let ways = ways_to(chain, listener).into_iter();
        rows.extend(ways.map(|way| vec![name.clone(), chain.name.clone(), way, destination.clone()]));
    }
    rows
}

fn ways_to(chain: &FilterChain, listener: &Listener) -> Vec<String> {
    let Some(matcher) = &listener.filter_chain_matcher else {
        return vec![listener_match::words(chain.filter_chain_match.as_ref())];
    };
    let fallback = matcher.on_no_match.as_deref();
    if fallback.is_some_and(|fallback| leads_to(fallback, &chain.name)) {
        return vec!["UNMATCHED".to_owned()];
    }
    // What matches is not looked at where the fallback is a matcher of its own.
    let matcher = fallback.and_then(|fallback| fallback.matcher.as_deref()).unwrap_or(matcher);
    ways(matcher, &chain.name).unwrap_or_else(|| vec!["NONE".to_owned()])
}

/// The ways through a matcher to a chain; `None` where there is none.
fn ways(matcher: &Matcher, chain: &str) -> Option<Vec<String>> {
    if let Some(fallback) = matcher.on_no_match.as_deref() {
        if leads_to(fallback, chain) {
            return Some(vec!["ANY".to_owned()]);
        }
        if let Some(inner) = &fallback.matcher {
            return Some(ways(inner, chain).unwrap_or_else(|| vec!["NONE".to_owned()]));
        }
    }
    let tree = matcher.matcher_tree.as_ref()?;
    let sign = if tree.prefix_match_map.is_some() { '^' } else { '=' };
    let input = &tree.input.name;
    let mut found = Vec::new();
    for (key, outcome) in outcomes(matcher) {
        if leads_to(&outcome, chain) {
            found.push(format!("{input}{sign}{key}"));
        } else if let Some(inner) = &outcome.matcher {
            let inner = ways(inner, chain).unwrap_or_default();
            found.extend(inner.iter().map(|way| format!("{input}{sign}{key} -> {way}")));
        }
    }
    (!found.is_empty()).then_some(found)
}

/// What the values of the input lead to, sorted by value. istioctl does not look at lists.
fn outcomes(matcher: &Matcher) -> BTreeMap<String, OnMatch> {
    let Some(tree) = &matcher.matcher_tree else { return BTreeMap::new() };
    if let Some(map) = tree.exact_match_map.as_ref().or(tree.prefix_match_map.as_ref()) {
        return map.map.clone();
    }
    let config = tree.custom_match.as_ref().and_then(|custom| custom.typed_config.as_ref());
    let Some(config) = config.filter(|config| config.is(&["xds.type.matcher.v3.IPMatcher"])) else {
        return BTreeMap::new();
    };
    let ip: IpMatcher = serde_json::from_str(config.json.get()).unwrap_or_default();
    let ranges = ip.range_matchers.into_iter();
    ranges
        .flat_map(|matcher| {
            matcher.ranges.into_iter().map(move |range| (range_words(&range), matcher.on_match.clone()))
        })
        .collect()
}

/// A range of one address is the address, also where an IPv6 range of 32 bits is meant.
fn range_words(range: &CidrRange) -> String {
    match range.prefix_len {
        Some(32 | 128) => range.address_prefix.clone(),
        length => format!("{}/{}", range.address_prefix, length.unwrap_or_default()),
    }
}

fn leads_to(outcome: &OnMatch, chain: &str) -> bool {
    outcome.action.as_ref().is_some_and(|action| action.name == chain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_worded_as_istioctl_does() {
        let listener: Listener = serde_json::from_str(
            r#"{"name":"main","internal_listener":{},
              "filter_chains":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"lost"}],"default_filter_chain":{"name":"d"},
              "filter_chain_matcher":{
                "matcher_tree":{"input":{"name":"ip"},"custom_match":{"name":"m","typed_config":{
                  "@type":"type.googleapis.com/xds.type.matcher.v3.IPMatcher","range_matchers":[
                    {"ranges":[{"address_prefix":"10.0.0.1","prefix_len":32},{"address_prefix":"fd00::","prefix_len":8}],
                     "on_match":{"matcher":{"matcher_tree":{"input":{"name":"port"},"exact_match_map":{"map":{
                       "80":{"action":{"name":"a"}},"81":{"action":{"name":"b"}}}}}}}},
                    {"ranges":[{"address_prefix":"10.0.0.2","prefix_len":32}],"on_match":{"action":{"name":"c"}}}]}}},
                "on_no_match":{"action":{"name":"d"}}}}"#,
        )
        .unwrap();
        let got: Vec<String> = rows(&listener).iter().map(|row| format!("{} {} {}", row[0], row[1], row[2])).collect();
        let want = [
            "envoy://main a ip=10.0.0.1 -> port=80",
            "envoy://main a ip=fd00::/8 -> port=80",
            "envoy://main b ip=10.0.0.1 -> port=81",
            "envoy://main b ip=fd00::/8 -> port=81",
            "envoy://main c ip=10.0.0.2",
            "envoy://main lost NONE",
            "envoy://main d UNMATCHED",
        ];
        assert_eq!(got, want);
    }
}
