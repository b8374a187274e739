//! The domains of a virtual host, cut short as istioctl does.

use std::collections::BTreeSet;

/// So many domains are shown.
const SHOWN: usize = 2;

/// A single domain as it is. Of several, those without a port and without another form in the list, the first two:
/// `a, b + N more...`. What is counted are the domains that are left, not those of the virtual host.
pub(super) fn shorten(domains: &[String]) -> String {
    if let [only] = domains {
        return only.clone();
    }
    let without_port: Vec<&str> = domains.iter().map(String::as_str).filter(|domain| is_without_port(domain)).collect();
    let all: BTreeSet<&str> = without_port.iter().copied().collect();
    let shorter_is_there = |domain: &str| {
        [".svc.cluster.local", ".svc"]
            .iter()
            .any(|suffix| domain.strip_suffix(suffix).is_some_and(|short| all.contains(short)))
    };
    let left: Vec<&str> = without_port.into_iter().filter(|domain| !shorter_is_there(domain)).collect();
    match left.get(..SHOWN) {
        Some(shown) if left.len() > SHOWN => format!("{} + {} more...", shown.join(", "), left.len() - SHOWN),
        _ => left.join(", "),
    }
}

/// Whether a domain has no port. An IPv6 address has to have three colons to be told from a host with one.
fn is_without_port(domain: &str) -> bool {
    match domain.matches(':').count() {
        0 => true,
        1 | 2 => false,
        _ => domain.ends_with(']'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_cut_short_as_istioctl_does() {
        let cases: [(&[&str], &str); 9] = [
            (&[], ""),
            (&["*"], "*"),
            (&["a:80"], "a:80"),
            (&["a", "a:80"], "a"),
            (&["a:80", "b:80"], ""),
            (
                &["web.shop.svc.cluster.local", "web", "web.shop.svc", "web.shop", "10.0.0.1"],
                "web, web.shop + 1 more...",
            ),
            (&["web.shop.svc.cluster.local.", "web", "web.shop"], "web.shop.svc.cluster.local., web + 1 more..."),
            (&["[fd00:10:96::7]", "[fd00:10:96::7]:80", "x"], "[fd00:10:96::7], x"),
            // Two colons are too few for an IPv6 address.
            (&["[fd00::1]", "x"], "x"),
        ];
        for (domains, want) in cases {
            let domains: Vec<String> = domains.iter().map(|domain| (*domain).to_owned()).collect();
            assert_eq!(shorten(&domains), want, "{domains:?}");
        }
    }
}
