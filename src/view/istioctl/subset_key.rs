//! The parts of a cluster's name, as istioctl takes them apart to print and to sort.

/// `DIRECTION|PORT|SUBSET|HOST`. Compares in istioctl's order: host, subset, port, direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SubsetKey<'a> {
    /// Host of the service.
    pub host: &'a str,
    /// Subset, or empty.
    pub subset: &'a str,
    /// Port; what is no number is 0.
    pub port: i64,
    /// Whatever stands first.
    pub direction: &'a str,
}

impl<'a> SubsetKey<'a> {
    /// Reads a name that has at least three bars, whatever stands between them. A host that holds a bar is lost.
    pub(super) fn parse(name: &'a str) -> Option<Self> {
        if name.matches('|').count() < 3 {
            return None;
        }
        let is_service_record = name.starts_with("outbound_") || name.starts_with("inbound_");
        let separator = if is_service_record { "_." } else { "|" };
        let mut key = Self { host: "", subset: "", port: 0, direction: "" };
        let mut parts = name.splitn(4, separator);
        let (direction, port, subset, host) = (parts.next(), parts.next(), parts.next(), parts.next());
        // Each part counts only if a separator comes behind it.
        let Some(port) = port else { return Some(key) };
        key.direction = direction.unwrap_or_default();
        let Some(subset) = subset else { return Some(key) };
        key.port = port.parse().unwrap_or_default();
        let Some(host) = host else { return Some(key) };
        key.subset = subset;
        key.host = if host.contains(separator) { "" } else { host };
        Some(key)
    }

    /// What any name is sorted by: one without parts is a host.
    pub(super) fn of_any(name: &'a str) -> Self {
        Self::parse(name).unwrap_or(Self { host: name, subset: "", port: 0, direction: "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart_as_istioctl_does() {
        let cases = [
            ("outbound|80|v1|a.b", Some(("outbound", 80, "v1", "a.b"))),
            ("inbound|8080||", Some(("inbound", 8080, "", ""))),
            ("x|http||a|b", Some(("x", 0, "", ""))),
            ("|||", Some(("", 0, "", ""))),
            ("outbound_.80_._.a|b|c|d", Some(("outbound", 80, "", "a|b|c|d"))),
            ("outbound_|80||a", Some(("", 0, "", ""))),
            ("outbound_.80_._.a", None),
            ("PassthroughCluster", None),
        ];
        for (name, want) in cases {
            let got = SubsetKey::parse(name).map(|key| (key.direction, key.port, key.subset, key.host));
            assert_eq!(got, want, "{name}");
        }
    }

    #[test]
    fn hosts_come_first_in_the_order() {
        let mut names = ["outbound|90||b", "outbound|80|v1|b", "inbound|80||b", "outbound|80||b", "agent"];
        names.sort_by_key(|name| SubsetKey::of_any(name));
        assert_eq!(names, ["agent", "inbound|80||b", "outbound|80||b", "outbound|90||b", "outbound|80|v1|b"]);
    }
}
