//! Which words are names: those that stand where only names do, or in texts that only names are built into.

use super::place::{Found, Part};
use super::words::Words;
use crate::base::name::ClusterName;

/// Keys whose values are names, wherever they stand: of Kubernetes, Istio, the Gateway API, and Envoy.
const NAMES: [&str; 65] = [
    "namespace",
    "namespaces",
    "generateName",
    "serviceAccount",
    "serviceAccountName",
    "serviceAccounts",
    "serviceName",
    "nodeName",
    "nodename",
    "hostname",
    "hostnames",
    "host",
    "hosts",
    "subset",
    "gateways",
    "gatewayClassName",
    "credentialName",
    "secretName",
    "claimName",
    "exportTo",
    "principals",
    "notPrincipals",
    "notNamespaces",
    "issuer",
    "audiences",
    "jwksUri",
    "trustDomain",
    "trustDomainAliases",
    "image",
    "externalName",
    "meshId",
    "MESH_ID",
    "NAMESPACE",
    "NAME",
    "WORKLOAD_NAME",
    "SERVICE_ACCOUNT",
    "workload",
    "workload_name",
    "workloadName",
    "service_account",
    "canonical_service",
    "canonicalName",
    "trust_domain",
    "domains",
    "server_names",
    "sniHosts",
    "sni",
    "cluster",
    "cluster_name",
    "clusterName",
    "service_name",
    "auto_sni_san",
    "delegate",
    "provider",
    "uri",
    "default_source_code_name",
    "observability_name",
    "hostRewrite",
    "host_rewrite_literal",
    "authority",
    "host_redirect",
    "subject_alt_names",
    "rootNamespace",
    "route_config_name",
    "matchSubset",
];
/// Mappings whose values are names: labels and what selects by them.
const LABELS: [&str; 11] = [
    "labels",
    "matchLabels",
    "selector",
    "LABELS",
    "podLabels",
    "sourceLabels",
    "nodeSelector",
    "filter_metadata",
    "workloadSelector",
    "targetSelector",
    "APP_CONTAINERS",
];
/// Mappings whose `name` is a name of somebody's own; elsewhere `name` is what Envoy calls its parts.
const NAMED: [&str; 27] = [
    "metadata",
    "ownerReferences",
    "targetRef",
    "targetRefs",
    "parentRefs",
    "parentRef",
    "backendRefs",
    "backendRef",
    "certificateRefs",
    "subsets",
    "service",
    "services",
    "extensionRef",
    "secret",
    "configMap",
    "destination",
    "cluster",
    "clusters",
    "virtual_hosts",
    "routes",
    "listener",
    "vhost",
    "involvedObject",
    "providers",
    "config",
    "containers",
    "imagePullSecrets",
];
/// Below these keys stand values of headers.
const HEADERS: [&str; 9] = [
    "headers",
    "header",
    "request_headers_to_add",
    "response_headers_to_add",
    "requestHeaderModifier",
    "responseHeaderModifier",
    "withoutHeaders",
    "header_value",
    "jwks_headers",
];

/// Learns from one string.
pub(super) fn learn(words: &mut Words, text: &str, found: &Found<'_>, names: bool, headers: bool) {
    if found.part == Part::Comment {
        return;
    }
    if headers && found.part == Part::Value && is_header_value(found) {
        words.learn(text);
    }
    if !names {
        return;
    }
    if found.part == Part::Value && stands_for_name(found) {
        match ClusterName::parse(text) {
            Some(name) => [name.subset, name.host].iter().for_each(|part| words.learn(part)),
            // The roles that every cluster has.
            None if text.starts_with("system:") => {}
            // Prose, templates and the like are nobody's name.
            None if text.len() <= 256 && !text.contains("{{") => words.learn(text),
            None => {}
        }
    } else {
        built(words, text);
    }
}

fn stands_for_name(found: &Found<'_>) -> bool {
    let (key, parent) = (found.key(), found.parent());
    if found.is_below(&["annotations"]) {
        return false;
    }
    if key == "name" || key == "istio" {
        return NAMED.contains(&parent) || LABELS.contains(&parent);
    }
    NAMES.contains(&key) || LABELS.contains(&parent)
}

/// A value that a header is compared with, or set to. Pseudo headers are the request's own fields.
pub(super) fn is_header_value(found: &Found<'_>) -> bool {
    let is_pseudo = |name: &str| name.starts_with(':');
    let of_condition = found.key() == "values" && found.name().starts_with("request.headers[");
    of_condition
        || found.is_below(&HEADERS)
            && !matches!(found.key(), "name" | "key" | "append_action" | "@type" | "type")
            && !found.path.iter().any(|level| is_pseudo(&level.name) || is_pseudo(&level.key))
}

/// Learns from names that are built out of names, wherever they stand.
fn built(words: &mut Words, text: &str) {
    if let Some(name) = ClusterName::parse(text) {
        words.learn(name.subset);
        words.learn(name.host);
    }
    for (at, _) in text.match_indices("spiffe://") {
        words.learn(until(text, at + "spiffe://".len(), |letter| {
            letter.is_ascii_alphanumeric() || "-./_".contains(letter)
        }));
    }
    for (at, _) in text.match_indices(".svc.") {
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind(|letter: char| !(letter.is_ascii_alphanumeric() || ".-".contains(letter)));
        words.learn(before.get(start.map_or(0, |start| start + 1)..).unwrap_or_default());
        words.learn(until(text, at, |letter| letter.is_ascii_alphanumeric() || ".-".contains(letter)));
    }
    // `/apis/GROUP/VERSION/namespaces/NAMESPACE/KIND/NAME`.
    if let Some((_, rest)) = text.split_once("/namespaces/") {
        let mut parts = rest.split('/');
        parts.next().into_iter().chain(parts.nth(1)).for_each(|part| words.learn(part));
    }
    // `TYPE~IP~POD.NAMESPACE~NAMESPACE.svc.DOMAIN`.
    if text.matches('~').count() == 3 {
        text.split('~').skip(2).for_each(|part| words.learn(part));
    }
    // `ns[NAMESPACE]-policy[NAME]-rule[0]`.
    if text.starts_with("ns[") {
        text.split(['[', ']']).skip(1).step_by(2).for_each(|part| words.learn(part));
    }
    for scheme in ["kubernetes://", "kubernetes-gateway://"] {
        if let Some(rest) = text.strip_prefix(scheme).filter(|rest| !rest.contains("/namespaces/")) {
            words.learn(rest);
        }
    }
    if let Some((_, rest)) = text.split_once("://")
        && text.starts_with("http")
    {
        words.learn(rest.split(['/', '?']).next().unwrap_or_default());
    }
    if text.len() < 128 && text.contains('@') && !text.contains(' ') {
        words.learn(text);
    }
}

fn until(text: &str, from: usize, is_part: impl Fn(char) -> bool) -> &str {
    let rest = text.get(from..).unwrap_or_default();
    rest.get(..rest.find(|letter| !is_part(letter)).unwrap_or(rest.len())).unwrap_or_default()
}
