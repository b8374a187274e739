//! Hash policies: the cookies that Envoy sets so that a client comes back to the same endpoint.

use super::stream::Stream;
use crate::model::envoy::cluster::LbPolicy;
use crate::model::envoy::route_action::{HashPolicy, RouteAction};
use crate::simulate::matcher::query::{cookie, first_value};
use crate::simulate::upstream::cluster::ClusterNode;

/// Notes the cookies that the answer will set (`HashPolicyImpl::generateHash`). Only clusters that balance by hash ask.
pub fn note_cookies(stream: &mut Stream, action: &RouteAction, cluster: &ClusterNode) {
    if !matches!(cluster.config.lb_policy, LbPolicy::RingHash | LbPolicy::Maglev) {
        return;
    }
    for policy in &action.hash_policy {
        let found = has_key(stream, policy);
        if let Some(config) = &policy.cookie
            && !found
            && let Some(lifetime) = config.ttl
        {
            let mut value = format!("{}=\"*\"", config.name);
            if !lifetime.0.is_zero() {
                value.extend(["; Max-Age=", &lifetime.0.as_secs().to_string()]);
            }
            if !config.path.is_empty() {
                value.extend(["; Path=", &config.path]);
            }
            for attribute in &config.attributes {
                value.extend(["; ", &attribute.name]);
                if !attribute.value.is_empty() {
                    value.extend(["=", &attribute.value]);
                }
            }
            value.push_str("; HttpOnly");
            stream.noted.push(("set-cookie", value));
        }
        if policy.terminal && (found || policy.cookie.as_ref().is_some_and(|cookie| cookie.ttl.is_some())) {
            return;
        }
    }
}

/// Whether an endpoint follows from the request; without a hash, clusters that balance by it take any.
pub fn has_hash(stream: &Stream, action: &RouteAction) -> bool {
    action.hash_policy.iter().any(|policy| has_key(stream, policy))
}

/// Whether the request brings what a policy hashes.
fn has_key(stream: &Stream, policy: &HashPolicy) -> bool {
    if let Some(header) = &policy.header {
        !stream.head.values(&header.header_name.to_ascii_lowercase()).is_empty()
    } else if let Some(config) = &policy.cookie {
        cookie(&stream.head, &config.name).is_some_and(|value| !value.is_empty())
    } else if let Some(query) = &policy.query_parameter {
        stream.head.query().and_then(|text| first_value(text, &query.name)).is_some()
    } else {
        policy.connection_properties.as_ref().is_some_and(|connection| connection.source_ip)
    }
}
