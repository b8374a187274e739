//! Hosts as Istio reads them.

/// A host as a resource of a namespace means it: one without a dot is a service there
/// (`pilot/pkg/model/config.go`, `ResolveShortnameToFQDN`).
pub fn full(host: &str, namespace: &str, domain: &str) -> String {
    if host.contains(['.', '*']) || host.is_empty() {
        return host.to_owned();
    }
    format!("{host}.{namespace}.svc.{domain}")
}

/// Whether a host is meant by another one, which may be a wildcard (`pkg/config/host`, `Name.Matches`).
pub fn covers(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some(suffix) => host.strip_prefix('*').unwrap_or(host).ends_with(suffix),
        None => pattern == host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_cover_hosts_and_narrower_wildcards() {
        let cases = [
            ("*", "a.b", true),
            ("*.b", "a.b", true),
            ("*.b", "b", false),
            ("*.b", "*.a.b", true),
            ("*.a.b", "*.b", false),
            ("a.b", "a.b", true),
            ("a.b", "x.a.b", false),
        ];
        for (pattern, host, want) in cases {
            assert_eq!(covers(pattern, host), want, "{pattern} {host}");
        }
    }
}
