//! The parts of a resource that could make something.

use serde_json::Value;

/// Where rules stand, by kind; `[]` is every item of a list, `{}` every field of a map.
const RULES: [(&str, &[&str]); 17] = [
    ("VirtualService", &["spec.http[]", "spec.tls[]", "spec.tcp[]"]),
    ("DestinationRule", &["spec.trafficPolicy", "spec.subsets[]"]),
    ("Gateway", &["spec.servers[]", "spec.listeners[]"]),
    ("ServiceEntry", &["spec.ports[]", "spec.endpoints[]"]),
    ("Service", &["spec.ports[]"]),
    ("EndpointSlice", &["endpoints[]"]),
    ("HTTPRoute", &["spec.rules[]"]),
    ("GRPCRoute", &["spec.rules[]"]),
    ("TLSRoute", &["spec.rules[]"]),
    ("TCPRoute", &["spec.rules[]"]),
    ("AuthorizationPolicy", &["spec.rules[]"]),
    ("RequestAuthentication", &["spec.jwtRules[]"]),
    ("PeerAuthentication", &["spec.mtls", "spec.portLevelMtls{}"]),
    ("EnvoyFilter", &["spec.configPatches[]"]),
    ("Telemetry", &["spec.metrics", "spec.accessLogging", "spec.tracing"]),
    ("Sidecar", &["spec.ingress[]", "spec.egress[]", "spec.outboundTrafficPolicy"]),
    ("WorkloadEntry", &[]),
];

/// The paths of the parts; of a kind without rules, the whole.
pub fn parts(kind: &str, body: &Value) -> Vec<String> {
    let patterns = RULES.iter().find(|(known, _)| *known == kind).map_or(&[][..], |(_, patterns)| patterns);
    let found: Vec<String> = patterns.iter().flat_map(|pattern| matching(pattern, body)).collect();
    if found.is_empty() { vec![String::new()] } else { found }
}

fn matching(pattern: &str, body: &Value) -> Vec<String> {
    let path = pattern.trim_end_matches("[]").trim_end_matches("{}");
    let Some(value) = path.split('.').try_fold(body, |value, field| value.get(field)) else {
        return Vec::new();
    };
    match value {
        Value::Array(items) if pattern.ends_with("[]") => {
            (0..items.len()).map(|index| format!("{path}[{index}]")).collect()
        }
        Value::Object(fields) if pattern.ends_with("{}") => fields.keys().map(|key| format!("{path}.{key}")).collect(),
        _ => vec![path.to_owned()],
    }
}

/// Whether a path is a part or lies in it.
pub fn is_in(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| part.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_kind() {
        let body = serde_json::json!({"spec": {
            "http": [{}, {}], "tcp": [{}], "mtls": {"mode": "STRICT"}, "portLevelMtls": {"80": {}}
        }});
        assert_eq!(parts("VirtualService", &body), ["spec.http[0]", "spec.http[1]", "spec.tcp[0]"]);
        assert_eq!(parts("PeerAuthentication", &body), ["spec.mtls", "spec.portLevelMtls.80"]);
        assert_eq!(parts("ConfigMap", &body), [""]);
        assert!(is_in("spec.http[1].match[0]", "spec.http[1]") && !is_in("spec.http[10]", "spec.http[1]"));
    }
}
