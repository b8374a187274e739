//! Names that Envoy and Istio build out of parts.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// The pod (or other process) that a proxy runs in. A proxy outside Kubernetes has an empty namespace.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProxyId {
    /// Kubernetes namespace, or empty.
    pub namespace: String,
    /// Pod name, or the node id of an Envoy that Istio never saw.
    pub name: String,
}

impl ProxyId {
    /// A proxy in a namespace.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self { namespace: namespace.into(), name: name.into() }
    }

    /// Reads the directory names that istioctl and our snapshots use: `NAMESPACE.POD`.
    /// Pod names may hold dots, namespaces may not.
    pub fn from_dotted(text: &str) -> Option<Self> {
        let (namespace, name) = text.split_once('.')?;
        (is_label(namespace) && !name.is_empty()).then(|| Self::new(namespace, name))
    }
}

/// RFC 1123 label, the rule for namespace names.
fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 63
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl fmt::Display for ProxyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_empty() { f.write_str(&self.name) } else { write!(f, "{}/{}", self.namespace, self.name) }
    }
}

impl FromStr for ProxyId {
    type Err = std::convert::Infallible;

    /// The inverse of [`fmt::Display`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.split_once('/') {
            Some((namespace, name)) => Self::new(namespace, name),
            None => Self::new("", text),
        })
    }
}

impl schemars::JsonSchema for ProxyId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ProxyId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "NAMESPACE/POD, or the node id outside of Kubernetes" })
    }
}

impl Serialize for ProxyId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A cluster name as istiod builds it: `DIRECTION|PORT|SUBSET|HOST`, or `DIRECTION_.PORT_.SUBSET_.HOST` for SNI-DNAT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClusterName<'a> {
    /// `outbound`, `inbound` or `inbound-vip`.
    pub direction: &'a str,
    /// Service port; for `inbound` the port of the workload.
    pub port: u16,
    /// Subset of the DestinationRule, or empty.
    pub subset: &'a str,
    /// Host of the service, or empty (`inbound`).
    pub host: &'a str,
}

impl<'a> ClusterName<'a> {
    /// Reads a name; `None` for clusters that do not follow the grammar, such as `PassthroughCluster`.
    pub fn parse(name: &'a str) -> Option<Self> {
        // A split at a letter is much cheaper than one at a text, and tables split a hundred thousand names.
        let (direction, port, subset, host) = match name.split_once('|') {
            Some((direction, rest)) => {
                let mut parts = rest.splitn(3, '|');
                (direction, parts.next()?, parts.next()?, parts.next()?)
            }
            None => {
                let mut parts = name.splitn(4, "_.");
                (parts.next()?, parts.next()?, parts.next()?, parts.next()?)
            }
        };
        matches!(direction, "outbound" | "inbound" | "inbound-vip").then_some(())?;
        Some(Self { direction, port: port.parse().ok()?, subset, host })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cluster_names_follow_istiods_grammar() {
        let cases = [
            (
                "outbound|9080|v1|reviews.shop.svc.cluster.local",
                Some(("outbound", 9080, "v1", "reviews.shop.svc.cluster.local")),
            ),
            ("outbound_.9080_.v1_.reviews.shop", Some(("outbound", 9080, "v1", "reviews.shop"))),
            ("outbound|443||*.saas.example.test", Some(("outbound", 443, "", "*.saas.example.test"))),
            ("inbound|8080||", Some(("inbound", 8080, "", ""))),
            ("inbound-vip|80|http|web.amb-shop", Some(("inbound-vip", 80, "http", "web.amb-shop"))),
            ("PassthroughCluster", None),
            ("other|80||x", None),
            ("outbound|http||x", None),
        ];
        for (name, want) in cases {
            let got = ClusterName::parse(name).map(|c| (c.direction, c.port, c.subset, c.host));
            assert_eq!(got, want, "{name}");
        }
    }

    #[test]
    fn dotted_names_split_at_the_first_dot() {
        assert_eq!(ProxyId::from_dotted("shop.web-0.x"), Some(ProxyId::new("shop", "web-0.x")));
        assert_eq!(ProxyId::from_dotted("Shop.web"), None);
        assert_eq!(ProxyId::from_dotted("nodot"), None);
    }
}
