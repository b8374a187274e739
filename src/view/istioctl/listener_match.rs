//! What a filter chain matches, in istioctl's words.

use crate::model::envoy::filter_chain::FilterChainMatch;

/// Lists of ALPN protocols that have a name.
const NAMED_PROTOCOLS: &[(&str, &[&str])] = &[
    ("HTTP TLS", &["http/1.0", "http/1.1", "h2c", "istio-http/1.0", "istio-http/1.1", "istio-h2"]),
    ("Istio HTTP Plain", &["istio", "istio-http/1.0", "istio-http/1.1", "istio-h2"]),
    ("TCP TLS", &["istio-peer-exchange", "istio"]),
    ("HTTP", &["http/1.0", "http/1.1", "h2c"]),
];

/// `SNI: …; Trans: …; App: …; Addr: …`, or `ALL`. Sources are not in it.
pub(super) fn words(condition: Option<&FilterChainMatch>) -> String {
    let Some(condition) = condition else { return "ALL".to_owned() };
    let mut parts = Vec::new();
    if !condition.server_names.is_empty() {
        parts.push(format!("SNI: {}", condition.server_names.join(",")));
    }
    if !condition.transport_protocol.is_empty() {
        parts.push(format!("Trans: {}", condition.transport_protocol));
    }
    if !condition.application_protocols.is_empty() {
        let named = NAMED_PROTOCOLS.iter().find(|(_, protocols)| condition.application_protocols == *protocols);
        let list = condition.application_protocols.join(",");
        parts.push(format!("App: {}", named.map_or(list.as_str(), |(name, _)| name)));
    }
    let port = condition.destination_port.map(|port| format!(":{port}"));
    let ranges: Vec<String> = condition.prefix_ranges.iter().map(ToString::to_string).collect();
    match (ranges.is_empty(), port) {
        (true, None) => {}
        (true, Some(port)) => parts.push(format!("Addr: *{port}")),
        (false, port) => parts.push(format!("Addr: {}{}", ranges.join(","), port.unwrap_or_default())),
    }
    if parts.is_empty() { "ALL".to_owned() } else { parts.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_worded_as_istioctl_does() {
        let cases = [
            ("{}", "ALL"),
            (r#"{"server_names":["a","*.b"]}"#, "SNI: a,*.b"),
            (
                r#"{"transport_protocol":"tls","application_protocols":["istio-peer-exchange","istio"]}"#,
                "Trans: tls; App: TCP TLS",
            ),
            (r#"{"application_protocols":["istio","istio-peer-exchange"]}"#, "App: istio,istio-peer-exchange"),
            (r#"{"application_protocols":["http/1.0","http/1.1","h2c"]}"#, "App: HTTP"),
            (
                r#"{"application_protocols":["istio","istio-http/1.0","istio-http/1.1","istio-h2"]}"#,
                "App: Istio HTTP Plain",
            ),
            (
                r#"{"application_protocols":["http/1.0","http/1.1","h2c","istio-http/1.0","istio-http/1.1","istio-h2"]}"#,
                "App: HTTP TLS",
            ),
            (r#"{"destination_port":0}"#, "Addr: *:0"),
            (
                r#"{"destination_port":80,"prefix_ranges":[{"address_prefix":"10.0.0.0","prefix_len":8},{"address_prefix":"::"}]}"#,
                "Addr: 10.0.0.0/8,::/0:80",
            ),
            (r#"{"source_prefix_ranges":[{"address_prefix":"10.0.0.0","prefix_len":8}],"source_ports":[1]}"#, "ALL"),
        ];
        for (json, want) in cases {
            assert_eq!(words(Some(&serde_json::from_str(json).unwrap())), want, "{json}");
        }
        assert_eq!(words(None), "ALL");
    }
}
