//! Host, port and path as people write them.

use super::case::Case;
use super::service;

/// `[SCHEME://]HOST[:PORT][/PATH]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: Option<u16>,
    /// With its slash; empty where none was written.
    pub(super) path: String,
}

impl Place {
    pub(super) fn parse(text: &str) -> Self {
        let (default, rest) = match text.split_once("://") {
            Some(("https", rest)) => (Some(443), rest),
            Some(("http" | "grpc", rest)) => (Some(80), rest),
            Some((_, rest)) => (None, rest),
            None => (None, text),
        };
        let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() && !host.ends_with(':') => match port.parse() {
                Ok(port) => (host, Some(port)),
                Err(_) => (authority, None),
            },
            _ => (authority, None),
        };
        let host = host.trim_matches(['[', ']']).trim_end_matches('.').to_ascii_lowercase();
        Self { host, port: port.or(default), path: path.to_owned() }
    }
}

/// The host that a name means in the proxy's namespace, as its pod would look it up: the first of the DNS search list
/// that a service has, else the first that reads like one.
pub(super) fn whole_host(case: &Case, host: &str) -> String {
    let (namespace, domain) = (case.namespace(), case.domain);
    // Outside of Kubernetes a name is a name.
    if namespace.is_empty() {
        return host.to_owned();
    }
    let names = [
        host.to_owned(),
        format!("{host}.{namespace}.svc.{domain}"),
        format!("{host}.svc.{domain}"),
        format!("{host}.{domain}"),
    ];
    let known = |name: &&String| service::of_host(case, name).is_some_and(|service| service.host == **name);
    if let Some(found) = names.iter().find(known) {
        return found.clone();
    }
    let dots = host.matches('.').count();
    let [as_is, here, service, inside] = names;
    if dots == 0 {
        here
    } else if host.rsplit('.').next() == Some("svc") {
        inside
    } else if dots == 1 && host.rsplit('.').next().is_some_and(|last| is_namespace(case, last)) {
        service
    } else {
        as_is
    }
}

fn is_namespace(case: &Case, name: &str) -> bool {
    case.mesh
        .resources
        .iter()
        .any(|resource| resource.id.namespace == name || (resource.id.kind == "Namespace" && resource.id.name == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_as_people_write_them() {
        let cases = [
            ("reviews", "reviews", None, ""),
            ("reviews.shop:9080", "reviews.shop", Some(9080), ""),
            ("http://shop.example.test/cart?x=1", "shop.example.test", Some(80), "/cart?x=1"),
            ("https://shop.example.test", "shop.example.test", Some(443), ""),
            ("10.0.0.7:5432", "10.0.0.7", Some(5432), ""),
            ("[fd00::1]:80", "fd00::1", Some(80), ""),
            ("Shop.Example.test.", "shop.example.test", None, ""),
        ];
        for (text, host, port, path) in cases {
            let want = Place { host: host.to_owned(), port, path: path.to_owned() };
            assert_eq!(Place::parse(text), want, "{text}");
        }
    }
}
